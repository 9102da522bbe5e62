"""A walk through every page of the window that notes all texts it meets, shown or told, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from lapas_desktop.i18n import _
from lapas_desktop.services.usage import why_not_deleted
from lapas_desktop.ui.desk import SCREENS, Desk
from lapas_desktop.ui.history_card import HistoryCard
from lapas_desktop.ui.linked_record import MADE_HERE, LinkedRecord
from lapas_desktop.ui.side_bar import PLACES
from lapas_desktop.ui.workplace import Workplace
from tests.ui.pages import amend, asked, dialogs

ROWS = 12  # of each table, enough to meet every kind of value
TYPED = ("", "buat", "make", "keset", "cadang", "zzzzzz")  # into the search: records, actions, nothing


class Walk:
    """Goes through the window of a desk; ``seen`` holds each text with the first place where it stood."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.seen: dict[str, str] = {}

    def note(self, place: str, root: QWidget) -> None:
        """Notes all texts of a widget and of those inside it that show."""
        QApplication.processEvents()
        for widget in [root, *root.findChildren(QWidget)]:
            if widget is root or widget.isVisibleTo(root):
                for text in texts_of(widget):
                    self.seen.setdefault(text, f"{place}: {type(widget).__name__} {widget.objectName()}")

    def everywhere(self) -> None:
        """Every place; of each kind of record its list and its form, the search, and what opens on its own."""
        for _title, places in PLACES:
            for key, _text in places:
                self._go(key)
                if key in SCREENS:
                    self._list(key)
                    self._forms(key)
        amend(self._desk)
        for key in ("addenda", "clauses"):
            self._go(key)
            self._list(key)
            self._forms(key)
        self._go("library")
        for place, page in chain(asked(self._desk), dialogs(self._desk)):
            self.note(place, page)
        self._search()
        self._made_on_the_spot()
        self._preview()

    def _go(self, key: str) -> None:
        self._desk.go(key)
        self._settle()
        self.note(key, self._desk.window)

    def _settle(self) -> None:
        if self._desk.page:
            self._desk.page.form.finish()
        self._desk.jobs.wait()
        QApplication.processEvents()

    def _list(self, key: str) -> None:
        place = self._desk.lists[key]
        menu = place.page.view.column_menu()
        self.note(f"{key}, columns", menu)
        menu.deleteLater()
        for chip in place.page.chips.findChildren(QPushButton):
            chip.click()
            self.note(f"{key}, {chip.text()}", place.page)
        place.page.show_view("all")
        place.page.view.selectAll()
        self.note(f"{key}, many", place.page)
        place.page.read("zzzzzz")
        self.note(f"{key}, nothing", place.page)
        place.page.read("")
        office, entity, model = self._desk.office, place.screen.entity, place.page.model
        ids = [found for row in range(model.rowCount()) if (found := model.record_id(row)) is not None]
        free = next((one for one in ids if why_not_deleted(office, entity, [one]) is None), None)
        if free is not None:
            place.delete([free])
            self.note(f"{key}, deleted", self._desk.window)
            self._press(self._desk.window, _("Urungkan"))

    def _forms(self, key: str) -> None:
        first = self._desk.lists[key].page.model.record_id(0)
        if first is not None:
            self._desk.open_record(SCREENS[key], first)
            for history in self._desk.window.findChildren(HistoryCard):
                history.toggle()
            self._form(f"{key}, form")
            self._desk.go(key)
        self._desk.new_record()
        assert self._desk.page is not None
        self._desk.page.save()
        self._form(f"{key}, new")
        self._desk.go(key)

    def _form(self, place: str) -> None:
        page = self._desk.page
        assert page is not None
        self.note(place, self._desk.window)
        page.changed = True
        QTimer.singleShot(0, lambda: self._box(place))
        page.may_leave()
        page.changed = False

    def _box(self, place: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        self.note(f"{place}, leaving", box)
        box.reject()

    def _search(self) -> None:
        box = self._desk.window.frame.search
        for typed in TYPED:
            box.setText(typed)
            box.begin()
            self._settle()
            self.note(f"search “{typed}”", box.answers)
        box.clear()
        box.clearFocus()

    def _made_on_the_spot(self) -> None:
        desk = self._desk
        for target in sorted(MADE_HERE):
            dialog = LinkedRecord(Workplace(desk.window, desk.office, desk.jobs, desk.clock), target)
            self.note(f"new {target}", dialog)
            dialog.deleteLater()

    def _preview(self) -> None:
        listed = self._desk.lists["agreements"].page
        first = listed.model.record_id(0)
        if first is not None:
            self._desk.printing.together("summary", [first])
            self._settle()
            preview = self._desk.printing.preview
            assert preview is not None
            self.note("preview", preview)
            preview.close()

    def _press(self, root: QWidget, words: str) -> None:
        for found in root.findChildren(QPushButton):
            if found.isVisible() and found.text() == words:
                found.click()
                return
        raise AssertionError(f"no button “{words}”")


def texts_of(widget: QWidget) -> Iterator[str]:
    """What one widget shows or tells, its tooltips and its words for a screen reader included."""
    told = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip()]
    if widget.isWindow():
        told.append(widget.windowTitle())
    if isinstance(widget, QLabel) and "…" in widget.text() and widget.toolTip():
        pass  # shortened to its place: the tooltip tells the whole
    elif isinstance(widget, QLabel | QAbstractButton):
        told.append(widget.text())
    elif isinstance(widget, QLineEdit):
        told += [widget.placeholderText(), widget.text()]
    elif isinstance(widget, QPlainTextEdit):
        told.append(widget.placeholderText())
    elif isinstance(widget, QComboBox):
        told += [widget.itemText(number) for number in range(widget.count())]
    elif isinstance(widget, QGroupBox):
        told.append(widget.title())
    elif isinstance(widget, QMenu):
        told += [text for action in widget.actions() for text in (action.text(), action.toolTip())]
    elif isinstance(widget, QTableView):
        told += _cells(widget.model(), widget.model().columnCount())
    elif isinstance(widget, QListView):
        told += _cells(widget.model(), 1)
    return (text for text in told if text)


def _cells(model: QAbstractItemModel, columns: int) -> Iterator[str]:
    roles = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole))
    for column in range(columns):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(ROWS, model.rowCount())):
                yield str(model.data(model.index(row, column), role) or "")
