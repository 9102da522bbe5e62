"""The facts of an agreement's summary, read from the records and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from lapas_desktop.documents.summary_data import (
    AgreementSummary,
    PartyNumber,
    SummaryObligation,
    SummaryParty,
    SummaryProduct,
    SummaryShare,
    SummarySharing,
    SummaryShipment,
    SummarySignature,
    Supervision,
)
from lapas_desktop.domain import lists
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import STATUSES, Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.places import country_name
from lapas_desktop.domain.shipment import SENT_STATUSES, Shipment
from lapas_desktop.domain.terms import Terms, effective
from lapas_desktop.domain.wording import format_date, format_money, format_number, format_weekday_date
from lapas_desktop.i18n import N_
from lapas_desktop.i18n import indonesian as _  # a paper keeps its language
from lapas_desktop.services.deliveries import delivered_under
from lapas_desktop.services.letterhead import is_sample, letterhead, nip_of
from lapas_desktop.storage import queries

_ORDINALS = "Pertama Kedua Ketiga Keempat Kelima Keenam Ketujuh Kedelapan Kesembilan Kesepuluh".split()


def agreement_summary(session: Session, agreement: Agreement, on: date) -> AgreementSummary:
    """Everything the paper says on a day."""
    profile, terms = queries.office_profile(session), effective(agreement, on)
    shipments = list(session.scalars(queries.shipments_of(agreement.id)))
    city = (profile.city if profile else None) or ""
    place = agreement.signed_at or city
    return AgreementSummary(
        office=profile.name if profile else "",
        reference=agreement.reference,
        title=terms.title,
        parties=tuple(_party(party, i, agreement, profile, on) for i, party in enumerate(agreement.parties)),
        letterhead=letterhead(profile),
        city=city,
        paper=profile.paper if profile else "A4",
        numbers=tuple(_number(party, i, agreement) for i, party in enumerate(agreement.parties)),
        type_label=_(lists.AGREEMENT_TYPES[agreement.type]),
        status_label=_(STATUSES[agreement.status(on)]),
        is_draft=agreement.stage not in ("signed", "terminated"),
        is_sample=is_sample(agreement, profile),
        starts_on=agreement.starts_on,
        ends_on=agreement.final_day,
        days_remaining=agreement.days_remaining(on),
        signed_on=agreement.signed_on,
        signed_at=agreement.signed_at or "",
        addenda=tuple(_addendum(addendum) for addendum in agreement.signed_addenda),
        scope=terms.scope or "",
        destinations=tuple(country_name(code) for code in (terms.destinations or "").split(",") if code),
        products=tuple(_products(session, agreement, on)),
        sharing=_sharing(terms),
        obligations=tuple(
            SummaryObligation(duty.party or "", duty.text, duty.due_on, duty.done) for duty in agreement.obligations
        ),
        shipments=tuple(_shipment(shipment) for shipment in shipments),
        supervision=supervision(agreement, shipments),
        place_and_date=f"{place}, {format_date(agreement.signed_on)}" if agreement.signed_on else place,
        signatures=tuple(_signatures(agreement, profile, on)),
        printed_on=on,
    )


def _addendum(addendum: Addendum) -> str:
    """“Adendum I Nomor ADD-1, 1 Juni 2026”, what of it is there."""
    parts = [addendum.ordinal]
    if addendum.number:
        parts.append(_(N_("Nomor {number}")).format(number=addendum.number))
    return ", ".join(filter(None, (" ".join(parts), format_date(addendum.signed_on) if addendum.signed_on else "")))


def _ordinal(index: int) -> str:
    return f"Pihak {_ORDINALS[index] if index < len(_ORDINALS) else index + 1}"


def _number(party: Party, index: int, agreement: Agreement) -> PartyNumber:
    own = (agreement.number or "") if party.partner_id is None else ""
    return PartyNumber(_ordinal(index), party.number or own)


def _signer(party: Party, agreement: Agreement, profile: OfficeProfile | None, on: date) -> tuple[str, str, str]:
    """Name, post and authority: what was copied at signing first, else who is in office on the day."""
    if party.signatory_name:
        return party.signatory_name, party.signatory_job or "", party.authority or ""
    day = agreement.signed_on or on
    if party.partner:
        person = party.partner.signatory(day)
        authority = party.authority or (person.authority if person else None)
        return (person.name, person.job or "", authority or "") if person else ("", "", authority or "")
    officer = profile.signing_officer(day) if profile else None
    return (officer.name, officer.job, party.authority or "") if officer else ("", "", party.authority or "")


def _party(party: Party, index: int, agreement: Agreement, profile: OfficeProfile | None, on: date) -> SummaryParty:
    name, job, authority = _signer(party, agreement, profile, on)
    role = _ordinal(index).upper() + (f"\n{party.role}" if party.role else "")
    if party.partner:
        return SummaryParty(role, party.partner.full_name, party.partner.address, party.partner.identity,
                            name, job, authority)  # fmt: skip
    npwp = f"NPWP {profile.npwp}" if profile and profile.npwp else ""
    address = (profile.address or "") if profile else ""
    return SummaryParty(role, profile.name if profile else "", address, npwp, name, job, authority)


def _signatures(agreement: Agreement, profile: OfficeProfile | None, on: date) -> Iterator[SummarySignature]:
    """The first party signs on the right, as on the agreement itself."""
    ordered = list(enumerate(agreement.parties))
    for index, party in ordered[1:] + ordered[:1]:
        name, job, _authority = _signer(party, agreement, profile, on)
        organisation = party.partner.full_name if party.partner else (profile.name if profile else "")
        identity = job if party.partner else "\n".join(filter(None, (job, nip_of(profile, name))))
        yield SummarySignature(_ordinal(index).upper(), organisation, name, identity)


def _products(session: Session, agreement: Agreement, on: date) -> Iterator[SummaryProduct]:
    terms = effective(agreement, on)
    for found, line in zip(delivered_under(session, agreement, on), terms.products, strict=True):
        unit = _(lists.UNITS.get(found.unit, found.unit))
        yield SummaryProduct(
            name=found.name,
            unit=f"{unit} per {found.period}" if found.period else unit,
            agreed=found.agreed,
            shipped=found.shipped,
            remaining=found.remaining,
            price=line.price,
            currency=line.currency,
        )


def _sharing(terms: Terms) -> SummarySharing:
    basis = terms.sharing_basis
    percent = basis in lists.PERCENT_BASES
    shares = (
        SummaryShare(name, value if percent else None, None if percent else value) for name, value in terms.shares
    )
    return SummarySharing(_(lists.SHARING_BASES[basis]) if basis else "", tuple(shares))


def _quantities(shipments: Iterable[Shipment]) -> str:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in (line for shipment in shipments for line in shipment.lines):
        sums[line.unit or "buah"] += line.quantity
    return ", ".join(f"{format_number(quantity)} {_(lists.UNITS[unit])}" for unit, quantity in sums.items())


def _shipment(shipment: Shipment) -> SummaryShipment:
    lines = (
        f"{format_number(line.quantity)} {_(lists.UNITS[line.unit or 'buah'])} {line.name or ''}".strip()
        for line in shipment.lines
    )
    return SummaryShipment(
        reference=shipment.reference,
        date=shipment.shipped_on or shipment.released_on or shipment.planned_on,
        destination=country_name(shipment.destination_country) if shipment.destination_country else "",
        quantity="\n".join(lines),
        value=shipment.totals.value,
        currency=shipment.currency,
    )


def supervision(agreement: Agreement, shipments: list[Shipment]) -> Supervision:
    """The four questions of supervision, answered from the records."""
    # no word here depends on the day of printing: the check code must not change with it
    sent = [shipment for shipment in shipments if shipment.status in SENT_STATUSES]
    return Supervision(
        background=agreement.background or "",
        period=_period(agreement),
        implementation="\n".join(_implementation(agreement, sent)),
        profit=" ".join(filter(None, (agreement.profit_note, _profit(sent)))),
    )


def _period(agreement: Agreement) -> str:
    start, end = agreement.starts_on, agreement.final_day
    parts: list[str] = []
    if start:
        parts.append(f"{format_date(start)} – {format_date(end) if end else _(N_('tanpa batas waktu'))}")
    if renewal := effective(agreement, start or date.max).renewal:
        parts.append(_(lists.RENEWALS[renewal]).casefold())
    if agreement.stage == "terminated" and agreement.terminated_on:
        parts.append(_(N_("diakhiri {day}")).format(day=format_date(agreement.terminated_on)))
    return "; ".join(parts) + "." if parts else ""


def _implementation(agreement: Agreement, sent: list[Shipment]) -> Iterator[str]:
    if agreement.implementation:
        yield agreement.implementation
    if sent:
        text = _(N_("{count} pengiriman, seluruhnya {quantity}."))
        yield text.format(count=len(sent), quantity=_quantities(sent))
    else:
        yield _(N_("Belum ada pengiriman yang dirilis."))
    if agreement.obligations:
        done = sum(1 for duty in agreement.obligations if duty.done)
        text = _(N_("{done} dari {all} kewajiban selesai."))
        yield text.format(done=done, all=len(agreement.obligations))
    for shipment in sent:
        if shipment.ceremony_on:
            text = _(N_("{number} dilepas {day} di {place}."))
            day = format_weekday_date(shipment.ceremony_on)
            yield text.format(number=shipment.reference, day=day, place=shipment.ceremony_place or "—")
        yield from _works(shipment)
        if shipment.notes:
            yield f"{shipment.reference}: {shipment.notes}"
    if agreement.notes:
        yield agreement.notes


def _works(shipment: Shipment) -> Iterator[str]:
    """Who made what was sent, by its batches: heads, no names."""
    for batch in shipment.batches:
        if batch.people and batch.starts_on and batch.ends_on:
            text = _(N_("{code}: dikerjakan {n} warga binaan, {start} sampai {end}."))
            start, end = format_date(batch.starts_on), format_date(batch.ends_on)
            yield text.format(code=batch.code, n=format_number(batch.people), start=start, end=end)


def _profit(sent: list[Shipment]) -> str:
    if not sent:
        return _(N_("Belum ada hasil penjualan."))
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for shipment in sent:
        sums[shipment.currency] += shipment.totals.value
    values = ", ".join(format_money(value, currency) for currency, value in sums.items())
    text = _(N_("Nilai pengiriman: {values}")).format(values=values)
    rupiah = [shipment.rupiah_value for shipment in sent]
    if set(sums) != {"IDR"} and None not in rupiah:
        total = sum((value for value in rupiah if value is not None), Decimal(0))
        text += " " + _(N_("({rupiah} pada kurs tiap pengiriman)")).format(rupiah=format_money(total))
    return text + "."
