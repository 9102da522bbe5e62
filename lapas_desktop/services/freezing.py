"""What a shipment's papers say, kept at release as JSON with its hash, and read back for every later paper.

What becomes known only on the way (B/L, PEB, vessel, the agreement linked later) is not frozen.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.domain.errors import Damaged
from lapas_desktop.domain.frozen_shipment import FrozenShipment, hash_of
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.shipment_life import BEFORE_RELEASE
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.letterhead import letterhead
from lapas_desktop.services.manifest_facts import export_manifest
from lapas_desktop.storage import queries

_LATE = ("invoice", "packing_list", "money", "agreement", "agreement_title", "agreement_note", "peb", "npe", "aju",
         "ceremony", "other_papers", "received_by", "is_void", "warnings")  # fmt: skip
_LATE_ON_THE_WAY = ("carrier", "vessel", "bill", "container", "container_type", "container_code", "seal", "vehicle",
                    "driver", "shipped_on", "delivered_on")  # fmt: skip


def freeze(session: Session, shipment: Shipment, now: datetime, who: str, reason: str = "") -> FrozenShipment:
    """Keeps what the papers of a shipment say now. The logos of the kop are not kept: they are the office's."""
    content = as_json(export_manifest(session, shipment, now.date()))
    frozen = FrozenShipment(
        revision=shipment.revision, number=shipment.paper_number, content=content, sha256=hash_of(content),
        frozen_at=now, who=who, reason=reason,
    )  # fmt: skip
    shipment.frozen.append(frozen)
    return frozen


def papers_of(session: Session, shipment: Shipment, on: date) -> ExportManifest:
    """What the papers of a shipment say: as frozen once it is released, as it stands until then.

    `Damaged` when what was frozen is no longer what it was.
    """
    live = export_manifest(session, shipment, on)
    last = shipment.frozen[-1] if shipment.frozen else None
    if last is None or shipment.status in BEFORE_RELEASE:
        return live
    if not last.is_whole:
        text = _(N_("Isi surat pengiriman {number} yang dibekukan rusak. Pulihkan cadangan terakhir."))
        raise Damaged(text.format(number=last.number))
    frozen = from_json(last.content)
    kop = letterhead(queries.office_profile(session))
    office = dataclasses.replace(
        frozen.office,
        kop=dataclasses.replace(frozen.office.kop, logo=kop.logo, logo_right=kop.logo_right),
    )
    later = {line.number: {"accepted": line.accepted, "fob": line.fob} for line in live.lines}
    return dataclasses.replace(
        frozen,
        office=office,
        transport=dataclasses.replace(
            frozen.transport, **{name: getattr(live.transport, name) for name in _LATE_ON_THE_WAY}
        ),
        lines=tuple(dataclasses.replace(line, **later.get(line.number, {})) for line in frozen.lines),
        **{name: getattr(live, name) for name in _LATE},
    )


def as_json(manifest: ExportManifest) -> str:
    """Sorted and without spaces, so that equal facts give equal text."""
    return json.dumps(_plain(manifest), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(content: str) -> ExportManifest:
    """The facts again; ValueError, KeyError or TypeError when the text is not such JSON.

    A field that an older version did not know keeps its default.
    """
    return _made(ExportManifest, json.loads(content))


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, bytes) else value


@cache
def _types(made: type) -> dict[str, Any]:
    return typing.get_type_hints(made)


def _made(wanted: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(wanted) in (types.UnionType, typing.Union):
        return _made(next(part for part in typing.get_args(wanted) if part is not type(None)), value)
    if typing.get_origin(wanted) is tuple:
        return tuple(_made(typing.get_args(wanted)[0], part) for part in value)
    if dataclasses.is_dataclass(wanted):
        hints = _types(typing.cast(type, wanted))
        return typing.cast(Any, wanted)(
            **{name: _made(hints[name], part) for name, part in value.items() if name in hints}
        )
    if wanted is Decimal:
        return Decimal(value)
    return date.fromisoformat(value) if wanted is date else value
