"""A question that must be answered before anything goes on, by Enter, Esc or one of its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

R = QMessageBox.ButtonRole


def ask(over: QWidget, title: str, text: str, answers: Sequence[str], escape: int = -1) -> int:
    """The number of the answer that was chosen: Enter gives the first, Esc the one that changes nothing."""
    box = QMessageBox(over.window())  # which outlives the page
    box.setWindowTitle(title)
    box.setText(f"{title}\n\n{text}" if text else title)
    buttons = [_answer(box, words) for words in answers]
    buttons[0].setObjectName("main")
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[escape])
    box.exec()
    chosen = box.clickedButton()
    return next((number for number, button in enumerate(buttons) if button is chosen), escape % len(buttons))


def _answer(box: QMessageBox, words: str) -> QPushButton:
    button = box.addButton(words.replace("&", "&&"), R.ActionRole)  # this role keeps the order that was asked for
    button.setAccessibleName(words)
    return button
