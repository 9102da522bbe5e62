"""The shipments of the practice office as steps to enter: two years of sendings and what is planned ahead."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from lapas_desktop.domain.office import pattern_number
from lapas_desktop.domain.reading import read_number
from lapas_desktop.domain.wording import format_number
from lapas_desktop.resources import resource
from lapas_desktop.services.practice_agreements import NOTES, Signed, Step, workday

TWICE = "Tercatat dua kali"  # how the draft that a task asks to delete is known
UNPACKED = "Kemasannya belum disusun"  # how the draft that a task asks to pack is known
UNNUMBERED = 2  # exports that went out without an invoice number

_SENT, _SPAN = 104, 725  # released shipments over so many days back
_VOID, _RETURNED = (21, 58), (34, 71)
_STILL_HERE, _STILL_AWAY = 102, 98  # from these places on: released only, shipped only
# stage and planned day of what is not released yet, counted from today
_AHEAD = (
    ("packed", -9), ("packed", -2), ("packed", 1), ("packed", 3), ("draft", -15), ("draft", -4), ("draft", 6),
    ("draft", 9), ("draft", 14), ("draft", 20), ("draft", 28), ("draft", 35), ("draft", 45), ("draft", 60),
    ("cancelled", -40), ("draft", 6),
)  # fmt: skip
_KINDS = ("ekspor",) * 9 + ("dalam_negeri",) * 6 + ("titip_jual",) * 3 + ("sampel",) * 2
_TYPES = {
    "ekspor": ("ekspor",), "dalam_negeri": ("pemasaran", "produksi"), "titip_jual": ("konsinyasi",),
    "sampel": ("lain", "ekspor"),
}  # fmt: skip
_TRANSIT = {"laut": (18, 32), "udara": (4, 8), "darat": (1, 3), "pos": (5, 12)}
_LOCAL_BUYERS = ("MTR-0004", "MTR-0007", "MTR-0011")
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Stock:
    """What may be sent and under what: goods as told in ``products.json``, by code."""

    goods: Mapping[str, Mapping[str, str]]
    agreements: Sequence[Signed]


def shipment_steps(on: date, seed: int, stock: Stock, pattern: str) -> list[Step]:
    """Steps in order of their days; releases come in the order of the numbers they will get."""
    maker = _Maker(Random(seed), stock, json.loads(resource("practice", "shipments.json").read_text(encoding="utf-8")))
    days = sorted(
        workday(on - timedelta(days=3 + (_SPAN - 3) * place // _SENT + maker.rng.randint(0, 5)))
        for place in range(_SENT)
    )
    steps: list[Step] = []
    counted: Counter[int] = Counter()
    for place, day in enumerate(days):
        counted[day.year] += 1
        steps += _sending(maker, place, day, pattern_number(pattern, day.year, counted[day.year]), on)
    _leave_doubts(steps)
    for stage, ahead in _AHEAD:
        steps.append(_planned(maker, stage, on + timedelta(days=ahead), on))
    steps[-8]["values"] |= {"packages": [], "notes": f"{UNPACKED}. {NOTES}"}
    steps[-1]["values"] = {**steps[-10]["values"], "notes": f"{TWICE}. {NOTES}"}
    return steps


class _Maker:
    """Chooses goods, parties and packages; the same choices for the same seed."""

    def __init__(self, rng: Random, stock: Stock, told: Mapping[str, Any]) -> None:
        self.rng = rng
        self.stock = stock
        self.told = told
        self.exports: Counter[str] = Counter()

    def values(self, day: date) -> Step:
        """What stands in a shipment before it is packed."""
        kind = self.rng.choice(_KINDS)
        fitting = [a for a in self.stock.agreements if a.type in _TYPES[kind] and a.covers(day)]
        agreement = self.rng.choice(fitting) if fitting and self.rng.random() > 0.06 else None
        values: Step = {"kind": kind, "notes": NOTES, "planned_on": day.isoformat()}
        if agreement:
            values["agreement_id"] = agreement.number
        abroad = kind == "ekspor" or bool(agreement and agreement.destinations)
        values |= self._abroad(agreement) if abroad else self._at_home(agreement)
        values["lines"], values["packages"] = self._goods(kind, agreement, values["currency"])
        return values

    def _abroad(self, agreement: Signed | None) -> Step:
        buyers = self.told["buyers"]
        country = self.rng.choice(agreement.destinations if agreement else tuple(buyers))
        currency = {"NZ": "NZD", "AU": "AUD", "NL": "EUR"}.get(country, "USD")
        mode = self.rng.choice(("laut", "laut", "laut", "udara"))
        term = self.rng.choice(("FOB", "CIF") if mode == "laut" else ("FCA", "CIP"))
        loading = self.told["loading"][mode]
        values = {
            "destination_country": country, "buyer_id": buyers[country], "consignee_id": buyers[country],
            "exporter_id": "MTR-0001", "forwarder_id": "MTR-0008", "mode": mode, "incoterm": term,
            "incoterm_place": loading if term in ("FOB", "FCA") else self.told["ports"][country],
            "port_of_loading": loading, "port_of_discharge": self.told["ports"][country], "currency": currency,
            "carrier": "Contoh Angkutan Bahari" if mode == "laut" else "Contoh Udara",
        }  # fmt: skip
        if country in ("US", "AE"):
            values["notify_id"] = "MTR-0018"
        if term in ("CIF", "CIP"):
            values |= {"freight": str(self.rng.randint(4, 12) * 10), "insurance": str(self.rng.randint(5, 15))}
        return values

    def _at_home(self, agreement: Signed | None) -> Step:
        buyer = agreement.partners[0] if agreement else self.rng.choice(_LOCAL_BUYERS)
        mode = self.rng.choice(("darat", "darat", "pos"))
        return {"destination_country": "ID", "buyer_id": buyer, "consignee_id": buyer, "mode": mode, "currency": "IDR"}

    def _goods(self, kind: str, agreement: Signed | None, currency: str) -> tuple[list[Step], list[Step]]:
        known = self.stock.goods
        priced = [code for code in known if currency == "IDR" or "price_export" in known[code]]
        codes = [code for code in (agreement.goods if agreement else priced) if code in priced] or priced
        chosen = self.rng.sample(codes, min(len(codes), self.rng.choice((1, 1, 2, 2, 3))))
        lines: list[Step] = []
        packages: list[Step] = []
        first = 1
        for code in chosen:
            good = known[code]
            each = int(good["units_per_pack"])
            full = self.rng.randint(1, 2) if kind == "sampel" else self.rng.randint(3, 14)
            rest = self.rng.randint(1, each - 1) if each > 2 and self.rng.random() < 0.3 else 0
            quantity = full * each + rest
            lines.append({"product_id": code, "quantity": str(quantity), **self._price(kind, good, currency)})
            if kind != "dalam_negeri":
                lines[-1]["made_by_inmates"] = str(quantity)
            for count, content in ((full, each), (1, rest)):
                if content:
                    packages.append(_package(code, good, first, count, content))
                    first += count
        return lines, packages

    def _price(self, kind: str, good: Mapping[str, str], currency: str) -> Step:
        if kind == "sampel":
            return {"unit_price": "0"}
        if currency == "IDR":
            return {}
        factor = read_number(self.told["currencies"][currency][0], 4)
        price = read_number(good["price_export"], 2)
        assert factor is not None and price is not None
        return {"unit_price": format_number((price * factor).quantize(_CENT, ROUND_HALF_UP))}

    def rate(self, currency: str, day: date) -> Step:
        """The rupiah rate of a day, within two per cent of the usual one."""
        usual = read_number(self.told["currencies"][currency][1], 4)
        assert usual is not None
        rate = (usual * (980 + self.rng.randint(0, 40)) / 1000).quantize(Decimal(1))
        return {"rate": format_number(rate), "rate_on": day.isoformat(), "rate_source": "Kurs contoh"}


def _package(code: str, good: Mapping[str, str], first: int, count: int, content: int) -> Step:
    return {
        "from_no": str(first), "to_no": str(first + count - 1), "kind": good["pack_type"], "product_id": code,
        "content": str(content), "length": good["pack_length"], "width": good["pack_width"],
        "height": good["pack_height"], "tare": good["pack_tare"], "marks": "CONTOH / NUSA LATIHAN",
    }  # fmt: skip


def _sending(maker: _Maker, place: int, day: date, number: str, on: date) -> Iterator[Step]:
    """Packed and released on one day; what happened on the way is written down at its end."""
    values = maker.values(day)
    packed_on = workday(day - timedelta(days=maker.rng.randint(0, 2)))
    values |= {
        "packed_on": packed_on.isoformat(), "released_on": day.isoformat(),
        "packed_by": "Bima Contohyasa", "checked_by": "Rani Contohsari", "released_by": "Siti Contohwati, S.Sos.",
    }  # fmt: skip
    if values["kind"] == "ekspor":
        values |= _export_papers(maker, values, place, packed_on)
    yield {"save": "Shipment", "on": day.isoformat(), "values": values, "do": ["pack", "release"], "number": number}
    yield from _way(maker, place, values["mode"], day, on, number)


def _export_papers(maker: _Maker, values: Step, place: int, day: date) -> Step:
    country = values["destination_country"]
    maker.exports[country] += 1
    papers = maker.rate(values["currency"], day) | {
        "export_sequence": str(maker.exports[country]),
        "invoice_number": f"INV-CONTOH-{place + 1:03}", "invoice_date": day.isoformat(),
        "packing_list_number": f"PL-CONTOH-{place + 1:03}", "packing_list_date": day.isoformat(),
    }  # fmt: skip
    if values["mode"] == "laut":
        papers |= {"container": _container(place), "seal": f"CONTOH-{place + 1:04}", "vessel": "KM Contoh"}
    if place % 12 == 5:
        papers |= {
            "ceremony_on": day.isoformat(), "ceremony_place": "Lapas Contoh Kelas IIA Nusa Latihan",
            "officials": "Latih Contohadi, Kepala Lapas\nAbdi Contohnagari, Dinas Perindustrian Kota Contoh",
        }  # fmt: skip
    return papers


def _container(place: int) -> str:
    """A container number whose check digit holds."""
    from stdnum.iso6346 import calc_check_digit

    body = f"CTHU{100000 + place}"
    return body + calc_check_digit(body)


def _way(maker: _Maker, place: int, mode: str, day: date, on: date, number: str) -> Iterator[Step]:
    shipped_on = day + timedelta(days=maker.rng.randint(0, 2))
    delivered_on = shipped_on + timedelta(days=maker.rng.randint(*_TRANSIT[mode]))

    def happened(then: date, what: str, **more: Any) -> Step:
        return {"save": "Shipment", "on": then.isoformat(), "reference": number, "do": [what], **more}

    if place in _VOID:
        yield happened(shipped_on, "void", reason="pesanan ditarik (contoh)")
        return
    if shipped_on >= on or place >= _STILL_HERE:
        return
    yield happened(shipped_on, "ship", values={"transport_document": f"CONTOH-{place + 1:05}"})
    if place in _RETURNED:
        yield happened(delivered_on, "return", reason="kemasan rusak (contoh)")
    elif delivered_on < on and place < _STILL_AWAY:
        yield happened(delivered_on, "deliver")


def _leave_doubts(steps: Sequence[Step]) -> None:
    """Exports that left without an invoice number, one by air under a term for the sea, a container mistyped."""
    exports = [
        step["values"] for step in steps if "release" in step.get("do", ()) and step["values"]["kind"] == "ekspor"
    ]
    for values in exports[-UNNUMBERED - 3 : -3]:
        del values["invoice_number"]
    for values in [values for values in exports if values["mode"] == "udara"][-1:]:
        values["incoterm"] = "FOB"
    for values in [values for values in exports if values["mode"] == "laut"][-1:]:
        values["container"] = values["container"][:-1] + str(9 - int(values["container"][-1]))


def _planned(maker: _Maker, stage: str, day: date, on: date) -> Step:
    entered_on = workday(min(day, on) - timedelta(days=5))
    values: Step = maker.values(day)
    if stage == "packed":
        values["packed_on"] = workday(min(day, on) - timedelta(days=1)).isoformat()
    done = ["pack"] if stage == "packed" else []
    return {"save": "Shipment", "on": entered_on.isoformat(), "values": values, "do": done}
