"""Puts the pages of an open office into the window and connects them to the use cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.office import OfficeProfile
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import bin as recycle_bin
from lapas_desktop.services import lists, office_profile, overview, papers, records, shipments
from lapas_desktop.services.office_profile import Office
from lapas_desktop.ui.bin_page import BinPage
from lapas_desktop.ui.jobs import Jobs
from lapas_desktop.ui.list_screen import Action, ListScreen
from lapas_desktop.ui.parts import button
from lapas_desktop.ui.preview import Preview
from lapas_desktop.ui.record_page import RecordPage
from lapas_desktop.ui.screen import Paper, Screen
from lapas_desktop.ui.screens.agreements import AGREEMENTS
from lapas_desktop.ui.screens.partners import PARTNERS
from lapas_desktop.ui.screens.products import PRODUCTS
from lapas_desktop.ui.screens.shipments import SHIPMENTS
from lapas_desktop.ui.window import Window

SCREENS = (AGREEMENTS, SHIPMENTS, PRODUCTS, PARTNERS)


class Desk(QObject):
    """One open office in one window. ``clock`` gives the present moment."""

    def __init__(self, window: Window, office: Office, jobs: Jobs, clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self.window, self.office, self.jobs, self.clock = window, office, jobs, clock
        self.lists: dict[str, tuple[Screen, ListScreen, QWidget]] = {}
        self.page: RecordPage | None = None
        self._back_to = SCREENS[0].key
        self.bin_page: BinPage | None = None
        self.preview: Preview | None = None
        self._drafts_folder = TemporaryDirectory(prefix="lapas-pratinjau-")  # gone with the desk
        self._drafts = Path(self._drafts_folder.name)
        window.place_chosen.connect(self.go)
        window.may_close = self.may_close
        QShortcut(QKeySequence.StandardKey.New, window).activated.connect(self.new_record)
        self.show_office()
        self.go(SCREENS[0].key)

    def go(self, key: str) -> None:
        """Shows a place, unless an unsaved form is to be kept."""
        if not self._leave_page():
            self.window.mark_place(self._back_to)
            return
        self._back_to = key
        if key == "office":
            self._open_office_profile()
        elif key == "bin":
            self._open_bin()
        else:
            screen, page, actions = self._list(key)
            page.reload()
            self.window.show_page(key, page, _(screen.entity.label_plural), actions)
            page.view.setFocus()

    def _list(self, key: str) -> tuple[Screen, ListScreen, QWidget]:
        if key not in self.lists:
            screen = next(screen for screen in SCREENS if screen.key == key)
            entity, today = screen.entity, self.clock().date()
            columns = lists.columns_of(entity, today)
            page = ListScreen(
                columns,
                partial(records.list_page, self.office, entity, columns),
                partial(records.list_count, self.office, entity),
                lambda record_id: overview.overview(self.office, entity, record_id, self.clock().date()),
                self._list_actions(screen),
                _(screen.empty),
            )
            page.opened.connect(lambda record_id: self.open_record(screen, record_id))
            page.delete_asked.connect(lambda ids: self.delete(screen, ids))
            actions = QWidget()
            bar = QHBoxLayout(actions)
            bar.setContentsMargins(0, 0, 0, 0)
            new = button(_(screen.new), self.new_record, "main")
            new.setToolTip(f"{new.text()} (Ctrl+N)")
            bar.addWidget(new)
            self.lists[key] = (screen, page, actions)
        return self.lists[key]

    def _list_actions(self, screen: Screen) -> list[Action]:
        actions = [Action(_(N_("Buka")), partial(self.open_record, screen))]
        if screen.paper:
            actions.insert(0, Action(_(screen.paper_label), partial(self.make_paper, screen), "Ctrl+P"))
        actions.append(Action(_(N_("Hapus")), lambda record_id: self.delete(screen, [record_id])))
        return actions

    def new_record(self) -> None:
        """An empty form of the kind of record whose list is shown."""
        current = self.lists.get(self._back_to)
        if current and self._leave_page():
            screen = current[0]
            self._show_form(screen.key, screen.entity, records.blank(self.office, screen.entity), screen)

    def open_record(self, screen: Screen, record_id: int) -> None:
        """The form of one record."""
        try:
            values = records.load(self.office, screen.entity, record_id)
        except Refused as refused:
            self.window.say(str(refused))
            return
        self._show_form(screen.key, screen.entity, values, screen)

    def _show_form(self, key: str, entity: type[Record], values: dict[str, Any], screen: Screen | None) -> RecordPage:
        more = self._form_buttons(screen, values) if screen and values.get("id") else []
        page = RecordPage(
            entity,
            values,
            partial(records.link_choices, self.office),
            self.clock().date(),
            lambda given: records.save_record(self.office, entity, given, self.clock(), page.record_id),
            more,
        )
        page.saved.connect(lambda saved: self._after_save(key, page, saved, screen))
        page.left.connect(lambda: self._close_page(key))
        self.page = page
        self.window.show_page(key, page, page.title, page.bar)
        page.form.focus_first()
        return page

    def _form_buttons(self, screen: Screen, values: dict[str, Any]) -> list[QWidget]:
        buttons: list[QWidget] = []
        if screen.release and not values.get("number"):
            buttons.append(button(_(N_("Rilis dan beri nomor")), lambda: self._release(screen)))
        if screen.paper:
            buttons.append(button(_(screen.paper_label), lambda: self._paper_of_page(screen), "", "Ctrl+P"))
        return buttons

    def _after_save(self, key: str, page: RecordPage, saved: records.Saved, screen: Screen | None) -> None:
        self.window.say(_(N_("{reference} tersimpan.")).format(reference=saved.reference))
        if screen is None:
            page.reload(records.load(self.office, page.entity, saved.id))
            self.show_office()
            return
        had = page.title
        values = records.load(self.office, page.entity, saved.id)
        page.reload(values)
        if page.title != had:  # new, or numbered now: other buttons belong to it
            self._drop_page()
            self._show_form(key, screen.entity, values, screen)

    def _release(self, screen: Screen) -> None:
        page = self.page
        if page is None or page.record_id is None or not page.settled():
            return
        try:
            saved = shipments.release_shipment(self.office, page.record_id, self.clock())
        except Invalid as invalid:
            page.form.show_problems(invalid.problems)
            page.tell(" ".join(problem.message for problem in invalid.problems))
        except Refused as refused:
            page.tell(str(refused))
        else:
            self._after_save(screen.key, page, saved, screen)

    def _paper_of_page(self, screen: Screen) -> None:
        page = self.page
        if page and page.record_id is not None and page.settled():
            self.make_paper(screen, page.record_id)

    def make_paper(self, screen: Screen, record_id: int) -> None:
        """Makes the paper behind the window; shows a PDF, asks where a workbook goes."""
        reference = records.load(self.office, screen.entity, record_id)["reference"]
        today = self.clock().date()
        if screen.paper is Paper.SUMMARY:
            path = self._drafts / file_name(f"Ringkasan {reference}", ".pdf")
            work = partial(papers.write_summary, self.office, record_id, path, today)
            self.jobs.run(self, work, lambda _result: self._show_preview(path), self.window.say)
            return
        suggested = file_name(f"Manifes {reference}", ".xlsx")
        title = _(N_("Simpan manifes"))
        name, _kind = QFileDialog.getSaveFileName(self.window, title, suggested, "Excel (*.xlsx)")
        if name:
            target = Path(name).with_suffix(".xlsx")
            work = partial(papers.write_manifest, self.office, record_id, target, today)
            self.jobs.run(self, work, lambda _result: self._offer(target), self.window.say)

    def _show_preview(self, path: Path) -> None:
        self.preview = Preview(path, path.name, self.window)
        self.preview.show()

    def _offer(self, path: Path) -> None:
        text = _(N_("Manifes tersimpan: {path}")).format(path=path)
        self.window.say(text, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))), _(N_("Buka")))

    def delete(self, screen: Screen, ids: list[int]) -> None:
        """To the recycle bin, with a way back."""
        if not ids:
            return
        saved = records.delete_records(self.office, screen.entity, ids, self.clock())
        self.lists[screen.key][1].reload()
        what = saved.reference if len(ids) == 1 else _(N_("{n} data")).format(n=len(ids))
        text = _(N_("{what} dipindahkan ke tempat sampah.")).format(what=what)
        self.window.say(text, lambda: self._take_back(screen.entity, ids))

    def _take_back(self, entity: type[Record], ids: list[int]) -> None:
        records.restore_records(self.office, entity, ids, self.clock())
        for screen, page, _actions in self.lists.values():
            if screen.entity is entity:
                page.reload()
                page.select(ids[0])
        if self.bin_page:
            self.bin_page.reload()

    def _open_office_profile(self) -> None:
        self._show_form("office", OfficeProfile, office_profile.profile_values(self.office), None)

    def _open_bin(self) -> None:
        if self.bin_page is None:
            self.bin_page = BinPage(
                lambda: recycle_bin.bin_contents(self.office), lambda b: self._take_back(b.entity, [b.id])
            )
            self._bin_actions = QWidget()
        self.bin_page.reload()
        self.window.show_page("bin", self.bin_page, _(N_("Tempat sampah")), self._bin_actions)

    def show_office(self) -> None:
        """The office's name and its last backup in the side bar."""
        name, last = office_profile.side_texts(self.office)
        self.window.office_label.setText(name or _(N_("Kantor belum diisi")))
        self.window.foot.setText(last)

    def _leave_page(self) -> bool:
        if self.page is None:
            return True
        if not self.page.may_leave():
            return False
        self._drop_page()
        return True

    def _drop_page(self) -> None:
        if self.page:
            self.window.drop_page(self.page, self.page.bar)
            self.page = None

    def _close_page(self, key: str) -> None:
        self._drop_page()
        self.go(key if key in {screen.key for screen in SCREENS} else SCREENS[0].key)

    def may_close(self) -> bool:
        """Asks only when typing would be lost."""
        return self.page is None or self.page.may_leave()
