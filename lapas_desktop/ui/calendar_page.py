"""A month as a sheet of days, Monday first, and beside it what falls on the chosen day."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.wording import MONTHS, WEEKDAYS, format_weekday_date
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.services.agenda import AgendaEntry
from lapas_desktop.ui.palette import current, grown
from lapas_desktop.ui.parts import breakable, button, card, emptied, label, row

Index = QModelIndex | QPersistentModelIndex
Days = Mapping[date, Sequence[AgendaEntry]]
FIRST_YEAR, LAST_YEAR = 1900, 2200
_DAY = int(Qt.ItemDataRole.UserRole)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
ROOMY = 760
# What an entry begins with where there is little room, and its tone.
_SHORT = {
    "agreement_end": (N_("PKS"), "bad"), "obligation": (N_("Wajib"), "warning"),
    "paper": (N_("Surat"), "neutral"), "shipment": (N_("Kirim"), "good"),
}  # fmt: skip


def weeks_of(day: date) -> list[list[date]]:
    """The weeks that a day's month touches, each from Monday to Sunday."""
    return calendar.Calendar().monthdatescalendar(day.year, day.month)


def other_month(day: date, by: int) -> date:
    """The same day in a month before or after, the last one where the month is shorter; within the years known."""
    month = min(max(day.year * 12 + day.month - 1 + by, FIRST_YEAR * 12), LAST_YEAR * 12 + 11)
    year, number = divmod(month, 12)
    return date(year, number + 1, min(day.day, calendar.monthrange(year, number + 1)[1]))


class MonthModel(QAbstractTableModel):
    """Six weeks at most of one month."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: list[list[date]] = []
        self.days: Days = {}

    def show(self, month: date, days: Days) -> None:
        """A month with what falls on its days."""
        self.beginResetModel()
        self.weeks, self.days = weeks_of(month), days
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.weeks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        day = self.weeks[index.row()][index.column()]
        if role == _DAY:
            return day
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            entries = self.days.get(day, ())
            told = "; ".join(f"{entry.kind_word}: {entry.title}" for entry in entries)
            return f"{DATE.shown(day)}{f', {told}' if told else ''}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return WEEKDAYS[language()][section]
        return None

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; not valid for a day outside."""
        for number, week in enumerate(self.weeks):
            if day in week:
                return self.index(number, week.index(day))
        return QModelIndex()


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, and a line a thing as long as there is room."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.today = self.month = date.min

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, MonthModel)
        day: date = index.data(_DAY)
        palette, view = current(), self.parent()
        assert isinstance(view, QTableView)
        within, chosen = day.month == self.month.month, view.currentIndex() == index
        painter.save()
        ground = palette.accent_soft if chosen else palette.card if within else palette.page
        painter.fillRect(option.rect, QColor(ground))
        bold = QFont(option.font)
        bold.setBold(day == self.today or chosen)
        painter.setFont(bold)
        high = painter.fontMetrics().height()
        painter.setPen(QColor(palette.accent if day == self.today else palette.text if within else palette.muted))
        number = f"{day.day} · {_(N_('hari ini'))}" if day == self.today else str(day.day)
        line = QRect(option.rect.adjusted(7, 4, -5, 0).topLeft(), option.rect.adjusted(7, 4, -5, 0).size())
        line.setHeight(high)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, number)
        painter.setFont(option.font)
        self._entries(painter, line, option.rect.bottom(), model.days.get(day, ()))
        painter.restore()

    @staticmethod
    def _entries(painter: QPainter, line: QRect, bottom: int, entries: Sequence[AgendaEntry]) -> None:
        palette, high = current(), painter.fontMetrics().height() + 3
        fitting = max(0, (bottom - line.bottom()) // high)
        shown = entries if len(entries) <= fitting else entries[: max(0, fitting - 1)]
        for entry in shown:
            line.translate(0, high)
            box = line.adjusted(-3, 0, 0, 0)
            word, tone = _SHORT[entry.kind]
            painter.fillRect(box, QColor(getattr(palette, f"{tone}_ground")))
            painter.setPen(QColor(palette.text if tone == "neutral" else getattr(palette, tone)))
            text = _elided(painter, f"{_(word)} {entry.title}", box.width() - 6)
            painter.drawText(box.adjusted(4, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if len(shown) < len(entries):
            line.translate(0, high)
            painter.setPen(QColor(palette.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, _(N_("+{n} lagi")).format(n=len(entries) - len(shown)))


def _elided(painter: QPainter, text: str, room: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)


class MonthView(QTableView):
    """Arrows walk over the days, PgUp and PgDn over the months, Home goes to today, Enter opens."""

    asked = Signal(date)
    opened = Signal()

    def __init__(self, model: MonthModel, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_(N_("Kalender")))
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(10)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(lambda index: self.asked.emit(index.data(_DAY)))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day, key = self.currentIndex().data(_DAY), Qt.Key(event.key())
        if not isinstance(day, date):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.asked.emit(day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.asked.emit(other_month(day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self.asked.emit(self._today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class CalendarPage(QWidget):
    """``month_asked`` wants the entries of a day's month; ``open_asked`` the record of an entry."""

    month_asked = Signal(date)
    open_asked = Signal(str, int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.day = today()
        self._today = today
        self.model = MonthModel()
        self.view = MonthView(self.model, today)
        self._delegate = DayDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self._title = label("", "heading")
        before = button("‹", lambda: self.choose(other_month(self.day, -1)))
        after = button("›", lambda: self.choose(other_month(self.day, 1)))
        before.setAccessibleName(_(N_("Bulan sebelumnya")))
        after.setAccessibleName(_(N_("Bulan berikutnya")))
        now = button(_(N_("Hari ini")), lambda: self.choose(self._today()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(16)
        left = QVBoxLayout()
        left.addLayout(row(before, after, now, self._title, 1))
        frame, inner = card()
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.view)
        left.addWidget(frame, 1)
        layout.addLayout(left, 1)
        layout.addWidget(self._beside())
        self.view.asked.connect(self.choose)
        self.view.opened.connect(self._open_first)
        self.setFocusProxy(self.view)

    def _beside(self) -> QScrollArea:
        frame, self._entries = card()
        self._aside = QScrollArea()
        self._aside.setWidgetResizable(True)
        self._aside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._aside.setAccessibleName(_(N_("Pada hari ini")))
        self._aside.setFixedWidth(grown(300))
        self._aside.setWidget(frame)
        return self._aside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._aside.setVisible(self.width() >= grown(ROOMY))

    def choose(self, day: date) -> None:
        """Goes to a day; another month is asked for."""
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return
        moved = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        if moved:
            self.month_asked.emit(day)
        else:
            self._show_day()

    def show_month(self, days: Days) -> None:
        """What falls on the days of the month that was asked for."""
        self._delegate.today, self._delegate.month = self._today(), self.day
        self._title.setText(f"{MONTHS[language()][self.day.month - 1]} {self.day.year}")
        self.model.show(self.day, days)
        self._show_day()

    def _show_day(self) -> None:
        self.view.setCurrentIndex(self.model.index_of(self.day))
        self.view.viewport().update()
        layout = emptied(self._entries)
        layout.addWidget(label(format_weekday_date(self.day, language()), "section", wrap=True))
        entries = self.model.days.get(self.day, ())
        for entry in entries:
            layout.addWidget(self._entry(entry))
        if not entries:
            layout.addWidget(label(_(N_("Tidak ada yang jatuh pada hari ini.")), "muted", wrap=True))
        layout.addStretch(1)

    def _entry(self, entry: AgendaEntry) -> QFrame:
        frame = QFrame()
        frame.setObjectName("todo")
        down = QVBoxLayout(frame)
        down.setContentsMargins(0, 8, 0, 8)
        down.setSpacing(2)
        down.addWidget(label(entry.kind_word, "caption"))
        down.addWidget(label(breakable(entry.title), "section", wrap=True))
        down.addWidget(label(breakable(entry.detail), "muted", wrap=True))
        opening = button(_(N_("Buka")), lambda: self.open_asked.emit(entry.place, entry.record_id), "link")
        opening.setAccessibleName(f"{opening.text()}: {entry.kind_word} {entry.title}")
        down.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _open_first(self) -> None:
        entries = self.model.days.get(self.day, ())
        if entries:
            self.open_asked.emit(entries[0].place, entries[0].record_id)
