"""The HS code of a product: found by its digits or by words, told as sure or not. Codes off the list stay allowed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from lapas_desktop.domain.kinds import HS_CODE
from lapas_desktop.domain.office_lists import CERTAINTIES
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.combo import style_popup
from lapas_desktop.ui.editors import FieldEditor

_BETWEEN = " · "


def offer_hs_codes(editor: FieldEditor, verified: FieldEditor, known: Mapping[str, tuple[str, str]]) -> None:
    """Offers the codes of a list while one is typed, and says under the field what the code stands for.

    Once somebody has ``verified`` the code, nothing warns of it any more.
    """
    line = editor.input
    assert isinstance(line, QLineEdit)
    texts = [f"{HS_CODE.format(code, 'id')}{_BETWEEN}{description}" for code, (description, _sure) in known.items()]
    completer = _HsCompleter(texts, line)
    line.setCompleter(completer)
    completer.activated.connect(lambda _text: editor.edited.emit())

    def tell() -> None:
        text, sure = _told(editor, known, bool(verified.value()))
        editor.note(text, warning=not sure)

    line.editingFinished.connect(tell)
    line.textChanged.connect(lambda _text: tell())
    verified.edited.connect(tell)
    tell()


def _told(editor: FieldEditor, known: Mapping[str, tuple[str, str]], verified: bool) -> tuple[str, bool]:
    try:
        code = editor.value()
    except ValueError:
        return "", True
    if code is None:
        return "", True
    if code not in known:
        return ("", True) if verified else (_(N_("Tidak ada di daftar HS; periksa di BTKI.")), False)
    description, certainty = known[code]
    if verified or certainty == "pasti":
        return description, True
    return f"{description}{_BETWEEN}{_(CERTAINTIES[certainty]).casefold()}", False


class _HsCompleter(QCompleter):
    """Finds a line of "1234.56.78 · description" by digits, dotted or not, or by words; takes over the code."""

    def __init__(self, texts: list[str], owner: QLineEdit) -> None:
        super().__init__(texts, owner)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        style_popup(self)
        popup = self.popup()
        assert popup is not None
        popup.setMinimumWidth(420)

    def splitPath(self, path: str) -> list[str]:
        digits = path.replace(".", "").strip()
        if digits.isdecimal():
            return [".".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part)]
        return [path.strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return super().pathFromIndex(index).split(_BETWEEN)[0]
