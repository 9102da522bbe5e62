"""The sheets of the CEISA 4.0 workbook in their order, their columns, and where each required value comes from."""

from __future__ import annotations

from collections.abc import Iterator

from lapas_desktop.documents.ceisa_rows import Draft, Gap

BROKER = "diisi eksportir atau PPJK"
_AJU = "Pengiriman → Surat-surat → Nomor aju"
_ROW = "NOMOR AJU, SERI"
# Sheet → headings; nothing where they are not known for certain.
SHEETS = {
    "HEADER": (
        "NOMOR AJU, KODE DOKUMEN, KODE KANTOR, KODE KANTOR EKSPOR, KODE JENIS EKSPOR, KODE KATEGORI EKSPOR, "
        "KODE CARA DAGANG, KODE CARA BAYAR, KODE DAERAH ASAL, KODE NEGARA TUJUAN, KODE PELABUHAN MUAT, "
        "KODE PELABUHAN EKSPOR, KODE PELABUHAN BONGKAR, KODE PELABUHAN TUJUAN, TANGGAL EKSPOR, FREIGHT, FOB, NDPBM, "
        "BRUTO, NETTO, VOLUME, KODE VALUTA, KODE INCOTERM, KOTA PERNYATAAN, TANGGAL PERNYATAAN, NAMA PERNYATAAN, "
        "JABATAN PERNYATAAN"
    ),
    "ENTITAS": (
        f"{_ROW}, KODE ENTITAS, KODE JENIS IDENTITAS, NOMOR IDENTITAS, NAMA ENTITAS, ALAMAT ENTITAS, NIB ENTITAS, "
        "KODE NEGARA"
    ),
    "DOKUMEN": f"{_ROW}, KODE DOKUMEN, NOMOR DOKUMEN, TANGGAL DOKUMEN",
    "PENGANGKUT": f"{_ROW}, KODE CARA ANGKUT, NAMA PENGANGKUT, NOMOR PENGANGKUT, KODE BENDERA",
    "KEMASAN": f"{_ROW}, KODE KEMASAN, JUMLAH KEMASAN, MEREK",
    "KONTAINER": (
        f"{_ROW}, NOMOR KONTINER, KODE UKURAN KONTAINER, KODE JENIS KONTAINER, KODE TIPE KONTAINER, NOMOR SEGEL"
    ),
    "KOMPONENBIAYA": "",
    "BARANG": (
        "NOMOR AJU, SERI BARANG, HS, KODE BARANG, URAIAN, MEREK, TIPE, UKURAN, SPESIFIKASI LAIN, KODE SATUAN, "
        "JUMLAH SATUAN, KODE KEMASAN, JUMLAH KEMASAN, NETTO, BRUTO, VOLUME, FOB, HARGA SATUAN, KODE DAERAH ASAL, "
        "KODE NEGARA ASAL, KODE JENIS EKSPOR"
    ),
    "BARANGTARIF": "", "BARANGDOKUMEN": "NOMOR AJU, SERI BARANG, SERI DOKUMEN",
    "BARANGENTITAS": "NOMOR AJU, SERI BARANG, SERI ENTITAS", "BARANGSPEKKHUSUS": "", "BARANGVD": "", "BAHANBAKU": "",
    "BAHANBAKUTARIF": "", "BAHANBAKUDOKUMEN": "", "PUNGUTAN": "", "JAMINAN": "", "BANKDEVISA": "",
    "VERSI": "VERSI", "RESPON": "",
}  # fmt: skip
# (sheet, column) → what to do when a row leaves it empty. What is not here may stay empty.
REQUIRED = {
    ("HEADER", "NOMOR AJU"): f"{_AJU} (26 karakter)",
    ("HEADER", "KODE KANTOR"): BROKER,
    ("HEADER", "KODE KANTOR EKSPOR"): BROKER,
    ("HEADER", "KODE CARA BAYAR"): BROKER,
    ("HEADER", "KODE DAERAH ASAL"): "Pengaturan → Kantor → Daerah asal (CEISA)",
    ("HEADER", "KODE NEGARA TUJUAN"): "Pengiriman → Negara tujuan",
    ("HEADER", "KODE PELABUHAN MUAT"): "Pengiriman → Perjalanan → Pelabuhan muat (nama atau UN/LOCODE)",
    ("HEADER", "KODE PELABUHAN BONGKAR"): "Pengiriman → Perjalanan → Pelabuhan bongkar (nama atau UN/LOCODE)",
    ("HEADER", "TANGGAL EKSPOR"): "Pengiriman → Tanggal → Rencana",
    ("HEADER", "FREIGHT"): "Pengiriman → Nilai dan kurs → Ongkos angkut",
    ("HEADER", "FOB"): "Pengiriman → Incoterm, ongkos angkut dan asuransi menentukan nilai FOB",
    ("HEADER", "NDPBM"): "Pengiriman → Nilai dan kurs → Kurs ke rupiah",
    ("HEADER", "BRUTO"): "Pengiriman → Kemasan → Kotor (kg)",
    ("HEADER", "NETTO"): "Pengiriman → Barang → Berat bersih per satuan",
    ("HEADER", "VOLUME"): "Pengiriman → Kemasan → ukuran kemasan",
    ("HEADER", "KODE VALUTA"): "Pengiriman → Nilai dan kurs → Mata uang",
    ("HEADER", "KODE INCOTERM"): "Pengiriman → Perjalanan → Incoterm",
    ("HEADER", "KOTA PERNYATAAN"): BROKER,
    ("HEADER", "NAMA PERNYATAAN"): "Mitra (eksportir) → Penanda tangan",
    ("HEADER", "JABATAN PERNYATAAN"): "Mitra (eksportir) → Penanda tangan → Jabatan",
    ("ENTITAS", "NAMA ENTITAS"): "Mitra → Nama",
    ("ENTITAS", "ALAMAT ENTITAS"): "Mitra → Alamat, atau Pengaturan → Kantor → Alamat",
    ("ENTITAS", "KODE NEGARA"): "Mitra → Negara",
    ("DOKUMEN", "NOMOR DOKUMEN"): "Pengiriman → Surat-surat → nomor",
    ("DOKUMEN", "TANGGAL DOKUMEN"): "Pengiriman → Surat-surat atau Dokumen dari pihak lain → tanggal",
    ("PENGANGKUT", "KODE CARA ANGKUT"): "Pengiriman → Perjalanan → Cara angkut",
    ("PENGANGKUT", "NAMA PENGANGKUT"): "Pengiriman → Perjalanan → Kapal/penerbangan atau Pengangkut",
    ("PENGANGKUT", "NOMOR PENGANGKUT"): "Pengiriman → Perjalanan → nomor pelayaran (mis. “Sinar Bandung V.042N”), "
    "penerbangan atau kendaraan",
    ("PENGANGKUT", "KODE BENDERA"): BROKER,
    ("KEMASAN", "KODE KEMASAN"): "Pengiriman → Kemasan → jenis kemasan",
    ("KONTAINER", "KODE UKURAN KONTAINER"): "Pengiriman → Perjalanan → Ukuran kontainer",
    ("KONTAINER", "KODE JENIS KONTAINER"): "Pengiriman → Perjalanan → Ukuran kontainer",
    ("KONTAINER", "KODE TIPE KONTAINER"): BROKER,
    ("KONTAINER", "NOMOR SEGEL"): "Pengiriman → Perjalanan → Segel",
    ("BARANG", "HS"): "Pengiriman → Barang → Kode HS",
    ("BARANG", "URAIAN"): "Produk → Uraian barang",
    ("BARANG", "MEREK"): "Produk → Merek",
    ("BARANG", "TIPE"): "Produk → Tipe",
    ("BARANG", "SPESIFIKASI LAIN"): "Produk → Spesifikasi lain",
    ("BARANG", "KODE SATUAN"): "Pengaturan → Satuan → kode CEISA",
    ("BARANG", "JUMLAH SATUAN"): "Pengiriman → Barang → Jumlah",
    ("BARANG", "KODE KEMASAN"): "Pengiriman → Kemasan → Isi",
    ("BARANG", "JUMLAH KEMASAN"): "Pengiriman → Kemasan → Isi",
    ("BARANG", "NETTO"): "Pengiriman → Barang → Berat bersih per satuan",
    ("BARANG", "BRUTO"): "Pengiriman → Kemasan → Kotor (kg)",
    ("BARANG", "VOLUME"): "Pengiriman → Kemasan → ukuran kemasan",
    ("BARANG", "FOB"): "Pengiriman → Incoterm, ongkos angkut dan asuransi menentukan nilai FOB",
    ("BARANG", "HARGA SATUAN"): "Pengiriman → Barang → Harga satuan",
    ("BARANG", "KODE DAERAH ASAL"): "Produk → Daerah asal",
    ("BARANG", "KODE NEGARA ASAL"): "Pengiriman → Barang → Negara asal",
}
_ZERO_IS_EMPTY = ("BRUTO", "NETTO", "VOLUME")


def columns_of(sheet: str) -> tuple[str, ...]:
    """The headings of a sheet; none where they are not known."""
    return tuple(SHEETS[sheet].split(", ")) if SHEETS[sheet] else ()


def gaps_of(draft: Draft) -> Iterator[Gap]:
    """Everything required that is missing, in the order of the sheets; each place once."""
    told = {(gap.sheet, gap.row, gap.column): gap for gap in draft.gaps}
    for sheet in SHEETS:
        found = [gap for gap in draft.gaps if gap.sheet == sheet]
        for number, row in enumerate(draft.rows.get(sheet, ()), 1):
            for column in columns_of(sheet):
                value, advice = row.get(column), REQUIRED.get((sheet, column))
                empty = value in (None, "") or (value == 0 and column in _ZERO_IS_EMPTY)
                if advice and empty and (sheet, number, column) not in told:
                    found.append(Gap(sheet, number, column, advice))
        yield from sorted(found, key=lambda gap: gap.row)
