"""Beranda, the start page. It shows plain data and imports nothing heavy: it is there before the data file is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.today import TONES, Figure, Today, ToDo, month_columns
from lapas_desktop.domain.wording import SHORT_MONTHS
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.ui.chart import ColumnChart
from lapas_desktop.ui.icons import Symbol
from lapas_desktop.ui.latest_table import LatestTable
from lapas_desktop.ui.palette import URGENCY, grown
from lapas_desktop.ui.parts import boxed, button, card, emptied, label

SIDE = 330
BESIDE = 880  # from here on what needs somebody stands beside the rest
IN_A_ROW = 700  # from here on all key figures stand in one row


class HomePage(QScrollArea):
    """Key figures, value by month and latest shipments on the left; what needs somebody on the right.

    In a narrow window all stand under each other, what needs somebody above the chart.
    """

    asked = Signal(object)  # a ToDo
    opened = Signal(int)  # a shipment

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("page")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        self._figures = QGridLayout(QWidget(page))
        self._figures.setContentsMargins(0, 0, 0, 0)
        self._figures.setSpacing(12)
        self._figure_cards: list[QFrame] = []
        self._waiting = self._todo_card()
        self._chart_card = self._chart_with_note()
        self._latest = LatestTable()
        self._latest.opened.connect(self.opened)
        self.setWidget(page)
        self._beside: bool | None = None
        self._shown: Today | None = None
        self._lay_out(True)

    def _chart_with_note(self) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(_(N_("Nilai pengiriman per bulan (juta rupiah)")), "section", wrap=True))
        self._chart = ColumnChart((_(N_("ekspor")), _(N_("dalam negeri"))), _(N_("juta rupiah")))
        self._chart.setAccessibleName(_(N_("Nilai pengiriman per bulan")))
        inner.addWidget(self._chart, 1)
        self._note = label("", "muted", wrap=True)
        inner.addWidget(self._note)
        return frame

    def _todo_card(self) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(_(N_("Perlu perhatian")), "section"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_(N_("Perlu perhatian")))
        inside = QWidget()
        self._todos = QVBoxLayout(inside)
        self._todos.setContentsMargins(0, 0, 6, 0)
        self._todos.setSpacing(0)
        self._area.setWidget(inside)
        inner.addWidget(self._area, 1)
        return frame

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width() >= grown(BESIDE))
        self._set_figures()

    def minimumSizeHint(self) -> QSize:
        return QSize(grown(300), 200)

    def _lay_out(self, beside: bool) -> None:
        self._waiting.setMinimumWidth(grown(SIDE) if beside else 0)
        self._waiting.setMaximumWidth(grown(SIDE) if beside else 16_777_215)
        if beside == self._beside:
            return
        self._beside = beside
        figures = self._figures.parentWidget()
        assert figures is not None
        for part in (self._waiting, self._chart_card, self._latest, figures):
            self._grid.removeWidget(part)
        chart = 1 if beside else 2
        self._grid.addWidget(figures, 0, 0)
        self._grid.addWidget(self._chart_card, chart, 0)
        self._grid.addWidget(self._latest, chart + 1, 0)
        if beside:
            self._grid.addWidget(self._waiting, 0, 1, 3, 1)
        else:
            self._grid.addWidget(self._waiting, 1, 0)
        for line in range(4):
            self._grid.setRowStretch(line, 1 if line == chart else 0)
        self._area.setMinimumHeight(0 if beside else grown(230))
        self._grid.setColumnStretch(0, 1)

    def _set_figures(self) -> None:
        room = self.width() - 40 - (grown(SIDE) + 16 if self._beside else 0)
        across = 4 if room >= grown(IN_A_ROW) else 2
        for number, frame in enumerate(self._figure_cards):
            self._figures.addWidget(frame, number // across, number % across)
        for column in range(4):
            self._figures.setColumnStretch(column, 1 if column < across else 0)

    # Contents

    def show_today(self, today: Today) -> None:
        """Shows the page of a day; what is shown already stays as it is."""
        if today == self._shown:
            return
        self._shown = today
        emptied(self._figures)
        self._figure_cards = [_figure(figure) for figure in today.figures]
        self._set_figures()
        todos = emptied(self._todos)
        for todo in today.todos:
            todos.addWidget(self._todo(todo))
        if not today.todos:
            todos.addWidget(boxed(_all_done()))
        todos.addStretch(1)
        self._chart.show_columns(month_columns(today.months, SHORT_MONTHS[language()]))
        self._note.setText(today.note)
        self._note.setVisible(bool(today.note))
        self._latest.show_shipments(today.latest)
        for layout in (self._figures, self._todos, self._latest.cells, self._grid):
            _settle(layout)
        QApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))  # else all of it is squeezed at first

    def _todo(self, todo: ToDo) -> QFrame:
        frame = QFrame()
        frame.setObjectName("todo")
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 9, 0, 7)
        across.setSpacing(9)
        (picture, ink), word = URGENCY[todo.tone], TONES[todo.tone]
        across.addWidget(Symbol(picture, ink, meaning=_(word)), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(1)
        down.addWidget(label(todo.title, "section", wrap=True))
        if todo.detail:
            down.addWidget(label(todo.detail, "muted", wrap=True))
        act = button(f"{todo.action} →", lambda: self.asked.emit(todo), "link")
        act.setAccessibleName(f"{todo.action}: {todo.title}, {todo.detail}")
        act.setAccessibleDescription(_(word))
        down.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(down, 1)
        return frame


def _settle(layout: QLayout) -> None:
    """Shows what was put into the layout at once; Qt alone would show an empty page for a moment."""
    page = layout.parentWidget()
    assert page is not None
    for widget in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
    layout.activate()


def _all_done() -> QHBoxLayout:
    across = QHBoxLayout()
    across.setContentsMargins(0, 9, 0, 7)
    across.setSpacing(9)
    across.addWidget(Symbol("done", "good"), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(label(_(N_("Tidak ada yang menunggu. Semua beres.")), wrap=True), 1)
    return across


def _figure(figure: Figure) -> QFrame:
    frame, inner = card()
    inner.setSpacing(2)
    inner.addWidget(label(figure.title, "caption"))
    inner.addWidget(label(figure.value, "figure"))
    inner.addWidget(label(figure.note, f"note-{figure.tone}" if figure.tone else "muted", wrap=True))
    inner.addStretch(1)
    return frame
