"""PDFs that are there already: their pages as pictures, their sizes and words, and several as one.

PDFium serves one thread at a time, also when it frees what it gave, so all of it is called here, under one lock.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, NamedTuple, Self

_ONE_AT_A_TIME = threading.RLock()


class Picture(NamedTuple):
    """A page as dots: red, green, blue and a spare byte each; ``stride`` bytes a row."""

    data: bytes
    width: int
    height: int
    stride: int


class Pdf:
    """One PDF, open until it is closed; pages count from 0."""

    def __init__(self, source: Path | str | bytes | None = None) -> None:
        """A file, its content, or nothing yet; ``pypdfium2.PdfiumError`` when it is no PDF with pages."""
        import pypdfium2

        with _ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument.new() if source is None else pypdfium2.PdfDocument(source)

    def __len__(self) -> int:
        with _ONE_AT_A_TIME:
            return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with _ONE_AT_A_TIME:
            page = self._document[number]
            size = page.get_size()
            page.close()
        return size

    def picture(self, number: int, scale: float) -> Picture:
        """A page drawn with ``scale`` dots a point."""
        exact: Any = scale  # a float, although annotated as int
        with _ONE_AT_A_TIME:
            page = self._document[number]
            bitmap = page.render(scale=exact, rev_byteorder=True, force_bitmap_format=4)
            picture = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
            bitmap.close()
            page.close()
        return picture

    def words(self, number: int) -> str:
        """What stands on a page."""
        with _ONE_AT_A_TIME:
            page = self._document[number]
            text = page.get_textpage()
            words = text.get_text_bounded()
            text.close()
            page.close()
        return words

    def metadata(self) -> dict[str, str]:
        """Title, author and the like."""
        with _ONE_AT_A_TIME:
            return self._document.get_metadata_dict()

    def add(self, paper: bytes) -> None:
        """Puts all pages of another PDF at the end."""
        with _ONE_AT_A_TIME:
            part = Pdf(paper)
            self._document.import_pages(part._document)
            part.close()

    def save(self, path: Path) -> None:
        with _ONE_AT_A_TIME:
            self._document.save(str(path))

    def close(self) -> None:
        with _ONE_AT_A_TIME:
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()
