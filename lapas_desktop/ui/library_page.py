"""The library of pasal: what a type of agreement is offered, shipped or the office's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.domain import lists
from lapas_desktop.domain.clause_text import Change, differences
from lapas_desktop.domain.clauses import StandardClause
from lapas_desktop.domain.word_marks import SAME, signed
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.clause_library import change_for_office, library
from lapas_desktop.services.clauses import LibraryClause
from lapas_desktop.services.records import delete_records, restore_records
from lapas_desktop.ui.clause_names import ClauseNames
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.marked_text import MarkedText
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.side_by_side import SideBySide
from lapas_desktop.ui.workplace import Workplace


class LibraryPage(QWidget):
    """Its ways: ``show`` opens the form of an own pasal, ``new`` an empty one, ``back`` takes the place to go to."""

    def __init__(
        self, at: Workplace, show: Callable[[int], object], new: Callable[[], object],
        go: Callable[[str], object], back: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("page")
        self._at, self._show, self._way_back = at, show, "settings"
        self._found: tuple[LibraryClause, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 20, 14)
        frame, layout = card()
        outer.addWidget(frame)
        self.kind = Combo([(key, _(words)) for key, words in lists.AGREEMENT_TYPES.items()], False, typed=False)
        self.kind.setAccessibleName(_(N_("Jenis perjanjian")))
        self.kind.setMinimumWidth(grown(200))
        self.kind.currentIndexChanged.connect(lambda _index: self.reload())
        caption = label(_(N_("Jenis perjanjian")), "caption")
        caption.setBuddy(self.kind)
        layout.addLayout(row(caption, self.kind, 1))
        told = _(
            N_(
                "Ubahan kantor menggantikan pasal bawaan pada naskah berikutnya. Naskah yang sudah ditandatangani "
                "tidak berubah."
            )
        )
        layout.addWidget(label(told, "muted", wrap=True))
        self.names = ClauseNames()
        self.names.currentRowChanged.connect(lambda _place: self._show_one())
        self.names.edit_asked.connect(lambda: self.change() if self._in_hand().own_id is None else self.open_own())
        self._right = self._make_right()
        layout.addWidget(SideBySide(self.names, self._right), 1)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addStretch(1)
        bar.addWidget(button(_(N_("Daftar pasal kantor")), lambda: go("clauses"), picture="clauses"))
        leave = partial(self._leave, back)
        bar.addWidget(button(_(N_("Kembali")), leave, picture="back"))
        bar.addWidget(button(_(N_("+ Pasal baku baru")), new, "main"))
        QShortcut(QKeySequence("Esc"), self).activated.connect(leave)

    def _make_right(self) -> QWidget:
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        self._heading = label("", "section", wrap=True)
        layout.addWidget(self._heading)
        self._kind_of_text = label("", "muted", wrap=True)
        layout.addWidget(self._kind_of_text)
        tools = Flow()
        self._change = button(_(N_("Ubah untuk kantor ini")), self.change)
        self._open = button(_(N_("Buka")), self.open_own)
        self._restore = button(_(N_("Kembali ke bawaan")), self.back_to_shipped)
        for made in (self._change, self._open, self._restore):
            tools.add(made)
        layout.addWidget(tools)
        self.text = MarkedText(_(N_("Isi pasal")))
        layout.addWidget(self.text, 1)
        return right

    def _leave(self, back: Callable[[str], object]) -> None:
        back(self._way_back)

    def open(self, key: str) -> None:
        """Shows the page for "library", "library:type" or "library:type:agreement", the form to go back to."""
        _place, kind, agreement_id = (*key.split(":"), "", "")[:3]
        self._way_back = f"agreements:{agreement_id}" if agreement_id else "settings"
        if kind:
            self.kind.choose(kind)
        self.reload()
        self._at.window.frame.show_page("settings", self, _(N_("Pustaka pasal")), self.bar)
        self.names.setFocus()

    def reload(self) -> None:
        """Reads the library anew; the pasal in hand stays."""
        self._found = library(self._at.office, self.kind.currentData())
        place = max(0, min(self.names.currentRow(), len(self._found) - 1))
        marks = [
            _(N_("bawaan")) if one.own_id is None else _(N_("diubah kantor")) if one.original else _(N_("milik kantor"))
            for one in self._found
        ]
        names = [
            (_(N_("Pasal {n} · {title}")).format(n=number, title=one.clause.title), mark)
            for number, (one, mark) in enumerate(zip(self._found, marks, strict=True), 1)
        ]
        self.names.show_names(names, place)
        self._show_one()

    def _in_hand(self) -> LibraryClause:
        return self._found[max(0, self.names.currentRow())]

    def _show_one(self) -> None:
        if not self._found:
            return
        one = self._in_hand()
        own = one.own_id is not None
        self._heading.setText(one.clause.title)
        if own and one.original:
            told = _(N_("Diubah kantor. [−…] hanya di bawaan, [+…] ditambahkan kantor."))
            self.text.show_stretches(signed(differences(one.clause, one.original)))
        else:
            told = _(N_("Pasal milik kantor.")) if own else _(N_("Pasal bawaan program."))
            self.text.show_stretches([Change(SAME, one.clause.text)])
        self._kind_of_text.setText(told)
        self._change.setVisible(not own)
        self._open.setVisible(own)
        self._restore.setVisible(own and one.original is not None)

    def change(self) -> None:
        """The office's own text in place of the shipped one, ready to be typed in."""
        self._show(change_for_office(self._at.office, self._in_hand().clause.key, self._at.clock(), self._at.who).id)

    def open_own(self) -> None:
        """The form of the office's own pasal."""
        own_id = self._in_hand().own_id
        if own_id is not None:
            self._show(own_id)

    def back_to_shipped(self) -> None:
        """The office's own text goes to the recycle bin, with a way back."""
        at, own_id = self._at, self._in_hand().own_id
        if own_id is None:
            return
        title = self._in_hand().clause.title
        delete_records(at.office, StandardClause, [own_id], at.clock(), at.who)
        self.reload()
        at.say(_(N_("“{title}” kembali ke bawaan.")).format(title=title), partial(self._undo, own_id))

    def _undo(self, own_id: int) -> None:
        restore_records(self._at.office, StandardClause, [own_id], self._at.clock(), self._at.who)
        self.reload()
