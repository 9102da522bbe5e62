"""An agreement's life on its page: asked in a panel, done by keys or mouse, taken back; the data file tells."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.parties import Party
from lapas_desktop.domain.partner import Partner
from lapas_desktop.services.records import Saved, save_record
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.ask_panel import AskPanel
from lapas_desktop.ui.checks_card import ChecksCard
from lapas_desktop.ui.desk import SCREENS, Desk
from tests.documents.samples import words
from tests.ui.conftest import press

SCREEN = SCREENS["agreements"]


@pytest.fixture
def heads(office: Office, now: datetime) -> Saved:
    """An office whose head is away for the days around the signing."""
    head = {"name": "Batara Hutasoit", "job": "Kepala Lapas", "signs_as": "kalapas", "valid_from": date(2026, 1, 1)}
    deputy = {
        "name": "Fanuel Hanshius", "job": "Kepala Lapas", "signs_as": "plh",
        "valid_from": date(2026, 1, 18), "valid_to": date(2026, 1, 20),
    }  # fmt: skip
    values = {"name": "Lapas Kasongan", "city": "Kasongan", "officers": [head, deputy]}
    return save_record(office, OfficeProfile, values, now)


def agreements(office: Office) -> list[Agreement]:
    with office.session() as session:
        found = list(session.scalars(select(Agreement).order_by(Agreement.id)))
        for agreement in found:
            assert agreement.parties
        return found


def panel(desk: Desk) -> AskPanel:
    (found,) = (one for one in desk.window.findChildren(AskPanel) if one.isVisible())
    return found


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


def offered(desk: Desk) -> set[str]:
    assert desk.page is not None
    return {shown.action.text for shown in desk.page.offered}


def printed(desk: Desk, qtbot: QtBot) -> str:
    """All words of the paper in the preview, which is closed again."""
    qtbot.waitUntil(lambda: desk.printing.preview is not None and desk.printing.preview.isVisible(), timeout=20_000)
    preview = desk.printing.preview
    assert preview is not None
    told = words(preview._path)
    preview.close()
    return told


def test_an_agreement_is_signed_by_keys_by_the_acting_head_and_taken_back(
    desk: Desk, office: Office, heads: Saved, draft: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, draft.id)
    assert desk.page is not None
    desk.page.act("Tandatangani…")
    asked = panel(desk)
    assert "Plh. Kepala Lapas" in said(asked) and "Rangi Pōtiki, Direktur" in said(asked)
    for _field in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.yes.hasFocus()
    qtbot.keyClick(asked.yes, Qt.Key.Key_Return)
    (signed,) = agreements(office)
    assert (signed.stage, signed.signed_on) == ("signed", date(2026, 1, 19))
    assert [party.signatory_name for party in signed.parties] == ["Fanuel Hanshius", "Rangi Pōtiki"]
    assert "Akhiri…" in offered(desk) and "Tandatangani…" not in offered(desk)
    press(qtbot, desk.window, "Urungkan")
    (again,) = agreements(office)
    assert again.stage == "draft" and again.parties[0].signatory_name is None
    assert "Tandatangani…" in offered(desk)


def test_a_panel_says_what_is_wrong_beside_its_field_and_escape_changes_nothing(
    desk: Desk, office: Office, draft: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, draft.id)
    assert desk.page is not None
    desk.page.act("Tandatangani…")
    asked = panel(desk)
    asked.editors["signed_on"].type_in("20/1/2026")
    asked.editors["number"].type_in("")
    asked.answer()
    assert asked.editors["number"].problem
    asked.editors["number"].type_in("PKS-1")
    asked.answer()
    assert "belum tiba" in asked.editors["signed_on"].problem
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert asked.isHidden() and agreements(office)[0].stage == "draft" and desk.page is not None


def test_a_signed_agreement_is_read_not_typed_into_but_what_comes_later_is(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, agreement.id)
    assert desk.page is not None
    form = desk.page.form
    title = form.editors["title"].input
    title.setFocus()
    qtbot.keyClicks(title, "lain")
    assert not desk.page.changed and "Terkunci" in said(form.editors["title"])
    sheet = form.grids["products"].rows_model
    assert sheet.rowCount() == 1 and not sheet.setData(sheet.index(0, 1), "7")
    form.grids["products"].view.paste("PRD-0001\t9\nPRD-0001\t9")
    form.grids["products"].remove_current()
    parties = form.grids["parties"]
    assert parties.rows_model.setData(parties.rows_model.index(1, parties.column_of("number")), "B-17")
    form.editors["implementation"].type_in("Berjalan baik.")
    press(qtbot, desk.window, "Simpan")
    (stored,) = agreements(office)
    assert (stored.parties[1].number, stored.implementation) == ("B-17", "Berjalan baik.")
    assert stored.title == "Pemasaran gantungan kunci" and "Berlaku" in said(form)


def test_an_agreement_is_renewed_terminated_with_its_letter_and_resumed(
    desk: Desk, office: Office, heads: Saved, agreement: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, agreement.id)
    assert desk.page is not None
    desk.page.act("Akhiri…")
    asked = panel(desk)
    assert "Gantungan kunci: 5.000" in said(asked)
    qtbot.keyClicks(asked.editors["termination_letter"].input, "S-9")
    qtbot.keyClicks(asked.editors["termination_reason"].input, "Mitra tutup usaha")
    press(qtbot, asked, "Akhiri")
    (ended,) = agreements(office)
    assert (ended.stage, ended.terminated_on, ended.termination_letter) == ("terminated", date(2026, 1, 19), "S-9")
    desk.page.act("Surat pengakhiran")
    assert "Mitra tutup usaha" in printed(desk, qtbot)
    desk.page.act("Urungkan pengakhiran")
    assert agreements(office)[0].stage == "signed"
    desk.page.act("Perpanjang")
    _first, second = agreements(office)
    assert (second.predecessor_id, second.starts_on, second.stage) == (agreement.id, date(2027, 1, 19), "draft")
    assert desk.page.record_id == second.id


def test_review_and_cancellation_go_forth_and_back(desk: Desk, office: Office, draft: Saved, qtbot: QtBot) -> None:
    desk.open_record(SCREEN, draft.id)
    assert desk.page is not None
    for step, stage in (("Kirim untuk diperiksa", "review"), ("Kembalikan ke konsep", "draft")):
        desk.page.act(step)
        assert agreements(office)[0].stage == stage
    desk.page.act("Batalkan…")
    qtbot.keyClicks(panel(desk).editors["reason"].input, "Mitra mundur")
    press(qtbot, panel(desk), "Batalkan perjanjian")
    assert "Mitra mundur" in (agreements(office)[0].notes or "")
    assert agreements(office)[0].stage == "cancelled" and "Naskah PKS" in offered(desk)
    desk.page.act("Buka kembali")
    assert agreements(office)[0].stage == "draft"


def test_the_full_text_is_shown_and_a_finding_leads_to_its_field(
    desk: Desk, office: Office, heads: Saved, agreement: Saved, qtbot: QtBot
) -> None:
    desk.open_record(SCREEN, agreement.id)
    assert desk.page is not None
    (card,) = desk.window.findChildren(ChecksCard)
    qtbot.waitUntil(lambda: card.rows.count() > 0)
    told = [card.rows.item(number).text() for number in range(card.rows.count())]
    number = next(number for number, text in enumerate(told) if "Para pihak 2: NIP/KTP" in text)
    card.rows.itemActivated.emit(card.rows.item(number))
    parties = desk.page.form.grids["parties"]
    assert parties.view.currentIndex().row() == 1
    assert parties.view.currentIndex().column() == parties.column_of("signatory_number")
    desk.page.form.editors["notes"].type_in("x")
    assert "dari yang tersimpan" in said(card)
    desk.page.changed = False
    desk.page.act("Naskah PKS")
    words = printed(desk, qtbot)
    assert "Senin" in words and "Fanuel Hanshius" in words and "Gantungan kunci" in words


def test_many_papers_go_into_a_folder_and_replace_nothing(
    desk: Desk, agreement: Saved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_given: str(tmp_path))
    for _time in range(2):
        desk.printing.each("deed", [agreement.id])
        desk.jobs.wait()
        QApplication.processEvents()
    names = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert names == ["Naskah W20.PAS.3-PR.03-01 (2).pdf", "Naskah W20.PAS.3-PR.03-01.pdf"]


def test_the_originals_follow_the_parties_until_somebody_types_a_number(
    desk: Desk, office: Office, draft: Saved, partner: Saved, now: datetime, qtbot: QtBot
) -> None:
    other = {"code": "MTR-0002", "name": "Kreasi Pastika", "roles": "pemasok", "country": "ID"}
    save_record(office, Partner, other, now)
    desk.open_record(SCREEN, draft.id)
    assert desk.page is not None
    parties, copies = desk.page.form.grids["parties"], desk.page.form.editors["copies"]
    parties.view.go_to(2, 0)
    parties.view.paste("Kreasi Pastika")
    assert copies.typed() == "3"
    press(qtbot, desk.window, "Simpan")
    assert agreements(office)[0].copies == 3
    parties.view.undo()
    assert copies.typed() == "3"  # what was before the save is not undone
    parties.view.go_to(2, 0)
    parties.remove_current()
    assert copies.typed() == "2"
    copies.input.setFocus()
    qtbot.keyClicks(copies.input, "4")
    parties.view.go_to(2, 0)
    parties.view.paste("Kreasi Pastika")
    assert copies.typed() == "42"
    copies.type_in("")
    press(qtbot, desk.window, "Simpan")
    assert agreements(office)[0].copies == 3 and copies.typed() == "3"


def test_a_new_agreement_begins_with_two_originals(desk: Desk, office: Office) -> None:
    desk.go("agreements")
    desk.new_record()
    assert desk.page is not None
    assert desk.page.form.editors["copies"].typed() == "2"


@pytest.mark.parametrize("room", [(1366, 708), (1092, 566)])  # the usual PC, and its scale at 125 %
def test_every_sheet_of_an_agreement_fits_the_usual_screen(
    practising: Desk, room: tuple[int, int], qtbot: QtBot
) -> None:
    desk = practising
    with desk.office.session() as session:
        many = select(Party.agreement_id).group_by(Party.agreement_id).order_by(func.count().desc())
        agreement_id = session.scalars(many).first()
    assert agreement_id is not None
    desk.window.resize(*room)
    desk.open_record(SCREEN, agreement_id)
    assert desk.page is not None
    desk.jobs.wait()
    qtbot.wait(150)
    for name, grid in desk.page.form.grids.items():
        view = grid.view
        assert view.horizontalHeader().length() <= view.viewport().width(), name
        shown = min(grid.rows_model.rowCount(), 9) * view.verticalHeader().defaultSectionSize()
        assert view.viewport().height() >= shown, name
    parties = desk.page.form.grids["parties"]
    assert parties.view.columnWidth(parties.column_of("signing_state_on")) >= parties.fontMetrics().horizontalAdvance(
        "11 Agu 2025"
    )
