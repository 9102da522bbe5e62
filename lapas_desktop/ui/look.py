"""How the program looks, as the user chose; a damaged choice is the usual one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from lapas_desktop.ui.palette import DARK, LIGHT, Palette, style_sheet

THEMES = ("system", "light", "dark")
SIZES = (90, 100, 115, 130)
_GROUP = "look"


@dataclass(frozen=True)
class Look:
    """``size`` is the letters' size in percent."""

    theme: str = "light"
    size: int = 100


def chosen() -> Look:
    """What the settings say."""
    settings = QSettings()
    theme = str(settings.value(f"{_GROUP}/theme", "light"))
    size = str(settings.value(f"{_GROUP}/size", "100"))
    return Look(
        theme if theme in THEMES else "light",
        int(size) if size in {str(known) for known in SIZES} else 100,
    )


def choose(look: Look) -> None:
    """Keeps a choice for every start."""
    settings = QSettings()
    settings.setValue(f"{_GROUP}/theme", look.theme)
    settings.setValue(f"{_GROUP}/size", look.size)


def wear(application: QApplication, look: Look) -> None:
    """Colours and letters, at once."""
    application.setStyleSheet(style_sheet(_palette(application, look.theme), look.size))


def _palette(application: QApplication, theme: str) -> Palette:
    if theme == "system":
        from PySide6.QtCore import Qt

        return DARK if application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT
