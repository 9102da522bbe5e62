"""The language of the window, as the user chose it; a damaged choice is Indonesian."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from lapas_desktop.i18n import LANGUAGES, use_language
from lapas_desktop.ui import qt_words

NAMES = {"id": "Bahasa Indonesia", "en": "English"}  # each as its own speakers call it
_KEY = "language"
_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def chosen() -> str:
    """What the settings say. The language of the computer does not count: many offices use an English Windows."""
    language = str(QSettings().value(_KEY, "id"))
    return language if language in LANGUAGES else "id"


def choose(language: str) -> None:
    """Keeps the choice for the next window."""
    QSettings().setValue(_KEY, language)


def speak(application: QApplication, language: str) -> None:
    """From now on new pages, Qt's own words and its calendars are in one language."""
    use_language(language)
    QLocale.setDefault(_LOCALES[language])
    if language == "id":
        qt_words.install(application)
    else:
        qt_words.remove(application)
