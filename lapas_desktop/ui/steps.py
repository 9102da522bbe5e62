"""Undo and redo over whole states: simple, and right for tables of a few hundred rows."""

from __future__ import annotations

from typing import Generic, TypeVar

State = TypeVar("State")
REMEMBERED = 200


class Steps(Generic[State]):
    """The states before each step and, after an undo, those ahead."""

    def __init__(self) -> None:
        self._past: list[State] = []
        self._ahead: list[State] = []

    def note(self, before: State) -> None:
        """A step was made from the state ``before``; what was undone cannot be redone any more."""
        self._past = [*self._past[1 - REMEMBERED :], before]
        self._ahead.clear()

    def back(self, now: State) -> State | None:
        """The state before the last step; None when there is none."""
        if not self._past:
            return None
        self._ahead.append(now)
        return self._past.pop()

    def forward(self, now: State) -> State | None:
        """The state after the step undone last."""
        if not self._ahead:
            return None
        self._past.append(now)
        return self._ahead.pop()

    def forget(self) -> None:
        self._past.clear()
        self._ahead.clear()
