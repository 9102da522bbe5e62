"""Beranda, the start page. It shows plain data and imports nothing heavy: it is there before the data file is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain.chart import Column
from lapas_desktop.domain.today import Figure, LatestShipment, Today, ToDo
from lapas_desktop.domain.wording import SHORT_MONTHS
from lapas_desktop.i18n import N_, _, language
from lapas_desktop.ui.chart import ColumnChart
from lapas_desktop.ui.parts import badge, button, card, emptied, label

_MILLION = Decimal(1_000_000)
SIDE = 330


class HomePage(QWidget):
    """Key figures, value by month and latest shipments on the left; what needs somebody on the right."""

    asked = Signal(object)  # a ToDo
    opened = Signal(int)  # a shipment

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 16, 20, 16)
        across.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(14)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(12)
        left.addLayout(self._figures)
        chart_card, chart_inner = card()
        chart_inner.addWidget(label(_(N_("Nilai pengiriman per bulan (juta rupiah)")), "section"))
        self._chart = ColumnChart((_(N_("ekspor")), _(N_("dalam negeri"))), _(N_("juta rupiah")))
        self._chart.setAccessibleName(_(N_("Nilai pengiriman per bulan")))
        chart_inner.addWidget(self._chart, 1)
        self._note = label("", "muted")
        chart_inner.addWidget(self._note)
        left.addWidget(chart_card, 1)
        latest_card, latest_inner = card()
        latest_inner.addWidget(label(_(N_("Pengiriman terakhir")), "section"))
        self._latest = QGridLayout()
        self._latest.setHorizontalSpacing(14)
        self._latest.setVerticalSpacing(4)
        latest_inner.addLayout(self._latest)
        left.addWidget(latest_card)
        across.addLayout(left, 1)
        across.addWidget(self._todo_card())

    def _todo_card(self) -> QFrame:
        frame, inner = card()
        frame.setFixedWidth(SIDE)
        inner.addWidget(label(_(N_("Perlu perhatian")), "section"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_(N_("Perlu perhatian")))
        inside = QWidget()
        self._todos = QVBoxLayout(inside)
        self._todos.setContentsMargins(0, 0, 6, 0)
        self._todos.setSpacing(0)
        area.setWidget(inside)
        inner.addWidget(area, 1)
        return frame

    def show_today(self, today: Today) -> None:
        """Shows the page of a day."""
        figures = emptied(self._figures)
        for figure in today.figures:
            figures.addWidget(_figure(figure), 1)
        months = SHORT_MONTHS[language()]
        self._chart.show_columns(
            [Column(months[m.month - 1], (_millions(m.export), _millions(m.domestic))) for m in today.months]
        )
        self._note.setText(today.note)
        self._note.setVisible(bool(today.note))
        self._show_latest(today.latest)
        todos = emptied(self._todos)
        for todo in today.todos:
            todos.addWidget(self._todo(todo))
        if not today.todos:
            todos.addWidget(label(_(N_("Tidak ada yang menunggu. Semua beres.")), "muted", wrap=True))
        todos.addStretch(1)

    def _show_latest(self, shipments: Sequence[LatestShipment]) -> None:
        grid = emptied(self._latest)
        if not shipments:
            grid.addWidget(label(_(N_("Belum ada pengiriman.")), "muted"), 0, 0)
            return
        heads = (N_("Nomor"), N_("Tujuan"), N_("Barang"), N_("Berangkat"), N_("Status"))
        for column, head in enumerate(heads):
            grid.addWidget(label(_(head), "caption"), 0, column)
        for line, shipment in enumerate(shipments, 1):
            opening = button(shipment.reference, lambda found=shipment.id: self.opened.emit(found), "link")
            grid.addWidget(opening, line, 0, Qt.AlignmentFlag.AlignLeft)
            for column, text in enumerate((shipment.destination, shipment.goods, shipment.shipped), 1):
                grid.addWidget(label(text if len(text) <= 42 else f"{text[:41]}…"), line, column)
            grid.addWidget(badge(shipment.status_word, shipment.status), line, 4, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)

    def _todo(self, todo: ToDo) -> QFrame:
        frame = QFrame()
        frame.setObjectName("todo")
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 9, 0, 7)
        across.setSpacing(10)
        dot = label("", f"dot-{todo.tone}")
        dot.setFixedSize(9, 9)
        across.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(1)
        down.addWidget(label(todo.title, "section", wrap=True))
        if todo.detail:
            down.addWidget(label(todo.detail, "muted", wrap=True))
        act = button(f"{todo.action} →", lambda: self.asked.emit(todo), "link")
        act.setAccessibleName(f"{todo.action}: {todo.title}, {todo.detail}")
        down.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(down, 1)
        return frame


def _figure(figure: Figure) -> QFrame:
    frame, inner = card()
    inner.setSpacing(2)
    inner.addWidget(label(figure.title, "caption"))
    inner.addWidget(label(figure.value, "figure"))
    inner.addWidget(label(figure.note, f"note-{figure.tone}" if figure.tone else "muted", wrap=True))
    inner.addStretch(1)
    return frame


def _millions(value: Decimal) -> Decimal:
    return (value / _MILLION).quantize(Decimal("0.01"))
