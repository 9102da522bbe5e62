"""A release killed at any moment has happened as a whole or not at all, and burns no number; two at once share none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.shipment import Shipment
from lapas_desktop.services.freezing import from_json
from lapas_desktop.services.records import Saved, load, save_record
from lapas_desktop.services.shipments import release_shipment, revise_shipment
from lapas_desktop.storage import queries
from lapas_desktop.storage.office import Office, open_office

RUNS = 30
# Loads everything once, then a fork for each line that it reads: it opens the office, says so, releases, says so.
_RELEASER = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from lapas_desktop.services.shipments import release_shipment
from lapas_desktop.storage.office import create_office, open_office

now = datetime(2026, 1, 19, 9)
create_office(Path(sys.argv[2])).close()
for line in sys.stdin:
    child = os.fork()
    if child:
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)
        continue
    office = open_office(Path(sys.argv[1]), now)
    print("ready", flush=True)
    release_shipment(office, int(line), now)
    print("done", flush=True)
    signal.pause()
"""


def drafts(office: Office, product: Saved, now: datetime, count: int) -> list[int]:
    line = {"product_id": product.id, "quantity": Decimal(5)}
    return [save_record(office, Shipment, {"lines": [line]}, now).id for _draft in range(count)]


def assert_whole(office: Office, ids: list[int]) -> list[str]:
    """Each shipment is a draft without anything, or has number, freeze and hash that agree; the numbers."""
    numbers = []
    with office.session() as session:
        for shipment_id in ids:
            shipment = queries.existing(session, Shipment, shipment_id)
            if shipment.number is None:
                assert (shipment.status, shipment.released_on, shipment.frozen) == ("draft", None, [])
                continue
            assert shipment.status == "released" and shipment.released_on is not None
            (frozen,) = shipment.frozen
            assert frozen.is_whole and frozen.number == shipment.number
            assert from_json(frozen.content).reference == shipment.number
            numbers.append(shipment.number)
    return numbers


@contextmanager
def releaser(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _RELEASER, str(folder), str(folder.parent / "pemanasan")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                               cwd=Path(__file__).parents[2])  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()


def killed(process: subprocess.Popen[str], shipment_id: int, delay: float | None) -> float:
    """One release, killed ``delay`` seconds after it began (None: after it said done); how long it had run."""
    assert process.stdin and process.stdout
    process.stdin.write(f"{shipment_id}\n")
    process.stdin.flush()
    child, ready = (process.stdout.readline() for _line in range(2))
    assert ready == "ready\n"
    begun = time.perf_counter()
    if delay is None:
        assert process.stdout.readline() == "done\n"
    else:
        while time.perf_counter() - begun < delay:
            pass  # sleeping is too coarse
    os.kill(int(child), signal.SIGKILL)
    lasted = time.perf_counter() - begun
    while process.stdout.readline() != "gone\n":
        pass
    return lasted


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_release_killed_at_any_moment_happened_or_not(office: Office, product: Saved, now: datetime) -> None:
    ids = drafts(office, product, now, RUNS)
    office.close()
    with releaser(office.folder) as process:
        whole = killed(process, ids[0], None)
        for run, shipment_id in enumerate(ids[1:]):
            killed(process, shipment_id, 1.2 * whole * run / RUNS)
    after = open_office(office.folder, now)
    try:
        numbers = assert_whole(after, ids)
        assert 0 < len(numbers) < RUNS  # some came through, some did not
        for shipment_id in ids:
            if load(after, Shipment, shipment_id)["number"] is None:
                release_shipment(after, shipment_id, now)
        assert sorted(assert_whole(after, ids)) == [f"KRM-2026-{n:03}" for n in range(1, RUNS + 1)]
    finally:
        after.close()


def test_two_desks_that_release_at_once_freeze_each_shipment_once(
    office: Office, product: Saved, now: datetime
) -> None:
    ids = drafts(office, product, now, 8)
    other = open_office(office.folder, now)

    def tried(desk: Office, shipment_id: int) -> str:
        try:
            return release_shipment(desk, shipment_id, now).reference
        except Refused as refused:
            return str(refused)

    with ThreadPoolExecutor(2) as desks:  # both want the same ones
        asked = [
            (shipment_id, desks.submit(tried, desk, shipment_id)) for shipment_id in ids for desk in (office, other)
        ]
        told = [(shipment_id, job.result()) for shipment_id, job in asked]
    other.close()
    assert sorted(assert_whole(office, ids)) == [f"KRM-2026-{n:03}" for n in range(1, 9)]
    for shipment_id in ids:
        number = load(office, Shipment, shipment_id)["number"]
        answers = sorted(answer for asked_id, answer in told if asked_id == shipment_id)
        assert answers == [number, f"Pengiriman ini sudah bernomor {number}."]


def test_a_revision_is_frozen_beside_the_first_and_keeps_its_number(
    office: Office, product: Saved, now: datetime
) -> None:
    (shipment_id,) = drafts(office, product, now, 1)
    release_shipment(office, shipment_id, now)
    revise_shipment(office, shipment_id, "salah alamat", now)
    release_shipment(office, shipment_id, now)
    with office.session() as session:
        frozen = queries.existing(session, Shipment, shipment_id).frozen
        assert [(row.revision, row.number, row.is_whole) for row in frozen] == [
            (0, "KRM-2026-001", True), (1, "KRM-2026-001/R1", True),
        ]  # fmt: skip
