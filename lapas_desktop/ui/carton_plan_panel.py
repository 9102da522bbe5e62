"""“Bagi otomatis ke karton…”: how the goods of a shipment go into packages, shown before the sheet is filled."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.carton_plan import Goods, Plan, loads, plan
from lapas_desktop.domain.entity import Field
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.shipment_rows import Package
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.shipment_proposals import goods_to_pack
from lapas_desktop.ui.ask_panel import Line, Question, ask_first
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

_MIXED = "mixed"


def ask_carton_plan(page: RecordPage, at: Workplace) -> None:
    """Plans the goods that stand in the form; answered with yes, the packages sheet is filled in one step."""
    lines, packages = page.form.grids["lines"], page.form.grids["packages"]
    page.form.commit()
    goods = goods_to_pack(at.office, lines.rows_model.rows)
    if not goods:
        packages.tell(_(N_("Belum ada barang.")))
        return
    there = len(packages.rows_model.rows)

    def do(given: dict[str, Any]) -> None:
        found = _planned(goods, given)
        if not found.rows:
            raise Refused(_(N_("Tidak ada barang yang dapat dibagi. Isi kemasan bakunya pada data produk.")))
        packages.rows_model.replace_rows(dict(row) for row in found.rows)
        packages.view.go_to(0, 0)

    mixed = N_("Sisa semua barang dalam satu kemasan campuran")
    fields = [Field(_MIXED, mixed, kinds.CHECK, wide=True)] if len(goods) > 1 else []
    word = _(N_("Ganti kemasan")) if there else _(N_("Isi kemasan"))
    packages.view.setFocus()  # so that Ctrl+Z afterwards is the sheet's
    told = partial(_told, goods, there)
    question = Question(_(N_("Bagi otomatis ke karton")), fields, {_MIXED: False}, word, do, lambda v: tuple(told(v)))
    ask_first(at, question)


def _planned(goods: list[Goods], given: dict[str, Any]) -> Plan:
    try:
        return plan(goods, bool(given.get(_MIXED)))
    except ValueError as error:
        text = _(N_("{name}: kemasannya terlalu banyak. Periksa jumlah dan isi per kemasan."))
        raise Refused(text.format(name=error)) from None


def _told(goods: list[Goods], there: int, given: dict[str, Any]) -> Iterator[Line]:
    """What would be filled in, and what it needs on the way."""
    try:
        found = _planned(goods, given)
    except Refused as refused:
        yield Line(str(refused), "bad")
        return
    names = {one.product_id: one.name for one in goods}
    packages = [Package(**row) for row in found.rows]
    if packages:
        yield Line(_(N_("Rencana")), heading=True)
    for package in packages:
        yield Line(_range(package, names[package.product_id or 0]))
    if found.unplanned:
        yield Line(_(N_("Tidak ikut dibagi")), heading=True)
        text = _(N_("{name}: isi per kemasan belum ada pada data produknya."))
        yield from (Line(text.format(name=name), "warning") for name in found.unplanned)
    if packages:
        yield from _sums(packages)
    if there:
        text = _(N_("{n} baris kemasan yang ada diganti. Ctrl+Z di tabel mengembalikannya."))
        yield Line(text.format(n=there), "warning")


def _range(package: Package, name: str) -> str:
    numbers = f"{package.from_no}–{package.to_no}" if package.count > 1 else f"{package.from_no}"
    kind = _(lists.PACKAGES.get(package.kind, package.kind))
    text = _(N_("{kind} {numbers}: {name}, masing-masing {content}"))
    return text.format(kind=kind, numbers=numbers, name=name, content=format_number(package.content or 0))


def _sums(packages: list[Package]) -> Iterator[Line]:
    gross = sum((package.total_gross for package in packages), Decimal(0))
    volume = sum((package.total_volume for package in packages), Decimal(0))
    count = max(package.to_no for package in packages)
    yield Line(_(N_("Seluruhnya")), heading=True)
    text = _(N_("{n} kemasan · {gross} kg kotor · {volume} m³"))
    yield Line(text.format(n=format_number(count), gross=format_number(gross), volume=format_number(volume)))
    heavy, either = _(N_("karena berat")), _(N_("atau"))
    rooms = [
        f"{load.needed} × {_(load.room.name)}" + (f" ({heavy})" if load.by_weight else "")
        for load in loads(volume, gross)
    ]
    if rooms:
        yield Line(_(N_("Muat dalam {rooms}")).format(rooms=f" {either} ".join(rooms)), "neutral")
    if any(package.gross is None for package in packages):
        yield Line(_(N_("Berat sebagian barang belum diketahui.")), "warning")
