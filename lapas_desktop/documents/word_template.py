"""Fills the office's own Word template in a process with limits of time and memory."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any

from lapas_desktop.documents.template_guard import guard
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _, language, use_language

SECONDS = 30.0
MEMORY = 900 * 1024 * 1024  # bytes of address space, libraries included


def fill_template(content: bytes, facts: Mapping[str, Any], stamp: str = "", seconds: float = SECONDS) -> bytes:
    """The Word file made of a template, ``stamp`` above it (see `template_engine.filled`).

    `Refused` with a sentence for whatever is wrong with the template.
    """
    guard(content)
    context = multiprocessing.get_context("spawn")  # a fork would carry the window and its threads along
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(theirs, content, dict(facts), stamp, language()), daemon=True)
    worker.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Refused(_(N_("Templat Word ini tidak selesai diolah: periksa perulangan di dalamnya.")))
        told, result = ours.recv()
    except EOFError as error:  # the process ended without a word
        raise Refused(_(N_("Templat Word ini tidak dapat diolah: buat ulang templat dari dokumen biasa."))) from error
    finally:
        worker.kill()
        worker.join()
        ours.close()
    if not told:
        raise Refused(result)
    return result


def _work(connection: Connection, content: bytes, facts: dict[str, Any], stamp: str, spoken: str) -> None:
    _limit_memory()
    use_language(spoken)
    from lapas_desktop.documents.template_engine import filled

    try:
        connection.send((True, filled(content, facts, stamp)))
    except Refused as error:
        connection.send((False, str(error)))
    except MemoryError:
        connection.send((False, _(N_("Templat Word ini meminta terlalu banyak: periksa perulangan di dalamnya."))))


def _limit_memory() -> None:
    """Where the system can; on Windows the limit of time and the guard must do."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
