"""“Paket kirim”: one ZIP of papers and scans with a page that opens on a phone without network, and check sums.

Nothing inside is squeezed again (papers and photos already are), so equal files give equal bytes on every machine.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from lapas_desktop.documents.manifest_data import ExportManifest
from lapas_desktop.documents.output import published
from lapas_desktop.domain.errors import Refused
from lapas_desktop.domain.progress import UNSEEN, Progress
from lapas_desktop.domain.text import clean, clean_line
from lapas_desktop.domain.wording import format_date, format_number
from lapas_desktop.i18n import N_, _

MOST_BYTES = 500 * 1024 * 1024
INDEX, SUMS = "index.html", "SHA256SUMS.txt"
_STYLE = """
body{margin:0;background:#f4f6f9;color:#1b2733;font:16px/1.45 system-ui,sans-serif}
header{background:#10294a;color:#fff;padding:18px}h1{font-size:21px;margin:0 0 4px}header p{margin:0}
main{max-width:720px;margin:0 auto;padding:8px 14px 40px}h2{font-size:16px;color:#17508c;margin:22px 0 6px}
.mark{background:#fbe5e3;color:#a1261d;font-weight:bold;padding:10px 18px;margin:0}
ul{list-style:none;margin:0;padding:0}li,dl{background:#fff;border:1px solid #dde3ea;border-radius:8px;margin:0 0 7px}
li{overflow-wrap:anywhere}li.text{padding:10px 12px}a{display:block;padding:12px;color:#17508c;text-decoration:none}
small{display:block;color:#5c6b7a}dl{display:grid;grid-template-columns:38% 62%;padding:8px 12px}
dt{color:#5c6b7a}dd{margin:0;overflow-wrap:anywhere}footer{color:#5c6b7a;font-size:14px;margin-top:24px}
"""


@dataclass(frozen=True)
class Part:
    """One file: the heading it stands under, its title, its path inside, and what gives its content.

    ``read`` may be asked once only and gives None for a file that is not there any more.
    """

    group: str
    title: str
    name: str
    read: Callable[[], bytes | None]


@dataclass(frozen=True)
class _Held:
    """A file as it went in."""

    part: Part
    size: int
    sha256: str


@dataclass(frozen=True)
class Packed:
    """What was made: number of files (page and sums not counted), bytes of the ZIP, titles of files that are gone."""

    files: int
    size: int
    missing: tuple[str, ...]


def write_package(
    manifest: ExportManifest, parts: Iterable[Part], path: Path, total: int, progress: Progress = UNSEEN
) -> Packed:
    """Writes the ZIP, whole or not at all; one file at a time is held in memory. ``total`` parts are awaited.

    `Refused` when it grows beyond `MOST_BYTES`, or the folder or the disk says no.
    """
    held: list[_Held] = []
    missing: list[str] = []
    with published(path) as temporary:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for done, part in enumerate(parts):
                progress(done, total)
                content = part.read()
                if content is None:
                    missing.append(part.title)
                    continue
                refuse_too_large(sum(one.size for one in held) + len(content))
                _add(archive, manifest, part.name, content)
                held.append(_Held(part, len(content), hashlib.sha256(content).hexdigest()))
            page = index_page(manifest, held, missing).encode()
            _add(archive, manifest, INDEX, page)
            lines = [(one.sha256, one.part.name) for one in held] + [(hashlib.sha256(page).hexdigest(), INDEX)]
            _add(archive, manifest, SUMS, "".join(f"{sha256}  {name}\n" for sha256, name in lines).encode())
        size = temporary.stat().st_size
        progress(total, total)
    return Packed(len(held), size, tuple(missing))


def refuse_too_large(size: int) -> None:
    if size > MOST_BYTES:
        text = _(N_("Paket ini lebih dari {size}, paling banyak {most}: lepaskan lampiran yang besar, lalu coba lagi."))
        raise Refused(text.format(size=size_words(size), most=size_words(MOST_BYTES)))


def _add(archive: zipfile.ZipFile, manifest: ExportManifest, name: str, content: bytes) -> None:
    day = manifest.dated
    entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.create_system = 0  # else the file tells Windows from Linux
    archive.writestr(entry, content)


def size_words(size: int) -> str:
    """``812 kB``, ``1,4 MB``."""
    if size < 1024**2:
        return f"{max(1, round(size / 1024))} kB"
    return f"{size / 1024**2:.1f} MB".replace(".", ",")


def index_page(manifest: ExportManifest, held: Iterable[_Held], missing: Iterable[str]) -> str:
    """The page, whole in itself: nothing is fetched, nothing runs."""
    files = list(held)
    title = f"Pengiriman {_safe(manifest.reference)}"
    body = "".join((*_marks(manifest), "<main>", *_facts(manifest), *_files(files, list(missing)),
                    *_checklist(manifest), *_foot(files), "</main>"))  # fmt: skip
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{title}</h1><p>{_safe(manifest.office.name)}</p></header>{body}</body></html>\n"
    )


def _safe(text: str) -> str:
    return escape(clean_line(text))


def _marks(manifest: ExportManifest) -> Iterator[str]:
    for text, wanted in (
        ("BATAL", manifest.is_void),
        ("KONSEP – belum dilepas, bukan dokumen resmi", manifest.is_draft),
        ("CONTOH – data contoh, bukan pengiriman nyata", manifest.is_sample),
    ):
        if wanted:
            yield f'<p class="mark">{text}</p>'


def _facts(manifest: ExportManifest) -> Iterator[str]:
    way, totals = manifest.transport, manifest.totals
    parties = {party.role_en: party.name for party in manifest.parties}
    weight = totals.gross_weight if totals.gross_weight is not None else totals.net_weight
    facts = (
        ("Jenis", manifest.sequence or manifest.kind),
        ("Tanggal", format_date(manifest.dated)),
        ("Barang", ", ".join(line.name for line in manifest.lines)),
        ("Jumlah", ", ".join(f"{format_number(unit.quantity)} {unit.unit}" for unit in totals.quantities)),
        ("Kemasan", "" if totals.packages is None else format_number(totals.packages)),
        ("Berat kotor" if totals.gross_weight is not None else "Berat bersih",
         "" if weight is None else f"{format_number(weight)} kg"),
        ("Eksportir", parties.get("Exporter", "")),
        ("Penerima", parties.get("Consignee", parties.get("Buyer", ""))),
        ("Tujuan", ", ".join(filter(None, (way.port_of_discharge, way.destination)))),
        ("Kontainer", way.container),
    )  # fmt: skip
    yield "<h2>Pengiriman</h2><dl>"
    yield from (f"<dt>{label}</dt><dd>{_safe(value)}</dd>" for label, value in facts if value)
    yield "</dl>"


def _files(files: list[_Held], missing: list[str]) -> Iterator[str]:
    for group in dict.fromkeys(one.part.group for one in files):
        yield f"<h2>{_safe(group)}</h2><ul>"
        for one in (one for one in files if one.part.group == group):
            kind = Path(one.part.name).suffix.lstrip(".").upper()
            yield (
                f'<li><a href="{escape(quote(one.part.name))}">{_safe(one.part.title)}'
                f"<small>{_safe(kind)} · {size_words(one.size)}</small></a></li>"
            )
        yield "</ul>"
    if missing:
        yield "<h2>Berkas yang tidak ada lagi</h2><ul>"
        yield from (f'<li class="text">{_safe(title)}</li>' for title in missing)
        yield "</ul>"


def _checklist(manifest: ExportManifest) -> Iterator[str]:
    if manifest.other_papers:
        yield "<h2>Daftar periksa: dokumen dari pihak lain</h2><ul>"
        for paper in manifest.other_papers:
            told = " · ".join(filter(None, (paper.state, paper.number, paper.issuer, clean(paper.remark))))
            yield f'<li class="text">{_safe(paper.name)}<small>{_safe(told)}</small></li>'
        yield "</ul>"
    if manifest.warnings:
        yield "<h2>Catatan pemeriksaan</h2><ul>"
        yield from (f'<li class="text">{_safe(text)}</li>' for text in manifest.warnings)
        yield "</ul>"


def _foot(files: list[_Held]) -> Iterator[str]:
    total = size_words(sum(one.size for one in files))
    yield (
        f"<footer><p>{len(files)} berkas, {total}. Buka dari folder yang sudah diekstrak. "
        f"Keutuhan setiap berkas dapat diperiksa dengan {SUMS}.</p></footer>"
    )
