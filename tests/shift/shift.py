"""The actions of a shift: what a person does all day, chosen by a seeded random generator."""

from __future__ import annotations

import gc
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from lapas_desktop.ui.desk import Desk
from lapas_desktop.ui.list_screen import ListScreen
from lapas_desktop.ui.preview import Preview

TEXTS = (
    "keset", "PRD-0003", "19/1/26", "+30", "1.250,5", "0", "-7", "99999999999999", "PT <b>Maju & Jaya</b>",
    '=HYPERLINK("x")', "שלום עולם", "a\u200bb\u202ec", "x" * 400, "", "Selandia Baru", "ekspor", "%_\\", "8 angka",
)  # fmt: skip
PLACES = (
    "home", "agreements", "shipments", "products", "partners", "addenda", "clauses", "office", "bin", "settings",
    "lists", "practice", "help",
)  # fmt: skip

Day = Mapping[Callable[["Shift"], None], int]  # what is done, and how often beside the rest


def memory() -> float:
    """Resident memory in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


@dataclass
class Shift:
    """One person at one desk."""

    desk: Desk
    random: Random
    folder: Path  # for what is attached and printed
    day: Day
    done: int = 0
    counted: Counter[str] = field(default_factory=Counter)
    last: deque[str] = field(default_factory=lambda: deque(maxlen=40))

    def act(self) -> None:
        """One action and what follows from it."""
        action = self.random.choices(list(self.day), list(self.day.values()))[0]
        self.last.append(action.__name__)
        answering = QTimer()  # whatever question comes up is answered as a person would, sooner or later
        answering.timeout.connect(lambda: self._answer())  # PySide keeps a reference for each method connected
        answering.start(60)
        action(self)
        QTest.qWait(self.random.choice((0, 5, 30)))
        answering.stop()
        self.done += 1
        self.counted[action.__name__] += 1

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QFileDialog):
            done = box.accept if self.random.random() < 0.7 else box.reject
            QTimer.singleShot(0, box, done)  # it may ask on its own, whether to replace a file
        elif isinstance(box, QMessageBox):
            answer = self.random.choice(box.buttons())
            self.last.append(f"answer {answer.text()}")
            answer.click()

    def press(self, owner: QWidget, words: str) -> bool:
        """Clicks the button that says these words, if there is one to see."""
        for found in owner.findChildren(QPushButton):
            if found.isVisible() and found.isEnabled() and found.text() == words:
                found.click()
                return True
        return False

    def give_up(self, dialog: QDialog) -> None:
        """Closes a dialog that its own work did not close."""
        while isValid(dialog) and dialog.isVisible():
            dialog.reject()
            QTest.qWait(5)

    def look_at_papers(self) -> None:
        """Waits for a paper that was asked for, makes it larger or smaller, closes it."""
        self.desk.jobs.wait()
        QTest.qWait(30)
        for preview in self.desk.window.findChildren(Preview):
            if preview.isVisible():
                preview.zoom_by(self.random.choice((-1, 1)))
                preview.close()

    def text(self) -> str:
        return self.random.choice(TEXTS)

    def list_shown(self) -> ListScreen | None:
        shown = self.desk.window.frame.pages.currentWidget()
        return shown if isinstance(shown, ListScreen) else None


def go(shift: Shift) -> None:
    place = shift.random.choice(PLACES)
    shift.last.append(place)
    shift.desk.go(place)


def filter_list(shift: Shift) -> None:
    page = shift.list_shown()
    if page:
        page.filter.setText(shift.text())
        QTest.qWait(60)
        if shift.random.random() < 0.7:
            page.filter.clear()


def press_chip(shift: Shift) -> None:
    page = shift.list_shown()
    if page:
        shift.random.choice(page.chips.findChildren(QPushButton)).click()


def sort_list(shift: Shift) -> None:
    page = shift.list_shown()
    if page:
        order = shift.random.choice(list(Qt.SortOrder))
        page.view.sortByColumn(shift.random.randrange(page.model.columnCount()), order)


def walk_list(shift: Shift) -> None:
    page = shift.list_shown()
    if page:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home)
        hold = shift.random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier))
        QTest.keyClick(page.view, shift.random.choice(keys), hold)
        QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def open_record(shift: Shift) -> None:
    page = shift.list_shown()
    if page:
        QTest.keyClick(page.view, Qt.Key.Key_Return)


def new_record(shift: Shift) -> None:
    shift.desk.new_record()


def type_in_form(shift: Shift) -> None:
    if shift.desk.page is None:
        return
    name = shift.random.choice(list(shift.desk.page.form.editors))
    editor = shift.desk.page.form.editors[name].input
    shift.last.append(name)
    editor.setFocus()
    QGuiApplication.clipboard().setText(shift.text())
    if isinstance(editor, QCheckBox):
        editor.click()
    elif isinstance(editor, QComboBox) and not editor.isEditable():
        editor.setCurrentIndex(shift.random.randrange(max(1, editor.count())))
    else:
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        assert isinstance(line, QLineEdit | QPlainTextEdit)
        line.selectAll()
        line.paste()
        if isinstance(line, QLineEdit):
            QTest.keyClick(line, Qt.Key.Key_Return)


def type_in_sheet(shift: Shift) -> None:
    if shift.desk.page is None or not shift.desk.page.form.grids:
        return
    grid = shift.random.choice(list(shift.desk.page.form.grids.values()))
    model = grid.rows_model
    if not model.rowCount():  # of a signed agreement
        return
    index = model.index(shift.random.randrange(model.rowCount()), shift.random.randrange(model.columnCount()))
    grid.view.setFocus()
    grid.view.setCurrentIndex(index)
    kind = shift.random.randrange(5)
    if kind == 0:
        grid.view.paste(f"{shift.text()}\t{shift.text()}\n{shift.text()}")
    elif kind == 1:
        QTest.keyClick(grid.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    elif kind == 2 and shift.press(grid, "+ Tambah baris"):
        QTest.keyClicks(QApplication.focusWidget() or grid.view, "kes")
        QTest.keyClick(QApplication.focusWidget() or grid.view, Qt.Key.Key_Return)
    else:
        QTest.keyClick(grid.view, Qt.Key.Key_5)
        QTest.keyClick(
            QApplication.focusWidget() or grid.view, shift.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab))
        )


def save(shift: Shift) -> None:
    if shift.desk.page:
        shift.desk.page.save()


def leave(shift: Shift) -> None:
    if shift.desk.page:
        shift.desk.page.leave()


def press_form_button(shift: Shift) -> None:
    if shift.desk.page:
        words = ("Salin", "Rilis…", "Tampilkan", "Sembunyikan")
        found = [b for b in shift.desk.window.findChildren(QPushButton) if b.isVisible() and b.text() in words]
        if found:
            shift.random.choice(found).click()


def step(shift: Shift) -> None:
    if shift.desk.page:
        shift.desk.page.step_asked.emit(shift.random.choice((-1, 1)))


def delete(shift: Shift) -> None:
    page = shift.list_shown()
    if page and len(page.selected_ids()) < 3:
        QTest.keyClick(page.view, Qt.Key.Key_Delete)
        if shift.random.random() < 0.8:
            undo(shift)


def archive(shift: Shift) -> None:
    page = shift.list_shown()
    key = next((key for key, place in shift.desk.lists.items() if place.page is page), None)
    if page and key:
        shift.desk.lists[key].archive(page.selected_ids()[:2], shift.random.random() < 0.5)


def undo(shift: Shift) -> None:
    for found in shift.desk.window.frame.findChildren(QPushButton):
        if found.isVisible() and found.text() == "Urungkan":
            found.click()
            return


def search(shift: Shift) -> None:
    box = shift.desk.window.frame.search
    box.begin()
    QTest.keyClicks(box, shift.random.choice(("keset", "krm-2026", "buat", "selandia", "zzz", "gantugnan")))
    QTest.qWait(120)
    QTest.keyClick(box, shift.random.choice((Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape)))


def summary(shift: Shift) -> None:
    page = shift.list_shown()
    place = shift.desk.lists.get("agreements")
    if page and place and place.page is page and page.selected_ids():
        shift.desk.printing.together("summary", page.selected_ids()[:2])
        shift.look_at_papers()


def resize(shift: Shift) -> None:
    shift.desk.window.resize(shift.random.randint(1000, 1920), shift.random.randint(640, 1080))


LISTS: Day = {
    go: 8, filter_list: 4, press_chip: 3, sort_list: 3, walk_list: 8, open_record: 8, delete: 2, archive: 1, undo: 1,
    search: 4, summary: 1, resize: 1,
}  # fmt: skip
FORMS: Day = {
    new_record: 3, type_in_form: 20, type_in_sheet: 12, save: 8, leave: 4, press_form_button: 3, step: 3,
}  # fmt: skip
