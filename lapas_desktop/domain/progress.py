"""How far a long piece of work is, and whether it shall go on. The work tells it, the window looks at it."""

from __future__ import annotations


class Cancelled(Exception):
    """The person who waits for the work does not want it any more. It leaves nothing half made."""


class Progress:
    """Called as ``progress(done, total)`` from the thread that works; ``total`` 0 while nobody knows.

    Raises `Cancelled` as soon as somebody asked to stop. ``words`` say what is being done.
    """

    def __init__(self, words: str = "") -> None:
        self.words = words
        self.done, self.total = 0, 0
        self.cancelled = False

    def __call__(self, done: int = 0, total: int = 0) -> None:
        if self.cancelled:
            raise Cancelled
        self.done, self.total = done, total

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self.cancelled = True


UNSEEN = Progress()  # for work that nobody watches
