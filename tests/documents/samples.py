"""Sample facts for the papers: office and agreement of a press report, the gaps invented and marked so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.documents.summary_data import (
    AgreementSummary,
    PartyNumber,
    SummaryObligation,
    SummaryParty,
    SummaryProduct,
    SummaryShare,
    SummarySharing,
    SummaryShipment,
    SummarySignature,
    Supervision,
)
from lapas_desktop.pdfium import Pdf

OFFICE = "Lapas Narkotika Kelas IIA Kasongan"
NUMBER = "CONTOH-PK.08.01-001 TAHUN 2026"
LETTERHEAD = Letterhead(
    (
        "KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA",
        "DIREKTORAT JENDERAL PEMASYARAKATAN",
        "KANTOR WILAYAH KALIMANTAN TENGAH",
        "LEMBAGA PEMASYARAKATAN NARKOTIKA KELAS IIA KASONGAN",
        "Jalan Contoh No. 1, Kasongan, Kabupaten Katingan, Kalimantan Tengah",
        "Telepon (0536) 000000 · Surel contoh@example.invalid",
    ),
    3,
)
PARTIES = (
    SummaryParty(
        "PIHAK PERTAMA",
        OFFICE,
        "Jalan Contoh No. 1, Kasongan, Kabupaten Katingan",
        "",
        "Batara Hutasoit",
        "Kepala Lembaga Pemasyarakatan",
        "Keputusan Menteri (contoh) Nomor 01 Tahun 2026",
    ),
    SummaryParty(
        "PIHAK KEDUA",
        "Life Style Nusantara",
        "Jalan Contoh No. 2, Palangka Raya",
        "NIB 0000000000000 (contoh)",
        "Hairunnisa",
        "Pimpinan",
    ),
    SummaryParty(
        "PIHAK KETIGA", "IKM Kreasi Pastika", "Palangka Raya", "", "Pastika (contoh)", "Ketua kelompok perajin"
    ),
)
PRODUCTS = (
    SummaryProduct("Gantungan kunci getah nyatu", "buah", Decimal(3000), Decimal(1200), Decimal(1800), Decimal(15000)),
    SummaryProduct("Hiasan perahu getah nyatu", "buah", Decimal(150), Decimal(0), Decimal(150), Decimal("85000.50")),
    SummaryProduct(
        "Getah nyatu mentah", "kg", Decimal("12.5"), Decimal("2.25"), Decimal("10.25"), Decimal("4.75"), "USD"
    ),
)
SUPERVISION = Supervision(
    "Ekspor perdana gantungan kunci getah nyatu pada 23 Desember 2025 mendapat pesanan lanjutan dari importir "
    "Selandia Baru; perjanjian ini memberi dasar tetap bagi penjualan berikutnya. (contoh)",
    "Satu tahun sejak penandatanganan, dapat diperpanjang dengan pemberitahuan 30 hari sebelumnya. (contoh)",
    "Warga binaan membuat kerajinan di bengkel kerja bersama perajin IKM Kreasi Pastika; 1 kali ekspor, "
    "1.200 buah. (contoh)",
    "Hasil penjualan sampai hari ini Rp18.000.000,00; premi dan PNBP disetor sesuai pembagian hasil. (contoh)",
)


def agreement(**changes: Any) -> AgreementSummary:
    """The agreement of 19 January 2026, signed; ``changes`` replace single facts."""
    summary = AgreementSummary(
        office=OFFICE,
        reference=NUMBER,
        title="Penjualan Kerajinan Getah Nyatu untuk Ekspor ke Selandia Baru",
        parties=PARTIES,
        letterhead=LETTERHEAD,
        city="Kasongan",
        numbers=(PartyNumber("Pihak Pertama", NUMBER), PartyNumber("Pihak Kedua")),
        type_label="Perjanjian kerja sama (PKS)",
        status_label="Berlaku",
        is_draft=False,
        is_sample=True,
        starts_on=date(2026, 1, 19),
        ends_on=date(2027, 1, 18),
        days_remaining=358,
        signed_on=date(2026, 1, 19),
        signed_at="Kasongan",
        scope="Pembuatan, pengadaan bahan, pengemasan dan penjualan kerajinan getah nyatu untuk ekspor.",
        destinations=("Selandia Baru",),
        products=PRODUCTS,
        sharing=SummarySharing(
            "Dari laba",
            (
                SummaryShare("Premi warga binaan", Decimal(50)),
                SummaryShare("PNBP", Decimal(15)),
                SummaryShare("Modal kerja", Decimal(35)),
            ),
        ),
        obligations=(
            SummaryObligation("Pihak Pertama", "Menyiapkan 500 buah sebulan", date(2026, 2, 28), True),
            SummaryObligation("Pihak Kedua", "Membayar paling lambat 14 hari sesudah ekspor", date(2026, 3, 14)),
        ),
        shipments=(
            SummaryShipment(
                "KRM-2025-001", date(2025, 12, 23), "Auckland, Selandia Baru", "1.200 buah", Decimal(18000000)
            ),
        ),
        supervision=SUPERVISION,
        place_and_date="Kasongan, 19 Januari 2026",
        signatures=(
            SummarySignature("PIHAK KEDUA", "Life Style Nusantara", "Hairunnisa", "Pimpinan"),
            SummarySignature("PIHAK KETIGA", "IKM Kreasi Pastika", "Pastika (contoh)", "Ketua"),
            SummarySignature("PIHAK PERTAMA", OFFICE, "Batara Hutasoit", "NIP 000000000000000000"),
        ),
        printed_on=date(2026, 1, 25),
    )
    return replace(summary, **changes)


def page_texts(source: Path | bytes) -> list[str]:
    """What each page of a PDF says."""
    with Pdf(source) as paper:
        return [paper.words(number) for number in range(len(paper))]


def words(source: Path | bytes) -> str:
    """All pages as one line: where lines break does not matter."""
    return " ".join(" ".join(page_texts(source)).split())
