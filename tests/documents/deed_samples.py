"""A deed with every kind of block on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lapas_desktop.documents.deed_data import Deed, DeedParty, DeedProduct, Witness
from lapas_desktop.domain.clause_text import TABLE_MARK, Clause, numbered
from tests.documents.samples import LETTERHEAD, NUMBER, OFFICE

CLAUSES = (
    Clause("ekspor/ruang-lingkup", "Ruang Lingkup", "Kerja sama meliputi penjualan.\nProduknya: {tabel_produk}"),
    Clause(
        "ekspor/hak-dan-kewajiban",
        "Hak dan Kewajiban",
        "PIHAK PERTAMA berkewajiban:\n- menyiapkan produk;\n- membayarkan premi\n"
        "Jangka waktu diatur dalam {pasal:jangka-waktu}.",
    ),
    Clause("ekspor/jangka-waktu", "Jangka Waktu", "Perjanjian ini berlaku selama {jangka_waktu}."),
)
FACTS = {"tabel_produk": TABLE_MARK, "jangka_waktu": "1 (satu) tahun"}


def deed(**changes: Any) -> Deed:
    made = Deed(
        office=OFFICE,
        reference=NUMBER,
        title="Penjualan Kerajinan Getah Nyatu",
        parties=(
            DeedParty(
                "PIHAK PERTAMA", OFFICE, "Batara Hutasoit", "Kepala Lapas", "NIP", "198001012005011001",
                "Jalan Contoh No. 1", role="pemilik produk", letter_number=NUMBER, stamped_copy=2,
            ),
            DeedParty("PIHAK KEDUA", "Life Style Nusantara", "Hairunnisa", "Pimpinan", stamped_copy=1),
        ),
        opening="Pada hari ini Senin tanggal Sembilan Belas bulan Januari tahun Dua Ribu Dua Puluh Enam "
        "(19-01-2026), bertempat di Kasongan, kami yang bertanda tangan di bawah ini:",
        clauses=numbered(CLAUSES, FACTS),
        accord="PARA PIHAK sepakat dengan ketentuan sebagai berikut:",
        closing="Demikian Perjanjian ini dibuat dalam rangkap 2 (dua).",
        letterhead=LETTERHEAD,
        legal_basis=("Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan",),
        products=(DeedProduct("Gantungan kunci getah nyatu", "buah", "3.000", "Rp25.000,00"),),
        witnesses=(Witness("Fanuel Hanshius", "Kasubsi Bimbingan Kerja"), Witness("Saksi Kedua")),
    )  # fmt: skip
    return replace(made, **changes)
