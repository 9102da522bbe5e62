"""What a Word template may not be, found before any library reads it: a bomb, a program, a link to elsewhere."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _

MAX_BYTES = 10 * 1024 * 1024
MAX_PARTS = 500
MAX_UNPACKED = 60 * 1024 * 1024
MAX_TEXT = 8 * 1024 * 1024  # unpacked bytes of one part of text
_MAX_RATIO = 300  # Word's own text packs about 1 : 20
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # .doc, and any Word file with a password
_EXTERNAL = re.compile(rb"<[^>]*Target(?:Mode)\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_PROGRAMS = ("vbaproject", "activex", "/embeddings/", "oleobject", "afchunk")


def guard(content: bytes) -> None:
    """`Refused` with a sentence when the content is not a Word file that is safe to open."""
    if len(content) > MAX_BYTES:
        raise Refused(_(N_("Templat Word terlalu besar: paling besar {size} MB.")).format(size=MAX_BYTES >> 20))
    if content.startswith(_OLD_WORD):
        raise Refused(
            _(N_("Templat ini berformat Word lama atau berkata sandi: simpan sebagai .docx tanpa kata sandi."))
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _guard_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, OSError) as error:
        raise Refused(_(N_("Templat ini bukan berkas Word (.docx) yang utuh: simpan ulang dari Word."))) from error


def _guard_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise zipfile.BadZipFile
    packed = sum(part.compress_size for part in parts) or 1
    unpacked = sum(part.file_size for part in parts)
    doubled = len(set(names)) != len(names)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > _MAX_RATIO * packed or doubled:
        raise Refused(_(N_("Isi templat Word ini tidak wajar besarnya: buat ulang templat dari dokumen biasa.")))
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused(_(N_("Templat Word ini berkata sandi: simpan tanpa kata sandi.")))
    if any(word in name.casefold() for name in names for word in _PROGRAMS):
        raise Refused(_(N_("Templat Word ini memuat makro atau benda tertanam: simpan sebagai .docx biasa tanpa itu.")))
    for part in parts:
        if part.filename.casefold().endswith((".xml", ".rels")):
            _guard_text(_read(archive, part), part.filename)


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The part, whatever size it claims to have."""
    with archive.open(part) as stream:
        content = stream.read(MAX_TEXT + 1)
    if len(content) > MAX_TEXT:
        raise Refused(_(N_("Isi templat Word ini tidak wajar besarnya: buat ulang templat dari dokumen biasa.")))
    return content


def _guard_text(content: bytes, name: str) -> None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(_(N_("Templat Word ini memuat perintah yang tidak dikenal: simpan ulang dari Word.")))
    if b"macroEnabled" in content and name == "[Content_Types].xml":
        raise Refused(_(N_("Templat Word ini memuat makro atau benda tertanam: simpan sebagai .docx biasa tanpa itu.")))
    links = _EXTERNAL.findall(content) if name.endswith(".rels") else []
    if any(b"/hyperlink" not in link for link in links):
        raise Refused(
            _(N_("Templat Word ini mengambil isi dari luar (gambar atau templat yang ditautkan): sisipkan isinya."))
        )
