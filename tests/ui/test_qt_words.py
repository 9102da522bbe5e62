"""No English word of Qt's own in the Indonesian window: asked of the real dialogs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lapas_desktop.ui.qt_words import QtWords

TOLD_BY_THE_PC = ("QShortcut", "QMimeType")  # names of keys as on the keyboard, of kinds of files as in its own list


class Listening(QtWords):
    """Remembers what Qt asked and was not answered."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()
        self.unanswered: set[tuple[str, str]] = set()

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        found = super().translate(context, sourceText, disambiguation, n)
        self.asked.add(sourceText)
        if found is None and context not in TOLD_BY_THE_PC:
            self.unanswered.add((context, sourceText))
        return found


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[Listening]:
    application = QApplication.instance()
    assert application is not None
    listening = Listening()
    application.installTranslator(listening)
    yield listening
    application.removeTranslator(listening)


def texts(window: QWidget) -> set[str]:
    found = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return {one.text().replace("&", "") for one in found}


def shown(qtbot: QtBot, window: QWidget) -> set[str]:
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    return texts(window)


def test_the_file_dialog_speaks_indonesian(qtbot: QtBot, words: Listening) -> None:
    for accept, word in ((QFileDialog.AcceptMode.AcceptOpen, "Buka"), (QFileDialog.AcceptMode.AcceptSave, "Simpan")):
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(accept)
        assert {word, "Batal", "Nama berkas:"} <= shown(qtbot, dialog)
    assert not words.unanswered


def test_the_print_dialog_speaks_indonesian(qtbot: QtBot, words: Listening) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    assert {"Cetak", "Batal"} <= shown(qtbot, dialog)
    assert "Copies:" in words.asked
    assert not words.unanswered


def test_standard_buttons_speak_indonesian(qtbot: QtBot, words: Listening) -> None:
    box = QMessageBox()
    buttons = QMessageBox.StandardButton
    for one in (buttons.Save, buttons.Discard, buttons.Cancel, buttons.Yes, buttons.No, buttons.Retry, buttons.Close):
        box.addButton(one)
    assert shown(qtbot, box) >= {"Simpan", "Buang", "Batal", "Ya", "Tidak", "Coba lagi", "Tutup"}
    shown(qtbot, QProgressDialog())
    assert not words.unanswered


def test_menus_of_text_fields_speak_indonesian(qtbot: QtBot, words: Listening) -> None:
    for field in (QLineEdit("abc"), QPlainTextEdit("abc")):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        said = [action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()]
        assert said == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]
    assert not words.unanswered


def test_other_parts_ask_nothing_unanswered(qtbot: QtBot, words: Listening) -> None:
    for part in (QSpinBox(), QCalendarWidget(), QComboBox(), QDialog()):
        shown(qtbot, part)
    assert not words.unanswered
