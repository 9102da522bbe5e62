"""Addenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import (
    addendum_obstacles,
    addendum_stands,
    cancel_addendum,
    reopen_addendum,
    sign_addendum,
    take_back_addendum,
)
from lapas_desktop.services.addendum_paper import write_addendum
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.records import load
from lapas_desktop.ui.file_place import ask_where
from lapas_desktop.ui.screen import Chosen, Offer, Screen, step


def _why_not_signed(office: Office, addendum_id: int, now: datetime) -> Problem | None:
    return next(iter(addendum_obstacles(office, addendum_id, now.date())), None)


def _in_stage(stage: str) -> Callable[[Office, int | None], bool]:
    """For an offer that makes sense in one stage only; what is not saved yet is a draft."""
    return lambda office, addendum_id: (
        addendum_stands(office, addendum_id, stage) is None if addendum_id else stage == "draft"
    )


def _print(chosen: Chosen) -> None:
    at, addendum_id = chosen.at, chosen.ids[0]
    on = at.clock().date()
    named = _(N_("Adendum {reference}")).format(reference=load(at.office, Addendum, addendum_id)["reference"])
    chosen.printing.preview_of(named, lambda path: write_addendum(at.office, addendum_id, path, on))


def _save_as_word(chosen: Chosen) -> None:
    at, addendum_id = chosen.at, chosen.ids[0]
    reference = load(at.office, Addendum, addendum_id)["reference"]
    suggested = file_name(_(N_("Adendum {reference}")).format(reference=reference), ".docx")
    name, _kind = ask_where(at.window, _(N_("Simpan naskah Word")), suggested, "Word (*.docx)")
    if name:
        path = Path(name).with_suffix(".docx")
        work = partial(write_addendum, at.office, addendum_id, path, at.clock().date())
        at.jobs.run(chosen.printing, work, lambda _result: at.offer(path), at.say)


ADDENDA = Screen(
    "addenda",
    Addendum,
    N_("+ Adendum baru"),
    N_("Belum ada adendum. Buka perjanjian yang sudah ditandatangani, lalu tekan “+ Adendum baru”."),
    (
        Offer(
            N_("Tandatangani"),
            step(sign_addendum, N_("Sudah ditandatangani."), take_back_addendum),
            _why_not_signed,
            picture="sign",
            fits=_in_stage("draft"),
        ),
        Offer(N_("Buka kembali"), step(reopen_addendum), picture="restore", fits=_in_stage("cancelled")),
        Offer(N_("Cetak adendum"), _print, shortcut="Ctrl+P", in_list=True, picture="print"),
        Offer(N_("Naskah Word…"), _save_as_word, picture="export"),
        Offer(N_("Tarik tanda tangan"), step(take_back_addendum), picture="back", fits=_in_stage("signed")),
        Offer(N_("Batalkan adendum"), step(cancel_addendum), fits=_in_stage("draft")),
    ),
)
