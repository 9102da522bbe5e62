"""What can be done, as data, and the button that shows it. What cannot be done now says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut

from lapas_desktop.domain.errors import Problem
from lapas_desktop.i18n import N_, _
from lapas_desktop.ui.icons import beside_text, icon
from lapas_desktop.ui.parts import PushButton, plain_tooltip
from lapas_desktop.ui.why_not import show_reason

Ids = Sequence[int]


def possible(_ids: Ids) -> Problem | None:
    """For an action that nothing stands against."""
    return None


def always(_ids: Ids) -> bool:
    """For an action that makes sense with every record."""
    return True


@dataclass(frozen=True)
class Action:
    """A named thing to do with records, by their ids. ``why_not`` is what stands against it now.

    ``instead`` is offered beside the reason; ``name`` is the button's look, ``"main"`` or nothing,
    ``picture`` the icon before its words. One that does not ``fits`` is not shown at all.
    """

    text: str
    do: Callable[[list[int]], object]
    shortcut: str = ""
    why_not: Callable[[Ids], Problem | None] = possible
    instead: Action | None = None
    name: str = ""
    picture: str = ""
    fits: Callable[[Ids], bool] = always


@dataclass(frozen=True)
class Actions:
    """What a list offers for one selected record and for several."""

    one: Sequence[Action]
    many: Sequence[Action]


class ActionButton(PushButton):
    """An action in its place. One that is impossible keeps its place and its focus; pressed, it says why.

    ``ids`` tells what the action is for when it is pressed; ``show_field`` goes to the field that a reason names.
    """

    def __init__(
        self, action: Action, ids: Callable[[], list[int]], show_field: Callable[[Problem], object] | None = None
    ) -> None:
        super().__init__(action.text.replace("&", "&&"))
        self.action, self._ids, self._show_field = action, ids, show_field
        self._possible = True
        self.setObjectName(action.name)
        if action.picture:
            self.setIcon(icon(action.picture, "on_accent" if action.name == "main" else "text"))
            self.setIconSize(beside_text())
        self.setAccessibleName(action.text)
        self.setAutoDefault(False)
        self.clicked.connect(lambda _checked=False: self.act())
        self.setProperty("keys", action.shortcut)
        if action.shortcut:
            QShortcut(QKeySequence(action.shortcut), self).activated.connect(self.act)
        self._look(None)

    def look(self) -> None:
        """Shows whether the action is possible now."""
        self._look(self.action.why_not(self._ids()))

    def _look(self, reason: Problem | None) -> None:
        key = f"{self.action.text} ({self.action.shortcut})" if self.action.shortcut else ""
        told = _(N_("Tidak bisa sekarang: {reason}")).format(reason=reason.message) if reason else ""
        self.setAccessibleDescription(told)
        self.setToolTip(plain_tooltip("\n".join(line for line in (key, told) if line)))
        if self._possible != (reason is None):
            self._possible = reason is None
            self.setProperty("possible", self._possible)
            self.style().unpolish(self)
            self.style().polish(self)

    def act(self) -> None:
        """Does it, or says why not."""
        ids = self._ids()
        reason = self.action.why_not(ids)
        self._look(reason)
        if reason is None:
            self.action.do(ids)
            return
        ways: list[tuple[str, Callable[[], object]]] = []
        go, instead = self._show_field, self.action.instead
        if reason.field and go:
            ways.append((_(N_("Tunjukkan")), lambda: go(reason)))
        if instead and instead.why_not(ids) is None:
            ways.append((instead.text, lambda: instead.do(ids)))
        show_reason(self, reason.message, ways)
