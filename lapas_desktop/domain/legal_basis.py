"""The rules that offices cite above their agreements: a proposal, edited by each office."""

from __future__ import annotations

# No translation: the names of Indonesian laws, printed on Indonesian papers.
CITED = "\n".join(
    (
        "Undang-Undang Nomor 22 Tahun 2022 tentang Pemasyarakatan",
        "Peraturan Pemerintah Nomor 31 Tahun 1999 tentang Pembinaan dan Pembimbingan Warga Binaan Pemasyarakatan",
        "Peraturan Pemerintah Nomor 32 Tahun 1999 tentang Syarat dan Tata Cara Pelaksanaan Hak "
        "Warga Binaan Pemasyarakatan",
        "Peraturan Menteri Hukum dan HAM Nomor 53 Tahun 2016 tentang Pengelolaan dan Pemanfaatan "
        "Hasil Kegiatan Industri di Lembaga Pemasyarakatan",
        "Keputusan Menteri Kehakiman Nomor M.01-PP.02.01 Tahun 1990",
    )
)
