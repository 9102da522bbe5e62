"""What a Word template of the office may name: the fields of a pasal, and the parts of a deed as lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lapas_desktop.documents.deed_data import Deed
from lapas_desktop.domain.clause_text import TABLE, FactValue
from lapas_desktop.domain.deed_fields import CLAUSE_FIELDS
from lapas_desktop.i18n import N_

TEMPLATE_FIELDS: dict[str, str] = {
    **{name: about for name, about in CLAUSE_FIELDS.items() if name != "tabel_produk"},
    "pembukaan": N_("Kalimat pembuka dengan hari dan tanggal dalam huruf"),
    "penutup": N_("Kalimat penutup dengan jumlah rangkap"),
    "kop": N_("Baris-baris kop surat"),
    "dasar_hukum": N_("Daftar dasar hukum"),
    "para_pihak": N_(
        "Daftar pihak; tiap pihak mempunyai sebutan, nama, penanda_tangan, jabatan, jenis_nomor, nomor_identitas, "
        "alamat, kewenangan, peran, nomor_surat, rangkap_bermeterai"
    ),
    "daftar_produk": N_("Daftar produk; tiap produk mempunyai urutan, nama, satuan, jumlah, harga"),
    "daftar_pasal": N_("Daftar pasal; tiap pasal mempunyai nomor, judul, ayat; tiap ayat mempunyai nomor dan teks"),
    "saksi": N_("Daftar saksi; tiap saksi mempunyai nama dan jabatan"),
}


def template_facts(deed: Deed, facts: Mapping[str, FactValue]) -> dict[str, Any]:
    """The value of every field of `TEMPLATE_FIELDS`, as texts, lists and dicts."""
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}
    plain.pop("tabel_produk", None)
    return plain | {
        "pembukaan": deed.opening,
        "penutup": deed.closing,
        "kop": list(deed.letterhead.lines),
        "dasar_hukum": list(deed.legal_basis),
        "para_pihak": [
            {
                "sebutan": party.called, "nama": party.organisation, "penanda_tangan": party.signatory,
                "jabatan": party.job, "jenis_nomor": party.number_kind, "nomor_identitas": party.number,
                "alamat": party.address, "kewenangan": party.authority, "peran": party.role,
                "nomor_surat": party.letter_number, "rangkap_bermeterai": party.stamped_copy,
            }
            for party in deed.parties
        ],
        "daftar_produk": [
            {"urutan": n, "nama": line.name, "satuan": line.unit, "jumlah": line.quantity, "harga": line.price}
            for n, line in enumerate(deed.products, 1)
        ],
        "daftar_pasal": [
            {
                "nomor": clause.number,
                "judul": clause.title,
                "ayat": [{"nomor": p.label, "teks": p.text} for p in clause.passages if p.level != TABLE],
            }
            for clause in deed.clauses
        ],
        "saksi": [{"nama": witness.name, "jabatan": witness.job} for witness in deed.witnesses],
    }  # fmt: skip
