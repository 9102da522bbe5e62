"""``selftest``: one line for everything that must work on this PC, for whoever helps on the phone."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from lapas_desktop.cli_office import data_folder, moment
from lapas_desktop.i18n import N_, _

Run = Callable[[argparse.Namespace], Iterator[str]]


def add_command(command: Callable[[str, Run, str], argparse.ArgumentParser]) -> None:
    command("selftest", _self_test, _(N_("uji program di PC ini: satu baris untuk tiap bagian")))


def _self_test(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.app import screen_tests
    from lapas_desktop.services.selftest import self_test

    now, wrong = moment(given), 0
    with TemporaryDirectory(prefix="lapas-uji-", ignore_cleanup_errors=True) as place:
        here = Path(place)
        for result in chain(self_test(data_folder(given), here, now), screen_tests(here, now)):
            wrong += bool(result.wrong)
            yield str(result)
    told = _(N_("{n} bagian gagal.")).format(n=wrong) if wrong else _(N_("Semua bagian baik."))
    given.code = 1 if wrong else 0
    yield told
