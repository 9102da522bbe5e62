"""An addendum by keyboard: made from its agreement, signed, printed, taken back, found, deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from lapas_desktop.domain.addendum import Addendum
from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.services.bin import bin_count
from lapas_desktop.services.finder import find_everything
from lapas_desktop.services.records import Saved, load
from lapas_desktop.services.termination import terminate_agreement
from lapas_desktop.storage.office import Office
from lapas_desktop.ui.addenda_card import AddendaCard
from lapas_desktop.ui.desk import SCREENS, Desk
from tests.documents.samples import words
from tests.ui.conftest import press
from tests.ui.hands import Hands


def stored(office: Office) -> dict[str, Any]:
    with office.session() as session:
        found = session.scalars(select(Addendum.id)).one()
    return load(office, Addendum, found)


def shown(desk: Desk) -> str:
    return "\n".join(found.text() for found in desk.window.findChildren(QLabel) if found.isVisible())


def make(desk: Desk, agreement: Saved, qtbot: QtBot) -> Hands:
    """An addendum that moves the last day, typed in and saved."""
    desk.open_record(SCREENS["agreements"], agreement.id)
    hands = Hands(desk, qtbot)
    hands.push("+ Adendum baru")
    hands.fill("number", "ADD-01")
    hands.fill("starts_on", "19/1/26")
    hands.fill("signed_on", "19/1/26")
    assert desk.page is not None
    sheet = desk.page.form.grids["changes"].view
    hands.tab_to(lambda widget: widget is sheet)
    hands.type("Berakhir")
    hands.press("Tab", "Tab")
    hands.type("18/1/28")
    hands.press("Enter", "Ctrl+S")
    assert not desk.page.changed, shown(desk)
    return hands


def test_an_addendum_is_typed_signed_and_counts(desk: Desk, office: Office, agreement: Saved, qtbot: QtBot) -> None:
    hands = make(desk, agreement, qtbot)
    assert (stored(office)["stage"], stored(office)["agreement_id"]) == ("draft", agreement.id)
    assert desk.page is not None
    desk.page.act("Tandatangani")
    assert (stored(office)["stage"], stored(office)["sequence"]) == ("signed", 1)
    desk.page.form.finish()
    cards = [desk.page.form.editors["number"], desk.page.form.grids["changes"], desk.page.form.editors["notes"]]
    desk.page.form.settle()
    tops = [card.mapTo(desk.page.form, card.rect().topLeft()).y() for card in cards]
    assert tops == sorted(tops), "the sections stand in their order under the card of the signature"
    hands.press("Esc")
    assert desk.page.record_id == agreement.id
    desk.page.form.finish()
    assert "Sekarang berlaku: 18 Jan 2027 → 18 Jan 2028 (Adendum I)" in shown(desk)
    assert "Berakhir: 18 Jan 2027 → 18 Jan 2028" in shown(desk)
    with office.session() as session:
        kept = session.scalars(select(Agreement)).one()
        assert (kept.ends_on, kept.effective_ends_on) == (date(2027, 1, 18), date(2028, 1, 18))


def test_the_sheet_shows_what_was_before_while_typing(desk: Desk, agreement: Saved, qtbot: QtBot) -> None:
    make(desk, agreement, qtbot)
    assert desk.page is not None
    model = desk.page.form.grids["changes"].rows_model
    assert [model.data(model.index(0, column)) for column in range(4)] == ["Berakhir", "", "18 Jan 2027", "18 Jan 2028"]
    model.put_block(1, 0, [["Jumlah disepakati", "Gantungan kunci", "", "7.500"], ["Ketentuan lain", "", "", "<b>x"]])
    qtbot.wait(120)
    assert [model.data(model.index(row, 2)) for row in (1, 2)] == ["5.000", ""]


def test_the_paper_of_an_addendum_is_shown(desk: Desk, agreement: Saved, qtbot: QtBot) -> None:
    hands = make(desk, agreement, qtbot)
    hands.press("Ctrl+P")
    qtbot.waitUntil(lambda: desk.printing.preview is not None, timeout=20_000)
    preview = desk.printing.preview
    assert preview is not None
    text = words(preview._path)
    preview.close()
    assert "18 Januari 2028" in text and "ADD-01" in text


def test_a_signature_is_taken_back_the_draft_cancelled_and_opened_again(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    make(desk, agreement, qtbot)
    assert desk.page is not None
    for said, stage in (("Tandatangani", "signed"), ("Tarik tanda tangan", "draft"), ("Batalkan adendum", "cancelled"),
                         ("Buka kembali", "draft")):  # fmt: skip
        desk.page.act(said)
        assert stored(office)["stage"] == stage, said
    offered = {button.action.text for button in desk.page.offered if not button.isHidden()}
    assert "Tandatangani" in offered and not offered & {"Buka kembali", "Tarik tanda tangan"}


def test_no_addendum_to_a_draft_and_the_button_says_why(desk: Desk, draft: Saved, qtbot: QtBot) -> None:
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    desk.page.form.finish()
    card = desk.page.form.findChild(AddendaCard)
    assert isinstance(card, AddendaCard)
    press(qtbot, card, "+ Adendum baru")
    assert "Belum ditandatangani: ubah langsung pada perjanjiannya." in shown(desk)


def test_an_addendum_is_found_by_search_and_lies_in_the_bin_when_deleted(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    hands = make(desk, agreement, qtbot)
    hit = next(hit for hit in find_everything(office, "add-01", date(2026, 1, 19), ()) if hit.entity is Addendum)
    desk.open_record(SCREENS[hit.place], hit.record_id or 0)
    assert desk.page is not None and desk.page.entity is Addendum
    desk.go("addenda")
    hands.press("Del")
    assert bin_count(office) == 1
    desk.go("bin")
    hands.press("Enter")
    assert bin_count(office) == 0
    assert stored(office)["deleted_at"] is None


def test_a_signed_addendum_is_not_deleted_and_its_list_says_why(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    make(desk, agreement, qtbot)
    assert desk.page is not None
    desk.page.act("Tandatangani")
    desk.go("addenda")
    qtbot.keyClick(desk.lists["addenda"].page.view, Qt.Key.Key_Delete)
    assert "Adendum yang sudah ditandatangani tidak dapat dihapus. Buat adendum berikutnya." in shown(desk)
    assert stored(office)["deleted_at"] is None


def test_a_bad_date_and_a_missing_product_stand_beside_their_cells(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    make(desk, agreement, qtbot)
    assert desk.page is not None
    model = desk.page.form.grids["changes"].rows_model
    model.put_block(0, 0, [["Berakhir", "", "", "kapan-kapan"], ["Harga satuan", "", "", "12.500"]])
    assert not desk.page.save()
    assert (0, "new") in model.bad and (1, "product_id") in model.bad
    with office.session() as session:
        assert [change.new for change in session.scalars(select(Addendum)).one().changes] == ["18 Jan 2028"]


def test_a_signed_addendum_is_read_until_its_signature_is_taken_back(
    desk: Desk, office: Office, agreement: Saved, qtbot: QtBot
) -> None:
    hands = make(desk, agreement, qtbot)
    assert desk.page is not None
    desk.page.act("Tandatangani")
    hands.fill("title", "lain")
    form = desk.page.form
    assert not desk.page.changed and "Terkunci sejak ditandatangani." in shown(desk)
    assert not form.editors["agreement_id"].input.isEnabled()
    sheet = form.grids["changes"]
    assert not sheet.rows_model.setData(sheet.rows_model.index(0, 3), "18/1/29")
    sheet.view.paste("Ingatkan (hari)\t\t\t30\nKetentuan lain\t\t\tx")
    sheet.remove_current()
    hands.fill("notes", "Asli di lemari A")
    hands.press("Ctrl+S")
    kept = stored(office)
    assert (kept["title"], kept["notes"]) == ("Pemasaran gantungan kunci", "Asli di lemari A")
    assert [change["new"] for change in kept["changes"]] == ["18 Jan 2028"]
    desk.page.act("Tarik tanda tangan")
    hands.fill("title", "Perpanjangan waktu")
    hands.press("Ctrl+S")
    assert stored(office)["title"] == "Perpanjangan waktu"


def test_a_cancelled_addendum_is_read_and_says_how_it_is_opened(desk: Desk, agreement: Saved, qtbot: QtBot) -> None:
    hands = make(desk, agreement, qtbot)
    assert desk.page is not None
    desk.page.act("Batalkan adendum")
    hands.fill("title", "lain")
    assert not desk.page.changed and "“Buka kembali” membukanya lagi." in shown(desk)


def test_a_signed_addendum_does_not_show_how_an_agreement_with_its_id_stands(
    desk: Desk, agreement: Saved, qtbot: QtBot
) -> None:
    make(desk, agreement, qtbot)
    assert desk.page is not None
    desk.page.act("Tandatangani")
    assert desk.page.record_id == agreement.id  # the ids of both tables meet
    assert "Ditandatangani oleh" not in shown(desk)


def test_an_addendum_is_begun_from_the_actions_of_the_page_and_leads_back(
    desk: Desk, office: Office, agreement: Saved, now: datetime, qtbot: QtBot
) -> None:
    desk.open_record(SCREENS["agreements"], agreement.id)
    assert desk.page is not None
    desk.page.form.editors["notes"].type_in("Disimpan lebih dulu")
    desk.page.act("+ Adendum baru")
    assert desk.page.entity is Addendum and desk.page.form.editors["agreement_id"].value() == agreement.id
    assert load(office, Agreement, agreement.id)["notes"] == "Disimpan lebih dulu"
    Hands(desk, qtbot).press("Esc")
    assert desk.page.entity is Agreement and desk.page.record_id == agreement.id
    terminate_agreement(office, agreement.id, now.date(), "Mitra tutup", "", now)
    desk.open_record(SCREENS["agreements"], agreement.id)
    desk.page.act("+ Adendum baru")
    assert desk.page.entity is Agreement and "Perjanjian ini sudah diakhiri." in shown(desk)


def test_the_page_of_a_draft_offers_no_addendum(desk: Desk, draft: Saved) -> None:
    desk.open_record(SCREENS["agreements"], draft.id)
    assert desk.page is not None
    assert "+ Adendum baru" not in [found.action.text for found in desk.page.offered]
