"""The steps in an agreement's life as offers: what the window asks before each, says after it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from lapas_desktop.domain import kinds
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Field, field_of
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import agreement_life as life
from lapas_desktop.services import records
from lapas_desktop.services.agreement_life import Step, obstacles
from lapas_desktop.services.office_profile import Office, profile_values
from lapas_desktop.services.renewal import renew_agreement
from lapas_desktop.services.signing import checks, signers_on, stage_of
from lapas_desktop.services.termination import LeftOpen, left_open, resume_agreement, terminate_agreement
from lapas_desktop.ui.amending import begin_addendum, compare, why_no_addendum, why_no_comparison
from lapas_desktop.ui.ask_panel import Line, Question, ask_first
from lapas_desktop.ui.screen import Chosen, Offer, now_with, step

_AT_SIGNING = ("number", "signed_on", "signed_at")


def in_stage(*stages: str) -> Callable[[Office, int | None], bool]:
    """For an offer that makes sense in some stages only; what is not saved yet is a draft."""
    return lambda office, record_id: (stage_of(office, record_id) if record_id else "draft") in stages


def _against(taken: Step, asked: Sequence[str] = ()) -> Callable[[Office, int, datetime], Problem | None]:
    """What stands against a step, without the fields that the window asks for when it is taken."""

    def why_not(office: Office, record_id: int, now: datetime) -> Problem | None:
        found = obstacles(office, record_id, taken, now.date())
        first = next((problem for problem in found if problem.field not in asked), None)
        return replace(first, field="") if first and first.field == "stage" else first

    return why_not


def _needed(name: str) -> Field:
    return replace(field_of(Agreement, name), required=True, hint="", since="")


def _sign(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]
    stored = records.load(at.office, Agreement, record_id)
    today = at.clock().date()
    city = profile_values(at.office).get("city")
    values = {
        "number": stored["number"], "signed_on": stored["signed_on"] or today,
        "signed_at": stored["signed_at"] or city,
    }  # fmt: skip
    findings = [
        Line(check.text, "bad" if check.finding.wrong else "warning")
        for check in checks(at.office, record_id, today)
        if check.finding.field not in _AT_SIGNING
    ]

    def about(typed: dict[str, Any]) -> Iterator[Line]:
        day = typed.get("signed_on")
        if day:
            yield Line(_(N_("Yang menandatangani pada {day}")).format(day=DATE.shown(day)), heading=True)
            yield from (Line(str(signer)) for signer in signers_on(at.office, record_id, day))
        if findings:
            yield Line(_(N_("Pemeriksaan yang masih terbuka")), heading=True)
            yield from findings

    def do(given: dict[str, Any]) -> None:
        saved = life.sign_agreement(at.office, record_id, at.clock(), at.who, **given)
        told = _(N_("{reference} ditandatangani; isinya terkunci.")).format(reference=saved.reference)
        chosen.finish(lambda: saved, told, now_with(chosen, life.take_back_signature))

    title = _(N_("Tandatangani perjanjian"))
    fields = [replace(_needed(name), wide=name == "number") for name in _AT_SIGNING]
    ask_first(chosen.at, Question(title, fields, values, _(N_("Tandatangani")), do, lambda typed: tuple(about(typed))))


def _terminate(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]

    def about(typed: dict[str, Any]) -> Sequence[Line]:
        day: date | None = typed.get("terminated_on")
        return tuple(_open_lines(left_open(at.office, record_id, day))) if day else ()

    def do(given: dict[str, Any]) -> None:
        day, reason, letter = (
            given["terminated_on"], given["termination_reason"], given["termination_letter"] or "",
        )  # fmt: skip
        saved, _left = terminate_agreement(at.office, record_id, day, reason, letter, at.clock(), at.who)
        told = _(N_("{reference} diakhiri sejak {day}.")).format(reference=saved.reference, day=DATE.shown(day))
        chosen.finish(lambda: saved, told, now_with(chosen, resume_agreement))

    fields = [
        replace(_needed("terminated_on"), hint=N_("Hari pertama yang tidak berlaku lagi.")),
        replace(field_of(Agreement, "termination_letter"), hint=""),
        replace(_needed("termination_reason"), wide=True),
    ]
    values = {"terminated_on": at.clock().date()}
    ask_first(chosen.at, Question(_(N_("Akhiri perjanjian")), fields, values, _(N_("Akhiri")), do, about))


def _open_lines(left: LeftOpen) -> Iterator[Line]:
    if left.is_empty:
        yield Line(_(N_("Tidak ada kewajiban, sisa barang atau pengiriman yang terbuka.")), "neutral")
    if left.duties:
        yield Line(_(N_("Kewajiban yang belum dipenuhi")), heading=True)
        for duty in left.duties:
            whose = f"{duty.party}: " if duty.party else ""
            due = f" ({DATE.shown(duty.next_due_on)})" if duty.next_due_on else ""
            yield Line(f"{whose}{duty.text}{due}", "warning")
    if left.products:
        yield Line(_(N_("Barang yang belum dikirim")), heading=True)
        for line in left.products:
            yield Line(f"{line.name}: {format_number(line.remaining or 0)}", "warning")
    if left.shipments:
        yield Line(_(N_("Pengiriman yang masih berjalan")), heading=True)
        for shipment in left.shipments:
            yield Line(f"{shipment.reference} · {shipment.status_word}", "warning")


def _cancel(chosen: Chosen) -> None:
    at, record_id = chosen.at, chosen.ids[0]

    def do(given: dict[str, Any]) -> None:
        saved = life.cancel_agreement(at.office, record_id, at.clock(), at.who, reason=given["reason"])
        told = _(N_("{reference} dibatalkan.")).format(reference=saved.reference)
        chosen.finish(lambda: saved, told, now_with(chosen, life.reopen_agreement))

    hint = N_("Dicatat pada keterangan perjanjian.")
    reason = Field("reason", N_("Alasan pembatalan"), kinds.TEXT, required=True, hint=hint, wide=True)
    ask_first(chosen.at, Question(_(N_("Batalkan perjanjian")), [reason], {}, _(N_("Batalkan perjanjian")), do))


def _renew(chosen: Chosen) -> None:
    told = _(N_("Perpanjangan dibuat sebagai konsep. Periksa tanggal dan isi nomornya."))
    chosen.finish(now_with(chosen, renew_agreement), told)


SIGN = Offer(
    N_("Tandatangani…"), _sign, _against(Step.SIGN, _AT_SIGNING), in_list=True, picture="sign",
    fits=in_stage("draft", "review"),
)  # fmt: skip
REVIEW = Offer(
    N_("Kirim untuk diperiksa"),
    step(life.send_for_review, N_("Dikirim untuk diperiksa."), life.send_back),
    _against(Step.REVIEW), in_list=True, fits=in_stage("draft"),
)  # fmt: skip
SEND_BACK = Offer(
    N_("Kembalikan ke konsep"),
    step(life.send_back, N_("Kembali menjadi konsep."), life.send_for_review),
    _against(Step.SEND_BACK), fits=in_stage("review"),
)  # fmt: skip
CANCEL = Offer(N_("Batalkan…"), _cancel, _against(Step.CANCEL), fits=in_stage("draft", "review"))
REOPEN = Offer(
    N_("Buka kembali"), step(life.reopen_agreement, N_("Dibuka kembali sebagai konsep.")),
    _against(Step.REOPEN), in_list=True, picture="restore", fits=in_stage("cancelled"),
)  # fmt: skip
RENEW = Offer(
    N_("Perpanjang"), _renew, _against(Step.RENEW), in_list=True, fits=in_stage("signed", "terminated"),
)  # fmt: skip
AMEND = Offer(
    N_("+ Adendum baru"), lambda chosen: begin_addendum(chosen.at, chosen.forms, chosen.ids[0]), why_no_addendum,
    picture="addenda", fits=in_stage("signed", "terminated"),
)  # fmt: skip
COMPARE = Offer(
    N_("Bandingkan…"), lambda chosen: compare(chosen.at, chosen.forms, chosen.printing, chosen.ids[0]),
    why_no_comparison, picture="compare", fits=lambda _office, record_id: record_id is not None,
)  # fmt: skip
TERMINATE = Offer(N_("Akhiri…"), _terminate, _against(Step.TERMINATE), in_list=True, fits=in_stage("signed"))
UNSIGN = Offer(
    N_("Urungkan tanda tangan"),
    step(life.take_back_signature, N_("Tanda tangan diurungkan; perjanjian menjadi konsep lagi.")),
    _against(Step.UNSIGN), fits=in_stage("signed"),
)  # fmt: skip
RESUME = Offer(
    N_("Urungkan pengakhiran"), step(resume_agreement, N_("Pengakhiran diurungkan; perjanjian berlaku lagi.")),
    _against(Step.RESUME), fits=in_stage("terminated"),
)  # fmt: skip
