"""A file attached to a record: what it is, and the kinds of content that may be kept."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import DateTime, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from lapas_desktop.domain import kinds
from lapas_desktop.domain.entity import Row, field
from lapas_desktop.i18n import N_

MAX_BYTES = 20 * 1024 * 1024
PDF = "application/pdf"
ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIXES = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp",
    PDF: ".pdf", ZIP: ".zip", DOCX: ".docx", XLSX: ".xlsx",
}  # fmt: skip
IMAGES = ("image/jpeg", "image/png", "image/webp")

PURPOSES: dict[str, str] = {
    "photo": N_("Foto"), "scan": N_("Pindaian"), "template": N_("Templat naskah (Word)"), "other": N_("Berkas lain"),
}  # fmt: skip
ACCEPTED: dict[str, tuple[str, ...]] = {
    "photo": IMAGES, "scan": (*IMAGES, PDF), "template": (DOCX,), "other": tuple(SUFFIXES),
}  # fmt: skip

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Attachment(Row):
    """One file of one record, named by the record's class and id. It stays while the record is in the bin.

    The row tells the file, the file lies in the data folder under `stored_name`; equal files lie there once.
    """

    __table_args__ = (Index(None, "owner_kind", "owner_id"),)

    owner_kind: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[int] = mapped_column(Integer)
    purpose: Mapped[str] = field(N_("Untuk"), kinds.choice("purpose", PURPOSES), required=True, default="other")
    title: Mapped[str] = field(N_("Nama berkas"), required=True)
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int] = mapped_column(Integer)  # bytes
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    position: Mapped[int] = mapped_column(Integer, default=0)
    added_at: Mapped[datetime] = mapped_column(DateTime)
    removed_at: Mapped[datetime | None] = mapped_column(DateTime)


def stored_name(sha256: str, media_type: str) -> str:
    """The path below the folder of files, e.g. ``3f/3f0c….jpg``; ValueError for what we never stored."""
    if not _DIGEST.fullmatch(sha256) or media_type not in SUFFIXES:
        raise ValueError(f"{sha256} {media_type}")
    return f"{sha256[:2]}/{sha256}{SUFFIXES[media_type]}"


def media_type_of(content: bytes) -> str | None:
    """What the content is by its own first and last bytes, whatever its name says; None when we do not keep it."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content.lstrip()[:5] == b"%PDF-":
        return PDF
    end = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_600))
    if content.startswith(b"PK\x03\x04") and end > 0:
        names = content[int.from_bytes(content[end + 16 : end + 20], "little") : end]
        return DOCX if b"word/document.xml" in names else XLSX if b"xl/workbook.xml" in names else ZIP
    return None
