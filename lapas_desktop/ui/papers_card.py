"""“Dokumen”: the papers of a shipment beside its form, the office's own and those of others, and how far each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from lapas_desktop.domain import lists
from lapas_desktop.domain.wording import format_date_short
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.office_profile import Office
from lapas_desktop.services.printed import Printed, printed_papers
from lapas_desktop.services.shipments import why_no_manifest
from lapas_desktop.ui.beside import ROW, BesideCard
from lapas_desktop.ui.own_papers import OwnPaper, own_papers
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import ShortLabel, label, row
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.why_not import show_reason
from lapas_desktop.ui.workplace import Workplace

_DO = int(Qt.ItemDataRole.UserRole)
_TONES = {"diterima": "good", "diminta": "warning"}

Offered = tuple[Sequence[OwnPaper], Mapping[str, Printed]]


class PapersCard(BesideCard):
    """Enter on an own paper makes it; on a paper of others it leads to its row."""

    def __init__(self, at: Workplace, page: RecordPage, printing: Printing) -> None:
        super().__init__(_(N_("Dokumen", "banyak")), grows=False)
        self._at, self._page, self._printing = at, page, printing
        self._own: Offered = ((), {})
        self._others: Sequence[Mapping[str, Any]] = ()
        page.form.worked_out.connect(self._follow)
        page.saved.connect(lambda _saved: self.refresh())
        printing.made.connect(self._made)
        self.refresh()

    def _made(self, shipment_id: int) -> None:
        if shipment_id == self._page.record_id:
            self.refresh()

    def _follow(self, values: Mapping[str, Any]) -> None:
        others = [dict(one) for one in values.get("documents", ())]
        if others != self._others:
            self._others = others
            self._fill()

    def refresh(self) -> None:
        """Asks again which papers there are and which were made, behind the window."""
        record_id = self._page.record_id
        if record_id is None:
            self.state.setText(_(N_("Dapat dicetak setelah disimpan.")))
        else:
            self._at.jobs.run(self, partial(_offered, self._at.office, record_id), self._take, self._at.say)

    def _take(self, own: Offered) -> None:
        self._own = own
        self._fill()

    def _fill(self) -> None:
        here = self.rows.currentRow()
        self.rows.clear()
        papers, printed = self._own
        for paper in papers:
            self._add(_(paper.title), *_state(printed.get(paper.title)), partial(self._make, paper))
        for number, given in enumerate(self._others):
            if given.get("document"):
                go = partial(self._page.form.go_to, f"documents[{number}].state")
                self._add(_named(given), *_state_of(given), go)
        self.rows.setCurrentRow(min(here, self.rows.count() - 1))
        made = sum(paper.title in printed for paper in papers)
        if papers:
            self.state.setText(
                _(N_("{made} dari {all} surat sendiri sudah dicetak.")).format(made=made, all=len(papers))
            )
        self.fit()

    def _add(self, title: str, state: str, tone: str, do: Callable[[], object]) -> None:
        line = QWidget()
        line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        shown = label(state, "badge")
        shown.setProperty("tone", tone)
        across = row(ShortLabel(title), shown)
        across.setStretch(0, 1)
        across.setContentsMargins(2, 0, 2, 0)
        line.setLayout(across)
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {state}")
        item.setData(_DO, do)
        item.setSizeHint(QSize(0, grown(ROW)))
        self.rows.addItem(item)
        self.rows.setItemWidget(item, line)

    def taken(self, item: QListWidgetItem) -> None:
        item.data(_DO)()

    def _make(self, paper: OwnPaper) -> None:
        page, at = self._page, self._at
        if not page.settled() or page.record_id is None:
            return
        against = why_no_manifest(at.office, page.record_id, at.clock())
        if against is None:
            self._printing.shipment_paper(page.record_id, paper)
        else:
            ways = [(_(N_("Tunjukkan")), partial(page.form.go_to, against.field))]
            show_reason(self.rows, against.message, ways)


def _offered(office: Office, shipment_id: int) -> Offered:
    return own_papers(office, shipment_id), printed_papers(office, shipment_id)


def _state(printed: Printed | None) -> tuple[str, str]:
    """Word and tone."""
    if printed is None:
        return _(N_("belum")), ""
    return (_(N_("cetak lagi")), "warning") if printed.outdated else (_(N_("dicetak")), "good")


def _state_of(given: Mapping[str, Any]) -> tuple[str, str]:
    state = given.get("state") or "perlu"
    if state == "diterima" and given.get("issued_on"):
        return format_date_short(given["issued_on"]), "good"
    return _(lists.DOCUMENT_STATES.get(state, state)).lower(), _TONES.get(state, "")


def _named(given: Mapping[str, Any]) -> str:
    kind: str = given["document"]
    return f"{_(lists.DOCUMENTS.get(kind, kind))} {given.get('number') or ''}".rstrip()
