"""The command line: the same use cases as the window, without a screen.

Exit code 0 when done, 1 for a problem told in one sentence on stderr, 2 for wrong usage. Heavy libraries and
Qt are loaded only by the commands that need them.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from lapas_desktop import __version__, cli_selftest, cli_shipments
from lapas_desktop.cli_office import complain, data_folder, moment, opened
from lapas_desktop.domain.errors import Invalid, Refused
from lapas_desktop.i18n import N_, _, use_language

LIST_NAMES = ("products", "partners", "agreements", "production", "shipments")

_USAGE_MESSAGES = (
    (r"the following arguments are required: (.*)", N_("argumen belum diisi: {0}")),
    (r"unrecognized arguments: (.*)", N_("argumen tidak dikenal: {0}")),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", N_("{0}: {1} tidak dikenal; pilih dari {2}")),
    (r"argument (.*?): expected one argument", N_("{0}: nilainya belum diisi")),
    (r"argument (.*?): ignored explicit argument (.*)", N_("{0}: tidak memakai nilai {1}")),
    (r"argument (.*?): (?!invalid|expected|ignored)(.*)", "{0}: {1}"),
    (r"ambiguous option: (.*?) could match (.*)", N_("{0} tidak jelas; mungkin {1}")),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _(N_("Pemakaian: ")) if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """argparse in the users' language."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title = _(N_("Argumen"))
        self._optionals.title = _(N_("Pilihan"))
        self.add_argument("-h", "--help", action="help", help=_(N_("tampilkan bantuan ini")))

    def error(self, message: str) -> NoReturn:
        for pattern, text in _USAGE_MESSAGES:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = _(text).format(*found.groups())
        self.print_usage(sys.stderr)
        self.exit(2, _(N_("Pemakaian salah: {message}")).format(message=message) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    use_language(os.environ.get("LAPAS_LANGUAGE", "id"))
    given = _parser().parse_args(arguments)
    try:
        for line in given.run(given):
            print(line, flush=True)
    except Invalid as error:
        complain("; ".join(problem.message for problem in error.problems))
        return 1
    except Refused as error:
        complain(str(error))
        return 1
    except BrokenPipeError:  # the reader has seen enough, e.g. `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return given.code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="lapas-desktop",
        description=_(N_("Perjanjian, pengiriman dan surat-suratnya. Tanpa perintah: membuka jendela program.")),
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help=_(N_("folder data (bawaan: folder pengguna ini)")))
    parser.add_argument(
        "--on", type=_day, metavar=_(N_("TANGGAL")), help=_(N_("hari yang dianggap hari ini, mis. 2026-01-19"))
    )
    version = f"Lapas Desktop {__version__}"
    parser.add_argument("--version", action="version", version=version, help=_(N_("tampilkan versi program")))
    parser.set_defaults(run=_window, code=0)
    commands = parser.add_subparsers(metavar=_(N_("perintah")), title=_(N_("Perintah")), parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], Iterator[str]], about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    demo = command("demo", _demo, _(N_("buat kantor-kantor contoh beserta dokumennya")))
    demo.add_argument("folder", type=Path, metavar="DIR")
    new = command("new", _new, _(N_("buat folder data yang kosong")))
    new.add_argument("folder", type=Path, metavar="DIR")
    practice = command("practice", _practice, _(N_("buat kantor latihan: kantor rekaan yang penuh data")))
    practice.add_argument("folder", type=Path, metavar="DIR")
    listing = command("list", _list, _(N_("tampilkan daftar, satu data per baris")))
    listing.add_argument("what", choices=LIST_NAMES, metavar="|".join(LIST_NAMES))
    listing.add_argument("--json", action="store_true", help=_(N_("lengkap, sebagai JSON")))
    summary = command("summary", _summary, _(N_("tulis ringkasan perjanjian (PDF)")))
    manifest = command("manifest", _manifest, _(N_("tulis manifes pengiriman (XLSX)")))
    agreement = command("agreement", _agreement, _(N_("tulis naskah perjanjian (PDF atau DOCX)")))
    agreement.add_argument("--template", type=Path, metavar="FILE", help=_(N_("templat Word (.docx) buatan sendiri")))
    addendum = command("addendum", _addendum, _(N_("tulis adendum perjanjian (PDF atau DOCX)")))
    letter = command("letter", _letter, _(N_("tulis surat pengakhiran perjanjian (PDF atau DOCX)")))
    for paper in (summary, manifest, agreement, addendum, letter):
        paper.add_argument("number", metavar="NOMOR", help=_(N_("nomor, atau acuan konsep seperti DRAF-3")))
    manual = command("manual", _manual, _(N_("tulis buku panduan (PDF)")))
    register = command("register", _register, _(N_("tulis buku register PKS satu tahun (PDF atau XLSX)")))
    register.add_argument("year", type=_year, metavar=_(N_("TAHUN")))
    expiring = command("expiring", _expiring, _(N_("tampilkan perjanjian yang akan berakhir")))
    expiring.add_argument("--on", type=_day, metavar=_(N_("TANGGAL")), default=argparse.SUPPRESS,
                          help=_(N_("hari yang dianggap hari ini, mis. 2026-01-19")))  # fmt: skip
    expiring.add_argument("--json", action="store_true", help=_(N_("lengkap, sebagai JSON")))
    start_page = command("today", _today, _(N_("tulis ringkasan kantor: angka, grafik, yang perlu perhatian (PDF)")))
    for paper in (summary, manifest, agreement, addendum, letter, manual, register, start_page):
        paper.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    cli_shipments.add_commands(command)
    cli_selftest.add_command(command)
    command("check", _check, _(N_("periksa keutuhan data")))
    backup = command("backup", _backup, _(N_("buat cadangan yang sudah diuji")))
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = command("restore", _restore, _(N_("pulihkan data dari cadangan")))
    restore.add_argument("file", type=Path, metavar="FILE")
    return parser


def _day(typed: str) -> date:
    from lapas_desktop.domain.reading import read_date

    try:
        day = read_date(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if day is None:
        raise argparse.ArgumentTypeError(_(N_("tanggal belum diisi")))
    return day


def _year(typed: str) -> int:
    if not re.fullmatch(r"(19|20|21)\d\d", typed):
        raise argparse.ArgumentTypeError(_(N_("tahun terdiri dari empat angka, mis. 2026")))
    return int(typed)


def _window(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.app import run

    given.code = run(data_folder(given))
    yield from ()


def _demo(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.sample import make_samples

    for path in make_samples(given.folder):
        yield str(path)


def _new(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.maintenance import new_office

    office = new_office(given.folder)
    office.close()
    yield str(office.path)


def _practice(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.practice import make_practice_office

    make_practice_office(given.folder, moment(given).date())
    yield _(N_("Kantor latihan siap di {folder}. Buka dengan: lapas-desktop --data {folder}")).format(
        folder=given.folder
    )


def _list(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.export import LISTS, exported, listed

    with opened(given) as (office, now):
        if given.json:
            yield json.dumps(exported(office, LISTS[given.what], now.date()), ensure_ascii=False, indent=2)
        else:
            for texts in listed(office, LISTS[given.what], now.date()):
                yield "\t".join(" ".join(text.split()) for text in texts)


def _summary(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.domain.agreement import Agreement
    from lapas_desktop.services.papers import write_summary

    return _paper(given, Agreement, write_summary)


def _agreement(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.domain.agreement import Agreement
    from lapas_desktop.services.deed import deed_findings, write_deed, write_deed_from_template

    def write(office: Any, agreement_id: int, path: Path, on: date) -> None:
        if given.template:
            write_deed_from_template(office, agreement_id, path, on, given.template)
        else:
            write_deed(office, agreement_id, path, on)
        for finding in deed_findings(office, agreement_id, on):
            complain(f"{finding.severity}: {finding.message}")

    return _paper(given, Agreement, write)


def _addendum(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.domain.addendum import Addendum
    from lapas_desktop.services.addendum_paper import write_addendum

    return _paper(given, Addendum, write_addendum)


def _letter(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.domain.agreement import Agreement
    from lapas_desktop.services.termination_letter import write_termination_letter

    return _paper(given, Agreement, write_termination_letter)


def _manifest(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.domain.shipment import Shipment
    from lapas_desktop.services.papers import write_manifest

    return _paper(given, Shipment, write_manifest)


def _paper(given: argparse.Namespace, entity: Any, write: Callable[..., None]) -> Iterator[str]:
    """Writes one paper of the record that bears the number."""
    from lapas_desktop.services.papers import record_id

    with opened(given) as (office, now):
        write(office, record_id(office, entity, given.number), given.output, now.date())
    yield str(given.output)


def _manual(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.help import write_manual

    write_manual(given.output, moment(given).date())
    yield str(given.output)


def _today(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.papers import write_overview

    with opened(given) as (office, now):
        write_overview(office, given.output, now)
    yield str(given.output)


def _register(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.register import write_register

    if given.output.suffix.lower() not in (".pdf", ".xlsx"):
        raise Refused(_(N_("Nama berkas harus berakhiran .pdf atau .xlsx.")))
    with opened(given) as (office, now):
        write_register(office, given.year, given.output, now.date())
    yield str(given.output)


def _expiring(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.reminders import expiring

    with opened(given) as (office, now):
        found = expiring(office, now.date())
    if given.json:
        yield json.dumps([reminder.plain() for reminder in found], ensure_ascii=False, indent=2)
        return
    for reminder in found:
        texts = (reminder.reference, reminder.ends_on.isoformat(), str(reminder.days_left), reminder.step_word,
                 reminder.partners, reminder.title)  # fmt: skip
        yield "\t".join(" ".join(text.split()) for text in texts)


def _check(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.maintenance import check_data

    found = check_data(data_folder(given))
    if found:
        raise Refused(found[0])
    yield _(N_("Data utuh."))


def _backup(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.maintenance import back_up_to, files_left_out

    with opened(given) as (office, _now):
        yield str(back_up_to(office, given.file))
        yield from files_left_out(office.folder)


def _restore(given: argparse.Namespace) -> Iterator[str]:
    from lapas_desktop.services.maintenance import files_left_out, restore_from

    kept = restore_from(given.file, data_folder(given), moment(given))
    yield _(N_("Data dipulihkan ke {folder}.")).format(folder=data_folder(given))
    if kept:
        yield _(N_("Data yang lama disimpan di {path}.")).format(path=kept)
    yield from files_left_out(data_folder(given))
