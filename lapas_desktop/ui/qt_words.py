"""Qt's own words in Indonesian: file and print dialogs, standard buttons, menus of text fields.

Qt ships no Indonesian catalogue. The words lie in ``resources/translations/qt_id.json``, by their English
source; what is not there would show in English, which a test over the real dialogs forbids.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from lapas_desktop.resources import resource

_KEYS = "QShortcut"  # keys keep the names that stand on the keyboard; Qt also reads shortcuts by them


class QtWords(QTranslator):
    """Answers Qt's questions for its own words, whatever part of Qt asks."""

    def __init__(self, parent: QCoreApplication | None = None) -> None:
        super().__init__(parent)
        import json

        path = resource("translations", "qt_id.json")
        self._words: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return None if context == _KEYS else self._words.get(sourceText)


def install(application: QCoreApplication) -> None:
    """From now on Qt's own words are Indonesian."""
    remove(application)
    application.installTranslator(QtWords(application))


def remove(application: QCoreApplication) -> None:
    """From now on Qt's own words are English, as Qt brings them."""
    for words in application.findChildren(QtWords):
        application.removeTranslator(words)
        words.deleteLater()
