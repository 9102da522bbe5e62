"""Work behind the window: a thread computes plain data, the result comes back on the GUI thread.

The result is dropped when the one who asked is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from lapas_desktop.domain.errors import Invalid, Refused


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
        if not isinstance(error, Refused | Invalid):
            raise error
        if shiboken6.isValid(self._owner):
            self._on_refused(str(error))


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], delivery: _Delivery) -> None:
        super().__init__()
        self._work, self._delivery = work, delivery

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # carried to the GUI thread, raised or shown there
            self._delivery.failed.emit(error)
        else:
            self._delivery.done.emit(result)


class Jobs(QObject):
    """One pool of threads for the whole window."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[_Delivery] = set()

    def run(
        self, owner: QObject, work: Callable[[], Any], done: Callable[[Any], object],
        refused: Callable[[str], object],
    ) -> None:  # fmt: skip
        """Runs ``work``; then ``done(result)``, or ``refused(sentence)`` for an expected failure."""
        delivery = _Delivery(owner, done, refused, self._running.discard)
        self._running.add(delivery)
        self._pool.start(_Work(work, delivery))

    def wait(self) -> None:
        """Until nothing runs any more."""
        self._pool.waitForDone()
