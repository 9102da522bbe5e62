"""Many agreements from one: a sheet with a row for each, typed or pasted from Excel, made all or none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from lapas_desktop.domain.agreement import Agreement
from lapas_desktop.domain.errors import Invalid
from lapas_desktop.domain.progress import Progress
from lapas_desktop.domain.wording import format_number
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import records
from lapas_desktop.services.records import Saved
from lapas_desktop.services.renewal import NEW_ROW_FIELDS, NewRow, make_many
from lapas_desktop.ui.grid import RowsGrid
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, label, rename, row
from lapas_desktop.ui.question import ask
from lapas_desktop.ui.screen import Chosen
from lapas_desktop.ui.workplace import Workplace


class ManyDialog(QDialog):
    """Nothing is made before the button that says how many is pressed; what was typed is not lost unasked."""

    def __init__(self, at: Workplace, agreement_id: int) -> None:
        super().__init__(at.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self._at, self._source = at, agreement_id
        self._progress: Progress | None = None
        reference = records.load(at.office, Agreement, agreement_id)["reference"]
        self.setWindowTitle(_(N_("Buat banyak PKS dari {reference}")).format(reference=reference))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 14)
        outer.setSpacing(10)
        told = _(
            N_("Satu baris menjadi satu PKS, masih konsep. Salin tabel di Excel lalu tempel di sini dengan Ctrl+V.")
        )
        empty = _(
            N_("Mitra ditulis dengan nama atau kodenya. Yang dikosongkan mengikuti {reference}; nomor boleh kosong.")
        )
        outer.addWidget(label(told, wrap=True))
        outer.addWidget(label(empty.format(reference=reference), "muted", wrap=True))
        links = partial(records.link_choices, at.office)
        self.grid = RowsGrid(_(N_("PKS yang dibuat")), NEW_ROW_FIELDS, links, at.clock().date())
        self.grid.edited.connect(self._count)
        outer.addWidget(self.grid)
        outer.addStretch(1)
        self._told = label("", "problem", wrap=True)
        outer.addWidget(self._told)
        self._do = button("", self.make, "main", "Ctrl+Return")
        outer.addLayout(row(1, button(_(N_("Batal")), self.reject), self._do))
        room = at.window.size()
        self.resize(min(grown(980), room.width() - 40), min(grown(520), room.height() - 40))
        self._count()
        self.grid.view.setFocus()
        self.grid.view.go_to(0, 0)

    def _count(self) -> None:
        number = len(self.grid.rows_model.rows)
        rename(self._do, _(N_("Buat {n} PKS")).format(n=format_number(number)))
        self._do.setEnabled(number > 0 and self._progress is None)
        self._told.setText("")

    def make(self) -> None:
        """Makes them behind the window when every cell can be read."""
        self.grid.commit()
        sheet = self.grid.rows_model
        for number, values in enumerate(sheet.rows):
            if values.get("partner_id") is None and (number, "partner_id") not in sheet.bad:
                self.grid.set_problem(number, "partner_id", _(N_("Wajib diisi.")))
        if not self._do.isEnabled():
            return
        if sheet.bad:
            self._complain()
            return
        at, rows = self._at, [_row(values) for values in sheet.rows]
        self._progress = Progress(_(N_("Membuat {n} PKS…")).format(n=len(rows)))
        self.grid.setEnabled(False)
        self._do.setEnabled(False)
        self._told.setText(self._progress.words)
        work = partial(_made, at, self._source, rows, self._progress)
        at.jobs.run(self, work, self._finish, self._refused, self._progress)

    def _complain(self) -> None:
        self._told.setText(_(N_("Belum ada yang dibuat: perbaiki dahulu sel yang ditandai (F8).")))
        self.grid.go_to_next_wrong()

    def _refused(self, sentence: str) -> None:
        self._progress = None
        self.grid.setEnabled(True)
        self._count()
        self._told.setText(sentence)

    def _finish(self, made: Sequence[Saved] | Invalid) -> None:
        if isinstance(made, Invalid):
            self._refused("")
            known = {field.name for field in NEW_ROW_FIELDS}
            others = []
            for problem in made.problems:
                number, _bracket, name = problem.field.removeprefix("rows[").partition("].")
                if name in known:
                    self.grid.set_problem(int(number), name, problem.message)
                else:
                    others.append(problem.message)
            self._complain()
            if others:
                self._told.setText(" ".join([_(N_("Belum ada yang dibuat.")), *dict.fromkeys(others)]))
            return
        at, ids = self._at, [saved.id for saved in made]
        self.accept()
        at.show(Agreement, ids)
        at.say(_(N_("{n} PKS dibuat sebagai konsep.")).format(n=len(ids)), partial(_take_back, at, ids))

    def reject(self) -> None:
        """Closes; asks first when something was typed, stops first when they are being made."""
        if self._progress:
            self._progress.cancel()
        elif self.grid.rows_model.rows and not self._may_go():
            return
        super().reject()

    def _may_go(self) -> bool:
        text = _(N_("Baris yang sudah diketik tidak disimpan."))
        return ask(self, _(N_("Tutup tanpa membuat PKS?")), text, (_(N_("Tetap di sini")), _(N_("Tutup"))), 0) == 1


def _row(values: dict[str, Any]) -> NewRow:
    texts = {name: values.get(name) or "" for name in ("number", "partner_number", "title")}
    return NewRow(values["partner_id"], starts_on=values.get("starts_on"), ends_on=values.get("ends_on"), **texts)


def _made(at: Workplace, source: int, rows: Sequence[NewRow], progress: Progress) -> Sequence[Saved] | Invalid:
    try:
        return make_many(at.office, source, rows, at.clock(), at.who, progress)
    except Invalid as invalid:
        return invalid


def _take_back(at: Workplace, ids: Sequence[int]) -> None:
    records.delete_records(at.office, Agreement, ids, at.clock(), at.who)
    at.show(Agreement, [])


def offer_many(chosen: Chosen) -> None:
    """Opens the sheet for one agreement."""
    ManyDialog(chosen.at, chosen.ids[0]).open()
