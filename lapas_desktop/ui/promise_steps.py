"""One day of a promise is met: which one, when, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from lapas_desktop.domain import kinds
from lapas_desktop.domain.entity import Field, field_of
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.kinds import DATE
from lapas_desktop.domain.obligation import Obligation
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.obligations import Promise, fulfil_obligation, open_promises, reopen_obligation
from lapas_desktop.services.office_profile import Office
from lapas_desktop.ui.agreement_steps import in_stage
from lapas_desktop.ui.ask_panel import Line, Question, ask_first
from lapas_desktop.ui.screen import Chosen, Offer


def _fulfil(chosen: Chosen) -> None:
    at, agreement_id = chosen.at, chosen.ids[0]
    waiting = {str(promise.row_id): promise for promise in open_promises(at.office, agreement_id)}

    def about(typed: dict[str, Any]) -> Iterator[Line]:
        promise = waiting.get(typed.get("promise") or "")
        if promise and promise.following:
            yield Line(_(N_("Sesudah ini menunggu {day}.")).format(day=DATE.shown(promise.following)))
        elif promise:
            yield Line(_(N_("Sesudah ini kewajiban itu selesai.")))

    def do(given: dict[str, Any]) -> None:
        row_id = int(given["promise"])
        saved = fulfil_obligation(
            at.office, agreement_id, row_id, given["done_on"], given["evidence"] or "", at.clock(), at.who
        )
        chosen.finish(
            lambda: saved,
            _(N_("Kewajiban dipenuhi.")),
            lambda: reopen_obligation(at.office, agreement_id, row_id, at.clock(), at.who),
        )

    choices = kinds.choice("promise", {code: _told(promise) for code, promise in waiting.items()})
    fields = [
        Field("promise", N_("Kewajiban"), choices, required=True, wide=True),
        replace(field_of(Obligation, "done_on"), required=True),
        replace(field_of(Obligation, "evidence"), wide=True),
    ]
    first = {"promise": next(iter(waiting), None), "done_on": at.clock().date()}
    title, word = _(N_("Penuhi kewajiban")), _(N_("Penuhi"))
    ask_first(chosen.at, Question(title, fields, first, word, do, lambda typed: tuple(about(typed))))


def _told(promise: Promise) -> str:
    """“28 Feb 2026 · Pihak Kedua: membayar …”, whatever of it is there."""
    due = DATE.shown(promise.due_on)
    words = f"{promise.party}: {promise.text}" if promise.party else promise.text
    return f"{due} · {words}" if due else words


def _why_not(office: Office, agreement_id: int, _now: datetime) -> Problem | None:
    if open_promises(office, agreement_id):
        return None
    return Problem("obligations", _(N_("Tidak ada kewajiban yang masih terbuka.")))


FULFIL = Offer(N_("Penuhi kewajiban…"), _fulfil, _why_not, fits=in_stage("signed", "terminated"))
