"""Blocks the sheets of a manifest share: letterhead, marks, title, facts, parties, signatures, totals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from lapas_desktop.documents.manifest_data import ExportManifest, Party, Signature
from lapas_desktop.documents.workbook import CELL, MONEY, NUMBER, PLAIN, QUANTITY, Grid, Look, cell_text
from lapas_desktop.domain.wording import format_date, format_number


@dataclass(frozen=True)
class Figure:
    """A number among the facts, with its format; None is "not stated"."""

    value: Decimal | int | None
    format: str = MONEY


Columns = Sequence[tuple[tuple[int, int], tuple[int, int]]]  # label and value: first and last column
Fact = tuple[str, str | date | Figure | None]

LABEL = Look(color="404040")
CENTRED = replace(CELL, align="center")
HEADING = Look(bold=True, border="under")
HEADER = Look(bold=True, fill="D9E2EC", border="thin", align="center", vertical="center")
TITLE = Look(bold=True, size=14, align="center")
SUBTITLE = Look(align="center")
MARK = Look(bold=True, size=11, color="9C0006", fill="FFE5E5", align="center")
TOTAL = Look(bold=True, border="thin", fill="F2F2F2")
TOTAL_CENTRED = replace(TOTAL, align="center")
TOTAL_NUMBER = replace(TOTAL, align="right", wrap=False)
MISSING = {"id": "belum diisi", "en": "not stated"}
NO_FIGURE = "—"


def letterhead(grid: Grid, manifest: ExportManifest) -> None:
    """The office's kop over the full width between its logos, closed by a double rule."""
    kop, first = manifest.office.kop, grid.row
    lines = kop.lines or tuple(filter(None, (manifest.office.name, manifest.office.address)))
    bold = kop.bold_line if kop.lines else 0
    for index, line in enumerate(lines):
        look = Look(bold=index == bold, size=12 if index == bold else 10, align="center")
        if index == len(lines) - 1:
            look = replace(look, border="double")
        grid.end_row(grid.wide(1, grid.columns, line, look))
    grid.logos(kop, first)
    grid.end_row(6)


def marks(grid: Grid, manifest: ExportManifest) -> None:
    """One line each while the paper is void, a draft or a sample; a sample says so above every page too."""
    words = {
        "id": ("BATAL", "KONSEP – belum dilepas, bukan dokumen resmi", "CONTOH – data contoh, bukan pengiriman nyata"),
        "en": ("VOID", "DRAFT – not yet released, no official paper", "SAMPLE – example data, no real shipment"),
    }[grid.language]  # fmt: skip
    shown = [manifest.is_void, manifest.is_draft, manifest.is_sample]
    for text, wanted in zip(words, shown, strict=True):
        if wanted:
            grid.end_row(grid.wide(1, grid.columns, text, MARK))
    if any(shown):
        grid.end_row(6)
    if manifest.is_sample:
        grid.running_mark({"id": "CONTOH", "en": "CONTOH · SAMPLE"}[grid.language])


def title(grid: Grid, text: str, *under: str) -> None:
    """The paper's name, centred, with lines under it."""
    grid.end_row(grid.wide(1, grid.columns, text, TITLE))
    for line in filter(None, under):
        grid.end_row(grid.wide(1, grid.columns, line, SUBTITLE))
    grid.end_row(6)


def heading(grid: Grid, text: str) -> None:
    """A heading over the full width, with a little room above."""
    grid.end_row(8)
    grid.end_row(grid.wide(1, grid.columns, text, HEADING))


def facts(grid: Grid, columns: Columns, *lists: Sequence[Fact]) -> None:
    """Lists of label and value side by side; a missing value says so."""
    for index in range(max(map(len, lists))):
        heights = [13.75]
        for pairs, (label, value) in zip(lists, columns, strict=True):
            if index < len(pairs):
                heights.append(grid.wide(*label, pairs[index][0], LABEL))
                heights.append(_fact_value(grid, value, pairs[index][1]))
        grid.end_row(*heights)


def _fact_value(grid: Grid, span: tuple[int, int], value: str | date | Figure | None) -> float:
    first, last = span
    if isinstance(value, date):
        grid.day(first, value)
    elif isinstance(value, Figure) and value.value is not None:
        grid.number(first, value.value, Look(format=value.format, wrap=False))
    else:
        return grid.wide(first, last, value if isinstance(value, str) and value else grid.missing)
    grid.span(first, last, PLAIN)
    return 0.0


def header_row(grid: Grid, titles: Sequence[str]) -> None:
    """The table's header, repeated on every page of the sheet."""
    grid.repeat(grid.row)
    heights = [grid.height(grid.text(i, text, HEADER), grid.width(i, i), HEADER) for i, text in enumerate(titles, 1)]
    grid.end_row(*heights)


def parties(grid: Grid, spans: Sequence[tuple[int, int]], shown: Iterable[Party]) -> None:
    """Role, name, address, country, identity number: one row a party."""
    english = grid.language == "en"
    titles = (
        ("Role", "Name", "Address", "Country", "Identity number")
        if english
        else ("Peran", "Nama", "Alamat", "Negara", "Nomor identitas")
    )
    table_row(grid, spans, titles, HEADER)
    for party in shown:
        identity = " ".join(filter(None, (party.identity_kind, party.identity))) if party.identity else ""
        texts = (
            party.role_en if english else party.role,
            party.name,
            party.address,
            party.country_en if english else party.country,
            identity,
        )
        table_row(grid, spans, texts, CELL)


def table_row(grid: Grid, spans: Sequence[tuple[int, int]], texts: Sequence[str], look: Look) -> None:
    """One row of texts, each over its span of columns."""
    pairs = zip(spans, texts, strict=True)
    grid.end_row(*[grid.wide(first, last, text or grid.missing, look) for (first, last), text in pairs])


def restated(
    grid: Grid, column: int, formula: str, inputs: Sequence[Decimal | int | None], given: Decimal | None, look: Look
) -> None:
    """A stated product, as a formula where the inputs' product rounds to it, else as the bare number.

    A gross weight read off the scale or a price agreed by hand is not what the formula would give.
    """
    if given is None or None in inputs:
        grid.number(column, given, look)
        return
    product = Decimal(1)
    for factor in inputs:
        product *= factor or 0
    places = max(2, -int(given.as_tuple().exponent))
    if product.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == given:
        grid.total(column, f"ROUND({formula},{places})", given, look)
    else:
        grid.number(column, given, look)


def column_sum(
    grid: Grid, column: int, rows: tuple[int, int], values: Iterable[Decimal | int | None], places: int, look: Look
) -> tuple[str, Decimal]:
    """Sum of a column; ``values`` are what stands in its cells. Returns the cell and what it shows."""
    value = sum((Decimal(value) for value in values if value is not None), Decimal(0))
    value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    span = f"{grid.address(column, rows[0])}:{grid.address(column, rows[1])}"
    return grid.total(column, f"ROUND(SUM({span}),{places})", value, look), value


def unit_sum(
    grid: Grid, column: int, unit_column: int, rows: tuple[int, int], pairs: Iterable[tuple[str, Decimal | None]]
) -> tuple[str, Decimal]:
    """Sum of the quantities whose unit is the text in this row's ``unit_column``."""
    here = grid.sheet.cell(grid.row, unit_column).value
    value = sum(
        (quantity for unit, quantity in pairs if quantity is not None and (cell_text(unit) or NO_FIGURE) == here),
        Decimal(0),
    )
    units = f"{grid.address(unit_column, rows[0])}:{grid.address(unit_column, rows[1])}"
    span = f"{grid.address(column, rows[0])}:{grid.address(column, rows[1])}"
    formula = f"ROUND(SUMPRODUCT(--EXACT({units},{grid.address(unit_column)}),{span}),4)"
    value = value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return grid.total(column, formula, value, replace(TOTAL_NUMBER, format=quantity_format([value]))), value


def quantity_format(values: Iterable[Decimal | None]) -> str:
    """Whole numbers without decimals; as soon as one value has some, all may show up to four."""
    return "#,##0" if all(value is None or value == value.to_integral_value() for value in values) else QUANTITY


def fitting(values: Iterable[Decimal | int | None], places: int, least: float) -> float:
    """Column width in which the widest of the figures, and about their sum, still shows."""
    total = sum((abs(Decimal(value)) for value in values if value is not None), Decimal(0))
    return max(least, len(format_number(total, "en", places)) * 1.1 + 2.5)


def signatures(
    grid: Grid, manifest: ExportManifest, blocks: Sequence[Signature], spans: Sequence[tuple[int, int]]
) -> None:
    """Place and date, then the places to sign side by side, as many in a row as there are spans."""
    place = manifest.signed_place or manifest.office.city
    rows = -(-max(len(blocks), 1) // len(spans))
    grid.together(10 + 13.75 + rows * 100)
    grid.end_row(10)
    last = (spans[-1][0], spans[-1][1])
    grid.end_row(grid.wide(*last, f"{place or NO_FIGURE}, {format_date(manifest.dated, grid.language)}", SUBTITLE))
    unnamed = Signature(label="Authorised signature" if grid.language == "en" else "Penanggung jawab")
    shown = list(blocks) or [unnamed]
    for start in range(0, len(shown), len(spans)):
        some = shown[start : start + len(spans)]
        under = list(zip(spans[-len(some) :], some, strict=True))
        _signature_row(grid, under, lambda block: block.label, SUBTITLE)
        _signature_row(grid, under, lambda block: block.title, SUBTITLE)
        grid.end_row(42)
        named = Look(bold=True, underline=True, align="center")
        _signature_row(grid, under, lambda block: block.name or f"({grid.missing})", named)
        _signature_row(grid, under, lambda block: block.identity, SUBTITLE)


def _signature_row(
    grid: Grid,
    blocks: Sequence[tuple[tuple[int, int], Signature]],
    part: Callable[[Signature], str],
    look: Look,
) -> None:
    grid.end_row(13.75, *[grid.wide(*span, part(block), look) for span, block in blocks])


def cell_number(look: str) -> Look:
    """A bordered figure in a number format."""
    return replace(NUMBER, format=look)
