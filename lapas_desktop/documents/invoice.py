"""The Commercial Invoice: English, what the goods are worth."""

from __future__ import annotations

from collections.abc import Iterator

from lapas_desktop.documents import shipment_blocks as shared
from lapas_desktop.documents.blocks import Block, Facts, Gap, Grid, GridColumn, Look, Paper, Paragraph, Signatures
from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine
from lapas_desktop.documents.shipment_blocks import figure, money
from lapas_desktop.domain.wording import format_number, money_in_words

TITLE = "COMMERCIAL INVOICE"


def invoice_paper(manifest: ExportManifest) -> Paper:
    """The paper of an invoice."""
    number = shared.number_of(manifest.invoice, manifest)
    return Paper(shared.sheet_of(manifest, "Commercial Invoice", number, "en"), tuple(_blocks(manifest, number)))


def _blocks(manifest: ExportManifest, number: str) -> Iterator[Block]:
    yield from shared.english_head(manifest, TITLE, number)
    yield Facts(_parties(manifest), label=0.32)
    yield Gap(4)
    yield Facts((_references(manifest), shared.route(manifest)))
    yield Paragraph("Goods", Look.PART, keep=True)
    yield _goods(manifest)
    yield Gap(8)
    yield Facts((_worth(manifest),), label=0.24, keep=True)
    yield Gap(6)
    yield Signatures((shared.NOBODY, shared.english_signature(manifest)))


def _parties(manifest: ExportManifest) -> tuple[tuple[tuple[str, str], ...], ...]:
    buyer, consignee = shared.party(manifest, "Buyer"), shared.party(manifest, "Consignee")
    same = consignee is None or (buyer is not None and buyer.name == consignee.name)
    left = [("Seller / shipper", shared.english_party(shared.seller(manifest)))]
    if notify := shared.party(manifest, "Notify party"):
        left.append(("Notify party", shared.english_party(notify)))
    right = [
        ("Buyer", shared.english_party(buyer or consignee)),
        ("Consignee", "same as buyer" if same else shared.english_party(consignee)),
    ]
    return tuple(left), tuple(right)


def _references(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    agreement = shared.contract(manifest)
    return (
        ("Invoice date", shared.english_day(manifest.invoice.on) or shared.NOT_STATED),
        *shared.stated(
            (
                ("Packing list no.", manifest.packing_list.number),
                ("Packing list date", shared.english_day(manifest.packing_list.on)),
                ("Contract no.", agreement.number),
                ("Contract date", shared.english_day(agreement.on)),
            )
        ),
        ("Shipment ref.", manifest.reference),
        ("Terms of delivery", shared.terms(manifest) or shared.NOT_STATED),
        ("Currency", manifest.money.currency or shared.NOT_STATED),
    )


def _goods(manifest: ExportManifest) -> Grid:
    currency = manifest.money.currency or shared.NONE
    columns = (
        GridColumn("No.", 6, figure=True),
        GridColumn("Description of goods", 29),
        GridColumn("HS code", 12),
        GridColumn("Origin", 9),
        GridColumn("Quantity", 10, figure=True),
        GridColumn("Unit", 8),
        GridColumn(f"Unit price ({currency})", 13, figure=True),
        GridColumn(f"Amount ({currency})", 15, figure=True),
    )
    places = shared.quantity_places(manifest.lines)
    return Grid(columns, tuple(_line(line, places) for line in manifest.lines), _totals(manifest, places), small=True)


def _line(line: GoodsLine, places: int) -> tuple[str, ...]:
    return (
        str(line.number),
        line.description_en or line.name,
        line.hs_code or shared.NONE,
        line.origin or shared.NONE,
        figure(line.quantity, "en", places),
        line.unit_en,
        figure(line.unit_price, "en", 2),
        figure(line.amount, "en", 2),
    )


def _totals(manifest: ExportManifest, places: int) -> tuple[tuple[str, ...], ...]:
    """One row a unit; the value stands in the first."""
    units = [(format_number(unit.quantity, "en", places), unit.unit_en) for unit in manifest.totals.quantities]
    value = figure(manifest.totals.value, "en", 2)
    return tuple(
        ("", "" if row else "Total", "", "", quantity, unit, "", "" if row else value)
        for row, (quantity, unit) in enumerate(units or [("", "")])
    )


def _worth(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    """The value in words, what it is made of, and in rupiah; then what was packed."""
    cash, totals = manifest.money, manifest.totals
    value, currency = totals.value, cash.currency
    words = money_in_words(value, currency, "en") if value is not None and currency else ""
    facts = [
        ("Total value", f"{money(value, currency, 'en')}{f' {terms}' if (terms := shared.terms(manifest)) else ''}"),
        ("Amount in words", words[:1].upper() + words[1:] or shared.NOT_STATED),
    ]
    charges = (("FOB value", cash.fob), ("Freight", cash.freight), ("Insurance", cash.insurance))
    facts += [(label, money(amount, currency, "en")) for label, amount in charges if amount is not None]
    if currency != "IDR":
        facts.append(("Exchange rate", _rate(manifest)))
        rupiah = cash.rupiah_value
        facts.append(("Equivalent in rupiah", shared.NOT_STATED if rupiah is None else money(rupiah, "IDR", "en")))
    return (*facts, *_packed(manifest))


def _rate(manifest: ExportManifest) -> str:
    cash = manifest.money
    if cash.rate is None:
        return shared.NOT_STATED
    note = ", ".join(filter(None, (shared.english_day(cash.rate_on), cash.rate_source)))
    rate = f"{cash.currency} 1 = IDR {format_number(cash.rate, 'en', 4)}"
    return f"{rate} ({note})" if note else rate


def _packed(manifest: ExportManifest) -> Iterator[tuple[str, str]]:
    totals, places = manifest.totals, shared.weight_places(manifest)
    if totals.packages is not None:
        yield "Packages", format_number(totals.packages, "en")
    for label, weight in (("Net weight", totals.net_weight), ("Gross weight", totals.gross_weight)):
        if weight is not None:
            yield label, f"{format_number(weight, 'en', places)} kg"
