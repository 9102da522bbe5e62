"""One editor per kind of value. All look alike from outside: ``value``, ``set_value``, ``edited``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lapas_desktop.domain.entity import Field
from lapas_desktop.domain.kinds import Editor
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.combo import Combo, style_popup
from lapas_desktop.ui.parts import button, label, row, shortcut
from lapas_desktop.ui.typed_text import Since, echo_of, read_typed

Links = Callable[[str], list[tuple[int, str]]]
Make = Callable[[str], int | None]
NEW_KEY = "Ctrl+Shift+N"  # a new record for the field or cell that the cursor is in


class FieldEditor(QWidget):
    """A field on a form: its label above, the editor, and one line for the hint or what is wrong."""

    edited = Signal()

    def __init__(
        self, field: Field, links: Links, today: date, make: Make | None = None, parent: QWidget | None = None
    ) -> None:
        """``make`` asks for a new record of a kind that the field may refer to."""
        super().__init__(parent)
        self.field, self._links, self._make_linked = field, links, make
        self._today = today
        self.since: Since | None = None  # the other date fields of the form, for periods
        self._loading = False
        self._note = ("hint", "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        self._locked = ""
        self._new: QWidget | None = None
        star = " *" if field.required and field.kind.editor is not Editor.CHECK else ""
        self.input = self._make(links)
        self.input.setAccessibleName(_(field.label))
        self.input.setObjectName(field.name)
        caption = label(_(field.label) + star, "caption")
        caption.setBuddy(self.input)
        if make is None:
            layout.addWidget(caption)
        else:
            new = self._new = button(_(N_("+ baru")), self._make_and_choose, "small-link")
            new.setAccessibleName(_(N_("{name}: catat yang baru")).format(name=_(field.label)))
            new.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            shortcut(self, NEW_KEY, self._make_and_choose)
            layout.addLayout(row(caption, 1, new))
        layout.addWidget(self.input)
        self._message = label("", "hint", wrap=True)
        layout.addWidget(self._message)
        layout.addStretch(1)
        self.set_problem("")

    def _make(self, links: Links) -> QWidget:
        kind = self.field.kind
        if kind.editor is Editor.TEXT:
            text = QPlainTextEdit(self)
            text.setTabChangesFocus(True)
            text.setFixedHeight(76)
            text.textChanged.connect(self._changed)
            return text
        if kind.editor is Editor.CHECK:
            check = QCheckBox(self)
            check.toggled.connect(self._changed)
            return check
        if kind.editor in (Editor.CHOICE, Editor.REFERENCE):
            combo = Combo(option_pairs(self.field, links), not self.field.required, parent=self)
            combo.currentIndexChanged.connect(self._changed)
            combo.currentTextChanged.connect(self._changed)
            return combo
        line = QLineEdit(self)
        if kind.right:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setPlaceholderText(_(kind.placeholder) if kind.placeholder else "")
        line.setMaxLength(min(32_000, max(kind.max_length * 2, 200)))
        if kind.choices and kind.editor is Editor.CHOICES:
            line.setCompleter(ListCompleter(list(kind.options().values()), line))
        line.textEdited.connect(self._changed)
        line.textEdited.connect(self._tell_reading)
        line.editingFinished.connect(self._echo)
        return line

    def _make_and_choose(self) -> None:
        """A new record, made on the spot and chosen here; nothing changes when it is given up."""
        combo, target = self.input, self.field.kind.target
        made = self._make_linked(target) if self._make_linked and target and not self._locked else None
        if made is not None and isinstance(combo, Combo) and target:
            self.offer(target)
            combo.choose(made)

    def offer(self, target: str) -> None:
        """Takes records of one kind that came since into its list."""
        if isinstance(self.input, Combo) and self.field.kind.target == target:
            for value, text in self._links(target):
                if self.input.findData(value) < 0:
                    self.input.addItem(text, value)

    def _changed(self, *_ignored: object) -> None:
        if not self._loading:
            self._note = ("hint", "")
            self.set_problem("")
            self.edited.emit()

    def _tell_reading(self, typed: str) -> None:
        """Shows under a figure or a date how it is read, before the field is left."""
        if echo := echo_of(self.field, typed, self._today, self.since):
            self._say("hint", echo)

    def _echo(self) -> None:
        """Shows how the typed text was read, or what is wrong with it."""
        try:
            value = self.value()
        except ValueError as error:
            self.set_problem(str(error))
            return
        assert isinstance(self.input, QLineEdit)
        if self.input.isModified():
            self.input.setText(self.field.kind.shown(value))
        self._say(*self._note)

    def value(self) -> Any:
        """What stands in the editor, read by its kind; `ValueError` says what is wrong."""
        if isinstance(self.input, QPlainTextEdit):
            return self.field.kind.parse(self.input.toPlainText())
        if isinstance(self.input, QCheckBox):
            return self.input.isChecked()
        if isinstance(self.input, Combo):
            return self._chosen(self.input)
        assert isinstance(self.input, QLineEdit)
        return read_typed(self.field, self.input.text(), self._today, self.since)

    def _chosen(self, combo: Combo) -> Any:
        try:
            return combo.chosen()
        except ValueError:
            if self.field.kind.target:
                raise
            return self.field.kind.parse(combo.currentText())  # a code, or the label in another language

    def _index_of(self, combo: Combo, text: str) -> int:
        if (found := combo.findText(text)) < 0 and not self.field.kind.target:
            with suppress(ValueError):  # kept by a window in another language
                found = combo.findData(self.field.kind.parse(text))
        return found

    def typed(self) -> str:
        """What stands in the editor, letter by letter."""
        if isinstance(self.input, QPlainTextEdit):
            return self.input.toPlainText()
        if isinstance(self.input, QCheckBox):
            return "1" if self.input.isChecked() else ""
        assert isinstance(self.input, Combo | QLineEdit)
        return self.input.currentText() if isinstance(self.input, Combo) else self.input.text()

    def type_in(self, text: str) -> None:
        """Puts text into the editor as if it had been typed, and counts it as an edit when it differs."""
        if text == self.typed():
            return
        if isinstance(self.input, QPlainTextEdit):
            self.input.setPlainText(text)
        elif isinstance(self.input, QCheckBox):
            self.input.setChecked(bool(text))
        elif isinstance(self.input, Combo):
            self.input.setCurrentIndex(self._index_of(self.input, text))
            if self.input.isEditable():
                self.input.setEditText(text)
        elif isinstance(self.input, QLineEdit):
            self.input.setText(text)
            self._changed()

    def set_value(self, value: Any) -> None:
        """Shows a stored value without counting it as an edit."""
        self._loading = True
        self._note = ("hint", "")
        if isinstance(self.input, QPlainTextEdit):
            self.input.setPlainText(value or "")
        elif isinstance(self.input, QCheckBox):
            self.input.setChecked(bool(value))
        elif isinstance(self.input, Combo):
            self.input.choose(value)
        elif isinstance(self.input, QLineEdit):
            self.input.setText(self.field.kind.shown(value))
            self.input.setCursorPosition(0)
        self._loading = False
        self.set_problem("")

    def lock(self, reason: str) -> None:
        """From now on the field is only read; ``reason`` is told when the cursor is in it."""
        self._locked = reason
        if isinstance(self.input, QLineEdit | QPlainTextEdit):
            self.input.setReadOnly(True)
            self.input.setPlaceholderText("")
        else:
            self.input.setEnabled(False)
        self.input.setProperty("locked", True)
        self.input.style().unpolish(self.input)
        self.input.style().polish(self.input)
        self.input.setToolTip(reason)
        self.input.installEventFilter(self)
        if self._new:
            self._new.hide()
        self.set_problem("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and not self.problem:
            self._say("hint", self._locked if event.type() == QEvent.Type.FocusIn else "")
        return super().eventFilter(watched, event)

    def set_problem(self, message: str) -> None:
        """Shows what is wrong beside the field; an empty message brings the hint back."""
        self._say("problem" if message else "hint", message)
        self._message.setToolTip(message)
        self.input.setAccessibleDescription(message or self._locked)
        if (self.input.property("bad") == "true") != bool(message):
            self.input.setProperty("bad", "true" if message else "false")
            self.input.style().unpolish(self.input)
            self.input.style().polish(self.input)

    def note(self, text: str, warning: bool = True) -> None:
        """A remark under the editor that forbids nothing, until the next edit; an empty one brings the hint back."""
        self._note = ("note-warning" if text and warning else "hint", text)
        if not self.problem:
            self._say(*self._note)

    def _say(self, style: str, text: str) -> None:
        """Words on the line under the editor; without any, the hint. The line keeps its height."""
        if self._message.objectName() != style:
            self._message.setObjectName(style)
            self._message.style().unpolish(self._message)
            self._message.style().polish(self._message)
        hint = _(self.field.hint) if self.field.hint and not self._locked else " "
        self._message.setText(text or hint)

    @property
    def problem(self) -> str:
        return self._message.text() if self._message.objectName() == "problem" else ""


class ListCompleter(QCompleter):
    """Completes the last word of a comma-separated list."""

    def __init__(self, words: list[str], owner: QLineEdit) -> None:
        super().__init__(words, owner)
        self._line = owner
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        style_popup(self)

    def splitPath(self, path: str) -> list[str]:
        return [path.split(",")[-1].strip()]

    def pathFromIndex(self, index: Any) -> str:
        before = self._line.text().split(",")[:-1]
        return ", ".join([*(part.strip() for part in before), super().pathFromIndex(index)])


def option_pairs(field: Field, links: Links) -> list[tuple[Any, str]]:
    """What a choice or reference field offers."""
    kind = field.kind
    if kind.editor is Editor.REFERENCE and kind.target:
        return list(links(kind.target))
    return list(kind.options().items())
