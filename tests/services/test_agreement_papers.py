"""The papers that follow an agreement: its addenda, the letter that ends it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from lapas_desktop.documents.addendum_blocks import addendum_paper
from lapas_desktop.documents.letter_blocks import letter_paper
from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.services.addenda import blank_addendum, sign_addendum
from lapas_desktop.services.addendum_paper import addendum_deed, write_addendum
from lapas_desktop.services.records import Saved, blank, save_record
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.services.termination_letter import termination_letter, write_termination_letter
from lapas_desktop.storage.office import Office
from tests.documents.paper_text import paper_lines


def head_from(office: Office, now: datetime) -> None:
    officers = [
        {"name": "Kepala Lama", "job": "Kepala", "signs_as": "kalapas", "valid_to": date(2026, 5, 31)},
        {"name": "Kepala Baru", "job": "Kepala", "signs_as": "plt", "valid_from": date(2026, 6, 1), "nip": "1980"},
    ]
    values = {**blank(office, OfficeProfile), "name": "Lapas Kasongan", "city": "Kasongan", "officers": officers}
    save_record(office, OfficeProfile, values, now)


def amend(office: Office, agreement: Saved, now: datetime, **values: object) -> Saved:
    changes = [
        {"field": "ends_on", "new": "18/1/2028"}, {"field": "destinations", "new": "NZ,AU"},
        {"field": "price", "new": "30.000", "product_id": 1}, {"field": "quantity", "new": "6.000", "product_id": 1},
        {"field": "notice_days", "new": "60"},
    ]  # fmt: skip
    given = {**blank_addendum(office, agreement.id, now.date()), "changes": changes, **values}
    return save_record(office, Addendum, given, now)


def text_of(office: Office, addendum: Saved, on: date) -> str:
    return "\n".join(paper_lines(addendum_paper(addendum_deed(office, addendum.id, on))))


def test_an_addendum_tells_old_and_new_before_and_after_its_signature(
    office: Office, agreement: Saved, now: datetime, tmp_path: Path
) -> None:
    head_from(office, now)
    later = datetime(2026, 6, 5, 9)
    facts = {"number": "W20-12", "signed_on": date(2026, 6, 5), "starts_on": date(2026, 6, 5), "reason": "Pasar baru."}
    addendum = amend(office, agreement, later, **facts)
    draft = text_of(office, addendum, later.date())
    sign_addendum(office, addendum.id, later)
    signed = text_of(office, addendum, later.date())
    assert draft == signed.replace("[]", "[DRAF]")
    for said in (
        "ADENDUM I\nATAS PERJANJIAN KERJA SAMA", "Berakhir | 18 Januari 2027 | 18 Januari 2028",
        "Negara tujuan | — | Selandia Baru, Australia", "Jumat tanggal Lima bulan Juni",
        "diubah dengan alasan: Pasar baru.", "Harga satuan: Gantungan kunci | — | Rp30.000,00",
        "Jumlah disepakati: Gantungan kunci | 5.000 buah | 6.000 buah", "Ingatkan (hari) | 90 hari | 60 hari",
        "Nomor PIHAK PERTAMA: W20-12", "Nama : Kepala Baru", "Jabatan : Plt. Kepala", "sejak tanggal 5 Juni 2026",
        "W20.PAS.3-PR.03-01 pada tanggal 19 Januari 2026",
    ):  # fmt: skip
        assert said in signed
    for suffix in (".pdf", ".docx"):
        write_addendum(office, addendum.id, tmp_path / f"adendum{suffix}", later.date())
        assert (tmp_path / f"adendum{suffix}").stat().st_size > 3000


def test_the_second_addendum_is_called_so(office: Office, agreement: Saved, now: datetime) -> None:
    facts = {"signed_on": now.date(), "starts_on": now.date()}
    first = amend(office, agreement, now, number="A-1", **facts)
    sign_addendum(office, first.id, now)
    second = amend(office, agreement, now, changes=[{"field": "ends_on", "new": "18/1/2029"}], **facts)
    said = text_of(office, second, now.date())
    assert "ADENDUM II\n" in said and "Berakhir | 18 Januari 2028 | 18 Januari 2029" in said


def test_the_letter_of_termination(office: Office, agreement: Saved, now: datetime, tmp_path: Path) -> None:
    head_from(office, now)
    with pytest.raises(Refused, match="belum diakhiri"):
        write_termination_letter(office, agreement.id, tmp_path / "surat.pdf", now.date())
    day = date(2026, 7, 1)
    terminate_agreement(office, agreement.id, day, "Mitra tutup usaha.", "W20-99", datetime(2026, 7, 1, 9))
    said = "\n".join(paper_lines(letter_paper(termination_letter(office, agreement.id, day))))
    for words in (
        "Kasongan, 1 Juli 2026", "Nomor : W20-99", "Pimpinan PT Coir", "W20.PAS.3-PR.03-01 tanggal 19 Januari 2026",
        "diakhiri terhitung sejak tanggal 1 Juli 2026", "Alasan pengakhiran: Mitra tutup usaha.", "Kepala Baru",
        "NIP 1980",
    ):  # fmt: skip
        assert words in said
    write_termination_letter(office, agreement.id, tmp_path / "surat.docx", day)
    assert (tmp_path / "surat.docx").read_bytes()[:2] == b"PK"
