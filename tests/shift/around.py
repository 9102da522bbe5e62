"""Actions of a shift around lists and forms: keys of the sheet, sections, help, files, copies, previews, the look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lapas_desktop.ui.actions import ActionButton
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.settings_page import SettingsPage
from lapas_desktop.ui.sheet_view import KEYS
from lapas_desktop.ui.why_not import WhyNot
from tests.shift.shift import Day, Shift

CTRL = Qt.KeyboardModifier.ControlModifier


def use_sheet_keys(shift: Shift) -> None:
    """Undo, copy, cut, paste, rows moved and marked, jumps, the way out."""
    page = shift.desk.page
    if page is None or not page.form.grids:
        return
    grid = shift.random.choice(list(page.form.grids.values()))
    model = grid.rows_model
    if not model.rowCount():  # an empty sheet that is only read
        return
    grid.view.setFocus()
    grid.view.go_to(shift.random.randrange(max(1, model.rowCount())), shift.random.randrange(model.columnCount()))
    QGuiApplication.clipboard().setText(f"{shift.text()}\t{shift.text()}")
    for _press in range(shift.random.randint(1, 4)):
        name = shift.random.choice(list(KEYS))
        shift.last.append(name)
        pressed = QKeySequence(name)[0]
        QTest.keyClick(grid.view, pressed.key(), pressed.keyboardModifiers())


def go_to_section(shift: Shift) -> None:
    page = shift.desk.page
    if page:
        key = shift.random.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))
        QTest.keyClick(page.form, key, CTRL)
        page.form.go_to_section(shift.random.randrange(len(page.entity.sections)))


def help_beside(shift: Shift) -> None:
    QTest.keyClick(shift.desk.window, Qt.Key.Key_F1)
    QTest.keyClick(shift.desk.window, Qt.Key.Key_F6)


def ask_why_not(shift: Shift) -> None:
    """Presses what is not possible now, and takes one of the ways on."""
    window = shift.desk.window
    offered = [found for found in window.findChildren(ActionButton) if found.isVisible()]
    grey = [found for found in offered if found.property("possible") is False]
    if not grey:
        return
    pressed = shift.random.choice(grey)
    shift.last.append(pressed.action.text)
    pressed.click()
    ways = [
        found
        for card in window.findChildren(WhyNot)
        for found in card.findChildren(QPushButton)
        if card.isVisible() and found.isVisible()
    ]
    if ways:
        shift.random.choice(ways).click()


def attach_photo(shift: Shift) -> None:
    page = shift.desk.page
    if page is None or page.files is None:
        return
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(shift.random.randrange(360), 120, 200))
    path = shift.folder / "foto.png"
    image.save(str(path))
    page.files.drop([path])
    shift.desk.jobs.wait()
    QTest.qWait(20)
    if page is shift.desk.page:
        off = [found for found in page.files.findChildren(QPushButton) if found.text() == "Lepas"]
        if off and shift.random.random() < 0.7:
            off[0].click()


def copy_record(shift: Shift) -> None:
    if shift.desk.page:
        QTest.keyClick(shift.desk.window, Qt.Key.Key_D, CTRL)


def preview_overview(shift: Shift) -> None:
    """The paper of the start page: looked at, made larger or smaller, closed."""
    shift.desk.go("home")
    if shift.desk.page:
        return
    shift.desk.printing.show_overview()
    shift.look_at_papers()


def change_settings(shift: Shift) -> None:
    shift.desk.go("settings")
    page = shift.desk.window.frame.pages.currentWidget()
    choices = page.findChildren(Combo) if isinstance(page, SettingsPage) else []
    if choices:
        choice = shift.random.choice(choices)
        choice.setCurrentIndex(shift.random.randrange(choice.count()))


AROUND: Day = {
    use_sheet_keys: 6, go_to_section: 3, help_beside: 2, ask_why_not: 2, attach_photo: 1, copy_record: 1,
    preview_overview: 1, change_settings: 1,
}  # fmt: skip
