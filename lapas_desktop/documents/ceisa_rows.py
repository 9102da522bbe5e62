"""A shipment in the words of CEISA 4.0: which value stands in which column of which sheet, and what is missing.

Codes are mapped, never copied: CEISA has its own for units, identities and documents, and an older list of incoterms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lapas_desktop.documents.manifest_data import ExportManifest, GoodsLine, Party, Reference

Cell = str | int | Decimal | None
Values = dict[str, Cell]
AJU_LENGTH = 26
ENTITIES = (("Exporter", "2"), ("Forwarder", "4"), ("Buyer", "6"), ("Producer", "7"), ("Consignee", "8"))
NEEDED_ENTITIES = {"2": "Eksportir", "6": "Pembeli", "7": "Pemilik barang", "8": "Penerima (consignee)"}
MODES = {"laut": "1", "darat": "3", "udara": "4", "pos": "5"}
CONTAINER_SIZES = {"20": "20", "40": "40", "40HC": "40"}
# CEISA's list is that of 2010: what Incoterms 2020 call DPU is DAT there.
INCOTERMS = {term: term for term in "EXW FCA CPT CIP DAP DDP FAS FOB CFR CIF".split()} | {"DPU": "DAT"}
WITH_FREIGHT = ("CPT", "CIP", "CFR", "CIF", "DAP", "DPU", "DDP")
OWN_PAPER = "816"  # the declaration itself is no paper that comes with it
ASSUMED = (
    "KODE DOKUMEN 30 (PEB), KODE JENIS EKSPOR 1 (biasa).",
    "KODE KATEGORI EKSPOR 10 (umum), atau 37 (contoh) untuk pengiriman sampel.",
    "KODE CARA DAGANG 1 (biasa), atau 2 (konsinyasi) untuk titip jual.",
    "KODE PELABUHAN EKSPOR sama dengan pelabuhan muat, KODE PELABUHAN TUJUAN sama dengan pelabuhan bongkar.",
    "Tanpa consignee, pembeli ditulis juga sebagai penerima (8).",
)


@dataclass(frozen=True)
class Gap:
    """Something missing: the sheet, the row's number there (0: the sheet as a whole), the column, what to do."""

    sheet: str
    row: int
    column: str
    advice: str


@dataclass
class Draft:
    """Sheet → its rows, and what they lack."""

    rows: dict[str, list[Values]] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)

    def lacks(self, sheet: str, column: str, advice: str, row: int = 0) -> None:
        self.gaps.append(Gap(sheet, row, column, advice))


def draft_of(manifest: ExportManifest) -> Draft:
    """Every sheet that the shipment fills. `ceisa_columns` says which columns must not stay empty."""
    draft, aju = Draft(), re.sub(r"[^0-9A-Za-z]", "", manifest.aju).upper()
    fillers: tuple[tuple[str, Callable[[ExportManifest, Draft], Iterator[Values]]], ...] = (
        ("HEADER", _header), ("ENTITAS", _entities), ("DOKUMEN", _papers), ("PENGANGKUT", _carrier),
        ("KEMASAN", _packages), ("KONTAINER", _containers), ("BARANG", _goods),
    )  # fmt: skip
    if aju and len(aju) != AJU_LENGTH:
        draft.lacks("HEADER", "NOMOR AJU", f"harus {AJU_LENGTH} karakter, sekarang {len(aju)}", 1)
    for sheet, fill in fillers:
        serial = {"HEADER": "", "BARANG": "SERI BARANG"}.get(sheet, "SERI")
        draft.rows[sheet] = [
            {"NOMOR AJU": aju, **({serial: number} if serial else {}), **values}
            for number, values in enumerate(fill(manifest, draft), 1)
        ]
    draft.rows["VERSI"] = [{"VERSI": "1.3"}]
    return draft


def _header(manifest: ExportManifest, _draft: Draft) -> Iterator[Values]:
    way, money, totals = manifest.transport, manifest.money, manifest.totals
    exporter = _party(manifest, "Exporter")
    yield {
        "KODE DOKUMEN": "30", "KODE JENIS EKSPOR": "1",
        "KODE KATEGORI EKSPOR": "37" if manifest.kind_code == "sampel" else "10",
        "KODE CARA DAGANG": "2" if manifest.kind_code == "titip_jual" else "1",
        "KODE DAERAH ASAL": manifest.office.origin_region, "KODE NEGARA TUJUAN": way.destination_code,
        "KODE PELABUHAN MUAT": way.loading_code, "KODE PELABUHAN EKSPOR": way.loading_code,
        "KODE PELABUHAN BONGKAR": way.discharge_code, "KODE PELABUHAN TUJUAN": way.discharge_code,
        "TANGGAL EKSPOR": _day(way.shipped_on or way.planned_on),
        "FREIGHT": money.freight if money.freight is not None or way.incoterm in WITH_FREIGHT else Decimal(0),
        "FOB": money.fob, "NDPBM": Decimal(1) if money.currency == "IDR" else money.rate,
        "BRUTO": totals.gross_weight, "NETTO": totals.net_weight, "VOLUME": totals.volume,
        "KODE VALUTA": money.currency, "KODE INCOTERM": INCOTERMS.get(way.incoterm, ""),
        "TANGGAL PERNYATAAN": _day(manifest.dated),
        "NAMA PERNYATAAN": exporter.signatory if exporter else "",
        "JABATAN PERNYATAAN": exporter.job if exporter else "",
    }  # fmt: skip


def _entities(manifest: ExportManifest, draft: Draft) -> Iterator[Values]:
    number = 0
    for role, code in ENTITIES:
        party = _party(manifest, role) or (_party(manifest, "Buyer") if code == "8" else None)
        if party is None:
            if code in NEEDED_ENTITIES:
                draft.lacks("ENTITAS", f"KODE ENTITAS {code}", f"{NEEDED_ENTITIES[code]} belum dipilih")
            continue
        number += 1
        country = "ID" if role == "Producer" else party.country_code
        kind, identity = _identity(party)
        if country == "ID" and not (kind and identity):
            advice = f"{party.name}: NPWP (15 atau 16 angka) atau NIK belum ada atau salah"
            draft.lacks("ENTITAS", "NOMOR IDENTITAS", advice, number)
        if code == "2" and not party.nib:
            draft.lacks("ENTITAS", "NIB ENTITAS", f"{party.name}: NIB belum ada", number)
        yield {
            "KODE ENTITAS": code, "KODE JENIS IDENTITAS": kind, "NOMOR IDENTITAS": identity,
            "NAMA ENTITAS": party.name, "ALAMAT ENTITAS": party.address, "NIB ENTITAS": party.nib,
            "KODE NEGARA": country,
        }  # fmt: skip


def _identity(party: Party) -> tuple[str, str]:
    """CEISA's kind of an identity number and the number; nothing for one of a wrong length."""
    digits = re.sub(r"\D", "", party.identity)
    if party.identity_kind == "NPWP":
        kind = {15: "5", 16: "6"}.get(len(digits), "")
        return kind, digits if kind else ""
    if party.identity_kind == "NIK":
        return ("3", digits) if len(digits) == 16 else ("", "")
    if party.identity_kind in ("Paspor", "Passport"):
        return "2", party.identity
    return ("4", party.identity) if party.identity else ("", "")


def _papers(manifest: ExportManifest, _draft: Draft) -> Iterator[Values]:
    papers = [("380", manifest.invoice), ("217", manifest.packing_list)]
    if manifest.agreement:
        papers.append(("315", manifest.agreement))
    others = [(paper.code, Reference(number=paper.number, on=paper.on)) for paper in manifest.other_papers]
    papers += [(code, paper) for code, paper in others if code and code != OWN_PAPER and paper.number]
    bill = {"laut": "705", "udara": "740"}.get(manifest.transport.mode_code, "")
    if manifest.transport.bill and bill and bill not in [code for code, _paper in papers]:
        papers.append((bill, Reference(number=manifest.transport.bill)))
    for code, paper in papers:
        yield {"KODE DOKUMEN": code, "NOMOR DOKUMEN": paper.number, "TANGGAL DOKUMEN": _day(paper.on)}


def _carrier(manifest: ExportManifest, _draft: Draft) -> Iterator[Values]:
    way = manifest.transport
    name, number = way.carrier, way.vessel
    if way.mode_code == "laut":
        found = re.fullmatch(r"(.+?)\s+((?:V|VOY)[.\s]*\s*\S+)", way.vessel, re.IGNORECASE)
        name, number = (found[1], found[2]) if found else (way.vessel, "")
    elif way.mode_code == "darat":
        number = way.vehicle
    yield {"KODE CARA ANGKUT": MODES.get(way.mode_code, ""), "NAMA PENGANGKUT": name, "NOMOR PENGANGKUT": number}


def _packages(manifest: ExportManifest, draft: Draft) -> Iterator[Values]:
    counts: dict[str, int] = {}
    for package in manifest.packages:
        if package.count:
            counts[package.kind_code] = counts.get(package.kind_code, 0) + package.count
    if not counts:
        draft.lacks("KEMASAN", "JUMLAH KEMASAN", "belum dikemas: isi Pengiriman → Kemasan")
    for kind, count in counts.items():
        yield {"KODE KEMASAN": kind, "JUMLAH KEMASAN": count, "MEREK": " / ".join(manifest.marks)}


def _containers(manifest: ExportManifest, _draft: Draft) -> Iterator[Values]:
    way = manifest.transport
    if way.container:
        yield {
            "NOMOR KONTINER": re.sub(r"[^0-9A-Z]", "", way.container.upper()),
            "KODE UKURAN KONTAINER": CONTAINER_SIZES.get(way.container_code, ""),
            "KODE JENIS KONTAINER": "7" if way.container_code == "LCL" else "8" if way.container_code else "",
            "NOMOR SEGEL": way.seal,
        }


def _goods(manifest: ExportManifest, draft: Draft) -> Iterator[Values]:
    if not manifest.lines:
        draft.lacks("BARANG", "URAIAN", "belum ada barang")
    for number, line in enumerate(manifest.lines, 1):
        code = re.sub(r"\D", "", line.hs_code)
        if line.hs_code and len(code) != 8:
            draft.lacks("BARANG", "HS", f"{line.name}: harus 8 angka", number)
        yield _goods_row(manifest, line, code if len(code) == 8 else "")


def _goods_row(manifest: ExportManifest, line: GoodsLine, code: str) -> Values:
    return {
        "HS": code, "KODE BARANG": line.code, "URAIAN": line.customs_description or line.description_en,
        "MEREK": line.brand, "TIPE": line.model, "UKURAN": line.size, "SPESIFIKASI LAIN": line.other_spec,
        "KODE SATUAN": line.customs_unit, "JUMLAH SATUAN": line.quantity, "KODE KEMASAN": line.package_code,
        "JUMLAH KEMASAN": line.packages, "NETTO": line.net_weight, "BRUTO": line.gross_weight, "VOLUME": line.volume,
        "FOB": line.fob, "HARGA SATUAN": line.unit_price,
        "KODE DAERAH ASAL": line.origin_region or manifest.office.origin_region, "KODE NEGARA ASAL": line.origin,
        "KODE JENIS EKSPOR": "1",
    }  # fmt: skip


def _party(manifest: ExportManifest, role: str) -> Party | None:
    return next((party for party in manifest.parties if party.role_en == role), None)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
