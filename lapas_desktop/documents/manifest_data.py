"""What an export manifest says, as plain values. Sums are counted by the service, never here.

Texts in two languages stand side by side: the bare name is Indonesian, ``…_en`` goes to the export sheets.
``None`` or an empty text means "not stated" and is shown so. Weights are kg, lengths cm, volumes m³.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lapas_desktop.documents.sheet import Letterhead


@dataclass(frozen=True, kw_only=True)
class Office:
    """The issuing prison with its ``kop``."""

    name: str
    address: str = ""
    city: str = ""
    kop: Letterhead = field(default_factory=Letterhead)
    origin_region: str = ""


@dataclass(frozen=True, kw_only=True)
class Party:
    """One side of the shipment, in the order of printing. ``identity`` is text: ``01.234.567.8-901.000``.

    ``signatory`` may sign for it on the papers' day, ``job`` and ``signatory_identity`` ("NIP …") are this person's.
    """

    role: str
    role_en: str
    name: str
    address: str = ""
    country: str = ""
    country_en: str = ""
    identity_kind: str = "NPWP"
    identity: str = ""
    nib: str = ""
    country_code: str = ""
    signatory: str = ""
    job: str = ""
    signatory_identity: str = ""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Number and date of another paper: agreement, invoice, packing list, PEB."""

    number: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Transport:
    """The way from the prison to the buyer. ``mode`` and ``mode_en`` are words, ports are as printed."""

    mode: str = ""
    mode_en: str = ""
    port_of_loading: str = ""
    port_of_discharge: str = ""
    destination: str = ""
    destination_en: str = ""
    incoterm: str = ""
    incoterm_place: str = ""
    carrier: str = ""
    vessel: str = ""
    bill: str = ""
    container: str = ""
    container_type: str = ""
    seal: str = ""
    vehicle: str = ""
    driver: str = ""
    mode_code: str = ""
    container_code: str = ""
    destination_code: str = ""
    loading_code: str = ""
    discharge_code: str = ""
    planned_on: date | None = None
    released_on: date | None = None
    shipped_on: date | None = None
    delivered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Money:
    """Currency (ISO 4217), the exchange rate to rupiah with its date and source, and the charges."""

    currency: str = ""
    rate: Decimal | None = None
    rate_on: date | None = None
    rate_source: str = ""
    fob: Decimal | None = None
    freight: Decimal | None = None
    insurance: Decimal | None = None
    rupiah_value: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Ceremony:
    """The festive release of an export, when there was one. One official a text: "name, office held"."""

    name: str = ""
    place: str = ""
    on: date | None = None
    officials: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GoodsLine:
    """One kind of goods. ``description_en`` is the customs description; ``origin`` an ISO 3166 code.

    ``gross_weight``, ``volume``, ``packages`` and ``fob`` are its share of the shipment's; None while not known.
    """

    number: int
    name: str
    code: str = ""
    description_en: str = ""
    hs_code: str = ""
    origin: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    unit_en: str = ""
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    net_weight: Decimal | None = None
    inmate_quantity: Decimal | None = None
    customs_description: str = ""
    brand: str = ""
    model: str = ""
    size: str = ""
    other_spec: str = ""
    unit_code: str = ""
    customs_unit: str = ""
    origin_region: str = ""
    accepted: Decimal | None = None
    gross_weight: Decimal | None = None
    volume: Decimal | None = None
    fob: Decimal | None = None
    packages: int | None = None
    package_code: str = ""


@dataclass(frozen=True, kw_only=True)
class Work:
    """A production batch that gave goods of this shipment, for the story told at a ceremony. ``people``: heads."""

    product: str
    code: str
    starts_on: date | None = None
    ends_on: date | None = None
    people: int = 0
    made: Decimal | None = None
    passed: Decimal | None = None
    unit: str = ""
    quality: str = ""
    checked_on: date | None = None
    check_number: str = ""


@dataclass(frozen=True, kw_only=True)
class OtherPaper:
    """A paper that somebody else gives. ``state`` and ``name`` are words, ``code`` is CEISA's, where there is one."""

    name: str
    state: str
    number: str = ""
    on: date | None = None
    issuer: str = ""
    valid_until: date | None = None
    remark: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Package:
    """A run of equal packages. ``from_no`` None: further contents of the packages named just above."""

    from_no: int | None = None
    to_no: int | None = None
    count: int | None = None
    kind: str = ""
    kind_en: str = ""
    kind_code: str = ""
    marks: str = ""
    content: str = ""
    content_en: str = ""
    quantity_each: Decimal | None = None
    quantity: Decimal | None = None
    unit: str = ""
    unit_en: str = ""
    length: Decimal | None = None
    width: Decimal | None = None
    height: Decimal | None = None
    net_each: Decimal | None = None
    gross_each: Decimal | None = None
    net: Decimal | None = None
    gross: Decimal | None = None
    volume: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class UnitTotal:
    """Total quantity of all lines of one unit; the labels are spelt as in the lines."""

    unit: str
    unit_en: str
    quantity: Decimal
    inmate_quantity: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Totals:
    """The shipment's sums as the program holds them; the sheets' formulas are checked against them."""

    quantities: tuple[UnitTotal, ...] = ()
    packages: int | None = None
    net_weight: Decimal | None = None
    gross_weight: Decimal | None = None
    volume: Decimal | None = None
    value: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One place to sign. ``label`` e.g. "Diperiksa oleh"; ``identity`` e.g. "NIP 19800101 200501 1 001"."""

    label: str
    title: str = ""
    name: str = ""
    identity: str = ""


@dataclass(frozen=True, kw_only=True)
class ExportManifest:
    """Everything on the four sheets. ``dated`` is the papers' day and the file's own date."""

    office: Office
    reference: str
    dated: date
    kind: str = ""
    kind_code: str = ""
    revision: int = 0
    sequence: str = ""
    first_export: bool = False
    aju: str = ""
    marks: tuple[str, ...] = ()
    other_producers: tuple[str, ...] = ()
    agreement_title: str = ""
    agreement_note: str = ""
    works: tuple[Work, ...] = ()
    other_papers: tuple[OtherPaper, ...] = ()
    received_by: str = ""
    paper: str = "A4"
    is_draft: bool = False
    is_sample: bool = False
    is_void: bool = False
    parties: tuple[Party, ...] = ()
    agreement: Reference | None = None
    invoice: Reference = field(default_factory=Reference)
    packing_list: Reference = field(default_factory=Reference)
    peb: Reference = field(default_factory=Reference)
    npe: Reference = field(default_factory=Reference)
    transport: Transport = field(default_factory=Transport)
    money: Money = field(default_factory=Money)
    ceremony: Ceremony | None = None
    lines: tuple[GoodsLine, ...] = ()
    packages: tuple[Package, ...] = ()
    totals: Totals = field(default_factory=Totals)
    warnings: tuple[str, ...] = ()
    signed_place: str = ""
    signatures: tuple[Signature, ...] = ()
    invoice_signatures: tuple[Signature, ...] = ()
