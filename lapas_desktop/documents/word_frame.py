"""What stands around the text of a Word file: kop, header, footer, paper and margins, watermark."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from lapas_desktop.documents import word_styles as fixed
from lapas_desktop.documents.sheet import Letterhead, Sheet
from lapas_desktop.domain.attachment import media_type_of
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import _

_PAPERS = {"A4": (11906, 16838), "F4": (12189, 18709)}  # twips
_KOP_LINES = 8
_LOGO = 792_000  # EMU: 2.2 cm
_LOGO_COLUMN = 1361  # twips: 2.4 cm
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}
_FIRST_PICTURE = 6  # after the five fixed relations


class Pictures:
    """The pictures of a document in the order they were met."""

    def __init__(self) -> None:
        self._found: list[tuple[str, bytes]] = []

    def add(self, content: bytes) -> str:
        """The drawing that shows a logo; `Refused` when the picture cannot be read."""
        width, height = _size(content)
        scale = _LOGO / max(width, height)
        self._found.append((_SUFFIXES[media_type_of(content) or ""], content))
        number = len(self._found)
        extent = f'cx="{int(width * scale)}" cy="{int(height * scale)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{number}" name="Logo {number}" descr="Logo"/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Logo {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="rId{_FIRST_PICTURE + number - 1}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def names(self) -> list[str]:
        return [f"media/image{number}.{suffix}" for number, (suffix, _content) in enumerate(self._found, 1)]

    def contents(self) -> dict[str, bytes]:
        pairs = zip(self.names(), self._found, strict=True)
        return {f"word/{name}": content for name, (_suffix, content) in pairs}


def _size(content: bytes) -> tuple[int, int]:
    from reportlab.lib.utils import ImageReader

    try:
        width, height = ImageReader(BytesIO(content)).getSize()
    except OSError:
        width, height = 0, 0
    if not width or not height or media_type_of(content) not in _SUFFIXES:
        raise Refused(_("Gambar logo tidak dapat dibaca: pilih berkas PNG atau JPEG lain di profil kantor."))
    return width, height


def kop(letterhead: Letterhead, width: int, pictures: Pictures) -> Iterator[str]:
    """The letterhead with its thick and thin rule; nothing when the office has given none."""
    if not letterhead.lines:
        return
    lines = "".join(
        _paragraph(line, fixed.KOP_STRONG if position == letterhead.bold_line else fixed.KOP)
        for position, line in enumerate(letterhead.lines[:_KOP_LINES])
    )
    if letterhead.logo or letterhead.logo_right:
        widths = (_LOGO_COLUMN, width - 2 * _LOGO_COLUMN, _LOGO_COLUMN)
        contents = (_logo(letterhead.logo, pictures), lines, _logo(letterhead.logo_right, pictures))
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{room}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
            for room, content in zip(widths, contents, strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{room}"/>' for room in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
        )
    else:
        yield lines
    yield (
        '<w:p><w:pPr><w:pBdr><w:top w:val="thickThinSmallGap" w:sz="18" w:space="4" w:color="1B1F24"/></w:pBdr>'
        '<w:spacing w:after="160" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _logo(content: bytes | None, pictures: Pictures) -> str:
    return f"<w:p>{pictures.add(content)}</w:p>" if content else "<w:p/>"


def size_of(sheet: Sheet) -> tuple[int, int]:
    """Width and height of the whole sheet in twips."""
    short, long = _PAPERS[sheet.paper]
    return (long, short) if sheet.landscape else (short, long)


def frame(sheet: Sheet) -> str:
    """Paper, margins (3, 2, 2, 2.5 cm) and which header stands where; page 1 has one of its own."""
    width, height = size_of(sheet)
    across = ' w:orient="landscape"' if sheet.landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{across}/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1417" w:left="1701" w:header="510" w:footer="510" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def header(sheet: Sheet, *, numbered: bool) -> str:
    """Number and page on top of later pages; the watermark on all."""
    runs = ""
    if numbered:
        runs = (
            f"{_run(f'Nomor {sheet.reference or chr(0x2014)} · Halaman ')}{_field('PAGE')}{_run(' dari ')}"
            f"{_field('NUMPAGES')}"
        )
    return (
        f'{fixed.HEADER}<w:hdr {fixed.NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{fixed.RUNNING}"/>'
        f'<w:jc w:val="right"/></w:pPr>{runs}{_watermark(sheet.watermark)}</w:p></w:hdr>'
    )


def footer(sheet: Sheet, width: int) -> str:
    """Who puts a paraf on the page, each with a line to write on."""
    share = (width - 624) // max(1, len(sheet.initials))
    begins = [624 + position * share for position in range(len(sheet.initials))]
    tabs = "".join(
        f'<w:tab w:val="left" w:pos="{begin}"/>'
        f'<w:tab w:val="left" w:leader="underscore" w:pos="{begin + share - 113}"/>'
        for begin in begins
    )
    runs = "".join(f"<w:r><w:tab/></w:r>{_run(called + ' ')}<w:r><w:tab/></w:r>" for called in sheet.initials)
    return (
        f'{fixed.HEADER}<w:ftr {fixed.NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{fixed.RUNNING}"/>'
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="D3D9E0"/></w:pBdr>'
        f"<w:tabs>{tabs}</w:tabs></w:pPr>{_run('Paraf') + runs if sheet.initials else _run(sheet.author)}</w:p></w:ftr>"
    )


def _watermark(text: str) -> str:
    if not text:
        return ""
    width = min(480, 78 * len(text))
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
        '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="tanda_air" type="#_x0000_t136" style="position:absolute;width:{width}pt;height:90pt;'
        "rotation:308;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        'mso-position-vertical:center;mso-position-vertical-relative:page" fillcolor="#e9eef4" stroked="f">'
        f'<v:textpath style="font-family:&quot;{fixed.FONT}&quot;;font-size:1pt" string={quoteattr(text)}/>'
        "</v:shape></w:pict></w:r>"
    )


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(" ".join(text.split()))}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
