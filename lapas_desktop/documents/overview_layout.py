"""How the printed start page is laid out: one function a block, in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from lapas_desktop.documents.chart import ChartFlowable
from lapas_desktop.documents.overview_data import OfficeOverview
from lapas_desktop.documents.paper import TableColumn, heading, kop, table, text_width
from lapas_desktop.documents.prose import prose
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.documents.styles import LINE, styles
from lapas_desktop.domain.today import TONES, Figure, month_columns
from lapas_desktop.domain.wording import SHORT_MONTHS, format_date
from lapas_desktop.i18n import N_, translations

TITLE = N_("Ringkasan kantor per {day}")
CHART = N_("Nilai pengiriman per bulan (juta rupiah)")
LATEST, WAITING = N_("Pengiriman terakhir"), N_("Perlu perhatian")
ALL_DONE = N_("Tidak ada yang menunggu. Semua beres.")
SERIES = (N_("ekspor"), N_("dalam negeri"))
_CHART_HEIGHT = 165


def sheet(overview: OfficeOverview) -> Sheet:
    """Title, author and running lines of the paper."""
    t = translations(overview.language).gettext
    title = _title(overview)
    return Sheet(
        title=title,
        author=overview.office,
        reference=title,
        paper=overview.paper,
        language=overview.language,
        watermark=t(N_("CONTOH")) if overview.is_sample else "",
        printed_on=overview.today.on,
    )


def _title(overview: OfficeOverview) -> str:
    day = format_date(overview.today.on, overview.language)
    return translations(overview.language).gettext(TITLE).format(day=day)


def story(overview: OfficeOverview) -> Iterator[Flowable]:
    """All blocks in order."""
    width = text_width(overview.paper)
    yield from kop(overview.letterhead, width)
    yield from prose(_title(overview), styles().title)
    yield from prose(overview.office, styles().centred)
    yield Spacer(0, 10)
    yield _figures(overview.today.figures, width)
    yield from _chart(overview)
    yield from _latest(overview, width)
    yield from _waiting(overview, width)


def _figures(figures: tuple[Figure, ...], width: float) -> Flowable:
    look = styles()
    cells: list[Any] = [
        [*prose(figure.title, look.label), *prose(figure.value, look.figure_large), *prose(figure.note, look.small)]
        for figure in figures
    ]
    return Table(
        [cells],
        [width / len(cells)] * len(cells),
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOX", (0, 0), (-1, -1), 0.6, LINE),
            ("INNERGRID", (0, 0), (-1, -1), 0.6, LINE),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ],
    )


def _chart(overview: OfficeOverview) -> Iterator[Flowable]:
    t = translations(overview.language).gettext
    columns = month_columns(overview.today.months, SHORT_MONTHS[overview.language])
    parts = [*heading(t(CHART)), ChartFlowable(columns, [t(name) for name in SERIES], _CHART_HEIGHT)]
    if overview.today.note:
        parts += prose(overview.today.note, styles().small)
    yield KeepTogether(parts)


def _latest(overview: OfficeOverview, width: float) -> Iterator[Flowable]:
    t = translations(overview.language).gettext
    yield from heading(t(LATEST))
    if not overview.today.latest:
        yield from prose(t(N_("Belum ada pengiriman.")), styles().body)
        return
    columns = (
        TableColumn(t(N_("Nomor")), 0.18), TableColumn(t(N_("Tujuan")), 0.18), TableColumn(t(N_("Barang")), 0.34),
        TableColumn(t(N_("Berangkat")), 0.15), TableColumn(t(N_("Status")), 0.15),
    )  # fmt: skip
    rows = [(s.reference, s.destination, s.goods, s.shipped, s.status_word) for s in overview.today.latest]
    yield table(columns, rows, width)


def _waiting(overview: OfficeOverview, width: float) -> Iterator[Flowable]:
    """How urgent a thing is stands there as a word."""
    t = translations(overview.language).gettext
    yield from heading(t(WAITING))
    if not overview.today.todos:
        yield from prose(t(ALL_DONE), styles().body)
        return
    columns = (TableColumn("", 0.14), TableColumn(t(N_("Hal")), 0.36), TableColumn(t(N_("Keterangan")), 0.5))
    yield table(columns, [(t(TONES[todo.tone]), todo.title, todo.detail) for todo in overview.today.todos], width)
