"""Goods and packages as a manifest tells them, and how much of the packages falls to each line of the goods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from lapas_desktop.documents import manifest_data as data
from lapas_desktop.domain import kinds, lists
from lapas_desktop.domain.sharing import parted
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_rows import Package, ShipmentLine
from lapas_desktop.i18n import indonesian as _  # a paper keeps its language

_GRAM, _CM3 = Decimal("0.0001"), Decimal("0.000001")


@dataclass(frozen=True)
class _Share:
    """What falls to a line: kg, m³, the packages it is first in and their kind; None: nothing is packed."""

    gross: Decimal | None = None
    volume: Decimal | None = None
    packages: int | None = None
    kind: str = ""


def goods_lines(shipment: Shipment) -> Iterator[data.GoodsLine]:
    """The lines in their order. Shares of packages and of the FOB value add up to those of the shipment."""
    rows = zip(shipment.lines, _shares(shipment), _fob_parts(shipment), strict=True)
    for number, (line, share, fob) in enumerate(rows, 1):
        yield _line(line, number, share, fob)


def _line(line: ShipmentLine, number: int, share: _Share, fob: Decimal | None) -> data.GoodsLine:
    return data.GoodsLine(
        number=number,
        name=line.name or line.product.name,
        code=line.product.code,
        description_en=line.export_name or line.product.customs_description or "",
        hs_code=kinds.HS_CODE.format(line.hs_code, "id"),
        origin=line.origin_country or "",
        quantity=line.quantity,
        unit=unit_word(line),
        unit_en=unit_english(line),
        unit_price=line.unit_price,
        amount=line.amount,
        net_weight=line.net,
        inmate_quantity=line.made_by_inmates,
        customs_description=line.product.customs_description or line.export_name or "",
        brand=line.product.brand or "",
        model=line.product.model or "",
        size=line.product.size or "",
        other_spec=line.product.other_spec or "",
        unit_code=lists.UNIT_CODES.get(line.unit or line.product.unit, ("", ""))[0],
        customs_unit=lists.UNIT_CODES.get(line.unit or line.product.unit, ("", ""))[1],
        origin_region=line.product.origin_region or "",
        accepted=line.accepted,
        gross_weight=share.gross,
        volume=share.volume,
        fob=fob,
        packages=share.packages,
        package_code=share.kind,
    )


def _fob_parts(shipment: Shipment) -> Sequence[Decimal | None]:
    """The FOB value of the shipment parted by the lines' amounts; None where the incoterm does not give it."""
    amounts, fob = [line.amount for line in shipment.lines], shipment.fob
    if fob is None or fob < 0 or not any(amounts):
        return [None] * len(amounts)
    return parted(fob, amounts)


def _shares(shipment: Shipment) -> list[_Share]:
    shares = [_Share()] * len(shipment.lines)
    for product in shipment.quantities:
        rows = [row for row in shipment.packages if row.product_id == product]
        places = [index for index, line in enumerate(shipment.lines) if line.product_id == product]
        wanted = [shipment.lines[index].quantity or Decimal(0) for index in places]
        if not rows or not any(wanted):
            continue
        gross = parted(sum((row.total_gross for row in rows), Decimal(0)), wanted, _GRAM)
        volume = parted(sum((row.total_volume for row in rows), Decimal(0)), wanted, _CM3)
        first = [row for row in rows if row in _firsts(shipment.packages)]
        for position, index in enumerate(places):
            count = sum(row.count for row in first) if position == 0 else 0
            shares[index] = _Share(gross[position], volume[position], count, (first or rows)[0].kind)
    return shares


def _firsts(rows: Sequence[Package]) -> list[Package]:
    """The row that each range of numbers is measured in."""
    found: dict[tuple[int, int], Package] = {}
    for row in rows:
        found.setdefault((row.from_no or 0, row.to_no or 0), row)
    return list(found.values())


def unit_word(line: ShipmentLine) -> str:
    """The unit as Indonesian papers call it."""
    return _(lists.UNITS[line.unit or line.product.unit])


def unit_english(line: ShipmentLine) -> str:
    words = lists.UNITS_ENGLISH_ONE if line.quantity == 1 else lists.UNITS_ENGLISH
    return words[line.unit or line.product.unit]


def packages(shipment: Shipment) -> Iterator[data.Package]:
    """Rows of one number range are one mixed package: measured once, each content on its own row."""
    lines = {line.product_id: line for line in shipment.lines}
    for _span, rows in groupby(shipment.packages, key=lambda package: (package.from_no, package.to_no)):
        group = list(rows)
        yield _package(group[0], group, lines.get(group[0].product_id or 0))
        for further in group[1:]:
            line = lines.get(further.product_id or 0)
            yield data.Package(
                content=(line.name or "") if line else "",
                content_en=(line.export_name or line.name or "") if line else "",
                quantity_each=further.content,
                quantity=further.content * further.count if further.content is not None else None,
                unit=unit_word(line) if line else "",
                unit_en=unit_english(line) if line else "",
            )


def _package(package: Package, group: list[Package], line: ShipmentLine | None) -> data.Package:
    zero = Decimal(0)
    return data.Package(
        from_no=package.from_no,
        to_no=package.to_no,
        count=package.count,
        kind=_(lists.PACKAGES[package.kind]),
        kind_en=lists.PACKAGES_ENGLISH[package.kind],
        kind_code=package.kind,
        content=(line.name or "") if line else "",
        marks=package.marks or "",
        content_en=(line.export_name or line.name or "") if line else "",
        quantity_each=package.content,
        quantity=package.content * package.count if package.content is not None else None,
        unit=unit_word(line) if line else "",
        unit_en=unit_english(line) if line else "",
        length=package.length,
        width=package.width,
        height=package.height,
        net_each=sum((row.net or zero for row in group), zero),
        gross_each=sum((row.gross or zero for row in group), zero),
        net=sum((row.total_net for row in group), zero),
        gross=sum((row.total_gross for row in group), zero),
        volume=sum((row.total_volume for row in group), zero),
    )
