"""Papers made from the window: behind it, into a preview or under a name of the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.entity import Record
from lapas_desktop.domain.progress import Progress
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.domain.text import file_name
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import papers, records
from lapas_desktop.services.batch import write_each, write_together
from lapas_desktop.services.deed import office_template, write_deed, write_deed_from_template
from lapas_desktop.services.printed import note_printed
from lapas_desktop.services.termination_letter import write_termination_letter
from lapas_desktop.ui.file_place import PAPERS, ask_folder, ask_where
from lapas_desktop.ui.own_papers import (
    MANIFEST,
    OwnPaper,
    own_papers,
    write_own_files,
    write_own_package,
    write_own_paper,
)
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from lapas_desktop.ui.preview import Preview

_NAMES = {"deed": N_("Naskah {reference}"), "summary": N_("Ringkasan {reference}")}
_PREPARING = N_("Menyiapkan {named}…")


class Printing(QObject):
    """Makes the papers that the screens offer. ``made`` tells the shipment that a paper was made of."""

    made = Signal(int)

    def __init__(self, at: Workplace) -> None:
        super().__init__(at.window)
        self._at = at
        self.preview: Preview | None = None
        self._folder = TemporaryDirectory(prefix="lapas-pratinjau-")  # gone with the desk

    def _reference(self, entity: type[Record], record_id: int) -> str:
        return records.load(self._at.office, entity, record_id)["reference"]

    def together(self, paper: str, ids: list[int]) -> None:
        """One kind of paper (a key of `PAPERS`) of an agreement or of several, as one PDF in the preview."""
        at = self._at
        one = len(ids) == 1
        what = self._reference(Agreement, ids[0]) if one else _(N_("{n} perjanjian")).format(n=len(ids))
        named = _(_NAMES[paper]).format(reference=what)
        path = Path(self._folder.name) / file_name(named, ".pdf")
        work = partial(write_together, at.office, paper, ids, path, at.clock().date())
        at.take_time(self, _(_PREPARING).format(named=named), work, lambda _result: self._show(path))

    def each(self, paper: str, ids: list[int]) -> None:
        """The same as many files, into a folder of the user's choice."""
        at = self._at
        if into := ask_folder(at.window, _(N_("Pilih folder untuk berkas PDF")), PAPERS):
            work = partial(write_each, at.office, paper, ids, into, _(_NAMES[paper]), at.clock().date())
            words = _(_PREPARING).format(named=_(N_("{n} berkas PDF")).format(n=len(ids)))
            at.take_time(self, words, work, lambda _result: at.offer(into))

    def deed_in_word(self, agreement_id: int) -> None:
        """The full text as a Word file where the user wants it, by the program's layout or the office's template."""
        at, write = self._at, write_deed
        if office_template(at.office):
            answers = (_(N_("Templat kantor")), _(N_("Naskah baku program")), _(N_("Batal")))
            answer = ask(at.window, _(N_("Naskah Word")), _(N_("Tata letak mana yang dipakai?")), answers)
            if answer == 2:
                return
            write = write_deed if answer else write_deed_from_template
        named = _(_NAMES["deed"]).format(reference=self._reference(Agreement, agreement_id))
        title, suggested = _(N_("Simpan naskah Word")), file_name(named, ".docx")
        name, _kind = ask_where(at.window, title, suggested, "Word (*.docx)")
        if name:
            target = Path(name if name.lower().endswith(".docx") else f"{name}.docx")
            on = at.clock().date()

            def work(progress: Progress) -> None:
                progress()
                write(at.office, agreement_id, target, on)

            at.take_time(self, _(_PREPARING).format(named=named), work, lambda _result: at.offer(target))

    def termination_letter(self, agreement_id: int) -> None:
        """The letter that tells of an agreement's end, in the preview."""
        named = _(N_("Surat pengakhiran {reference}")).format(reference=self._reference(Agreement, agreement_id))
        on = self._at.clock().date()
        self.preview_of(named, lambda path: write_termination_letter(self._at.office, agreement_id, path, on))

    def preview_of(self, named: str, write: Callable[[Path], object]) -> None:
        """A PDF that ``write`` puts where it is told, made behind the window, then shown."""
        path = Path(self._folder.name) / file_name(named, ".pdf")
        self._at.jobs.run(self, partial(write, path), lambda _result: self._show(path), self._at.say)

    def manifest(self, shipment_id: int) -> None:
        """The manifest of a shipment, where the user wants it."""
        self.shipment_paper(shipment_id, MANIFEST)

    def shipment_paper(self, shipment_id: int, paper: OwnPaper) -> None:
        """One of the own papers of a shipment: a PDF into the preview, else where the user wants it."""
        at, reference = self._at, self._reference(Shipment, shipment_id)
        named = f"{paper.file_words} {reference}"
        suggested = file_name(named, paper.suffix)
        target, shown = Path(self._folder.name) / suggested, paper.suffix == ".pdf"
        if not shown:
            kinds = f"{paper.suffix.lstrip('.').upper()} (*{paper.suffix})"
            name, _kind = ask_where(at.window, _(N_("Simpan {named}")).format(named=named), suggested, kinds)
            if not name:
                return
            target = Path(name).with_suffix(paper.suffix)

        def work(progress: Progress) -> None:
            progress()
            write_own_paper(at.office, shipment_id, paper.key, target, at.clock().date())

        def done(_result: object) -> None:
            self._note(shipment_id, [paper.title])
            self._show(target) if shown else at.offer(target)

        at.take_time(self, _(_PREPARING).format(named=named), work, done)

    def shipment_files(self, shipment_id: int) -> None:
        """All own papers of a shipment as files, into a folder of the user's choice."""
        at, named = self._at, _(N_("surat-surat {reference}")).format(reference=self._reference(Shipment, shipment_id))
        into = ask_folder(at.window, _(N_("Pilih folder untuk surat-surat")), PAPERS)
        if into is None:
            return

        def done(_result: object) -> None:
            self._note_all(shipment_id)
            at.offer(into)

        work = partial(write_own_files, at.office, shipment_id, into, at.clock().date())
        at.take_time(self, _(_PREPARING).format(named=named), work, done)

    def shipment_package(self, shipment_id: int) -> None:
        """“Paket kirim”: all own papers and scans of a shipment as one ZIP, where the user wants it."""
        at, named = self._at, _(N_("Paket kirim {reference}")).format(reference=self._reference(Shipment, shipment_id))
        title, suggested = _(N_("Simpan {named}")).format(named=named), file_name(named, ".zip")
        name, _kind = ask_where(at.window, title, suggested, "ZIP (*.zip)")
        if not name:
            return
        target = Path(name).with_suffix(".zip")

        def done(missing: Sequence[str]) -> None:
            self._note_all(shipment_id)
            at.offer(target)
            if missing:
                text = _(N_("{path} tersimpan tanpa berkas yang tidak ada lagi di folder data: {names}."))
                at.say(text.format(path=target, names=", ".join(missing)))

        work = partial(write_own_package, at.office, shipment_id, target, at.clock().date())
        at.take_time(self, _(_PREPARING).format(named=named), work, done)

    def _note_all(self, shipment_id: int) -> None:
        self._note(shipment_id, [paper.title for paper in own_papers(self._at.office, shipment_id)])

    def _note(self, shipment_id: int, titles: Sequence[str]) -> None:
        at = self._at
        note_printed(at.office, shipment_id, titles, at.clock(), at.who)
        self.made.emit(shipment_id)

    def show_overview(self) -> None:
        """The start page as a paper, into the preview."""
        now = self._at.clock()
        name = file_name(_(N_("Ringkasan kantor {day}")).format(day=f"{now:%Y-%m-%d}"), ".pdf")
        path = Path(self._folder.name) / name
        work = partial(papers.write_overview, self._at.office, path, now)
        self._at.jobs.run(self, work, lambda _result: self._show(path), self._at.say)

    def _show(self, path: Path) -> None:
        from lapas_desktop.ui.preview import Preview  # with Qt's printing, which nobody needs before the first paper

        preview = Preview(path, path.name, self._at.window)
        preview.finished.connect(lambda _result: self._closed(preview))
        self.preview = preview
        preview.show()

    def _closed(self, preview: Preview) -> None:
        if self.preview is preview:
            self.preview = None
