"""The facts of a shipment's manifest, read from the records and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy.orm import Session

from lapas_desktop.documents import manifest_data as data
from lapas_desktop.domain import lists
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.partner import Partner
from lapas_desktop.domain.places import country_name
from lapas_desktop.domain.ports import port_code
from lapas_desktop.domain.production import QUALITY
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_rows import ShipmentLine
from lapas_desktop.i18n import N_
from lapas_desktop.i18n import indonesian as _  # a paper keeps its language
from lapas_desktop.services.letterhead import is_sample, letterhead, nip_of
from lapas_desktop.services.manifest_rows import goods_lines, packages, unit_english, unit_word
from lapas_desktop.services.shipment_checks import findings_within
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
            origin_region=(profile.origin_region or "") if profile else "",
        ),
        reference=shipment.paper_number,
        dated=dated,
        kind=_(lists.SHIPMENT_KINDS[shipment.kind]),
        kind_code=shipment.kind,
        revision=shipment.revision,
        first_export=shipment.first_export,
        aju=shipment.aju_number or "",
        marks=tuple(_marks(shipment)),
        other_producers=_lines_of(shipment.other_producers),
        agreement_title=agreement.title if agreement else "",
        agreement_note=shipment.agreement_note or "",
        works=tuple(_works(shipment)),
        other_papers=tuple(_other_papers(shipment)),
        received_by=shipment.received_by or "",
        paper=profile.paper if profile else "A4",
        sequence=_sequence(shipment),
        is_draft=not shipment.number,
        is_sample=is_sample(shipment, profile),
        is_void=shipment.status == "cancelled",
        parties=tuple(_parties(shipment, profile, dated)),
        agreement=data.Reference(number=agreement.reference, on=agreement.signed_on) if agreement else None,
        invoice=data.Reference(number=shipment.invoice_number or "", on=shipment.invoice_date),
        packing_list=data.Reference(number=shipment.packing_list_number or "", on=shipment.packing_list_date),
        peb=data.Reference(number=shipment.peb_number or "", on=shipment.peb_date),
        npe=data.Reference(number=shipment.npe_number or ""),
        transport=_transport(shipment),
        money=_money(shipment),
        ceremony=_ceremony(shipment),
        lines=tuple(goods_lines(shipment)),
        packages=tuple(packages(shipment)),
        totals=_totals(shipment),
        warnings=(*(found.message for found in findings_within(session, shipment, on, _)), *notes),
        signed_place=(profile.city or "") if profile else "",
        signatures=tuple(_signatures(shipment, profile)),
        invoice_signatures=tuple(_invoice_signatures(shipment, dated)),
    )


def _lines_of(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _marks(shipment: Shipment) -> Iterator[str]:
    """What is painted on the packages: as typed, else buyer, destination and number."""
    if shipment.marks:
        yield from _lines_of(shipment.marks)
        return
    receiver = shipment.consignee or shipment.buyer
    if receiver:
        yield receiver.full_name.upper()
    way = shipment.port_of_discharge or shipment.destination_country
    if way:
        yield (shipment.port_of_discharge or country_name(way, "en")).upper()
    yield shipment.paper_number
    yield "MADE IN INDONESIA"


def _works(shipment: Shipment) -> Iterator[data.Work]:
    for batch, line in shipment.batches.items():
        check = batch.last_check
        yield data.Work(
            product=line.name or line.product.name, code=batch.code, starts_on=batch.starts_on, ends_on=batch.ends_on,
            people=batch.people, made=batch.made, passed=batch.passed, unit=unit_word(line),
            quality=_(QUALITY[batch.quality_state]), checked_on=check.day if check else None,
            check_number=(check.document or "") if check else "",
        )  # fmt: skip


def _other_papers(shipment: Shipment) -> Iterator[data.OtherPaper]:
    for row in shipment.documents:
        yield data.OtherPaper(
            name=_(lists.DOCUMENTS[row.document]), state=_(lists.DOCUMENT_STATES[row.state]), number=row.number or "",
            on=row.issued_on, issuer=row.issuer or "", valid_until=row.valid_until, remark=row.reason or "",
            code=lists.DOCUMENT_CODES.get(row.document, ""),
        )  # fmt: skip


def _sequence(shipment: Shipment) -> str:
    if not shipment.export_sequence:
        return ""
    text = _(N_("Ekspor ke-{n}")).format(n=shipment.export_sequence)
    country = shipment.destination_country
    return _(N_("{export} ke {country}")).format(export=text, country=country_name(country)) if country else text


def _parties(shipment: Shipment, profile: OfficeProfile | None, on: date) -> Iterator[data.Party]:
    if profile:
        head = profile.signing_officer(on)
        yield data.Party(
            role=_(N_("Pemilik barang")), role_en="Producer", name=profile.name, address=profile.address or "",
            country=country_name("ID"), country_en=country_name("ID", "en"), identity=profile.npwp or "",
            signatory=head.name if head else "", job=head.signing_post if head else "",
            signatory_identity=f"NIP {head.nip}" if head and head.nip else "",
        )  # fmt: skip
    makers = {line.product.maker_id: line.product.maker for line in shipment.lines if line.product.maker}
    for maker in makers.values():
        yield _party(_(N_("IKM/produsen")), "Craft producer", maker, on)
    for role, english, partner in (
        (_(N_("Eksportir")), "Exporter", shipment.exporter),
        (_(N_("Pembeli")), "Buyer", shipment.buyer),
        (_(N_("Penerima")), "Consignee", shipment.consignee),
        (_(N_("Pihak yang diberi tahu")), "Notify party", shipment.notify),
        (_(N_("Pengurus (PPJK)")), "Forwarder", shipment.forwarder),
    ):
        if partner:
            yield _party(role, english, partner, on)


def _party(role: str, english: str, partner: Partner, on: date) -> data.Party:
    person = partner.signatory(on)
    kind, _space, number = partner.identity.partition(" ")
    return data.Party(
        role=role, role_en=english, name=partner.full_name, address=partner.address,
        country=country_name(partner.country), country_en=country_name(partner.country, "en"),
        identity_kind=kind or "NPWP", identity=number, nib=partner.nib or "", country_code=partner.country,
        signatory=person.name if person else "", job=(person.job or "") if person else "",
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
        container_type=_(lists.CONTAINERS[shipment.container_type]) if shipment.container_type else "",
        seal=shipment.seal or "",
        vehicle=shipment.vehicle or "",
        driver=shipment.driver or "",
        mode_code=mode or "",
        container_code=shipment.container_type or "",
        destination_code=country or "",
        loading_code=port_code(shipment.port_of_loading or ""),
        discharge_code=port_code(shipment.port_of_discharge or ""),
        delivered_on=shipment.delivered_on,
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
    officials = _lines_of(shipment.officials)
    if not (shipment.ceremony_name or shipment.ceremony_on or shipment.ceremony_place or officials):
        return None
    return data.Ceremony(
        name=shipment.ceremony_name or _sequence(shipment) or _(N_("Pelepasan barang")),
        place=shipment.ceremony_place or "",
        on=shipment.ceremony_on,
        officials=officials,
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
        by_unit[unit_word(line), unit_english(line)].append(line)
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
