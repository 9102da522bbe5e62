"""The logos of a kop beside its lines on a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils.units import pixels_to_EMU, points_to_pixels
from openpyxl.worksheet.worksheet import Worksheet

from lapas_desktop.documents.sheet import Letterhead
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _

LARGEST = 72  # points


def place_logos(sheet: Worksheet, kop: Letterhead, row: int, height: float, widths: Sequence[float]) -> None:
    """Puts the logos at both edges from a row on; ``height`` is that of the kop in points, ``widths`` in digits.

    Raises `Refused` for a picture that cannot be read.
    """
    room = points_to_pixels(min(height - 4, LARGEST))
    columns = [round(width * 7 + 5) for width in widths]
    for content, at_right in ((kop.logo, False), (kop.logo_right, True)):
        if not content or room <= 0:
            continue
        try:
            picture = Image(BytesIO(content))
        except (OSError, ValueError) as error:
            told = _(N_("Gambar logo tidak dapat dibaca: pilih berkas PNG atau JPEG lain di profil kantor."))
            raise Refused(told) from error
        scale = room / max(picture.width, picture.height)
        wide, high = round(picture.width * scale), round(picture.height * scale)
        column, offset = _at(columns, sum(columns) - wide - 2 if at_right else 2)
        start = AnchorMarker(col=column, colOff=pixels_to_EMU(offset), row=row - 1, rowOff=pixels_to_EMU(2))
        picture.anchor = OneCellAnchor(start, XDRPositiveSize2D(pixels_to_EMU(wide), pixels_to_EMU(high)))
        sheet.add_image(picture)


def _at(columns: Sequence[int], x: int) -> tuple[int, int]:
    """The column, from 0, that a distance from the left edge falls into, and how far into it; all in pixels."""
    for number, width in enumerate(columns):
        if x < width:
            return number, max(0, x)
        x -= width
    return len(columns) - 1, 0
