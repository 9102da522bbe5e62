"""The facts of a shipment's manifest, read from the records and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from sqlalchemy.orm import Session

from lapas_desktop.documents import manifest_data as data
from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.places import country_name
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine
from lapas_desktop.i18n import N_
from lapas_desktop.i18n import indonesian as _  # a paper keeps its language
from lapas_desktop.services.letterhead import is_sample, letterhead, nip_of
from lapas_desktop.services.shipment_doubts import doubts
from lapas_desktop.storage import queries

_MODES_ENGLISH = {"laut": "Sea", "udara": "Air", "darat": "Road", "pos": "Post"}
_PAPER_VOLUME = Decimal("0.0001")


def export_manifest(session: Session, shipment: Shipment, on: date) -> data.ExportManifest:
    """Everything on the sheets; ``on`` dates the paper while the shipment is not released."""
    profile = queries.office_profile(session)
    agreement = shipment.agreement
    dated = shipment.released_on or shipment.shipped_on or on
    notes = [_(N_("Keterangan: {text}")).format(text=shipment.notes)] if shipment.notes else []
    return data.ExportManifest(
        office=data.Office(
            name=profile.name if profile else "",
            address=(profile.address or "") if profile else "",
            city=(profile.city or "") if profile else "",
            kop=letterhead(profile),
        ),
        reference=shipment.reference,
        dated=dated,
        kind=_(lists.SHIPMENT_KINDS[shipment.kind]),
        sequence=_sequence(shipment),
        is_draft=not shipment.number,
        is_sample=is_sample(shipment, profile),
        is_void=shipment.status == "cancelled",
        parties=tuple(_parties(shipment, profile)),
        agreement=data.Reference(number=agreement.reference, on=agreement.signed_on) if agreement else None,
        invoice=data.Reference(number=shipment.invoice_number or "", on=shipment.invoice_date),
        packing_list=data.Reference(number=shipment.packing_list_number or "", on=shipment.packing_list_date),
        peb=data.Reference(number=shipment.peb_number or "", on=shipment.peb_date),
        npe=data.Reference(number=shipment.npe_number or ""),
        transport=_transport(shipment),
        money=_money(shipment),
        ceremony=_ceremony(shipment),
        lines=tuple(_line(line, number) for number, line in enumerate(shipment.lines, 1)),
        packages=tuple(_packages(shipment)),
        totals=_totals(shipment),
        warnings=(*doubts(shipment, _), *notes),
        signed_place=(profile.city or "") if profile else "",
        signatures=tuple(_signatures(shipment, profile)),
        invoice_signatures=tuple(_invoice_signatures(shipment, dated)),
    )


def _sequence(shipment: Shipment) -> str:
    if not shipment.export_sequence:
        return ""
    text = _(N_("Ekspor ke-{n}")).format(n=shipment.export_sequence)
    country = shipment.destination_country
    return _(N_("{export} ke {country}")).format(export=text, country=country_name(country)) if country else text


def _parties(shipment: Shipment, profile: OfficeProfile | None) -> Iterator[data.Party]:
    if profile:
        yield data.Party(
            role=_(N_("Pemilik barang")), role_en="Producer", name=profile.name, address=profile.address or "",
            country=country_name("ID"), country_en=country_name("ID", "en"), identity=profile.npwp or "",
        )  # fmt: skip
    makers = {line.product.maker_id: line.product.maker for line in shipment.lines if line.product.maker}
    for maker in makers.values():
        yield _party(_(N_("IKM/produsen")), "Craft producer", maker)
    for role, english, partner in (
        (_(N_("Eksportir")), "Exporter", shipment.exporter),
        (_(N_("Pembeli")), "Buyer", shipment.buyer),
        (_(N_("Penerima")), "Consignee", shipment.consignee),
        (_(N_("Pihak yang diberi tahu")), "Notify party", shipment.notify),
        (_(N_("Pengurus (PPJK)")), "Forwarder", shipment.forwarder),
    ):
        if partner:
            yield _party(role, english, partner)


def _party(role: str, english: str, partner: Partner) -> data.Party:
    kind, _space, number = partner.identity.partition(" ")
    return data.Party(
        role=role, role_en=english, name=partner.full_name, address=partner.address,
        country=country_name(partner.country), country_en=country_name(partner.country, "en"),
        identity_kind=kind or "NPWP", identity=number,
    )  # fmt: skip


def _transport(shipment: Shipment) -> data.Transport:
    country, mode = shipment.destination_country, shipment.mode
    return data.Transport(
        mode=_(lists.MODES[mode]) if mode else "",
        mode_en=_MODES_ENGLISH[mode] if mode else "",
        port_of_loading=shipment.port_of_loading or "",
        port_of_discharge=shipment.port_of_discharge or "",
        destination=country_name(country) if country else "",
        destination_en=country_name(country, "en") if country else "",
        incoterm=shipment.incoterm or "",
        incoterm_place=shipment.incoterm_place or "",
        carrier=shipment.carrier or "",
        vessel=shipment.vessel or "",
        bill=shipment.transport_document or "",
        container=shipment.container or "",
        seal=shipment.seal or "",
        planned_on=shipment.planned_on,
        released_on=shipment.released_on,
        shipped_on=shipment.shipped_on,
    )


def _money(shipment: Shipment) -> data.Money:
    return data.Money(
        currency=shipment.currency,
        rate=shipment.rate,
        rate_on=shipment.rate_on,
        rate_source=shipment.rate_source or "",
        fob=shipment.fob,
        freight=shipment.freight,
        insurance=shipment.insurance,
        rupiah_value=shipment.rupiah_value,
    )


def _ceremony(shipment: Shipment) -> data.Ceremony | None:
    officials = tuple(line.strip() for line in (shipment.officials or "").splitlines() if line.strip())
    if not (shipment.ceremony_on or shipment.ceremony_place or officials):
        return None
    return data.Ceremony(
        name=_sequence(shipment) or _(N_("Pelepasan barang")),
        place=shipment.ceremony_place or "",
        on=shipment.ceremony_on,
        officials=officials,
    )


def _line(line: ShipmentLine, number: int) -> data.GoodsLine:
    return data.GoodsLine(
        number=number,
        name=line.name or line.product.name,
        code=line.product.code,
        description_en=line.export_name or line.product.customs_description or "",
        hs_code=kinds.HS_CODE.format(line.hs_code, "id"),
        origin=line.origin_country or "",
        quantity=line.quantity,
        unit=_unit(line),
        unit_en=_unit_english(line),
        unit_price=line.unit_price,
        amount=line.amount,
        net_weight=line.net,
        inmate_quantity=line.made_by_inmates,
    )


def _unit(line: ShipmentLine) -> str:
    return _(lists.UNITS[line.unit or line.product.unit])


def _unit_english(line: ShipmentLine) -> str:
    words = lists.UNITS_ENGLISH_ONE if line.quantity == 1 else lists.UNITS_ENGLISH
    return words[line.unit or line.product.unit]


def _packages(shipment: Shipment) -> Iterator[data.Package]:
    """Rows of one number range are one mixed package: measured once, each content on its own row."""
    lines = {line.product_id: line for line in shipment.lines}
    for _span, rows in groupby(shipment.packages, key=lambda package: (package.from_no, package.to_no)):
        group = list(rows)
        yield _package(group[0], group, lines.get(group[0].product_id or 0))
        for further in group[1:]:
            line = lines.get(further.product_id or 0)
            yield data.Package(
                content_en=(line.export_name or line.name or "") if line else "",
                quantity_each=further.content,
                quantity=further.content * further.count if further.content is not None else None,
                unit_en=_unit_english(line) if line else "",
            )


def _package(package: Package, group: list[Package], line: ShipmentLine | None) -> data.Package:
    zero = Decimal(0)
    return data.Package(
        from_no=package.from_no,
        to_no=package.to_no,
        count=package.count,
        kind_en=lists.PACKAGES_ENGLISH[package.kind],
        marks=package.marks or "",
        content_en=(line.export_name or line.name or "") if line else "",
        quantity_each=package.content,
        quantity=package.content * package.count if package.content is not None else None,
        unit_en=_unit_english(line) if line else "",
        length=package.length,
        width=package.width,
        height=package.height,
        net_each=sum((row.net or zero for row in group), zero),
        gross_each=sum((row.gross or zero for row in group), zero),
        net=sum((row.total_net for row in group), zero),
        gross=sum((row.total_gross for row in group), zero),
        volume=sum((row.total_volume for row in group), zero),
    )


def _totals(shipment: Shipment) -> data.Totals:
    totals = shipment.totals
    packed = bool(shipment.packages)
    return data.Totals(
        quantities=tuple(_unit_totals(shipment)),
        packages=totals.packages if packed else None,
        net_weight=totals.net,
        gross_weight=totals.gross if packed else None,
        volume=totals.volume.quantize(_PAPER_VOLUME, ROUND_HALF_UP) if packed else None,
        value=totals.value,
    )


def _unit_totals(shipment: Shipment) -> Iterator[data.UnitTotal]:
    by_unit: dict[tuple[str, str], list[ShipmentLine]] = defaultdict(list)
    for line in shipment.lines:
        by_unit[_unit(line), _unit_english(line)].append(line)
    for (unit, english), lines in by_unit.items():
        made = [line.made_by_inmates for line in lines if line.made_by_inmates is not None]
        yield data.UnitTotal(
            unit=unit,
            unit_en=english,
            quantity=sum((line.quantity for line in lines), Decimal(0)),
            inmate_quantity=sum(made, Decimal(0)) if made else None,
        )


def _signatures(shipment: Shipment, profile: OfficeProfile | None) -> Iterator[data.Signature]:
    for label, name in (
        (_(N_("Dikemas oleh")), shipment.packed_by),
        (_(N_("Diperiksa oleh")), shipment.checked_by),
        (_(N_("Dirilis oleh")), shipment.released_by),
    ):
        if name:
            officers = profile.officers if profile else []
            job = next((officer.job for officer in officers if officer.name.casefold() == name.casefold()), "")
            yield data.Signature(label=label, title=job, name=name, identity=nip_of(profile, name))


def _invoice_signatures(shipment: Shipment, on: date) -> Iterator[data.Signature]:
    if shipment.exporter:
        person = shipment.exporter.signatory(on)
        yield data.Signature(
            label="Authorised signature", title=shipment.exporter.full_name, name=person.name if person else ""
        )
