"""Work behind the window: a thread computes plain data, the result comes back on the GUI thread.

The result is dropped when the one who asked is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from lapas_desktop.domain.errors import Invalid, Refused


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], signals: _Signals) -> None:
        super().__init__()
        self._work, self._signals = work, signals

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # carried to the GUI thread, raised or shown there
            self._signals.failed.emit(error)
        else:
            self._signals.done.emit(result)


class Jobs(QObject):
    """One pool of threads for the whole window."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[_Signals] = set()

    def run(
        self, owner: QObject, work: Callable[[], Any], done: Callable[[Any], object],
        refused: Callable[[str], object],
    ) -> None:  # fmt: skip
        """Runs ``work``; then ``done(result)``, or ``refused(sentence)`` for an expected failure."""
        signals = _Signals()
        self._running.add(signals)

        def finish(result: Any) -> None:
            self._running.discard(signals)
            if shiboken6.isValid(owner):
                done(result)

        def fail(error: BaseException) -> None:
            self._running.discard(signals)
            if isinstance(error, Refused | Invalid):
                if shiboken6.isValid(owner):
                    refused(str(error))
                return
            raise error

        signals.done.connect(finish)
        signals.failed.connect(fail)
        self._pool.start(_Work(work, signals))

    def wait(self) -> None:
        """Until nothing runs any more."""
        self._pool.waitForDone()
