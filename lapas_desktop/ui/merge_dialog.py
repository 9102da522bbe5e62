"""Two partners that are one, side by side: which is kept, what moves to it, what it takes over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lapas_desktop.domain import kinds
from lapas_desktop.domain.entity import Field
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.partner import Partner
from lapas_desktop.i18n import N_, _
from lapas_desktop.services import merging, records
from lapas_desktop.services.merging import Merge, MergePreview
from lapas_desktop.ui.editors import FieldEditor
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import breakable, button, card, emptied, label, row
from lapas_desktop.ui.workplace import Workplace

_NAMED = 6  # records that are named one by one
_OTHER = Field("other", N_("Gabungkan dengan"), kinds.reference("Partner"), required=True)


class MergeDialog(QDialog):
    """Looks ahead behind the window; nothing is merged before "Gabungkan" is pressed."""

    def __init__(self, at: Workplace, kept_id: int, given_up_id: int | None) -> None:
        """Without ``given_up_id`` the other partner is chosen here."""
        super().__init__(at.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setWindowTitle(_(N_("Gabungkan dua mitra menjadi satu")))
        self._at, self._kept, self._given_up = at, kept_id, given_up_id
        self._choice = FieldEditor(_OTHER, self._others, at.clock().date())
        self._choice.set_value(None)
        self._choice.setVisible(given_up_id is None)
        self._choice.edited.connect(self._chosen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 14)
        outer.setSpacing(10)
        outer.addWidget(self._choice)
        self._shown = QVBoxLayout()
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(self._shown)
        self._shown.setContentsMargins(0, 0, 6, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        outer.addWidget(area, 1)
        self._wrong = label("", "problem", wrap=True)
        outer.addWidget(self._wrong)
        self._swap = button(_(N_("Tukar yang dipertahankan")), self.swap, shortcut="Ctrl+T")
        self._do = button(_(N_("Gabungkan")), self.merge, "main", "Ctrl+Return")
        outer.addLayout(row(self._swap, 1, button(_(N_("Batal")), self.reject), self._do))
        room = at.window.size()
        self.resize(min(grown(820), room.width() - 40), min(grown(560), room.height() - 40))
        self._look_ahead()

    def _others(self, target: str) -> list[tuple[int, str]]:
        return [pair for pair in records.link_choices(self._at.office, target) if pair[0] != self._kept]

    def _chosen(self) -> None:
        try:
            self._given_up = self._choice.value()
        except ValueError:
            self._given_up = None
        self._look_ahead()

    def propose(self, other_id: int) -> None:
        """Chooses the other partner as if by hand."""
        self._choice.set_value(other_id)
        self._chosen()

    def swap(self) -> None:
        """Keeps the other one."""
        if self._given_up is not None:
            self._kept, self._given_up = self._given_up, self._kept
            self._choice.hide()
            self._look_ahead()

    def _look_ahead(self) -> None:
        self._wrong.setText("")
        ready = self._given_up is not None
        self._do.setEnabled(False)
        self._swap.setEnabled(ready)
        if self._given_up is None:
            told = label(_(N_("Pilih mitra yang sebenarnya sama dengan mitra ini.")), "muted", wrap=True)
            emptied(self._shown).addWidget(told)
            self._shown.addStretch(1)
            return
        look = partial(merging.merge_preview, self._at.office, self._kept, self._given_up)
        asked = (self._kept, self._given_up)
        self._at.jobs.run(self, look, partial(self._show, asked), self._wrong.setText)

    def _show(self, asked: tuple[int, int], preview: MergePreview) -> None:
        if asked != (self._kept, self._given_up):
            return
        layout = emptied(self._shown)
        layout.addLayout(_sides(preview))
        layout.addWidget(_moving(preview))
        if preview.filled:
            title = _(N_("Dilengkapi dari yang digabungkan"))
            layout.addWidget(_facts(title, [(name, value, "") for name, value in preview.filled]))
        if preview.differences:
            title = _(N_("Berbeda: yang kiri dipakai"))
            layout.addWidget(_facts(title, preview.differences))
        layout.addStretch(1)
        self._wrong.setText(" ".join(problem.message for problem in preview.obstacles))
        self._do.setEnabled(not preview.obstacles)
        if not preview.obstacles and not self._choice.isVisible():
            self._do.setFocus()

    def merge(self) -> None:
        """Merges, tells it with a way back, and shows the partner that was kept."""
        at = self._at
        if self._given_up is None or not self._do.isEnabled():
            return
        try:
            merge = merging.merge_partners(at.office, self._kept, self._given_up, at.clock(), at.who)
        except (Invalid, Refused) as error:
            self._wrong.setText(_sentence(error))
            return
        self.accept()
        at.show(Partner, [merge.kept_id])
        text = _(N_("Dua mitra digabungkan: {n} data kini menyebut yang dipertahankan."))
        at.say(text.format(n=len(merge.moved)), partial(_part, at, merge))


def _sentence(error: Invalid | Refused) -> str:
    return " ".join(problem.message for problem in error.problems) if isinstance(error, Invalid) else str(error)


def _part(at: Workplace, merge: Merge) -> None:
    merging.part_partners(at.office, merge, at.clock(), at.who)
    at.show(Partner, [merge.kept_id, merge.given_up_id])


def _sides(preview: MergePreview) -> QGridLayout:
    """Both partners beside each other."""
    grid = QGridLayout()
    grid.setSpacing(12)
    sides = ((N_("Dipertahankan"), preview.kept), (N_("Digabungkan, lalu ke tempat sampah"), preview.given_up))
    for column, (title, name) in enumerate(sides):
        frame, inner = card()
        inner.addWidget(label(_(title), "caption", wrap=True))
        inner.addWidget(label(breakable(name), "section", wrap=True))
        grid.addWidget(frame, 0, column)
        grid.setColumnStretch(column, 1)
    return grid


def _moving(preview: MergePreview) -> QFrame:
    """How many records of each kind will name the kept partner, and the first of them."""
    frame, inner = card()
    counted = Counter(kind for kind, _reference, _caption in preview.records)
    told = " · ".join(f"{kind}: {number}" for kind, number in counted.items())
    inner.addWidget(label(_(N_("Yang berpindah")), "section"))
    inner.addWidget(label(told or _(N_("Tidak ada data yang menyebut mitra ini.")), wrap=True))
    for kind, reference, caption in preview.records[:_NAMED]:
        inner.addWidget(label(f"{kind} {reference} · {caption}", "muted", wrap=True))
    if len(preview.records) > _NAMED:
        inner.addWidget(label(_(N_("… dan {n} lagi")).format(n=len(preview.records) - _NAMED), "muted"))
    return frame


def _facts(title: str, rows: Sequence[tuple[str, str, str]]) -> QFrame:
    frame, inner = card()
    inner.addWidget(label(title, "section"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for line, cells in enumerate(rows):
        for column, (text, name) in enumerate(zip(cells, ("caption", "", "muted"), strict=True)):
            cell = label(breakable(text), name, wrap=True)
            grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
    for column, stretch in enumerate((2, 3, 3)):
        grid.setColumnStretch(column, stretch)
    inner.addLayout(grid)
    return frame
