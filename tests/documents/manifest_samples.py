"""Two shipments as the papers tell them: Kasongan's first export and Cirebon's second to Korea."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lapas_desktop.documents.manifest_data import (
    Ceremony,
    ExportManifest,
    GoodsLine,
    Money,
    Office,
    Package,
    Party,
    Reference,
    Signature,
    Totals,
    Transport,
    UnitTotal,
)
from lapas_desktop.documents.sheet import Letterhead

D = Decimal


def kasongan() -> ExportManifest:
    """A draft of case 1: no agreement yet, two units, one package with two kinds of goods."""
    key = GoodsLine(
        number=1, code="PRD-0001", name="Gantungan kunci getah nyatu",
        description_en="Keychain of nyatu latex (gutta-percha), handmade by inmates of Kasongan, Kalimantan",
        hs_code="0602.00.20", origin="ID", quantity=D(500), unit="buah", unit_en="pieces",
        unit_price=D("2.75"), amount=D("1375.00"), net_weight=D("12.5000"), inmate_quantity=D(450),
    )  # fmt: skip
    ship = GoodsLine(
        number=2, code="PRD-0002", name="Miniatur perahu getah nyatu", description_en="Miniature boat of nyatu latex",
        hs_code="9602.00.20", origin="ID", quantity=D(12), unit="set", unit_en="sets",
        unit_price=D("18.50"), amount=D("222.00"), net_weight=D("3.6000"),
    )  # fmt: skip
    packages = (
        Package(
            from_no=1, to_no=2, count=2, kind_en="carton", marks="LSN / AUCKLAND / 1-3", content_en="Keychains",
            quantity_each=D(200), quantity=D(400), unit_en="pieces", length=D(40), width=D(30), height=D("25.5"),
            net_each=D("5.0000"), gross_each=D("5.6000"), net=D("10.0000"), gross=D("11.2500"), volume=D("0.0612"),
        ),
        Package(
            from_no=3, to_no=3, count=1, kind_en="carton", marks="LSN / AUCKLAND / 1-3", content_en="Keychains",
            quantity_each=D(100), quantity=D(100), unit_en="pieces", length=D(40), width=D(30), height=D(30),
            net_each=D("6.1"), gross_each=D("6.9"), net=D("6.1000"), gross=D("6.9000"), volume=D("0.0360"),
        ),
        Package(content_en="Miniature boats", quantity_each=D(12), quantity=D(12), unit_en="sets"),
    )  # fmt: skip
    return ExportManifest(
        office=Office(name="Lapas Narkotika Kelas IIA Kasongan", city="Kasongan",
                      kop=_kop("NARKOTIKA KELAS IIA KASONGAN")),
        reference="DRAF-1", dated=date(2025, 12, 23), kind="Ekspor", sequence="Ekspor ke-1 ke Selandia Baru",
        is_draft=True, is_sample=True,
        parties=(
            Party(role="Eksportir", role_en="Exporter", name="Life Style Nusantara", country="Indonesia",
                  country_en="Indonesia", address="Jl. Tjilik Riwut Km 5, Palangka Raya, Kalimantan Tengah",
                  identity="01.234.567.8-901.000"),
            Party(role="Pembeli", role_en="Buyer", name="Mr Rodney", country="Selandia Baru",
                  country_en="New Zealand", address="Auckland"),
            Party(role="Pemilik produk", role_en="Owner of goods", name="Lapas Narkotika Kelas IIA Kasongan",
                  country="Indonesia", country_en="Indonesia"),
        ),
        transport=Transport(mode="Udara", mode_en="Air", port_of_loading="IDPKY Palangka Raya",
                            destination="Selandia Baru", port_of_discharge="NZAKL Auckland",
                            destination_en="New Zealand", incoterm="FCA",
                            incoterm_place="Palangka Raya", planned_on=date(2025, 12, 23)),
        invoice=Reference(number="INV/LSN/XII/2025/001", on=date(2025, 12, 23)),
        packing_list=Reference(number="PL/LSN/XII/2025/001", on=date(2025, 12, 23)),
        money=Money(currency="USD", rate=D("16725.0000"), rate_on=date(2025, 12, 17), rate_source="KMK contoh",
                    fob=D("1597.00"), rupiah_value=D("26709825.00")),
        ceremony=Ceremony(
            name="Launching Ekspor Perdana Produk Unggulan IKM dan UMKM", place="Palangka Raya", on=date(2025, 12, 23),
            officials=("Fanuel Hanshius, Kasubsi Bimbingan Kerja dan Pengelola Hasil Kerja",
                       "Achmad Zaini, Wakil Wali Kota Palangka Raya", "Mr Rodney, importir Selandia Baru"),
        ),
        lines=(key, ship), packages=packages,
        totals=Totals(
            quantities=(UnitTotal(unit="buah", unit_en="pieces", quantity=D(500), inmate_quantity=D(450)),
                        UnitTotal(unit="set", unit_en="sets", quantity=D(12))),
            packages=3, net_weight=D("16.1000"), gross_weight=D("18.1500"), volume=D("0.0972"), value=D("1597.00"),
        ),
        warnings=("Belum ada perjanjian yang mendasari pengiriman ini.", "Kode HS baris 1 perlu verifikasi."),
        signatures=(
            Signature(label="Dikemas oleh", title="Staf Bimbingan Kerja"),
            Signature(label="Diperiksa oleh", title="Kasubsi Bimbingan Kerja dan Pengelola Hasil Kerja",
                      name="Fanuel Hanshius", identity="NIP 19800101 200501 1 001"),
            Signature(label="Mengetahui", title="Kepala Lapas", name="Yordani", identity="NIP 19750505 199803 1 002"),
        ),
        invoice_signatures=(Signature(label="For the exporter", title="Director", name="Nisa"),),
    )  # fmt: skip


def cirebon(lines: int = 1) -> ExportManifest:
    """Case 5: 5,400 coir nets in rupiah, released, by sea in a container."""
    each = D(5400) / lines if 5400 % lines == 0 else D(10)
    quantity = each * lines
    goods = tuple(
        GoodsLine(
            number=n, code=f"PRD-{n:04}", name="Jaring sabut kelapa (cocomesh)", hs_code="5608.90.90", origin="ID",
            description_en="Knotted net of coconut coir, 2 m x 25 m", quantity=each, unit="lembar", unit_en="sheets",
            unit_price=D("48500.00"), amount=D("48500.00") * each, net_weight=D("11.2500") * each,
            inmate_quantity=each,
        )
        for n in range(1, lines + 1)
    )  # fmt: skip
    packages = tuple(
        Package(
            from_no=n, to_no=n, count=1, kind_en="bale", marks=f"COIR BUSAN {n}", content_en="Coir nets",
            quantity_each=each, quantity=each, unit_en="sheets", length=D(110), width=D(80), height=D(75),
            net_each=D("11.25") * each, gross_each=D("11.5") * each, net=D("11.25") * each, gross=D("11.5") * each,
            volume=D("0.6600"),
        )
        for n in range(1, lines + 1)
    )  # fmt: skip
    value = D("48500.00") * quantity
    return replace(
        kasongan(),
        office=Office(name="Lapas Kelas I Cirebon", city="Cirebon", kop=_kop("KELAS I CIREBON")),
        reference="KRM-2025-002", sequence="Ekspor ke-2 ke Korea Selatan", is_draft=False, dated=date(2025, 10, 17),
        agreement=Reference(number="W11.PAS.PAS.1-HK.01.05-12 TAHUN 2025", on=date(2025, 9, 22)),
        peb=Reference(number="000123", on=date(2025, 10, 16)), npe=Reference(number="004567", on=date(2025, 10, 17)),
        transport=Transport(mode="Laut", mode_en="Sea", port_of_loading="IDTPP Tanjung Priok", incoterm="FOB",
                            port_of_discharge="KRPUS Busan", destination="Korea Selatan", destination_en="South Korea",
                            incoterm_place="Tanjung Priok", carrier="Samudera Indonesia", vessel="Sinar Bandung V.042N",
                            bill="SIKR0012345", container="CSQU3054383", seal="ID998877",
                            released_on=date(2025, 10, 17), shipped_on=date(2025, 10, 19)),
        money=Money(currency="IDR", fob=value),
        parties=(
            Party(role="Eksportir", role_en="Exporter", name="PT Coir", country="Indonesia", country_en="Indonesia",
                  address="Kawasan Industri Contoh Blok B 7, Cirebon, Jawa Barat", identity="0012345678901000"),
            Party(role="Penerima", role_en="Consignee", name="Busan Green Slope Co., Ltd", country="Korea Selatan",
                  country_en="South Korea", address="12 Jungang-daero, Jung-gu, Busan", identity=""),
        ),
        lines=goods, packages=packages, ceremony=None, warnings=(),
        totals=Totals(
            quantities=(UnitTotal(unit="lembar", unit_en="sheets", quantity=quantity, inmate_quantity=quantity),),
            packages=lines, net_weight=D("11.25") * quantity, gross_weight=D("11.5") * quantity,
            volume=D("0.66") * lines, value=value,
        ),
    )  # fmt: skip


def _kop(tail: str) -> Letterhead:
    return Letterhead(
        lines=(
            "KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA",
            "DIREKTORAT JENDERAL PEMASYARAKATAN",
            f"LEMBAGA PEMASYARAKATAN {tail}",
            "Jalan Contoh Nomor 1, Telepon (0531) 000000, surel contoh@contoh.go.id",
        ),
        bold_line=2,
    )
