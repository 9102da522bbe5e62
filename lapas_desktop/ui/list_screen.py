"""A list with its details beside it. Screens give it columns, views and actions; nothing subclasses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from lapas_desktop.domain.column import Column
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.lists import View
from lapas_desktop.services.overview import Overview
from lapas_desktop.ui.chips import Chips
from lapas_desktop.ui.details import Actions, Details
from lapas_desktop.ui.icons import Symbol
from lapas_desktop.ui.list_view import ListView
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import ShortLabel, button, card, label, row
from lapas_desktop.ui.table import AskCount, FetchPage, ListModel

FILTER_MS = 40
ROOMY = 700  # from here on the details stand beside the table


@dataclass(frozen=True)
class Source:
    """Where a list's contents come from. Both counts are answered later, through what they are given.

    ``hint`` tells its keys; ``order`` is the column it is first sorted by, or `NEWEST`, and whether downwards.
    """

    key: str
    columns: Sequence[Column]
    views: Sequence[View]
    page: FetchPage
    ask_count: AskCount
    count_views: Callable[[Callable[[Mapping[str, int]], object]], object]
    overview: Callable[[int], Overview]
    hint: str = ""
    order: tuple[int, bool] = (0, False)


@dataclass(frozen=True)
class Invitation:
    """What an empty list says, and the button that makes its first record, where a person can."""

    text: str
    word: str = ""
    make: Callable[[], object] = lambda: None


class FilterLine(QLineEdit):
    """Esc empties it; on an empty line Esc goes where it goes elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_(N_("Saring daftar… (Ctrl+F)")))
        self.setAccessibleName(_(N_("Saring daftar")))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(grown(230))
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class EmptyList(QWidget):
    """Stands in the table's place: what is missing and, when nothing was ever entered, how to begin."""

    def __init__(self, invitation: Invitation, picture: str) -> None:
        """``picture`` names the icon of the place."""
        super().__init__()
        self._picture = picture
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 20, 40, 20)
        layout.addStretch(2)
        self._symbol = Symbol(picture, "field_line", 44)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        self._text = label("", "caption", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._text)
        layout.addSpacing(6)
        self._begin = button(invitation.word, invitation.make, "main")
        layout.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setFocusProxy(self._begin)

    def tell(self, text: str, begin: bool) -> None:
        self._symbol.become(self._picture if begin else "search")
        self._text.setText(text)
        self._begin.setVisible(begin)


class ListScreen(QWidget):
    """Filter, views, table and details of one kind of record. What was chosen is remembered."""

    opened = Signal(int)
    delete_asked = Signal(list)

    def __init__(self, source: Source, actions: Actions, invitation: Invitation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._source, self._invitation = source, invitation
        self.model = ListModel(source.columns, source.page, source.ask_count)
        self.model.sort_column, self.model.descending = source.order
        self.filter = FilterLine()
        self.chips = Chips([(view.key, _(view.label)) for view in source.views])
        self._frame, inside = card(self)
        inside.setContentsMargins(1, 1, 1, 1)
        self._stack = QStackedWidget(self._frame)
        inside.addWidget(self._stack)
        self.view = ListView(self.model, f"lists/{source.key}", self._stack)
        self.empty = EmptyList(invitation, source.key)
        self._details = Details(actions, self.selected_ids, self)
        self._keys = [self._key(action.shortcut) for action in actions.one if action.shortcut]
        self._aside = QTimer(self)  # the table is painted before the details, and keys held down do not wait for them
        self._aside.setSingleShot(True)
        self._aside.timeout.connect(self._show_selected)
        self.foot = ShortLabel("", "muted")
        self._chosen, self._had_focus = list[int](), False  # before the list is read anew
        self._lay_out()
        self._choose_view(self.chips.choose(str(QSettings().value(f"lists/{source.key}/view", ""))))
        self._connect()

    def _key(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: self.details.press(key))
        return shortcut

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.opened.connect(self._open)
        self.view.deleted.connect(lambda: self.delete_asked.emit(self.selected_ids()))
        self.model.modelAboutToBeReset.connect(self._remember)  # read anew, or sorted by a heading
        self.model.modelReset.connect(self._reset)
        self.model.count_known.connect(self._tell_count)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.read(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._timer.start(FILTER_MS))
        self.filter.returnPressed.connect(self.view.setFocus)
        self.chips.chosen.connect(self._view_chosen)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.filter.setFocus)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 20, 12)
        down.setSpacing(10)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignTop)
        above.addWidget(self.chips, 1)
        down.addLayout(above)
        across = QHBoxLayout()
        across.setSpacing(16)
        down.addLayout(across, 1)
        left = QVBoxLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        left.addWidget(self._frame, 1)
        self._columns = button(_(N_("Kolom dan urutan")), self._ask_columns, "link")
        left.addLayout(row(self.foot, 1, self._columns))
        across.addLayout(left, 1)
        across.addWidget(self._details)

    def _ask_columns(self) -> None:
        self.view.ask_columns(self._columns.mapToGlobal(QPoint(0, 0)), above=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The details become narrower, and step aside unless they offer what to do with several records."""
        super().resizeEvent(event)
        self._details.fit(self.width() - 56)
        self._show_details()

    def _show_details(self) -> None:
        roomy = self.width() >= grown(ROOMY)
        self._details.setVisible(roomy or len(self.view.selectionModel().selectedRows()) > 1)
        for shortcut in self._keys:  # a button that is seen answers its key itself
            shortcut.setEnabled(self._details.isHidden())

    def show_view(self, key: str) -> None:
        """Shows one of the ready-made views, as if its chip had been pressed."""
        self._view_chosen(self.chips.choose(key))

    def _view_chosen(self, number: int) -> None:
        self._choose_view(number)
        QSettings().setValue(f"lists/{self._source.key}/view", self.chips.key)
        self.read()

    def _choose_view(self, number: int) -> None:
        self.model.within = (self._source.views[number].within,)

    def reload(self) -> None:
        """Reads the list and the counts of its views anew."""
        self.read()
        self._source.count_views(self.chips.show_counts)

    def read(self, typed: str | None = None) -> None:
        """Reads the list anew and keeps the selected record selected."""
        self.model.reload(typed)

    def _remember(self) -> None:
        self._chosen, self._had_focus = self.selected_ids()[:1], self.view.hasFocus()

    def _reset(self) -> None:
        self._tell_length()
        row = self.model.row_of(self._chosen[0]) if self._chosen else 0
        if self.model.rowCount():
            self.view.take(max(row, 0))
            return
        self._aside.stop()
        self._details.show_nothing(" ")
        if self._had_focus:
            self.empty.setFocus()

    def _tell_length(self) -> None:
        length, typed = self.model.rowCount(), self.model.typed
        self._stack.setCurrentWidget(self.view if length else self.empty)
        whole = self.chips.key == self._source.views[0].key
        nothing = _(N_("Tidak ada yang cocok dengan “{typed}”. Esc mengosongkan saringan.")).format(typed=typed)
        unseen = self._invitation.text if whole else _(N_("Tidak ada data dalam tampilan ini."))
        self.empty.tell(nothing if typed else unseen, whole and not typed and bool(self._invitation.word))
        self._tell_count()

    def _tell_count(self) -> None:
        length = self.model.rowCount()
        usual = _(N_("Enter membuka · Ctrl+N baru · Ctrl+C menyalin baris · Del ke tempat sampah"))
        hint = self._source.hint or usual
        told = _(N_("{n} data")).format(n=format_number(length) + ("" if self.model.counted else "+"))
        self.foot.setText(f"{told} · {hint}" if length else " ")

    def selected_ids(self) -> list[int]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [found for row in rows if (found := self.model.record_id(row)) is not None]

    def select(self, record_id: int) -> None:
        row = self.model.row_of(record_id)
        if row >= 0:
            self.view.take(row)

    def select_all_of(self, ids: Sequence[int]) -> None:
        """Shows the whole list with these records selected, as far as they are in it."""
        self.filter.clear()
        self.show_view(self._source.views[0].key)
        chosen, model = QItemSelection(), self.model
        for row in sorted(row for record_id in ids if (row := model.row_of(record_id)) >= 0):
            chosen.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        if not chosen.isEmpty():
            self.view.setCurrentIndex(chosen.indexes()[0])
            self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self._show_details()
        self._aside.start(0)

    def _show_selected(self) -> None:
        ids = self.selected_ids()
        if len(ids) > 1:
            self._details.show_many(len(ids))
        elif ids:
            self._details.show_record(self._source.overview(ids[0]))
        else:
            self._details.show_nothing()

    @property
    def details(self) -> Details:
        """What stands beside the list, up to date with what is selected."""
        if self._aside.isActive():
            self._aside.stop()
            self._show_selected()
        return self._details

    def _open(self) -> None:
        ids = self.selected_ids()
        if ids:
            self.opened.emit(ids[0])
