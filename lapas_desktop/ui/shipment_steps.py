"""The steps on a shipment's way as offers: what the window asks before each, says after it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from lapas_desktop.domain import kinds
from lapas_desktop.domain.entity import Field, field_of
from lapas_desktop.domain.errors import Invalid, Problem
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import records, shipments
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.shipment_checks import shipment_checks
from lapas_desktop.services.shipments import Step, number_at_release, obstacles, status_of, step_back
from lapas_desktop.ui.ask_panel import Line, Question, ask_first
from lapas_desktop.ui.screen import Chosen, Offer, now_with, step

MOST_ASKED = 8  # lines whose accepted quantity is asked for one by one
_ACCEPTED = "accepted_"


def in_status(*statuses: str) -> Callable[[Office, int | None], bool]:
    """For an offer that makes sense in some statuses only; what is not saved yet is ``new``."""
    return lambda office, record_id: (status_of(office, record_id) if record_id else "new") in statuses


def stored(_office: Office, record_id: int | None) -> bool:
    """For an offer that makes sense once there is something to tell of."""
    return record_id is not None


def _against(taken: Step) -> Callable[[Office, int, datetime], Problem | None]:
    def why_not(office: Office, record_id: int, now: datetime) -> Problem | None:
        first = next(iter(obstacles(office, record_id, taken, now)), None)
        return replace(first, field="") if first and first.field == "status" else first

    return why_not


def _release(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]
    today = at.clock().date()
    number = number_at_release(at.office, record_id, today)
    open_checks = shipment_checks(at.office, record_id, today)

    def about(_typed: dict[str, Any]) -> Iterator[Line]:
        yield Line(_(N_("Nomornya {number}. Isi surat dibekukan dan terkunci.")).format(number=number), "neutral")
        if open_checks:
            yield Line(_(N_("Pemeriksaan yang masih terbuka")), heading=True)
        for check in open_checks:
            yield Line(check.text, "bad" if check.finding.wrong else "warning")

    def do(_given: dict[str, Any]) -> None:
        saved = shipments.release_shipment(at.office, record_id, at.clock(), at.who)
        chosen.finish(lambda: saved, _(N_("{number} dirilis; isi suratnya dibekukan.")).format(number=number))

    word = _(N_("Rilis {number}")).format(number=number)
    ask_first(chosen.at, Question(_(N_("Rilis dan beri nomor")), [], {}, word, do, lambda typed: tuple(about(typed))))


def _with_reason(
    title: str, use_case: Callable[..., records.Saved], told: str, hint: str
) -> Callable[[Chosen], object]:  # fmt: skip
    """A step that asks for nothing but its reason."""

    def take(chosen: Chosen) -> None:
        at, record_id = chosen.at, chosen.ids[0]

        def do(given: dict[str, Any]) -> None:
            saved = use_case(at.office, record_id, given["reason"], at.clock(), at.who)
            chosen.finish(lambda: saved, _(told).format(reference=saved.reference))

        reason = Field("reason", N_("Alasan"), kinds.TEXT, required=True, hint=hint, wide=True)
        ask_first(chosen.at, Question(_(title), [reason], {}, _(title), do))

    return take


def _needed(name: str, label: str = "") -> Field:
    declared = field_of(Shipment, name)
    return replace(declared, label=label or declared.label, required=True, hint="")


def _ship(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]
    loaded = records.load(at.office, Shipment, record_id)

    def do(given: dict[str, Any]) -> None:
        bill = given["transport_document"]
        saved = shipments.ship_shipment(
            at.office, record_id, given["shipped_on"], at.clock(), at.who, transport_document=bill
        )
        told = _(N_("{reference} dikirim.")).format(reference=saved.reference)
        chosen.finish(lambda: saved, told, now_with(chosen, step_back))

    label = N_("Nomor B/L, AWB atau resi")
    fields = [
        _needed("shipped_on", N_("Tanggal kirim")),
        replace(_needed("transport_document", label), required=False),
    ]
    values = {"shipped_on": at.clock().date(), "transport_document": loaded["transport_document"]}
    ask_first(chosen.at, Question(_(N_("Catat pengiriman")), fields, values, _(N_("Kirim")), do))


def _deliver(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]
    loaded = records.load(at.office, Shipment, record_id)
    lines = loaded["lines"] if len(loaded["lines"]) <= MOST_ASKED else []

    def do(given: dict[str, Any]) -> None:
        accepted = {number: given[f"{_ACCEPTED}{number}"] for number in range(len(lines))}
        saved = shipments.deliver_shipment(
            at.office, record_id, given["delivered_on"], at.clock(), at.who,
            received_by=given["received_by"], accepted=accepted or None,
        )  # fmt: skip
        told = _(N_("{reference} diterima.")).format(reference=saved.reference)
        chosen.finish(lambda: saved, told, now_with(chosen, step_back))

    fields = [_needed("delivered_on", N_("Tanggal terima")), replace(_needed("received_by"), required=False)]
    values = {"delivered_on": at.clock().date(), "received_by": loaded["received_by"]}
    for number, line in enumerate(lines):
        label = _(N_("{name}: diterima dari {sent}")).format(
            name=line["name"] or number + 1, sent=kinds.QUANTITY.shown(line["quantity"])
        )
        fields.append(Field(f"{_ACCEPTED}{number}", label, kinds.QUANTITY, required=True))
        values[f"{_ACCEPTED}{number}"] = line["quantity"]

    def about(typed: dict[str, Any]) -> Sequence[Line]:
        short = [
            line for number, line in enumerate(lines)
            if (taken := typed.get(f"{_ACCEPTED}{number}")) is not None and taken < (line["quantity"] or Decimal(0))
        ]  # fmt: skip
        told = [Line(_(N_("Kurang dari yang dikirim: {name}.")).format(name=line["name"]), "warning") for line in short]
        if not lines:
            told.append(Line(_(N_("Semua barang dicatat diterima; yang kurang diubah di tabel Barang.")), "neutral"))
        return told

    def checked(given: dict[str, Any]) -> None:
        try:
            do(given)
        except Invalid as invalid:
            raise Invalid([_beside(problem) for problem in invalid.problems]) from None

    ask_first(chosen.at, Question(_(N_("Catat penerimaan")), fields, values, _(N_("Terima")), checked, about))


def _beside(problem: Problem) -> Problem:
    """A problem of a line's accepted quantity, beside the field that asks for it."""
    table, _bracket, rest = problem.field.partition("[")
    number, _bracket, name = rest.partition("].")
    return replace(problem, field=f"{_ACCEPTED}{number}") if (table, name) == ("lines", "accepted") else problem


PACK = Offer(
    N_("Tandai dikemas"), step(shipments.pack_shipment, N_("Ditandai sudah dikemas."), step_back),
    _against(Step.PACK), in_list=True, fits=in_status("new", "draft"),
)  # fmt: skip
RELEASE = Offer(
    N_("Rilis…"), _release, _against(Step.RELEASE), in_list=True, picture="release",
    fits=in_status("new", "draft", "packed"),
)  # fmt: skip
REVISE = Offer(
    N_("Buka revisi…"),
    _with_reason(
        N_("Buka revisi"), shipments.revise_shipment, N_("{reference} dibuka untuk revisi; nomornya tetap."),
        N_("Dicatat pada keterangan; surat berikutnya bertanda revisi."),
    ),
    _against(Step.REVISE), picture="restore", fits=in_status("released"),
)  # fmt: skip
SHIP = Offer(N_("Kirim…"), _ship, _against(Step.SHIP), in_list=True, fits=in_status("released"))
DELIVER = Offer(
    N_("Terima…"), _deliver, _against(Step.DELIVER), in_list=True, fits=in_status("released", "shipped")
)  # fmt: skip
RETURN = Offer(
    N_("Dikembalikan…"),
    _with_reason(
        N_("Catat dikembalikan"), shipments.return_shipment, N_("{reference} dicatat dikembalikan."),
        N_("Barangnya kembali menjadi stok."),
    ),
    _against(Step.RETURN), fits=in_status("shipped", "delivered"),
)  # fmt: skip
VOID = Offer(
    N_("Batalkan…"),
    _with_reason(
        N_("Batalkan pengiriman"), shipments.void_shipment, N_("{reference} dibatalkan."),
        N_("Nomor yang sudah diberikan tidak dipakai lagi."),
    ),
    _against(Step.VOID), fits=in_status("draft", "packed", "released"),
)  # fmt: skip
BACK = Offer(
    N_("Urungkan langkah"), step(step_back, N_("Langkah terakhir diurungkan.")), _against(Step.BACK),
    fits=in_status("packed", "shipped", "delivered"),
)  # fmt: skip
