"""The addenda of a signed agreement under its form: what each changes, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lapas_desktop.domain.kinds import DATE
from lapas_desktop.i18n import N_, _
from lapas_desktop.services.addenda import AddendumRow
from lapas_desktop.ui.actions import Action, ActionButton
from lapas_desktop.ui.parts import ShortLabel, badge, button, card, emptied, label, row

_LONGEST = 160


class AddendaCard(QWidget):
    """``read`` gives the addenda; they and what stands against the ``offered`` actions are asked anew by `reload`."""

    def __init__(
        self, read: Callable[[], Sequence[AddendumRow]], offered: Sequence[Action], show: Callable[[int], object]
    ) -> None:
        super().__init__()
        self._read, self._show = read, show
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, inner = card()
        outer.addWidget(frame)
        self._offered = [ActionButton(action, list) for action in offered]
        inner.addLayout(row(label(_(N_("Adendum")), "section"), 1, *self._offered))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        inner.addLayout(self._rows)
        self.reload()

    def reload(self) -> None:
        """Reads the addenda anew."""
        layout, found = emptied(self._rows), self._read()
        for addendum in found:
            layout.addWidget(self._line(addendum))
        if not found:
            layout.addWidget(label(_(N_("Belum ada adendum.")), "muted"))
        for shown in self._offered:
            shown.look()

    def _line(self, addendum: AddendumRow) -> QFrame:
        line = QFrame()
        line.setObjectName("todo")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 6)
        layout.setSpacing(10)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addLayout(row(ShortLabel(addendum.caption), badge(addendum.stage_word, addendum.stage), 1))
        told.addWidget(label(_dated(addendum), "muted", wrap=True))
        for what, before, after in addendum.changes:
            told.addWidget(label(f"{what}: {_short(before) or '—'} → {_short(after)}", wrap=True))
        layout.addLayout(told, 1)
        opening = button(_(N_("Buka")), partial(self._show, addendum.id))
        opening.setAccessibleName(_(N_("Buka {name}")).format(name=addendum.caption))
        layout.addWidget(opening)
        return line


def _dated(addendum: AddendumRow) -> str:
    signed = _(N_("ditandatangani {day}")).format(day=DATE.shown(addendum.signed_on)) if addendum.signed_on else ""
    begun = _(N_("berlaku sejak {day}")).format(day=DATE.shown(addendum.starts_on)) if addendum.starts_on else ""
    return " · ".join(part for part in (addendum.number or _(N_("belum bernomor")), signed, begun) if part)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
