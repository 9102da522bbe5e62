"""What the form of the own office shows beside its fields: the kop as it prints, the next number, gaps of heads."""

from __future__ import annotations

from lapas_desktop.domain.office import head_doubts
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.shipments import next_number
from lapas_desktop.ui.kop_card import KopCard
from lapas_desktop.ui.parts import label
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.workplace import Workplace

KOP, OFFICERS = "kop", "officers"


def furnish(page: RecordPage, at: Workplace) -> None:
    """Adds the cards and keeps them up to date while somebody types."""
    form, year = page.form, at.clock().year
    typed = {name: editor.typed for name, editor in form.editors.items()}
    kop = KopCard(at, lambda: (typed["name"](), typed[KOP](), form.editors["paper"].value() or "A4"))
    form.add_below(kop, after=KOP)
    heads = label("", "note-warning", wrap=True)
    form.add_below(heads, after=OFFICERS)

    def tell() -> None:
        kop.refresh()
        number = next_number(at.office, typed["number_pattern"](), year)
        told = _(N_("Nomor berikutnya: {number}")).format(number=number) if number else ""
        form.editors["number_pattern"].note(told, warning=False)
        rows = form.grids[OFFICERS].rows_model.rows
        doubts = head_doubts(
            (row.get("valid_from"), row.get("valid_to")) for row in rows if row.get("signs_as") == "kalapas"
        )
        heads.setText(" ".join(doubts))
        heads.setVisible(bool(heads.text()))

    form.edited.connect(tell)
    page.saved.connect(lambda _saved: tell())
    tell()
