"""The sample offices: real press reports, gaps filled and marked as samples, entered as a person would.

Each office is one file of ``resources/sample``: the office itself and dated steps. Values are typed texts,
read by each field's kind; links are the codes and numbers that people know.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record, Row, child_class, fields_of
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.reading import read_date
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.resources import resource
from lapas_desktop.services.addenda import sign_addendum
from lapas_desktop.services.agreement_life import cancel_agreement, send_for_review, sign_agreement
from lapas_desktop.services.deed import write_deed
from lapas_desktop.services.maintenance import new_office
from lapas_desktop.services.papers import record_id, write_manifest, write_summary
from lapas_desktop.services.records import TARGETS, blank, blank_row, save_record
from lapas_desktop.services.shipments import (
    deliver_shipment,
    pack_shipment,
    release_shipment,
    return_shipment,
    revise_shipment,
    ship_shipment,
    void_shipment,
)
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office

_STAGES: dict[type[Record], dict[str, Callable[[Office, int, datetime], object]]] = {
    Agreement: {"review": send_for_review, "signed": sign_agreement, "cancelled": cancel_agreement},
    Addendum: {"signed": sign_addendum},
}
_PLAIN = {"pack": pack_shipment, "release": release_shipment}
_DATED = {"ship": ship_shipment}
_REASONED = {"return": return_shipment, "void": void_shipment, "revise": revise_shipment}
OFFICES = ("kasongan", "pangkalpinang", "sragen", "cirebon")


def make_samples(folder: Path) -> Iterator[Path]:
    """Makes every sample office with all its papers; yields each file made. The same bytes on every run.

    `Refused` when one of the folders has something in it already.
    """
    for name in OFFICES:
        target = folder / name
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise Refused(_(N_("Folder {folder} sudah berisi: pilih folder lain.")).format(folder=target))
    for name in OFFICES:
        yield from make_sample(name, folder / name)


def make_sample(name: str, folder: Path) -> Iterator[Path]:
    """One sample office: its data file, then its papers."""
    told = json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))
    office = new_office(folder)
    try:
        enter(office, told)
        yield office.path
        yield from _papers(office, folder / "dokumen", _day(told["printed_on"]))
    finally:
        office.close()


def enter(office: Office, told: Mapping[str, Any], progress: Progress = UNSEEN) -> None:
    """Types in the office and its steps in order, through the same use cases as the window."""
    steps = [{"save": "OfficeProfile", "on": told["begun_on"], "values": told["office"]}, *told["steps"]]
    for done, step in enumerate(steps):
        progress(done, len(steps))
        entity = TARGETS[step["save"]]
        now = datetime.combine(_day(step["on"]), time(9))
        if "terminated_on" in step:
            known = record_id(office, entity, step["reference"])
            terminate_agreement(office, known, _day(step["terminated_on"]), step["reason"], step["letter"], now)
            continue
        if "reference" in step:
            known = record_id(office, entity, step["reference"])
            if values := step.get("values"):
                save_record(office, entity, _values(office, entity, values), now, known)
            _move(office, known, step, now)
            continue
        defaults = blank(office, entity)
        saved = save_record(
            office, entity, {**defaults, **_values(office, entity, step["values"]), "sample": True}, now
        )
        _move(office, saved.id, step, now)
        if stage := step.get("stage"):
            _STAGES[entity][stage](office, saved.id, now)


def _move(office: Office, shipment_id: int, step: Mapping[str, Any], now: datetime) -> None:
    """The steps on a shipment's way that one line of the story names, in their order."""
    for name in step.get("do", ()):
        if name in _REASONED:
            _REASONED[name](office, shipment_id, step["reason"], now)
        elif name in _DATED:
            _DATED[name](office, shipment_id, now.date(), now)
        elif name == "deliver":
            taken = {int(row): Decimal(quantity) for row, quantity in step.get("accepted", {}).items()}
            deliver_shipment(office, shipment_id, now.date(), now, accepted=taken)
        else:
            _PLAIN[name](office, shipment_id, now)


def _day(typed: str) -> date:
    day = read_date(typed)
    if day is None:
        raise ValueError(typed)
    return day


def _values(office: Office, entity: type[Row], typed: Mapping[str, Any]) -> dict[str, Any]:
    declared = {field.name: field for field in fields_of(entity)}
    values: dict[str, Any] = {}
    for name, text in typed.items():
        if isinstance(text, list):
            rows = child_class(entity, name)
            values[name] = [_row(office, rows, row) for row in text]
        elif target := declared[name].kind.target:
            values[name] = record_id(office, TARGETS[target], text)
        else:
            values[name] = declared[name].kind.parse(text)
    return values


def _row(office: Office, entity: type[Row], typed: Mapping[str, Any]) -> dict[str, Any]:
    return blank_row(entity) | _values(office, entity, typed)


def _papers(office: Office, folder: Path, on: date) -> Iterator[Path]:
    """Summary and full text for each agreement and a manifest for each shipment, named after their references."""
    folder.mkdir(parents=True, exist_ok=True)
    for record_number, reference in references(office, Agreement):
        path = folder / file_name(f"Ringkasan {reference}", ".pdf")
        write_summary(office, record_number, path, on)
        yield path
        for suffix in (".pdf", ".docx"):
            path = folder / file_name(f"Naskah {reference}", suffix)
            write_deed(office, record_number, path, on)
            yield path
    for record_number, reference in references(office, Shipment):
        path = folder / file_name(f"Manifes {reference}", ".xlsx")
        write_manifest(office, record_number, path, on)
        yield path


def references(office: Office, entity: type[Record]) -> list[tuple[int, str]]:
    """Id and reference of every record of a kind."""
    with office.session() as session:
        return [(record.id, record.reference) for record in session.scalars(queries.live(entity).order_by(entity.id))]
