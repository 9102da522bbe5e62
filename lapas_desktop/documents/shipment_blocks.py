"""What the papers of a shipment share: the sheet, its marks, who is who, facts and figures in two languages.

Indonesian papers are written by hand where a fact is open: it becomes a dotted line. English papers say "not stated".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from lapas_desktop.documents.blocks import Block, Gap, Kop, Look, Paragraph, Signature
from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine, Package, Party, Reference
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.domain.wording import format_date, format_money, format_number

LONG_BLANK = "…………………………"
NOT_STATED = "not stated"
OPEN = "(diisi)"
NONE = "—"
NOBODY = Signature((), "", "")
_WEIGHT_PLACES = 2, 4  # at least, at most
_MARKS = (("is_void", "BATAL"), ("is_draft", "KONSEP"), ("is_sample", "CONTOH"))
_NOTICES = {
    "is_void": "VOID – this shipment was given up",
    "is_draft": "DRAFT – not yet released, no official paper",
    "is_sample": "SAMPLE – example data, no real shipment",
}


def sheet_of(
    manifest: ExportManifest, title: str, reference: str, language: str = "id", *, landscape: bool = False
) -> Sheet:
    """Paper, watermark and running lines of one of the shipment's papers."""
    seller_ = seller(manifest) if language == "en" else None
    return Sheet(
        title=f"{title} {reference}".strip(),
        author=seller_.name if seller_ else manifest.office.name,
        reference=reference,
        paper=manifest.paper,
        language=language,
        watermark=" · ".join(word for name, word in _MARKS if getattr(manifest, name)),
        landscape=landscape,
    )


def head(manifest: ExportManifest, title: str, *under: str) -> Iterator[Block]:
    """Kop, title and number of an Indonesian paper."""
    yield Kop(manifest.office.kop)
    yield Paragraph(title, Look.TITLE, keep=True)
    for line in filter(None, under):
        yield Paragraph(line, Look.NUMBER, keep=True)
    yield Gap(8)


def english_head(manifest: ExportManifest, title: str, number: str) -> Iterator[Block]:
    """Title and number of an English paper, and what the watermark means; the kop only when the office itself sells."""
    if party(manifest, "Exporter") is None:
        yield Kop(manifest.office.kop)
    yield Paragraph(title, Look.TITLE, keep=True)
    yield Paragraph(f"No. {number}", Look.NUMBER, keep=True)
    for name, text in _NOTICES.items():
        if getattr(manifest, name):
            yield Paragraph(text, Look.NOTICE, keep=True)
    yield Gap(8)


def number_of(reference: Reference, manifest: ExportManifest) -> str:
    """The number of an invoice or packing list; a revision is told."""
    if not reference.number:
        return NOT_STATED
    return f"{reference.number} · Revision {manifest.revision}" if manifest.revision else reference.number


def contract(manifest: ExportManifest) -> Reference:
    """The agreement that an invoice may name: one made later and linked afterwards is not its contract."""
    agreement, day = manifest.agreement or Reference(), manifest.invoice.on or manifest.dated
    return Reference() if agreement.on and agreement.on > day else agreement


def party(manifest: ExportManifest, *roles: str) -> Party | None:
    """The first party that has one of the English roles, the roles in that order."""
    return next((one for role in roles for one in manifest.parties if one.role_en == role), None)


def owner(manifest: ExportManifest) -> Party:
    """The office, as owner of the goods."""
    known = party(manifest, "Producer", "Owner of goods")
    return known or Party(
        role="Pemilik barang", role_en="Producer", name=manifest.office.name, address=manifest.office.address
    )


def seller(manifest: ExportManifest) -> Party:
    """Who sells: the exporter, else the office itself."""
    return party(manifest, "Exporter") or owner(manifest)


def receiver(manifest: ExportManifest) -> Party | None:
    """Who takes the goods over from the office: the exporter, else who they are meant for."""
    return party(manifest, "Exporter", "Consignee", "Buyer")


def english_party(one: Party | None) -> str:
    """Name, address, country and number, a line each."""
    if one is None or not one.name:
        return NOT_STATED
    identity = f"{one.identity_kind} {one.identity}" if one.identity else ""
    return "\n".join(filter(None, (one.name, one.address, one.country_en, identity)))


def stated(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The facts that are known."""
    return tuple((label, text) for label, text in pairs if text)


def english_day(day: date | None) -> str:
    return format_date(day, "en") if day else ""


def indonesian_day(day: date | None) -> str:
    return format_date(day) if day else ""


def terms(manifest: ExportManifest) -> str:
    """ "FCA Palangka Raya (Incoterms 2020)"; nothing without a term."""
    way = manifest.transport
    return f"{' '.join(filter(None, (way.incoterm, way.incoterm_place)))} (Incoterms 2020)" if way.incoterm else ""


def route(manifest: ExportManifest) -> tuple[tuple[str, str], ...]:
    """How the goods travel, as far as it is known."""
    way = manifest.transport
    size = way.container_type.partition(" (")[0]  # "LCL (bersama barang lain)" is told in Indonesian
    container = " ".join(filter(None, (way.container, f"({size})" if size else "")))
    return stated(
        (
            ("Transport by", way.mode_en),
            ("Port of loading", way.port_of_loading),
            ("Port of discharge", way.port_of_discharge),
            ("Final destination", way.destination_en),
            ("Carrier", way.carrier),
            ("Vessel / flight", way.vessel),
            ("B/L or AWB no.", way.bill),
            ("Container", container),
            ("Seal no.", way.seal),
        )
    )


def figure(value: Decimal | int | None, language: str, places: int | None = None) -> str:
    return NONE if value is None else format_number(value, language, places)


def money(value: Decimal | None, currency: str, language: str) -> str:
    return NONE if value is None else format_money(value, currency, language)


def places_of(values: Iterable[Decimal | None], least: int = 0) -> int:
    """Decimals in which every figure of a column shows whole, so that they stand one under another."""
    used = [-int(value.normalize().as_tuple().exponent) for value in values if value]
    return min(max([least, *used]), _WEIGHT_PLACES[1])


def weight_places(manifest: ExportManifest) -> int:
    """Of all weights on one shipment's papers."""
    totals = (manifest.totals.net_weight, manifest.totals.gross_weight)
    each = (weight for one in manifest.packages for weight in (one.net_each, one.gross_each, one.net, one.gross))
    return places_of((*totals, *each), _WEIGHT_PLACES[0])


def quantity_places(rows: Sequence[GoodsLine | Package]) -> int:
    return places_of(row.quantity for row in rows)


def package_numbers(package: Package) -> str:
    """ "1–10", "11"; nothing for further contents of the package named above."""
    if package.from_no is None:
        return ""
    return f"{package.from_no}" if package.to_no in (None, package.from_no) else f"{package.from_no}–{package.to_no}"


def english_signature(manifest: ExportManifest) -> Signature:
    """Where the seller signs an English paper; posts are known in Indonesian only."""
    one = seller(manifest)
    name = manifest.invoice_signatures[0].name if manifest.invoice_signatures else ""
    above = tuple(filter(None, ("For and on behalf of", one.name)))
    return Signature(above, "", name or one.signatory or LONG_BLANK)


def signature_of(label: str, one: Party | None, person: str) -> Signature:
    """Where a person signs for a party."""
    if one is None:
        return Signature((label,), "", person or LONG_BLANK)
    below = (one.job, one.signatory_identity) if person and person == one.signatory else ()
    return Signature((label, one.name), "", person or LONG_BLANK, tuple(filter(None, below)))
