"""The agreements of the practice office as steps to enter: every type, every status on the day."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from lapas_desktop.domain.obligation import months_later
from lapas_desktop.domain.reading import last_day
from lapas_desktop.resources import resource

Step = dict[str, Any]

NOTES = "Data contoh untuk latihan, seluruhnya rekaan."
_LEFT_OPEN = 4  # every fourth duty whose day has passed is not done: something for the to-do list
_LATELY = timedelta(days=10)  # a periodic duty is this late at most
_PACKS = 200  # of each product, more than all shipments under one agreement take
_UNSIGNED = ("draft", "review", "cancelled")


@dataclass(frozen=True)
class Signed:
    """A signed agreement as far as shipments ask: what it covers and on which days."""

    number: str
    type: str
    partners: tuple[str, ...]
    goods: tuple[str, ...]
    destinations: tuple[str, ...]
    starts_on: date
    ends_on: date

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


@dataclass(frozen=True)
class _Plan:
    """One row of ``agreements.json`` with its days reckoned."""

    row: Mapping[str, Any]
    entered_on: date
    starts_on: date
    ends_on: date | None
    follows: _Plan | None = None

    @property
    def stage(self) -> str:
        return self.row.get("stage", "signed")


def workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def agreement_steps(on: date, goods: Mapping[str, Mapping[str, str]]) -> tuple[list[Step], list[Signed]]:
    """Steps in order of their days, and what of them is signed. ``goods`` are told in ``products.json``, by code."""
    told = json.loads(resource("practice", "agreements.json").read_text(encoding="utf-8"))
    plans = sorted((plan for row in told["agreements"] for plan in _plans(row, on)), key=lambda plan: plan.entered_on)
    steps: list[Step] = []
    signed: list[Signed] = []
    numbers: dict[int, str] = {}
    counted: Counter[int] = Counter()
    for index, plan in enumerate(plans):
        number = ""
        if plan.stage not in _UNSIGNED:
            year = plan.entered_on.year
            counted[year] += 1
            number = numbers[id(plan)] = f"CONTOH-PK.08.01-{counted[year]:03} TAHUN {year}"
        values = _values(plan, told["types"][plan.row["type"]], goods, number)
        values["obligations"] = list(_obligations(plan, told["types"][plan.row["type"]]["duties"], index, on))
        if plan.follows:
            values["predecessor_id"] = numbers[id(plan.follows)]
        step = {"save": "Agreement", "on": plan.entered_on.isoformat(), "values": values}
        if plan.stage != "draft":
            step["stage"] = plan.stage
        steps.append(step)
        if number:
            signed.append(_signed(plan, number, on))
            steps += _termination(plan, number, on)
            steps += _addenda(plan, number, on)
    return steps, signed


def _plans(row: Mapping[str, Any], on: date) -> Iterator[_Plan]:
    """The agreement, and the one that renews it."""
    starts_on = on + timedelta(days=row["starts"])
    saved = row.get("saved", row.get("signed"))
    entered_on = workday(starts_on if saved is None else on + timedelta(days=saved))
    first = _Plan(row, entered_on, starts_on, last_day(starts_on, row["years"]) if row["years"] else None)
    yield first
    if "renewed" in row and first.ends_on:
        starts_on = first.ends_on + timedelta(days=1)
        ends_on = last_day(starts_on, row["renewed"])
        yield replace(first, entered_on=workday(first.ends_on), starts_on=starts_on, ends_on=ends_on, follows=first)


def _values(plan: _Plan, wording: Mapping[str, Any], goods: Mapping[str, Mapping[str, str]], number: str) -> Step:
    row = plan.row
    values: Step = {
        "title": wording["title"].format(goods=_listed([goods[code]["name"] for code in row["goods"]])),
        "type": row["type"],
        "starts_on": plan.starts_on.isoformat(),
        "ends_on": plan.ends_on.isoformat() if plan.ends_on else "",
        "notice_days": row.get("notice_days", "90"),
        "renewal": "sepakat" if "renewed" in row else "tidak",
        "destinations": row.get("destinations", ""),
        "sharing_basis": wording["basis"],
        "background": "Hasil latihan kerja memerlukan mitra yang tetap. (rekaan)",
        "scope": "Kegiatan kerja warga binaan sebagai latihan memakai program ini.",
        "products": [
            {"product_id": code, "quantity": str(_PACKS * int(goods[code]["units_per_pack"]))} for code in row["goods"]
        ],
        "shares": [{"name": name, "value": value} for name, value in wording["shares"]],
        "parties": [{"role": wording["own"]}, *_partners(plan, wording["other"], bool(number))],
        "notes": NOTES,
    }
    if number:
        # a head signs on the spot: name and post are copied at saving
        values |= {"number": number, "signed_on": plan.entered_on.isoformat(), "signed_at": "Nusa Latihan"}
    return values


def _listed(names: Sequence[str]) -> str:
    """``A, B dan C``"""
    return " dan ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _partners(plan: _Plan, role: str, numbered: bool) -> Iterator[Step]:
    for place, code in enumerate(plan.row["partners"]):
        own = f"{code}/{plan.entered_on:%m/%Y}" if numbered else ""
        yield {"partner_id": code, "role": role if place == 0 else "pendukung", "number": own}


def _obligations(plan: _Plan, duties: Sequence[Sequence[str]], index: int, on: date) -> Iterator[Step]:
    for place, (party, text, *period) in enumerate(duties):
        due_on = plan.starts_on + timedelta(days=75 * (place + 1))
        if period and plan.stage == "signed" and on <= (plan.ends_on or on):
            while due_on < on - _LATELY:  # what was due before was done before
                due_on = months_later(due_on, 1 if period[0] == "bulanan" else 3)
            yield {"party": party, "text": text, "due_on": due_on.isoformat(), "period": period[0]}
            continue
        done = plan.stage not in _UNSIGNED and due_on < on and (index + place) % _LEFT_OPEN != 0
        duty = {"party": party, "text": text, "due_on": due_on.isoformat(), "done": "ya" if done else "tidak"}
        yield duty | ({"done_on": duty["due_on"], "evidence": "Berita acara (rekaan)"} if done else {})


def _signed(plan: _Plan, number: str, on: date) -> Signed:
    row = plan.row
    ends_on = plan.ends_on or date.max
    if "terminated" in row:
        ends_on = on + timedelta(days=row["terminated"] - 1)
    destinations = tuple(filter(None, row.get("destinations", "").split(",")))
    return Signed(number, row["type"], tuple(row["partners"]), tuple(row["goods"]), destinations,
                  plan.starts_on, ends_on)  # fmt: skip


def _termination(plan: _Plan, number: str, on: date) -> Iterator[Step]:
    if "terminated" in plan.row:
        day = (on + timedelta(days=plan.row["terminated"])).isoformat()
        yield {"save": "Agreement", "on": day, "reference": number, "terminated_on": day,
               "reason": plan.row["reason"], "letter": f"CONTOH-PK.08.02-{plan.entered_on:%y%m}"}  # fmt: skip


def _addenda(plan: _Plan, number: str, on: date) -> Iterator[Step]:
    """What changes the agreement; those that are told as signed count from the day they were entered."""
    for place, told in enumerate(plan.row.get("addenda", ()), 1):
        day = workday(on + timedelta(days=told["saved"]))
        values = {"agreement_id": number, "title": told["title"], "reason": told["reason"],
                  "starts_on": day.isoformat(), "changes": told["changes"], "notes": NOTES}  # fmt: skip
        step = {"save": "Addendum", "on": day.isoformat(), "values": values}
        if told["signed"]:
            named = f"CONTOH-PK.08.03-{place:03}/{plan.entered_on:%y%m} TAHUN {day.year}"
            values |= {"number": named, "signed_on": day.isoformat(), "signed_at": "Nusa Latihan"}
            step["stage"] = "signed"
        yield step
