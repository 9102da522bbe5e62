"""Work behind the window: a thread computes plain data, the result comes back on the GUI thread.

The result is dropped when the one who asked is gone. Work that may take long is told with its `Progress`:
it is watched, can be cancelled, and never stands in the way of the short questions.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.domain.progress import Cancelled, Progress


class _Delivery(QObject):
    """Lives on the GUI thread; what a worker emits arrives here, queued."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, owner: QObject, on_done: Callable[[Any], object], on_refused: Callable[[str], object],
        forget: Callable[[_Delivery], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self._owner, self._on_done, self._on_refused, self._forget = owner, on_done, on_refused, forget
        self.done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def _finish(self, result: Any) -> None:
        self._forget(self)
        if shiboken6.isValid(self._owner):
            self._on_done(result)

    def _fail(self, error: BaseException) -> None:
        self._forget(self)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, Refused | Invalid):
            raise error
        if shiboken6.isValid(self._owner):
            self._on_refused(str(error))


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], delivery: _Delivery, progress: Progress | None) -> None:
        super().__init__()
        self._work, self._delivery, self._progress = work, delivery, progress

    def run(self) -> None:
        work, delivery = self._work, self._delivery
        del self._work, self._delivery  # Qt may keep this object, and with it the page that asked
        try:
            if self._progress:
                self._progress()  # it may have been cancelled while it waited for its turn
            result = work()
        except BaseException as error:  # carried to the GUI thread, raised or shown there
            delivery.failed.emit(error)
        else:
            delivery.done.emit(result)


_HAND_OVER_S = 0.001  # how long a worker keeps the interpreter while the window waits for it
_NEVER = 1_000_000_000


class Jobs(QObject):
    """The threads of the whole window: two for short questions, one for long work, one after the other."""

    begun = Signal(object)  # the Progress of long work that was asked for
    ended = Signal(object)  # the same, when it is done, refused or cancelled

    def __init__(self) -> None:
        super().__init__()
        self._short, self._long = QThreadPool(self), QThreadPool(self)
        self._short.setMaxThreadCount(2)
        self._long.setMaxThreadCount(1)
        self._running: set[_Delivery] = set()
        self.watched: list[Progress] = []
        self._collecting = gc.get_threshold()
        sys.setswitchinterval(_HAND_OVER_S)

    def run(
        self, owner: QObject, work: Callable[[], Any], done: Callable[[Any], object],
        refused: Callable[[str], object], progress: Progress | None = None,
    ) -> None:  # fmt: skip
        """Runs ``work``; then ``done(result)``, or ``refused(sentence)`` for an expected failure.

        ``progress`` is the one that long work tells; when it is cancelled neither is called.
        """
        delivery = _Delivery(owner, done, refused, partial(self._forget, progress))
        self._running.add(delivery)
        if progress:
            self.watched.append(progress)
            gc.set_threshold(*self._collecting[:2], _NEVER)  # one walk over all objects stops the window for seconds
            self.begun.emit(progress)
        (self._long if progress else self._short).start(_Work(work, delivery, progress))

    def _forget(self, progress: Progress | None, delivery: _Delivery) -> None:
        self._running.discard(delivery)
        if progress:
            self.watched.remove(progress)
            if not self.watched:
                gc.set_threshold(*self._collecting)
            self.ended.emit(progress)

    def cancel(self) -> None:
        """Asks all long work to stop; it does so at its next step."""
        for progress in self.watched:
            progress.cancel()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come in."""
        return bool(self._running)

    def wait(self) -> None:
        """Until nothing runs any more."""
        self._long.waitForDone()
        self._short.waitForDone()
