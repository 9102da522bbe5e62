"""The facts of an agreement's summary, and the checksum printed in its QR code.

Everything comes in prepared: amounts, remaining quantities and days are computed by the caller.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

from lapas_desktop.documents.sheet import Letterhead

# What depends on the office's stationery or on the day of printing is no fact of the agreement.
_NOT_FACTS = ("letterhead", "paper", "printed_on", "days_remaining", "status_label", "language")


@dataclass(frozen=True)
class PartyNumber:
    """The number that one party gave the agreement; "" while there is none."""

    party: str
    number: str = ""


@dataclass(frozen=True)
class SummaryParty:
    """``role`` as printed, e.g. "PIHAK PERTAMA"; ``identity`` e.g. "NPWP 01.234…"."""

    role: str
    name: str
    address: str = ""
    identity: str = ""
    signatory: str = ""
    position: str = ""
    authority: str = ""


@dataclass(frozen=True)
class SummaryProduct:
    """Quantities in ``unit``; ``price`` per unit, or ``price_text`` where there is no single amount."""

    name: str
    unit: str
    agreed: Decimal | None = None
    shipped: Decimal | None = None
    remaining: Decimal | None = None
    price: Decimal | None = None
    currency: str = "IDR"
    price_text: str = ""


@dataclass(frozen=True)
class SummaryShare:
    """Who receives which part: a percentage (50 means 50 %) or an amount."""

    name: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    currency: str = "IDR"


@dataclass(frozen=True)
class SummarySharing:
    """``basis`` in words, e.g. "Dari laba"."""

    basis: str = ""
    shares: tuple[SummaryShare, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class SummaryObligation:
    party: str
    text: str
    due: date | None = None
    done: bool = False
    done_on: date | None = None


@dataclass(frozen=True)
class SummaryShipment:
    """``quantity`` as text with its unit; several lines are several lines of text."""

    reference: str
    date: date | None
    destination: str
    quantity: str
    value: Decimal | None = None
    currency: str = "IDR"


@dataclass(frozen=True)
class Supervision:
    """The four questions of supervision: latar belakang, jangka waktu, implementasi, profit."""

    background: str = ""
    period: str = ""
    implementation: str = ""
    profit: str = ""


@dataclass(frozen=True)
class SummarySignature:
    """``heading`` above the space for the signature, ``identity`` (NIP or position) below the name."""

    heading: str
    organisation: str
    person: str
    identity: str = ""


@dataclass(frozen=True)
class AgreementSummary:
    """Everything the paper says. ``reference`` is the number, or "DRAF-3" while there is none."""

    office: str
    reference: str
    title: str
    parties: tuple[SummaryParty, ...]
    letterhead: Letterhead = field(default_factory=Letterhead)
    city: str = ""
    paper: str = "A4"
    language: str = "id"
    numbers: tuple[PartyNumber, ...] = ()
    type_label: str = ""
    status_label: str = ""
    is_draft: bool = True
    is_sample: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    days_remaining: int | None = None
    signed_on: date | None = None
    signed_at: str = ""
    addenda: tuple[str, ...] = ()
    scope: str = ""
    destinations: tuple[str, ...] = ()
    products: tuple[SummaryProduct, ...] = ()
    sharing: SummarySharing = field(default_factory=SummarySharing)
    obligations: tuple[SummaryObligation, ...] = ()
    shipments: tuple[SummaryShipment, ...] = ()
    supervision: Supervision = field(default_factory=Supervision)
    place_and_date: str = ""
    signatures: tuple[SummarySignature, ...] = ()
    printed_on: date | None = None


def checksum(summary: AgreementSummary) -> str:
    """16 hexadecimal digits (SHA-256) over the agreement's facts; the day of printing does not change it."""
    facts = {name: value for name, value in asdict(summary).items() if name not in _NOT_FACTS}
    text = json.dumps(facts, default=str, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16].upper()
