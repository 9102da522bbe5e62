"""A question that must be answered before anything goes on, by Enter, Esc or one of its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


def ask(over: QWidget, title: str, text: str, answers: Sequence[str], escape: int = -1) -> int:
    """The number of the answer that was chosen: Enter gives the first, Esc the one that changes nothing."""
    box = QMessageBox(over.window())  # which outlives the page
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{title}\n\n{text}")
    buttons = [_answer(words, "" if number else "main") for number, words in enumerate(answers)]
    for button in buttons:
        box.addButton(button, QMessageBox.ButtonRole.ActionRole)  # this role keeps the order that was asked for
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[escape])
    box.exec()
    chosen = box.clickedButton()
    return next((number for number, button in enumerate(buttons) if button is chosen), escape % len(buttons))


def _answer(words: str, name: str) -> QPushButton:
    button = QPushButton(words.replace("&", "&&"))
    button.setObjectName(name)
    button.setAccessibleName(words)
    return button
