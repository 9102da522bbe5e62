"""One pasal: title, text with fields to insert, and under it how it will read or what it changed in its standard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from lapas_desktop.domain.clause_text import Change
from lapas_desktop.domain.kinds import MAX_LINE
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.combo import Combo
from lapas_desktop.ui.flow import Flow
from lapas_desktop.ui.marked_text import MarkedText
from lapas_desktop.ui.palette import grown
from lapas_desktop.ui.parts import button, label

_TEXT, _READING = 150, 170  # heights
_TOLD = 4  # sentences


class ClauseEditor(QWidget):
    """``typed`` says title and text after every key."""

    typed = Signal(str, str)

    def __init__(self, fields: Mapping[str, str], back: Callable[[], object], compare: Callable[[], object]) -> None:
        """``back`` brings the standard text back, ``compare`` shows the differences or the reading."""
        super().__init__()
        self._loading = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.title = QLineEdit()
        self.title.setMaxLength(2 * MAX_LINE)
        self.title.setAccessibleName(_(N_("Judul pasal")))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_(N_("Isi pasal, satu ayat per baris")))
        self.text.setMinimumHeight(grown(_TEXT))
        for words, shown in (
            (_(N_("Judul")), self.title),
            (_(N_("Isi: satu ayat per baris, “- ” untuk huruf")), self.text),
        ):
            caption = label(words, "caption")
            caption.setBuddy(shown)
            layout.addWidget(caption)
            layout.addWidget(shown)
        self.fields = Combo([(name, f"{{{name}}} · {about}") for name, about in fields.items()], True,
                            _(N_("Sisipkan isian…")), typed=False)  # fmt: skip
        self.fields.setAccessibleName(_(N_("Sisipkan isian")))
        self.fields.setMinimumContentsLength(16)
        self.fields.activated.connect(lambda _index: self._insert())
        self._back = button(_(N_("Kembalikan ke baku")), back)
        self._compare = button(_(N_("Lihat perbedaan")), compare)
        tools = Flow()
        for made in (self.fields, self._back, self._compare):
            tools.add(made)
        layout.addWidget(tools)
        self._heading = label("", "caption")
        layout.addWidget(self._heading)
        self.reading = MarkedText(_(N_("Hasil cetak pasal")))
        self.reading.setFixedHeight(grown(_READING))
        layout.addWidget(self.reading)
        self._told = label("", "problem", wrap=True)
        layout.addWidget(self._told)
        self.title.textEdited.connect(lambda _text: self._tell_typed())
        self.text.textChanged.connect(self._tell_typed)
        self.title.returnPressed.connect(self.text.setFocus)

    def begin(self) -> None:
        """The cursor where typing begins: in the title while it is empty, else in the text."""
        (self.text if self.title.text() else self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_clause(self, title: str, text: str, locked: bool) -> None:
        """Shows one pasal without counting it as typed; the text's own undo begins anew with another one."""
        self._loading = True
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self._loading = False
        self.title.setReadOnly(locked)
        self.text.setReadOnly(locked)
        self.fields.setVisible(not locked)

    def _tell_typed(self) -> None:
        if not self._loading:
            self.typed.emit(self.title.text(), self.text.toPlainText())

    def _insert(self) -> None:
        name = self.fields.currentData()
        self.fields.setCurrentIndex(0)
        if name:
            self.text.insertPlainText(f"{{{name}}}")
            self.text.setFocus()

    def offer_standard(self, back: bool, compare: bool, comparing: bool) -> None:
        """Which of both buttons there are, and whether the differences are what is shown."""
        self._back.setVisible(back)
        self._compare.setVisible(compare)
        self._compare.setText(_(N_("Lihat hasil cetak")) if comparing else _(N_("Lihat perbedaan")))
        told = _(N_("Perbedaan: [−…] dihapus dari baku, [+…] ditambahkan"))
        self._heading.setText(told if comparing else _(N_("Begini pasal ini tercetak")))

    def show_reading(self, stretches: Sequence[Change]) -> None:
        self.reading.show_stretches(stretches)

    def tell(self, findings: Sequence[tuple[str, bool]]) -> None:
        """Sentences about what is wrong (True) or still empty."""
        wrong = any(bad for _text, bad in findings)
        texts = [text for text, bad in findings if bad or not wrong][:_TOLD]
        self._told.setObjectName("problem" if wrong else "note-warning")
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        self._told.setText("\n".join(texts))
        self._told.setVisible(bool(texts))
