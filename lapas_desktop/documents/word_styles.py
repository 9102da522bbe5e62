"""The fixed parts of a Word file: its named styles, settings, properties and relations."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from lapas_desktop.documents.blocks import Look
from lapas_desktop.documents.sheet import Sheet

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Arial"

# Name in Word's list of styles, size in half points, bold, alignment, space before and after in twentieths of a point
STYLES: dict[Look, tuple[str, int, bool, str, int, int]] = {
    Look.TITLE: ("Judul naskah", 24, True, "center", 0, 0),
    Look.BETWEEN: ("Antara judul", 22, False, "center", 50, 50),
    Look.SUBTITLE: ("Judul pasal", 22, True, "center", 0, 80),
    Look.NUMBER: ("Nomor naskah", 22, False, "center", 0, 0),
    Look.HEADING: ("heading 1", 22, True, "center", 180, 0),
    Look.BODY: ("Ayat", 22, False, "both", 0, 100),
    Look.LIST: ("Butir", 22, False, "both", 0, 60),
    Look.RIGHT: ("Tempat dan tanggal", 22, False, "right", 0, 100),
    Look.CELL: ("Isi tabel", 20, False, "left", 0, 0),
    Look.CELL_HEAD: ("Kepala tabel", 20, True, "center", 0, 0),
    Look.FIGURE: ("Angka tabel", 20, False, "right", 0, 0),
    Look.SIGNED: ("Tanda tangan", 22, False, "center", 0, 0),
    Look.SIGNED_STRONG: ("Nama penanda tangan", 22, True, "center", 0, 0),
    Look.STAMP: ("Meterai", 16, False, "center", 0, 0),
    Look.NOTICE: ("Catatan", 18, False, "center", 0, 0),
    Look.PART: ("Bagian", 20, True, "left", 180, 60),
    Look.LABEL: ("Label", 18, False, "left", 0, 0),
    Look.VALUE: ("Keterangan", 18, False, "left", 0, 0),
    Look.SMALL_CELL: ("Isi tabel kecil", 16, False, "left", 0, 0),
    Look.SMALL_HEAD: ("Kepala tabel kecil", 16, True, "center", 0, 0),
    Look.SMALL_FIGURE: ("Angka tabel kecil", 16, False, "right", 0, 0),
    Look.TOTAL: ("Jumlah tabel", 20, True, "left", 0, 0),
    Look.TOTAL_FIGURE: ("Angka jumlah", 20, True, "right", 0, 0),
    Look.SMALL_TOTAL: ("Jumlah tabel kecil", 16, True, "left", 0, 0),
    Look.SMALL_TOTAL_FIGURE: ("Angka jumlah kecil", 16, True, "right", 0, 0),
}
KOP, KOP_STRONG, RUNNING = "Kop", "KopTebal", "Kaki"
_FURTHER = {
    KOP: ("Kop surat", 21, False, "center", 0, 0),
    KOP_STRONG: ("Kop surat tebal", 24, True, "center", 0, 0),
    RUNNING: ("Kaki naskah", 15, False, "left", 0, 0),
}


def style_id(look: Look) -> str:
    return "".join(word.title() for word in look.value.split())


def styles_part() -> str:
    """Every paragraph of the paper wears one of these, so an office changes its look in one place."""
    described = {style_id(look): style for look, style in STYLES.items()} | _FURTHER
    return (
        f"{HEADER}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="Malgun Gothic" w:cs="{FONT}"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="ko-KR" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{''.join(_style(name, *style) for name, style in described.items())}</w:styles>"
    )


def _style(identity: str, name: str, size: int, bold: bool, align: str, before: int, after: int) -> str:
    outline = '<w:keepNext/><w:outlineLvl w:val="0"/>' if name == "heading 1" else ""
    keep, level = (outline[:13], outline[13:]) if outline else ("", "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(not outline)}" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}'
        f'<w:spacing w:before="{before}" w:after="{after}"/><w:jc w:val="{align}"/>{level}</w:pPr>'
        f'<w:rPr>{"<w:b/><w:bCs/>" if bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def settings_part() -> str:
    return (
        f'{HEADER}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="id-ID"/></w:settings>'
    )


def core_part(sheet: Sheet) -> str:
    """Title, author and language; no day and no machine."""
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(sheet.title)}</dc:title><dc:subject>{escape(sheet.reference)}</dc:subject>"
        f"<dc:creator>{escape(sheet.author)}</dc:creator><dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def app_part() -> str:
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Lapas Desktop</Application></Properties>"
    )


def content_types() -> str:
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/header2.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    plain = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
        "png": "image/png", "jpeg": "image/jpeg",
    }  # fmt: skip
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in plain.items())
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
        + "</Types>"
    )


def package_relations() -> str:
    return _relations(
        (
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        )
    )


def document_relations(pictures: Iterable[str]) -> str:
    """rId1 … rId5 are the fixed parts, the pictures follow in order."""
    kinds = ("styles", "settings", "header", "header", "footer")
    names = ("styles.xml", "settings.xml", "header1.xml", "header2.xml", "footer1.xml")
    fixed = [(f"{_OFFICE}/{kind}", name) for kind, name in zip(kinds, names, strict=True)]
    return _relations((*fixed, *((f"{_OFFICE}/image", name) for name in pictures)))


def _relations(pairs: Iterable[tuple[str, str]]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'
