"""The first start: who the office is, in a few short steps; or a backup of the old PC; or the practice office."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.domain.entity import Field, field_of
from lapas_desktop.domain.errors import Invalid, Problem, Refused
from lapas_desktop.domain.office import OfficeProfile, Officer
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.letterhead import naming_line
from lapas_desktop.services.shipments import next_number
from lapas_desktop.ui.editors import FieldEditor
from lapas_desktop.ui.enter_key import EnterGoesOn
from lapas_desktop.ui.kop_card import KopCard
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, card, label, row
from lapas_desktop.ui.second_place_card import SecondPlaceCard
from lapas_desktop.ui.workplace import Workplace

_KOP = ("KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN REPUBLIK INDONESIA", "DIREKTORAT JENDERAL PEMASYARAKATAN")
# for papers, which are Indonesian: job and how it signs
_POSTS = {"head": ("Kepala {office}", "kalapas"), "kasubsi": ("Kasubsi Bimbingan Kerja", "staf")}
_ROOMY = 820  # from here on the kop is shown beside the steps
_NAME, _SINCE = field_of(Officer, "name"), field_of(Officer, "valid_from")


@dataclass(frozen=True)
class Ways:
    """How the first start ends. ``save`` takes the values of the office profile; raises `Invalid` or `Refused`."""

    save: Callable[[dict[str, Any]], object]
    practise: Callable[[], object]
    restore: Callable[[], object]


class WelcomePage(QScrollArea):
    """Asks for what every paper needs; the rest waits on the page Kantor."""

    def __init__(self, at: Workplace, ways: Ways, changed: Callable[[], object]) -> None:
        """``changed`` is called when a second place for backups is chosen."""
        super().__init__()
        self._at, self._ways = at, ways
        self._enter = EnterGoesOn(self)
        self._editors: dict[str, FieldEditor] = {}
        self.setWidgetResizable(True)
        page = QWidget()
        page.setObjectName("page")
        across = QHBoxLayout(page)
        across.setContentsMargins(20, 14, 20, 14)
        across.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(label(_(N_("Selamat datang")), "heading"))
        told = _(N_("Isi sekali saja. Semuanya dapat diubah nanti di menu Kantor dan Pengaturan."))
        left.addWidget(label(told, "muted", wrap=True))
        left.addLayout(row(button(_(N_("Punya cadangan dari PC lama? Pulihkan…")), ways.restore, "link"), 1))
        self._lay_out_steps(left)
        self.second_place = SecondPlaceCard(at, changed)
        left.addWidget(self.second_place)
        self._problem = label("", "problem", wrap=True)
        left.addWidget(self._problem)
        begin = button(_(N_("Mulai bekerja")), self.save, "main")
        left.addLayout(row(begin, button(_(N_("Coba dulu di kantor latihan")), ways.practise), 1))
        left.addStretch(1)
        across.addLayout(left, 3)
        self.kop_card = KopCard(at, lambda: (self.name.text(), "\n".join(self._kop_lines()), "A4"), with_logos=False)
        across.addWidget(self.kop_card, 2, Qt.AlignmentFlag.AlignTop)
        self.setWidget(page)
        for editor in self._editors.values():
            editor.edited.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kop_card.setVisible(self.width() >= grown(_ROOMY))  # the steps come first

    def _lay_out_steps(self, left: QVBoxLayout) -> None:
        profile = {name: field_of(OfficeProfile, name) for name in ("name", "city", "kop", "number_pattern")}
        left.addWidget(self._step(_(N_("1. Kantor")), (profile["name"], profile["city"])))
        left.addWidget(self._step(_(N_("2. Kop surat")), (profile["kop"],)))
        people = (
            replace(_NAME, name="head", label=N_("Kepala: nama lengkap dan gelar"), required=False),
            replace(_SINCE, name="head_since", label=N_("Menjabat sejak")),
            replace(_NAME, name="kasubsi", label=N_("Kasubsi: nama lengkap dan gelar"), required=False),
            replace(_SINCE, name="kasubsi_since", label=N_("Menjabat sejak")),
        )
        left.addWidget(self._step(_(N_("3. Pejabat")), people))
        left.addWidget(self._step(_(N_("4. Nomor pengiriman")), (profile["number_pattern"],)))
        self.name, self.city, self.head = self._line("name"), self._line("city"), self._line("head")
        kop = self._editors["kop"].input
        assert isinstance(kop, QPlainTextEdit)
        self.kop = kop
        self._editors["kop"].set_value("\n".join(_KOP))
        self._editors["number_pattern"].set_value(profile["number_pattern"].default)

    def _line(self, name: str) -> QLineEdit:
        line = self._editors[name].input
        assert isinstance(line, QLineEdit)
        return line

    def _step(self, title: str, fields: Iterable[Field]) -> QFrame:
        frame, inner = card()
        inner.addWidget(label(title, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        for place, declared in enumerate(fields):
            editor = FieldEditor(declared, lambda _target: [], self._at.clock().date())
            editor.input.installEventFilter(self._enter)
            self._editors[declared.name] = editor
            wide = 2 if declared.name == "kop" else 1
            grid.addWidget(editor, place // 2, place % 2, 1, wide)
        inner.addLayout(grid)
        return frame

    def _kop_lines(self) -> list[str]:
        lines = [line for line in self.kop.toPlainText().splitlines() if line.strip()]
        name = self.name.text().strip()
        return [*lines, name.upper()] if name and naming_line(name, lines) is None else lines

    def _show(self) -> None:
        self.kop_card.refresh()
        pattern = self._editors["number_pattern"]
        number = next_number(self._at.office, pattern.typed(), self._at.clock().year)
        pattern.note(_(N_("Contoh: {number}")).format(number=number) if number else "", warning=False)

    def _values(self) -> dict[str, Any]:
        """What stands in the steps; `Invalid` when some of it cannot be read."""
        values: dict[str, Any] = {}
        problems = []
        for name, editor in self._editors.items():
            try:
                values[name] = editor.value()
            except ValueError as error:
                problems.append(Problem(name, str(error)))
        if problems:
            raise Invalid(problems)
        return values

    def save(self) -> None:
        """Saves the office; what is wrong is told beside its field."""
        self._problem.setText("")
        for editor in self._editors.values():
            editor.set_problem("")
        posts: list[str] = []
        try:
            values = self._values()
            posts = [post for post in _POSTS if values[post] or values[f"{post}_since"]]
            officers = [
                {"name": values[post], "job": job.format(office=values["name"]), "signs_as": signs_as,
                 "valid_from": values[f"{post}_since"]}
                for post, (job, signs_as) in _POSTS.items() if post in posts
            ]  # fmt: skip
            told = {name: values[name] for name in ("name", "city", "number_pattern")}
            self._ways.save({**told, "kop": "\n".join(self._kop_lines()), "officers": officers})
        except Invalid as invalid:
            self._tell(invalid.problems, posts)
        except Refused as refused:
            self._problem.setText(str(refused))

    def _tell(self, problems: Iterable[Problem], posts: list[str]) -> None:
        beside = {f"officers[{place}].name": post for place, post in enumerate(posts)}
        elsewhere = []
        for problem in reversed(list(problems)):
            editor = self._editors.get(beside.get(problem.field, problem.field))
            if editor is None:
                elsewhere.append(problem.message)
                continue
            editor.set_problem(problem.message)
            editor.input.setFocus()
            self.ensureWidgetVisible(editor, 40, 80)
        self._problem.setText(" ".join(elsewhere))
