"""What stands in the way of each step in an agreement's life. No obstacle: the step may be taken.

Draft → review → signed; cancelled before signing, terminated after. All of it can be taken back until the
signature; a signature only on the day it was entered, as long as nothing depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapas_desktop.domain.agreement import ON_THE_DESK, Agreement
from lapas_desktop.domain.entity import all_problems
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.wording import format_date_short
from lapas_desktop.i18n import N_, _


def review_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why a draft cannot be sent for review."""
    if agreement.stage != "draft":
        yield Problem("stage", _(N_("Hanya konsep yang dapat diajukan untuk diperiksa.")))
    else:
        yield from all_problems(agreement)


def sending_back_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why an agreement under review cannot become a draft again."""
    if agreement.stage != "review":
        yield Problem("stage", _(N_("Perjanjian ini tidak sedang diperiksa.")))


def signing_obstacles(agreement: Agreement, on: date) -> Iterator[Problem]:
    """Why an agreement cannot be entered as signed on a day. Review may be left out."""
    if agreement.stage not in ON_THE_DESK:
        yield Problem("stage", _(N_("Hanya konsep atau perjanjian yang diperiksa dapat ditandatangani.")))
        return
    yield from all_problems(agreement)
    yield from agreement.unsigned_facts()
    if agreement.signed_on and agreement.signed_on > on:
        yield Problem("signed_on", _(N_("Tanggal tanda tangan belum tiba.")))


def unsigning_obstacles(agreement: Agreement, entered_on: date | None, shipped: int, on: date) -> Iterator[Problem]:
    """Why a signature cannot be taken back. ``shipped``: released shipments under the agreement."""
    if agreement.stage != "signed":
        yield Problem("stage", _(N_("Perjanjian ini tidak sedang dalam tahap ditandatangani.")))
        return
    if entered_on != on:
        day = format_date_short(entered_on) if entered_on else _(N_("waktu yang lalu"))
        text = _(N_("Tanda tangan dicatat {day}; hanya dapat ditarik pada hari yang sama. Akhiri perjanjiannya."))
        yield Problem("stage", text.format(day=day))
    if agreement.signed_addenda:
        yield Problem("stage", _(N_("Sudah ada adendum yang ditandatangani.")))
    if shipped:
        yield Problem("stage", _(N_("{n} pengiriman sudah dirilis di bawah perjanjian ini.")).format(n=shipped))
    if any(follower.stage == "signed" and follower.deleted_at is None for follower in agreement.successors):
        yield Problem("stage", _(N_("Perpanjangannya sudah ditandatangani.")))


def cancelling_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why an agreement cannot be cancelled."""
    if agreement.stage in ("signed", "terminated"):
        yield Problem("stage", _(N_("Perjanjian sudah ditandatangani: akhiri, jangan dibatalkan.")))
    elif agreement.stage == "cancelled":
        yield Problem("stage", _(N_("Perjanjian ini sudah dibatalkan.")))


def reopening_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why a cancelled agreement cannot become a draft again."""
    if agreement.stage != "cancelled":
        yield Problem("stage", _(N_("Perjanjian ini tidak dibatalkan.")))


def terminating_obstacles(
    agreement: Agreement, day: date | None = None, reason: str | None = None
) -> Iterator[Problem]:
    """Why an agreement cannot be terminated on a day for a reason; without a day only whether at all."""
    if agreement.stage == "terminated":
        yield Problem("stage", _(N_("Perjanjian ini sudah diakhiri.")))
        return
    if agreement.stage != "signed":
        yield Problem("stage", _(N_("Belum ditandatangani: batalkan, jangan diakhiri.")))
        return
    if day is None:
        return
    if agreement.signed_on and day < agreement.signed_on:
        yield Problem("terminated_on", _(N_("Tidak boleh sebelum tanda tangan.")))
    end = agreement.final_day
    if end and day > end:
        text = _(N_("Perjanjian ini berakhir sendiri pada {day}."))
        yield Problem("terminated_on", text.format(day=format_date_short(end)))
    if not reason:
        yield Problem("termination_reason", _(N_("Wajib diisi.")))


def resuming_obstacles(agreement: Agreement, entered_on: date | None, on: date) -> Iterator[Problem]:
    """Why a termination cannot be taken back."""
    if agreement.stage != "terminated":
        yield Problem("stage", _(N_("Perjanjian ini tidak diakhiri.")))
    elif entered_on != on:
        yield Problem("stage", _(N_("Pengakhiran hanya dapat ditarik pada hari ia dicatat.")))


def renewing_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why an agreement cannot be renewed."""
    if agreement.stage not in ("signed", "terminated"):
        yield Problem("stage", _(N_("Hanya perjanjian yang sudah ditandatangani dapat diperpanjang.")))
        return
    if agreement.final_day is None:
        yield Problem("ends_on", _(N_("Perjanjian tanpa batas waktu tidak perlu diperpanjang.")))
    live = [follower for follower in agreement.successors if follower.deleted_at is None]
    for follower in live:
        if follower.stage != "cancelled":
            text = _(N_("Sudah ada perpanjangannya: {reference}."))
            yield Problem("predecessor_id", text.format(reference=follower.reference))


def amending_obstacles(agreement: Agreement) -> Iterator[Problem]:
    """Why no addendum can be made."""
    if agreement.stage == "terminated":
        yield Problem("stage", _(N_("Perjanjian ini sudah diakhiri.")))
    elif agreement.stage != "signed":
        yield Problem("stage", _(N_("Belum ditandatangani: ubah langsung pada perjanjiannya.")))
