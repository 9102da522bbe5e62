"""The fields that a pasal or the office's own Word template may name, each with what it becomes."""

from __future__ import annotations

from lapas_desktop.i18n import N_

CLAUSE_FIELDS: dict[str, str] = {
    "judul": N_("Tentang apa perjanjian ini"),
    "nomor": N_("Nomor perjanjian dari kantor sendiri"),
    "lapas": N_("Nama kantor sendiri"),
    "mitra": N_("Nama semua mitra"),
    "pihak_lapas": N_("Sebutan kantor sendiri, mis. PIHAK PERTAMA"),
    "pihak_mitra": N_("Sebutan mitra yang pertama, mis. PIHAK KEDUA"),
    "pihak_lain": N_("Sebutan mitra selebihnya, mis. PIHAK KETIGA"),
    "peran_lain": N_("Peran mitra selebihnya"),
    "pejabat": N_("Nama penanda tangan dari kantor sendiri"),
    "jabatan_pejabat": N_("Jabatan penanda tangan dari kantor sendiri"),
    "ruang_lingkup": N_("Ruang lingkup"),
    "produk": N_("Nama semua produk"),
    "tabel_produk": N_("Daftar produk sebagai tabel, pada akhir baris"),
    "negara": N_("Negara tujuan"),
    "hari": N_("Hari tanda tangan, mis. Senin"),
    "tanggal": N_("Tanggal tanda tangan, mis. 19 Januari 2026"),
    "tanggal_huruf": N_("Tanggal tanda tangan dalam huruf"),
    "tanggal_angka": N_("Tanggal tanda tangan dalam angka, mis. 19-01-2026"),
    "tempat": N_("Tempat tanda tangan"),
    "mulai": N_("Hari pertama perjanjian berlaku"),
    "berakhir": N_("Hari terakhir perjanjian berlaku"),
    "jangka_waktu": N_("Lamanya, mis. 1 (satu) tahun"),
    "masa_berlaku": N_("Lamanya beserta hari pertama dan terakhir"),
    "perpanjangan": N_("Kalimat tentang perpanjangan"),
    "pemberitahuan": N_("Berapa hari sebelum berakhir harus dibicarakan"),
    "dasar_pembagian": N_("Dasar pembagian hasil"),
    "pembagian": N_("Bagian-bagian hasil, satu huruf untuk tiap bagian"),
    "kewajiban_lapas": N_("Kewajiban kantor sendiri, satu huruf untuk tiap kewajiban"),
    "kewajiban_mitra": N_("Kewajiban mitra yang pertama, satu huruf untuk tiap kewajiban"),
    "kewajiban_lain": N_("Kewajiban mitra selebihnya, satu huruf untuk tiap kewajiban"),
    "rangkap": N_("Jumlah rangkap, mis. 2 (dua)"),
}
