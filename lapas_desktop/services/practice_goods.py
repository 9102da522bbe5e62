"""What the practice office made and what became of its goods: batches, stock, papers of others, sales of a shop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from lapas_desktop.services.practice_agreements import NOTES, Step, workday
from lapas_desktop.services.practice_shipments import Stock

_LINKED = 11  # batches that gave the goods of a shipment
_FAILED = 4  # the place among them of the batch that failed and was sent for a reason
_YEAR = timedelta(days=360)
_LONG = timedelta(days=95)  # a shop that says nothing for so long is asked
_PAPERS = 3  # the last exports whose papers of others are listed
_GONE = {"void", "return"}

Sending = list[Step]  # one released shipment: its release, then what happened on the way


def goods_steps(on: date, seed: int, shipments: Sequence[Step], stock: Stock) -> list[Step]:
    """Steps of production and stock; the steps of ``shipments`` are told where their goods are from, in place."""
    rng = Random(f"goods {seed}")
    sendings = [sending for sending in _sendings(shipments) if not _GONE & {what for s in sending for what in s["do"]}]
    batches = [*_linked(rng, on, sendings, stock), *_unlinked(rng, on, stock.goods)]
    batches.sort(key=lambda step: step["on"])
    named: dict[str, str] = {}
    for number, step in enumerate(batches, 1):
        named[step["values"]["code"]] = step["values"]["code"] = f"PRO-{number:04}"
    for sending in sendings:
        for line in sending[0]["values"]["lines"]:
            if "batch_id" in line:
                line["batch_id"] = named[line["batch_id"]]
    _list_papers(sendings)
    _take_part(sendings)
    return [*batches, *_stock(rng, on, batches, sendings), *_revision(sendings), *_sales(rng, on, sendings)]


def _sendings(steps: Sequence[Step]) -> list[Sending]:
    found: list[Sending] = []
    for step in steps:
        if "number" in step:
            found.append([step])
        elif "reference" in step:
            found[-1].append(step)
    return found


def _linked(rng: Random, on: date, sendings: Sequence[Sending], stock: Stock) -> Iterator[Step]:
    """Batches that went straight into a shipment of the last year, a little more than it took."""
    begun = {agreement.number: agreement.starts_on for agreement in stock.agreements}
    lately = [s for s in sendings if _day(s[0]) > on - _YEAR and s[0]["values"]["kind"] != "sampel"]
    for place, at in enumerate(sorted(rng.sample(range(len(lately)), _LINKED))):
        shipment = lately[at][0]["values"]
        line = shipment["lines"][0]
        code, quantity = line["product_id"], int(line["quantity"])
        ends_on = workday(date.fromisoformat(shipment["packed_on"]) - timedelta(days=rng.randint(2, 6)))
        step = _batch(rng, f"linked {place}", stock.goods[code], code, ends_on, quantity + rng.randint(0, 6))
        values, failed = step["values"], place == _FAILED
        agreed = begun.get(shipment.get("agreement_id", ""), on) <= date.fromisoformat(values["starts_on"])
        if agreed:
            values |= {"agreement_id": shipment["agreement_id"], "partner_id": shipment["buyer_id"]}
        side = "mitra" if agreed and place % 2 else "kantor"
        values["checks"] = [_check(rng, ends_on, side, "catatan" if place == 7 else "lulus")]
        if failed:
            values["checks"] = [_check(rng, ends_on, side, "gagal")]
            shipment["quality_reason"] = "Warna kurang rata; pembeli menerimanya dengan tertulis (contoh)."
        line["batch_id"] = values["code"]
        yield step


def _unlinked(rng: Random, on: date, goods: Mapping[str, Mapping[str, Any]]) -> Iterator[Step]:
    """One batch for the store, one that waits for its check, one behind its time, one planned."""
    codes = rng.sample(sorted(goods), 4)
    for code, stage, ahead in zip(codes, ("selesai", "qc", "produksi", "rencana"), (-25, -2, -4, 18), strict=True):
        ends_on = workday(on + timedelta(days=ahead))
        step = _batch(rng, stage, goods[code], code, ends_on, rng.randint(4, 20) * 10)
        values = step["values"]
        values["stage"] = stage
        if stage == "selesai":
            values["checks"] = [_check(rng, ends_on, "kantor", "lulus")]
        if stage in ("produksi", "rencana"):
            del values["made"], values["rejected"]
        if stage == "rencana":
            del values["crews"]
        step["on"] = min(step["on"], workday(on - timedelta(days=1)).isoformat())
        yield step


def _batch(rng: Random, key: str, good: Mapping[str, Any], code: str, ends_on: date, passed: int) -> Step:
    starts_on = workday(ends_on - timedelta(days=rng.randint(9, 24)))
    rejected = rng.choice((0, 0, 1, 2, 5))
    people = rng.randint(4, 18)
    half = starts_on + (ends_on - starts_on) / 2
    crews = [{"starts_on": starts_on.isoformat(), "ends_on": half.isoformat(), "people": str(people)}]
    crews.append(
        {
            "starts_on": (half + timedelta(days=1)).isoformat(), "ends_on": ends_on.isoformat(),
            "people": str(people + rng.randint(0, 4)),
        }
    )  # fmt: skip
    values = {
        "code": key, "product_id": code, "stage": "selesai", "workshop": good["workshop"], "notes": NOTES,
        "starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat(), "target": str(passed),
        "made": str(passed + rejected), "rejected": str(rejected), "crews": crews,
    }  # fmt: skip
    return {"save": "Batch", "on": ends_on.isoformat(), "values": values}


def _check(rng: Random, day: date, side: str, result: str) -> Step:
    remark = {"lulus": "", "catatan": "Beberapa tepi dirapikan.", "gagal": "Warna kurang rata pada sebagian contoh."}
    return {
        "day": day.isoformat(), "inspector": "Pemeriksa mitra (contoh)" if side == "mitra" else "Rani Contohsari",
        "side": side, "sample_size": str(rng.randint(5, 20)), "result": result, "remark": remark[result],
    }  # fmt: skip


def _stock(rng: Random, on: date, batches: Sequence[Step], sendings: Sequence[Sending]) -> Iterator[Step]:
    """What stood in the store before the first batch, so that the stock is never below nothing; one thing broke."""
    made, left = Counter[str](), Counter[str]()
    for step in batches:
        values = step["values"]
        made[values["product_id"]] += int(values.get("made", 0)) - int(values.get("rejected", 0))
    for sending in sendings:
        for line in sending[0]["values"]["lines"]:
            left[line["product_id"]] += int(line["quantity"])
    begun = min(_day(sending[0]) for sending in sendings) - timedelta(days=1)
    for place, code in enumerate(sorted(made)):
        first = max(0, left[code] - made[code]) + rng.randint(4, 9) * 10 + made[code] // 2
        counted = {"day": begun.isoformat(), "direction": "tambah", "quantity": str(first)}
        rows = [counted | {"reason": "Hitungan gudang saat mulai mencatat (contoh)"}]
        yield {"save": "Product", "on": begun.isoformat(), "reference": code, "values": {"stock_changes": rows}}
        if place % 5 == 0:
            day = workday(on - timedelta(days=12 + place))
            broken = {"day": day.isoformat(), "direction": "kurang", "quantity": str(rng.randint(1, 4))}
            rows = [*rows, broken | {"reason": "Rusak terkena air hujan (contoh)"}]
            yield {"save": "Product", "on": day.isoformat(), "reference": code, "values": {"stock_changes": rows}}


def _list_papers(sendings: Sequence[Sending]) -> None:
    exports = [sending[0] for sending in sendings if sending[0]["values"]["kind"] == "ekspor"]
    for place, step in enumerate(exports[-_PAPERS:], 1):
        day = step["values"]["released_on"]
        step["values"]["documents"] = [
            {"document": "PEB", "state": "diterima", "number": f"CONTOH-PEB-{place}", "issued_on": day,
             "issuer": "Bea Cukai (contoh)"},
            {"document": "SKA", "state": "diterima" if place < _PAPERS else "diminta", "number": f"CONTOH-SKA-{place}"},
            {"document": "fumigasi", "state": "tidak perlu", "reason": "Tidak diminta pembeli (contoh)."},
        ]  # fmt: skip


def _take_part(sendings: Sequence[Sending]) -> None:
    """One buyer took less than was sent."""
    for sending in reversed(sendings):
        lines = sending[0]["values"]["lines"]
        if "deliver" in sending[-1]["do"] and sending[0]["values"]["kind"] == "dalam_negeri":
            sending[-1]["accepted"] = {0: str(int(lines[0]["quantity"]) - 1)}
            return


def _revision(sendings: Sequence[Sending]) -> Iterator[Step]:
    """The last shipment was opened again: its papers say /R1."""
    release = sendings[-1][0]
    known = {"save": "Shipment", "on": release["on"], "reference": release["number"]}
    yield {**known, "do": ["revise"], "reason": "nama pemeriksa salah tulis (contoh)"}
    yield {**known, "values": {"checked_by": "Rani Contohsari, S.T."}, "do": ["release"]}


def _sales(rng: Random, on: date, sendings: Sequence[Sending]) -> Iterator[Step]:
    """What shops told of goods on consignment: all of it, but the last has some left, and an old one said nothing."""
    placed = [s for s in sendings if s[0]["values"]["kind"] == "titip_jual" and len(s) > 1]
    silent = next((s for s in reversed(placed[:-1]) if _day(s[-1]) < on - _LONG), None)
    for sending in placed:
        last = sending is placed[-1]
        day = _day(sending[-1]) + timedelta(days=5 if last else rng.randint(20, 60))
        if sending is silent or day > on:
            continue
        rows: list[Step] = []
        for line in sending[0]["values"]["lines"]:
            whole = int(line["quantity"])
            sold = max(1, whole * (6 if last else 9) // 10)
            rows.append({"product_id": line["product_id"], "what": "terjual", "quantity": str(sold)})
            if whole > sold and not last:
                rows.append({"product_id": line["product_id"], "what": "kembali", "quantity": str(whole - sold)})
        told = [{"day": day.isoformat(), "remark": "Kabar dari toko (contoh)"} | row for row in rows]
        number = sending[0]["number"]
        yield {"save": "Shipment", "on": day.isoformat(), "reference": number, "values": {"sales": told}}


def _day(step: Step) -> date:
    return date.fromisoformat(step["on"])
