"""Use cases of the carton plan: from the goods of a shipment and their usual packing to its packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from lapas_desktop.domain import carton_plan, lists
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office


@dataclass(frozen=True)
class PlannedRange:
    """One row of the plan as people read it; weights in kg each, volume in m³ of the whole range."""

    first: int
    last: int
    kind: str
    content: str
    each: Decimal
    net: Decimal | None
    gross: Decimal | None
    volume: Decimal


@dataclass(frozen=True)
class CartonPlan:
    """``rows`` are rows of the packages sheet; ``unplanned`` names goods whose usual packing is not known.

    ``version`` is that of the shipment it was made from.
    """

    rows: tuple[dict[str, Any], ...]
    ranges: tuple[PlannedRange, ...]
    unplanned: tuple[str, ...]
    packages: int
    net: Decimal
    gross: Decimal
    volume: Decimal
    loads: tuple[carton_plan.Load, ...]
    version: int


def plan_cartons(office: Office, shipment_id: int, mixed_rest: bool = False) -> CartonPlan:
    """The plan, not saved. ``mixed_rest``: the rests of all goods in one carton. `Refused` for far too many."""
    with office.session() as session:
        shipment = queries.existing(session, Shipment, shipment_id)
        if not shipment.lines:
            raise Refused(_(N_("Belum ada barang.")))
        names = {line.product_id: line.name or line.product.name for line in shipment.lines}
        try:
            made = carton_plan.plan([_goods(line) for line in shipment.lines], mixed_rest)
        except ValueError as error:
            text = _(N_("{name}: lebih dari {most} kemasan. Periksa jumlah dan isi per kemasan."))
            raise Refused(text.format(name=error, most=carton_plan.MOST_PACKAGES)) from error
        packages = [Package(**row) for row in made.rows]
        ranges = tuple(_ranges(packages, names))
        spans = {(row.from_no, row.to_no): row.count for row in packages}
        zero = Decimal(0)
        gross = sum((row.total_gross for row in packages), zero)
        volume = sum((row.total_volume for row in packages), zero)
        return CartonPlan(
            made.rows, ranges, made.unplanned, sum(spans.values()), sum((row.total_net for row in packages), zero),
            gross, volume, tuple(carton_plan.loads(volume, gross)), shipment.version,
        )  # fmt: skip


def save_carton_plan(office: Office, shipment_id: int, planned: CartonPlan, now: datetime, who: str = "") -> Saved:
    """Puts the plan in place of the shipment's packages; its own check says when a release closed them.

    `Refused` when some goods are not in the plan: half a packing list would be wrong. `Conflict` when somebody saved
    the shipment since the plan was made.
    """
    if planned.unplanned:
        text = _(N_("Isi per kemasan belum ada untuk {names}: isi di Produk → Berat dan kemasan baku."))
        raise Refused(text.format(names=", ".join(planned.unplanned)))
    status = load(office, Shipment, shipment_id)["status"]
    if status not in ("draft", "packed"):
        raise Refused(_(N_("Pengiriman ini sudah dirilis: buka revisi untuk mengubah kemasannya.")))
    values = {"packages": [dict(row) for row in planned.rows], "version": planned.version}
    return save_record(office, Shipment, values, now, shipment_id, who)


def _goods(line: ShipmentLine) -> carton_plan.Goods:
    """A line with its product's usual packing, which counts only in the product's own unit."""
    product = line.product
    unit = line.unit or product.unit
    return carton_plan.Goods(
        product_id=line.product_id,
        name=line.name or product.name,
        quantity=line.quantity or Decimal(0),
        unit_net=Decimal(1) if unit == "kg" else line.unit_net_weight,
        kind=product.pack_type or "CT",
        per_pack=product.units_per_pack if unit == product.unit else None,
        tare=product.pack_tare,
        length=product.pack_length,
        width=product.pack_width,
        height=product.pack_height,
    )


def _ranges(packages: list[Package], names: dict[int, str]) -> Iterator[PlannedRange]:
    for row in packages:
        yield PlannedRange(
            row.from_no, row.to_no, _(lists.PACKAGES[row.kind]), names.get(row.product_id or 0, ""),
            row.content or Decimal(0), row.net, row.gross, row.total_volume,
        )  # fmt: skip
