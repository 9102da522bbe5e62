"""Two versions of an agreement side by side; what differs is marked by words, signs and colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut, QTextCharFormat, QTextLength, QTextTable, QTextTableFormat
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from lapas_desktop.domain.clause_text import Change
from lapas_desktop.domain.word_marks import SAME, signs_in
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.comparison import Compared, Version, compared_versions, versions, write_comparison
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.marked_text import format_of
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, label
from lapas_desktop.ui.printing import Printing
from lapas_desktop.ui.workplace import Workplace

_WIDTHS = (22, 4, 37, 37)  # percent: what, sign, left, right
_CHOICE = 330


class ComparePage(QWidget):
    """``back`` leaves the page. Its text can be selected and copied."""

    def __init__(self, at: Workplace, printing: Printing, agreement_id: int, back: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._at, self._printing = at, printing
        self._versions = versions(at.office, agreement_id)
        self._rows: Sequence[Compared] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        own = [number for number, one in enumerate(self._versions) if one.agreement_id == agreement_id]
        first = 0 if own[0] else own[0]
        last = own[-1] if own[-1] != first else len(self._versions) - 1
        self.left = self._choice(_(N_("Kiri")), first)
        self.right = self._choice(_(N_("Kanan")), last)
        self.only = QCheckBox(_(N_("Hanya yang berbeda")))
        self.only.setChecked(True)
        self.only.setMinimumHeight(self.left.sizeHint().height())
        self.only.toggled.connect(lambda _checked: self._write())
        choices = Flow(across=14)
        for shown in (self.left, self.right, self.only):
            choices.add(shown)
        layout.addWidget(choices)
        self._told = label("", "muted", wrap=True)
        layout.addWidget(self._told)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_(N_("Perbandingan")))
        layout.addWidget(self.text, 1)
        self.bar = self._bar(back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(back)
        self.compare()

    def _choice(self, name: str, number: int) -> Combo:
        combo = Combo([(n, one.caption) for n, one in enumerate(self._versions)], False, typed=False)
        combo.setAccessibleName(name)
        combo.setFixedWidth(grown(_CHOICE))
        combo.choose(number)
        combo.currentIndexChanged.connect(lambda _index: self.compare())
        return combo

    def _bar(self, back: Callable[[], object]) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(button(_(N_("Salin tabel")), self.copy_table, picture="copy"))
        layout.addWidget(button(_(N_("Kembali")), back, picture="back"))
        layout.addWidget(button(_(N_("Cetak perbandingan")), self.print_it, "main", "Ctrl+P", "print"))
        return bar

    @property
    def _chosen(self) -> tuple[Version, Version]:
        return self._versions[self.left.currentIndex()], self._versions[self.right.currentIndex()]

    def compare(self) -> None:
        """Shows the versions that are chosen."""
        work = partial(compared_versions, self._at.office, *self._chosen)
        self._at.jobs.run(self, work, self._show, self._at.say)

    def _show(self, rows: Sequence[Compared]) -> None:
        self._rows = rows
        self._write()

    def shown_rows(self) -> list[Compared]:
        """The rows that stand on the page."""
        return [row for row in self._rows if row.differs or not self.only.isChecked()]

    def _write(self) -> None:
        differing = sum(row.differs for row in self._rows)
        if differing:
            told = _(N_("{n} hal berbeda. [−…] hanya ada di kiri, [+…] hanya ada di kanan.")).format(n=differing)
        else:
            told = _(N_("Keduanya sama."))
        self._told.setText(told)
        rows = self.shown_rows()
        self.text.clear()
        if not rows:
            return
        made = QTextTableFormat()
        made.setBorder(0)
        made.setCellPadding(grown(5))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in _WIDTHS])
        made.setHeaderRowCount(1)
        table = self.text.textCursor().insertTable(len(rows) + 1, len(_WIDTHS), made)
        left, right = self._chosen
        bold = format_of(SAME)
        bold.setFontWeight(700)
        for column, head in enumerate((_(N_("Hal")), "≠", left.caption, right.caption)):
            table.cellAt(0, column).firstCursorPosition().insertText(head, bold)
        for number, row in enumerate(rows, 1):
            before, after = row.changes()
            self._fill(table, number, 0, [Change(SAME, row.label)], bold if row.differs else None)
            self._fill(table, number, 1, [Change(SAME, "≠" if row.differs else "=")])
            self._fill(table, number, 2, signs_in(before))
            self._fill(table, number, 3, signs_in(after))
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    @staticmethod
    def _fill(
        table: QTextTable, row: int, column: int, stretches: Sequence[Change], look: QTextCharFormat | None = None
    ) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        for stretch in stretches:
            cursor.insertText(stretch.text, look or format_of(stretch.kind))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._rows:  # other colours are worn
            self._write()

    def copy_table(self) -> None:
        """The rows on the page as a table for Excel or Word, with the signs."""
        lines = [[_(N_("Hal")), "≠", *(one.caption for one in self._chosen)]]
        lines += [[row.label, "≠" if row.differs else "", *row.signed_texts()] for row in self.shown_rows()]
        QApplication.clipboard().setText(
            "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        )
        self._at.say(_(N_("{n} baris disalin.")).format(n=len(lines) - 1))

    def print_it(self) -> None:
        """The page as a paper, in the preview."""
        left, right = self._chosen
        on, only = self._at.clock().date(), self.only.isChecked()
        self._printing.preview_of(
            _(N_("Perbandingan perjanjian")),
            lambda path: write_comparison(self._at.office, left, right, only, path, on),
        )


def show_comparison(at: Workplace, printing: Printing, agreement_id: int, back: Callable[[], object]) -> ComparePage:
    """Puts the page into the window; it goes when another one comes."""
    frame = at.window.frame
    page = ComparePage(at, printing, agreement_id, back)
    frame.show_page("agreements", page, _(N_("Perbandingan")), page.bar)

    def gone(_index: int) -> None:
        if frame.pages.currentWidget() is not page:
            frame.pages.currentChanged.disconnect(gone)
            frame.drop_page(page, page.bar)

    frame.pages.currentChanged.connect(gone)
    page.left.setFocus()
    return page
