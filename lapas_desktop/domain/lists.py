"""The short lists that fields choose from. Codes are stored, labels are shown."""

from __future__ import annotations

from lapas_desktop.i18n import N_

PAPERS = {"A4": "A4", "F4": "F4 (215 × 330 mm)"}
SIGNS_AS = {
    "kalapas": N_("Kepala"),
    "plt": N_("Plt."),
    "plh": N_("Plh."),
    "staf": N_("Staf (tidak menandatangani)"),
}
MATERIAL_CLASSES = {
    "kayu": N_("Kayu"), "rotan": N_("Rotan"), "sabut": N_("Sabut kelapa"), "getah": N_("Getah"),
    "kain": N_("Kain"), "kulit": N_("Kulit"), "logam": N_("Logam"), "pangan": N_("Pangan"), "lain": N_("Lain"),
}  # fmt: skip
# The units of the office that is open (`office_lists.use`), at first the shipped ones. Local word; the codes of
# UN/ECE Rec 20 and of CEISA stand in UNIT_CODES.
UNITS = {
    "buah": N_("buah"), "pasang": N_("pasang"), "lusin": N_("lusin"), "set": N_("set"), "lembar": N_("lembar"),
    "roll": N_("roll"), "ikat": N_("ikat"), "kotak": N_("kotak"), "kg": "kg", "gram": N_("gram"),
    "meter": N_("meter"), "m2": "m²", "m3": "m³", "liter": N_("liter"),
}  # fmt: skip
UNIT_CODES = {
    "buah": ("H87", "PCE"), "pasang": ("PR", "PR"), "lusin": ("DZN", "DZN"), "set": ("SET", "SET"),
    "lembar": ("H87", "PCE"), "roll": ("RO", "RO"), "ikat": ("BE", "BE"), "kotak": ("BX", "BX"),
    "kg": ("KGM", "KGM"), "gram": ("GRM", "GRM"), "meter": ("MTR", "MTR"), "m2": ("MTK", "MTK"),
    "m3": ("MTQ", "MTQ"), "liter": ("LTR", "LTR"),
}  # fmt: skip
UNITS_ENGLISH = {
    "buah": "pcs", "pasang": "pairs", "lusin": "dozens", "set": "sets", "lembar": "sheets", "roll": "rolls",
    "ikat": "bundles", "kotak": "boxes", "kg": "kg", "gram": "g", "meter": "m", "m2": "m²", "m3": "m³",
    "liter": "l",
}  # fmt: skip
UNITS_ENGLISH_ONE = {
    "buah": "pc", "pasang": "pair", "lusin": "dozen", "set": "set", "lembar": "sheet", "roll": "roll",
    "ikat": "bundle", "kotak": "box", "kg": "kg", "gram": "g", "meter": "m", "m2": "m²", "m3": "m³", "liter": "l",
}  # fmt: skip
# UN/ECE Rec 21
PACKAGES = {
    "CT": N_("Karton"), "BX": N_("Kotak"), "PK": N_("Paket"), "PX": N_("Palet"), "BG": N_("Kantong"),
    "BL": N_("Bal"), "BE": N_("Ikat"), "RO": N_("Gulungan"), "CR": N_("Krat"), "CS": N_("Peti"),
    "SA": N_("Karung"), "NE": N_("Tanpa kemasan"),
}  # fmt: skip
PACKAGES_ENGLISH = {
    "CT": "carton", "BX": "box", "PK": "package", "PX": "pallet", "BG": "bag", "BL": "bale", "BE": "bundle",
    "RO": "roll", "CR": "crate", "CS": "case", "SA": "sack", "NE": "unpacked",
}  # fmt: skip
LEGAL_FORMS = {
    "PT": "PT", "CV": "CV", "UD": "UD", "Koperasi": N_("Koperasi"), "Yayasan": N_("Yayasan"),
    "Perorangan": N_("Perorangan"), "Instansi": N_("Instansi"), "Asing": N_("Asing"),
}  # fmt: skip
PARTNER_ROLES = {
    "pembeli": N_("Pembeli"), "eksportir": N_("Eksportir"), "penerima": N_("Penerima"),
    "notify": N_("Notify party"), "produsen": N_("IKM/produsen"), "pemasar": N_("Pemasar"),
    "bahan": N_("Penyedia bahan"), "pelatihan": N_("Pelatihan"), "ppjk": N_("PPJK"),
    "pengangkut": N_("Pengangkut"), "instansi": N_("Instansi"),
}  # fmt: skip
ADDRESS_PURPOSES = {
    "kantor": N_("Kantor"), "gudang": N_("Gudang"), "tagihan": N_("Tagihan"), "kirim": N_("Pengiriman", "alamat"),
}  # fmt: skip
AGREEMENT_TYPES = {
    "pemasaran": N_("Pemasaran"), "konsinyasi": N_("Konsinyasi"), "produksi": N_("Produksi/makloon"),
    "ekspor": N_("Ekspor"), "pelatihan": N_("Pelatihan"), "bahan": N_("Penyediaan bahan"), "lain": N_("Lain"),
}  # fmt: skip
STAGES = {
    "draft": N_("Konsep"), "review": N_("Diperiksa"), "signed": N_("Ditandatangani"),
    "cancelled": N_("Dibatalkan"), "terminated": N_("Diakhiri"),
}  # fmt: skip
SHARING_BASES = {
    "laba": N_("Persen dari laba"), "omzet": N_("Persen dari omzet"), "unit": N_("Rupiah per satuan"),
    "bulan": N_("Rupiah per bulan"),
}  # fmt: skip
PERCENT_BASES = frozenset({"laba", "omzet"})
RENEWALS = {
    "tidak": N_("Tidak diperpanjang"), "sepakat": N_("Diperpanjang atas kesepakatan"),
    "otomatis": N_("Diperpanjang otomatis"),
}  # fmt: skip
SIGNING_STATES = {
    "belum": N_("Belum"), "paraf": N_("Paraf"), "tanda tangan": N_("Tanda tangan"), "bermeterai": N_("Bermeterai"),
}  # fmt: skip
OBLIGATION_PERIODS = {
    "sekali": N_("Sekali"), "bulanan": N_("Tiap bulan"), "triwulan": N_("Tiap tiga bulan"),
    "tahunan": N_("Tiap tahun"),
}  # fmt: skip
ADDENDUM_STAGES = {"draft": N_("Konsep"), "signed": N_("Ditandatangani"), "cancelled": N_("Dibatalkan")}
ADDENDUM_FIELDS = {
    "ends_on": N_("Berakhir"), "notice_days": N_("Ingatkan (hari)"), "renewal": N_("Perpanjangan"),
    "title": N_("Tentang"), "scope": N_("Ruang lingkup"), "destinations": N_("Negara tujuan"),
    "sharing_basis": N_("Dasar pembagian"), "shares": N_("Pembagian hasil"),
    "quantity": N_("Jumlah disepakati"), "price": N_("Harga satuan"), "other": N_("Ketentuan lain"),
}  # fmt: skip
PARTNER_PAPERS = {
    "NIB": "NIB", "akta": N_("Akta"), "SVLK": "SVLK", "surat kuasa": N_("Surat kuasa"), "lain": N_("Lain"),
}  # fmt: skip
SHIPMENT_KINDS = {
    "ekspor": N_("Ekspor"), "dalam_negeri": N_("Dalam negeri"), "titip_jual": N_("Titip jual"),
    "sampel": N_("Sampel"),
}  # fmt: skip
SHIPMENT_STATUSES = {
    "draft": N_("Konsep"), "packed": N_("Dikemas"), "released": N_("Dirilis"), "shipped": N_("Dikirim"),
    "delivered": N_("Diterima"), "returned": N_("Dikembalikan"), "cancelled": N_("Batal", "status"),
}  # fmt: skip
BATCH_STAGES = {
    "rencana": N_("Rencana"), "produksi": N_("Dikerjakan"), "qc": N_("Diperiksa mutunya"), "selesai": N_("Selesai"),
}  # fmt: skip
QC_SIDES = {"kantor": N_("Kantor"), "mitra": N_("Mitra", "pihak"), "luar": N_("Lembaga lain")}
QC_RESULTS = {"lulus": N_("Lulus"), "catatan": N_("Lulus dengan catatan"), "gagal": N_("Gagal")}
STOCK_DIRECTIONS = {"tambah": N_("Menambah"), "kurang": N_("Mengurangi")}
SALES = {"terjual": N_("Terjual"), "kembali": N_("Kembali", "barang")}
# Papers of a shipment that come from others; the codes of CEISA 4.0 stand in DOCUMENT_CODES.
DOCUMENTS = {
    "PEB": "PEB", "NPE": "NPE", "SKA": N_("SKA (surat keterangan asal)"), "fito": N_("Sertifikat fitosanitari"),
    "fumigasi": N_("Sertifikat fumigasi"), "ISPM15": N_("Cap ISPM 15 kemasan kayu"), "V-Legal": N_("Dokumen V-Legal"),
    "BL": N_("Bill of lading"), "AWB": N_("Air waybill"), "asuransi": N_("Polis asuransi"),
    "CN": N_("Consignment note"), "resi": N_("Resi pengiriman"), "lain": N_("Lain"),
}  # fmt: skip
DOCUMENT_CODES = {
    "PEB": "816", "SKA": "861", "fito": "851", "fumigasi": "857", "V-Legal": "811", "BL": "705", "AWB": "740",
}  # fmt: skip
DOCUMENT_STATES = {
    "perlu": N_("Perlu"), "diminta": N_("Diminta"), "diterima": N_("Diterima", "dokumen"),
    "tidak perlu": N_("Tidak perlu"),
}  # fmt: skip
CONTAINERS = {"20": "20'", "40": "40'", "40HC": "40' HC", "LCL": N_("LCL (bersama barang lain)")}
UNDER_WAY = ("draft", "packed", "released", "shipped")
MODES = {"laut": N_("Laut"), "udara": N_("Udara"), "darat": N_("Darat"), "pos": N_("Pos")}
INCOTERMS = {code: code for code in ("EXW FCA CPT CIP DAP DPU DDP FAS FOB CFR CIF").split()}
SEA_ONLY_INCOTERMS = frozenset({"FAS", "FOB", "CFR", "CIF"})
