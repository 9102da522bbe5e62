"""The way of a shipment: draft → packed → released → shipped → delivered; returned, void; back by a revision.

What stands against each step; no obstacle: it may be taken. Field names as in `Problem`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapas_desktop.domain.entity import all_problems
from lapas_desktop.domain.errors import Problem
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.i18n import N_, _

BEFORE_RELEASE = ("draft", "packed")
_BACK = {"packed": "draft", "shipped": "released", "delivered": "shipped"}


def packing_obstacles(shipment: Shipment) -> Iterator[Problem]:
    """Why a shipment cannot be marked packed."""
    if shipment.status != "draft":
        yield Problem("status", _(N_("Hanya konsep yang dapat ditandai dikemas.")))
        return
    yield from _goods(shipment)
    yield from all_problems(shipment)


def releasing_obstacles(shipment: Shipment) -> Iterator[Problem]:
    """Why a shipment cannot be released, apart from the findings of `shipment_checks`."""
    if shipment.status in ("cancelled", "returned"):
        yield Problem("status", _(N_("Pengiriman yang batal atau dikembalikan tidak dapat dirilis.")))
        return
    if shipment.status not in BEFORE_RELEASE:
        text = _(N_("Pengiriman ini sudah bernomor {number}."))
        yield Problem("status", text.format(number=shipment.reference))
        return
    yield from _goods(shipment)
    yield from all_problems(shipment)


def _goods(shipment: Shipment) -> Iterator[Problem]:
    if not shipment.lines:
        yield Problem("lines", _(N_("Belum ada barang.")))


def revising_obstacles(shipment: Shipment, reason: str | None = None) -> Iterator[Problem]:
    """Why a released shipment cannot be opened again; ``reason`` None: only whether at all."""
    if shipment.status != "released":
        yield Problem("status", _(N_("Hanya pengiriman yang dirilis dan belum dikirim dapat direvisi.")))
    elif reason is not None and not reason.strip():
        yield Problem("reason", _(N_("Wajib diisi.")))


def shipping_obstacles(shipment: Shipment, day: date | None = None) -> Iterator[Problem]:
    """Why a shipment cannot leave, on a day."""
    if shipment.status != "released":
        yield Problem("status", _(N_("Rilis dulu: barang dikirim setelah dirilis.")))
    elif day and shipment.released_on and day < shipment.released_on:
        yield Problem("shipped_on", _(N_("Tanggal ini mendahului langkah sebelumnya.")))


def delivering_obstacles(shipment: Shipment, day: date | None = None) -> Iterator[Problem]:
    """Why a shipment cannot be received, on a day. Goods carried over by the office itself need no way between."""
    if shipment.status not in ("shipped", "released"):
        yield Problem("status", _(N_("Hanya barang yang dirilis atau dikirim dapat diterima.")))
    elif day and (before := shipment.shipped_on or shipment.released_on) and day < before:
        yield Problem("delivered_on", _(N_("Tanggal ini mendahului langkah sebelumnya.")))


def returning_obstacles(shipment: Shipment, reason: str | None = None) -> Iterator[Problem]:
    """Why a shipment cannot come back."""
    if shipment.status not in ("shipped", "delivered"):
        yield Problem("status", _(N_("Hanya barang yang sudah dikirim dapat dikembalikan.")))
    elif reason is not None and not reason.strip():
        yield Problem("reason", _(N_("Wajib diisi.")))


def voiding_obstacles(shipment: Shipment, reason: str | None = None) -> Iterator[Problem]:
    """Why a shipment cannot be given up. A number that was given stays and is marked void."""
    if shipment.status == "cancelled":
        yield Problem("status", _(N_("Pengiriman ini sudah batal.")))
    elif shipment.status not in (*BEFORE_RELEASE, "released"):
        yield Problem("status", _(N_("Barang sudah dikirim: catat sebagai dikembalikan.")))
    elif reason is not None and not reason.strip():
        yield Problem("reason", _(N_("Wajib diisi.")))


def stepping_back_obstacles(shipment: Shipment) -> Iterator[Problem]:
    """Why the last step cannot be undone; a release is undone by a revision."""
    if shipment.status not in _BACK:
        yield Problem("status", _(N_("Langkah ini tidak dapat diurungkan.")))


def step_back(shipment: Shipment) -> None:
    """Undoes packing, shipping or receiving with the day that was written down for it."""
    undone = shipment.status
    shipment.status = _BACK[undone]
    if undone == "delivered" and shipment.shipped_on is None:
        shipment.status = "released"
    setattr(shipment, {"packed": "packed_on", "shipped": "shipped_on", "delivered": "delivered_on"}[undone], None)
