"""Draws the program's icon, a sheet with a golden seal on the blue of the side bar, and the installer's picture."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_GROUND, _SHEET, _LINE, _SEAL = "#10294A", "#FFFFFF", "#93A7C0", "#C8962E"


def draw(size: int) -> Image.Image:
    """The icon at one size, drawn large and made small."""
    unit = 1024 / 32
    image = Image.new("RGBA", (1024, 1024))
    pen = ImageDraw.Draw(image)

    def box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return left * unit, top * unit, right * unit - 1, bottom * unit - 1

    pen.rounded_rectangle(box(0, 0, 32, 32), 6 * unit, fill=_GROUND)
    pen.rounded_rectangle(box(7, 4, 25, 28), 2 * unit, fill=_SHEET)
    for top, right in ((8, 22), (12, 22), (16, 17)):
        pen.rounded_rectangle(box(10, top, right, top + 2), unit, fill=_LINE)
    pen.ellipse(box(15, 16, 27, 28), fill=_SHEET)
    pen.ellipse(box(16, 17, 26, 27), fill=_SEAL)
    pen.line(
        [(18.5 * unit, 22 * unit), (20.3 * unit, 24 * unit), (23.7 * unit, 20 * unit)],
        fill=_SHEET, width=round(1.5 * unit), joint="curve",
    )  # fmt: skip
    return image.resize((size, size), Image.Resampling.LANCZOS)


def save(file: Path) -> None:
    """Writes all sizes as one Windows icon."""
    images = [draw(size) for size in SIZES]
    images[-1].save(file, format="ICO", sizes=[(size, size) for size in SIZES], append_images=images[:-1])


def save_banner(file: Path) -> None:
    """The picture beside the first and last page of the installer, in the size that NSIS asks for."""
    image = Image.new("RGB", (164, 314), _GROUND)
    mark = draw(112)
    image.paste(mark, (26, 60), mark)
    ImageDraw.Draw(image).rectangle((0, 308, 164, 314), fill=_SEAL)
    image.save(file, format="BMP")
