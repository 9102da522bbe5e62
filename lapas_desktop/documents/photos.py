"""Photos made small: upright, without what the camera wrote beside the picture, as JPEG. The only user of Pillow."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1600  # pixels
MOST_BYTES = 200_000
MOST_PIXELS = 50_000_000
PAGE_SIDE = 2000  # pixels: the text of an A4 page stays readable
PAGE_BYTES = 240_000  # 300 kB once a PDF has written it as text
LOGO_SIDE = 500  # pixels: 2.2 cm on paper at twice the fineness of a printer's text

_ORIENTATION = 0x0112
_QUALITIES = (85, 75, 65, 55, 45)
# What Pillow raises for pictures that are not whole.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)


def shrunk(content: bytes, longest_side: int = LONGEST_SIDE, most_bytes: int = MOST_BYTES) -> bytes:
    """A JPEG of at most so many bytes and pixels a side; `Refused` for pictures too large or not whole.

    Pixels are counted from the header before any is decoded. Transparent parts become white; place, camera and
    every other note are left behind.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours: a sentence, not a warning
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
            if image.width * image.height > MOST_PIXELS:
                message = _(N_("Foto terlalu besar: paling banyak {limit} megapiksel."))
                raise Refused(message.format(limit=MOST_PIXELS // 1_000_000))
            return _encoded(_flat(image, longest_side), most_bytes)
    except _BROKEN as error:
        raise Refused(_(N_("Foto rusak atau tidak lengkap: ambil atau salin lagi fotonya."))) from error


def scanned(content: bytes) -> bytes:
    """A photographed or scanned page as a JPEG of at most `PAGE_BYTES` and `PAGE_SIDE`; else as `shrunk`."""
    return shrunk(content, PAGE_SIDE, PAGE_BYTES)


def logo(content: bytes) -> bytes:
    """A PNG of at most `LOGO_SIDE`, transparent where it was; `Refused` for pictures too large or not whole."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
            if image.width * image.height > MOST_PIXELS:
                message = _(N_("Logo terlalu besar: paling banyak {limit} megapiksel."))
                raise Refused(message.format(limit=MOST_PIXELS // 1_000_000))
            small = image.convert("RGBA")
            small.thumbnail((LOGO_SIDE, LOGO_SIDE), Image.Resampling.LANCZOS)
            made = BytesIO()
            small.save(made, "PNG", optimize=True)
            return made.getvalue()
    except _BROKEN as error:
        raise Refused(_(N_("Logo tidak dapat dibaca: pilih gambar PNG atau JPEG yang lain."))) from error


def _flat(image: Image, longest_side: int) -> Image:
    """A picture of its own without any note, small and upright, on white."""
    from PIL.Image import Resampling, Transpose, new

    turn = _turn(image)
    if image.mode == "P" or image.mode.startswith(("1", "I", "F")):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((longest_side, longest_side), Resampling.LANCZOS)
    if image.has_transparency_data:
        image = image.convert("RGBA")
    small = new("RGB", image.size, "white")
    small.paste(image.convert("RGB"), mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return small if turn is None else small.transpose(Transpose(turn))


def _turn(image: Image) -> int | None:
    """How to turn the picture so that it stands as the camera was held; None when it stands or says nothing."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    try:
        return turns.get(image.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return None


def _encoded(image: Image, most_bytes: int) -> bytes:
    """Less fine, then smaller, until it fits."""
    while True:
        for quality in _QUALITIES:
            made = BytesIO()
            image.save(made, "JPEG", quality=quality, optimize=True, progressive=True)
            if made.tell() <= most_bytes:
                return made.getvalue()
        image = image.resize((max(1, image.width * 4 // 5), max(1, image.height * 4 // 5)))
