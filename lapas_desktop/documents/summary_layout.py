"""How an agreement's summary is laid out: one function a block, in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from lapas_desktop.documents.paper import TableColumn, bare_table, fact_rows, heading, kop, table, text_width, texts
from lapas_desktop.documents.prose import prose
from lapas_desktop.documents.sheet import Sheet
from lapas_desktop.documents.styles import INK, styles
from lapas_desktop.documents.summary_data import AgreementSummary, SummaryParty, SummarySignature, checksum
from lapas_desktop.domain.wording import (
    format_date,
    format_date_short,
    format_money,
    format_number,
    format_weekday_date,
)
from lapas_desktop.i18n import N_, said

Translate = Callable[[str], str]

TITLE = N_("Ringkasan Perjanjian Kerja Sama")
DRAFT, SAMPLE = N_("DRAF"), N_("CONTOH")
PARTIES, MAIN = N_("Para pihak"), N_("Pokok perjanjian")
PRODUCTS, SHARING = N_("Produk", "banyak"), N_("Pembagian hasil")
OBLIGATIONS, SHIPMENTS = N_("Kewajiban", "banyak"), N_("Riwayat pengiriman")
SUPERVISION = N_("Keterangan untuk pengawasan")
NONE_YET = N_("belum ada")
_SIGNATURES_A_ROW = 3
_MASK = 0  # any of the eight is valid; trying them all costs as much as the rest of the paper
_QUIET = 4  # modules of white around a QR code, asked for by ISO 18004


def sheet(summary: AgreementSummary) -> Sheet:
    """Title, author and running lines of the paper."""
    t = partial(said, language=summary.language)
    marks = [t(DRAFT)] if summary.is_draft else []
    if summary.is_sample:
        marks.append(t(SAMPLE))
    return Sheet(
        title=f"{t(TITLE)} {summary.reference}",
        author=summary.office,
        reference=summary.reference,
        paper=summary.paper,
        language=summary.language,
        watermark=" · ".join(marks),
        printed_on=summary.printed_on,
    )


def story(summary: AgreementSummary) -> list[Flowable]:
    """All blocks in order. The last block before the signatures stays with them."""
    t = partial(said, language=summary.language)
    width = text_width(summary.paper)
    blocks: list[Flowable] = [
        *kop(summary.letterhead, width),
        *_title(summary, t),
        *_numbers(summary, t),
        *_parties(summary, t),
        *_main_facts(summary, t),
        *_products(summary, t, width),
        *_sharing(summary, t),
        *_obligations(summary, t, width),
        *_shipments(summary, t, width),
    ]
    *before, last = _supervision(summary, t)
    closing = [last, *_signatures(summary, width), *_check_code(summary, t, width)]
    return [*blocks, *before, KeepTogether(closing)]


def _title(summary: AgreementSummary, t: Translate) -> Iterator[Flowable]:
    look = styles()
    yield from prose(t(TITLE).upper(), look.title)
    yield from prose(summary.title, look.subtitle)
    labels = " · ".join(label for label in (summary.type_label, summary.status_label) if label)
    if labels:
        yield from prose(labels, look.centred)
    yield Spacer(0, 4)


def _numbers(summary: AgreementSummary, t: Translate) -> Iterator[Flowable]:
    numbers = [(t(N_("Nomor {party}")).format(party=n.party), n.number or t(NONE_YET)) for n in summary.numbers]
    yield from fact_rows(texts(numbers or [(t(N_("Nomor")), summary.reference)]))


def _parties(summary: AgreementSummary, t: Translate) -> Iterator[Flowable]:
    yield from heading(t(PARTIES))
    for party in summary.parties:
        yield from fact_rows([(party.role, _party_lines(party, t))])
        yield Spacer(0, 3)


def _party_lines(party: SummaryParty, t: Translate) -> list[Flowable]:
    look = styles()
    lines: list[Flowable] = [*prose(party.name, look.strong)]
    for text in (party.address, party.identity):
        lines += prose(text, look.body) if text else []
    if party.signatory:
        signer = ", ".join(text for text in (party.signatory, party.position) if text)
        lines += prose(t(N_("Diwakili oleh {person}")).format(person=signer), look.body)
    if party.authority:
        lines += prose(t(N_("Dasar kewenangan: {text}")).format(text=party.authority), look.body)
    return lines


def _main_facts(summary: AgreementSummary, t: Translate) -> Iterator[Flowable]:
    yield from heading(t(MAIN))
    facts = texts(
        [
            (t(N_("Jangka waktu")), _period(summary, t)),
            (t(N_("Ditandatangani")), _signing(summary, t)),
            (t(N_("Diubah dengan")), "\n".join(summary.addenda)),
            (t(N_("Ruang lingkup")), summary.scope),
            (t(N_("Tujuan")), ", ".join(summary.destinations)),
        ]
    )
    yield from fact_rows(facts)


def _period(summary: AgreementSummary, t: Translate) -> str:
    start, end = _day(summary.starts_on, summary.language), _day(summary.ends_on, summary.language)
    if summary.starts_on and summary.ends_on:
        text = t(N_("{start} sampai dengan {end}")).format(start=start, end=end)
    elif summary.starts_on:
        text = t(N_("sejak {start}")).format(start=start)
    elif summary.ends_on:
        text = t(N_("sampai dengan {end}")).format(end=end)
    else:
        return ""
    days = summary.days_remaining
    if days is None:
        return text
    if days > 0:
        note = t(N_("sisa {days} hari")).format(days=format_number(days, summary.language))
    elif days == 0:
        note = t(N_("berakhir hari ini"))
    else:
        note = t(N_("berakhir {days} hari yang lalu")).format(days=format_number(-days, summary.language))
    return f"{text} ({note})"


def _signing(summary: AgreementSummary, t: Translate) -> str:
    if not summary.signed_on:
        return t(N_("belum ditandatangani"))
    day = format_weekday_date(summary.signed_on, summary.language)
    if not summary.signed_at:
        return day
    return t(N_("{day}, di {place}")).format(day=day, place=summary.signed_at)


def _products(summary: AgreementSummary, t: Translate, width: float) -> Iterator[Flowable]:
    if not summary.products:
        return
    yield from heading(t(PRODUCTS))
    columns = (
        TableColumn(t(N_("No.")), 5),
        TableColumn(t(N_("Nama produk")), 31),
        TableColumn(t(N_("Satuan")), 10),
        TableColumn(t(N_("Disepakati")), 13, figure=True),
        TableColumn(t(N_("Dikirim")), 12, figure=True),
        TableColumn(t(N_("Sisa")), 12, figure=True),
        TableColumn(t(N_("Harga satuan")), 20, figure=True),
    )
    rows = [
        (
            str(position),
            line.name,
            line.unit,
            _quantity(line.agreed, summary.language),
            _quantity(line.shipped, summary.language),
            _quantity(line.remaining, summary.language),
            line.price_text or _money(line.price, line.currency, summary.language),
        )
        for position, line in enumerate(summary.products, start=1)
    ]
    yield table(columns, rows, width)


def _sharing(summary: AgreementSummary, t: Translate) -> Iterator[Flowable]:
    sharing = summary.sharing
    if not (sharing.basis or sharing.shares or sharing.note):
        return
    yield from heading(t(SHARING))
    facts = [(t(N_("Dasar")), sharing.basis)]
    for share in sharing.shares:
        parts = []
        if share.percent is not None:
            parts.append(f"{format_number(share.percent, summary.language)}%")
        if share.amount is not None:
            parts.append(format_money(share.amount, share.currency, summary.language))
        facts.append((share.name, " · ".join(parts)))
    if sharing.note:
        facts.append((t(N_("Catatan")), sharing.note))
    yield from fact_rows(texts(facts))


def _obligations(summary: AgreementSummary, t: Translate, width: float) -> Iterator[Flowable]:
    if not summary.obligations:
        return
    yield from heading(t(OBLIGATIONS))
    columns = (
        TableColumn(t(N_("Pihak")), 22),
        TableColumn(t(N_("Kewajiban")), 46),
        TableColumn(t(N_("Batas waktu")), 15),
        TableColumn(t(N_("Keadaan")), 17),
    )
    rows = []
    for duty in summary.obligations:
        state = t(N_("selesai")) if duty.done else t(N_("belum selesai"))
        if duty.done and duty.done_on:
            state += " " + format_date_short(duty.done_on, summary.language)
        due = format_date_short(duty.due, summary.language) if duty.due else "—"
        rows.append((duty.party, duty.text, due, state))
    yield table(columns, rows, width)


def _shipments(summary: AgreementSummary, t: Translate, width: float) -> Iterator[Flowable]:
    yield from heading(t(SHIPMENTS))
    if not summary.shipments:
        yield from prose(t(N_("Belum ada pengiriman.")), styles().body)
        return
    columns = (
        TableColumn(t(N_("Nomor")), 22),
        TableColumn(t(N_("Tanggal")), 15),
        TableColumn(t(N_("Tujuan")), 22),
        TableColumn(t(N_("Jumlah")), 22),
        TableColumn(t(N_("Nilai")), 20, figure=True),
    )
    rows = [
        (
            line.reference,
            format_date_short(line.date, summary.language) if line.date else "—",
            line.destination,
            line.quantity,
            _money(line.value, line.currency, summary.language),
        )
        for line in summary.shipments
    ]
    yield table(columns, rows, width)


def _supervision(summary: AgreementSummary, t: Translate) -> list[Flowable]:
    answers = summary.supervision
    facts = texts(
        [
            (t(N_("Latar belakang")), answers.background),
            (t(N_("Jangka waktu")), answers.period),
            (t(N_("Implementasi")), answers.implementation),
            (t(N_("Profit")), answers.profit),
        ]
    )
    return [*heading(t(SUPERVISION)), *fact_rows(facts)]


def _signatures(summary: AgreementSummary, width: float) -> Iterator[Flowable]:
    if not summary.signatures:
        return
    yield Spacer(0, 14)
    look = styles()
    place = summary.place_and_date
    for start in range(0, len(summary.signatures), _SIGNATURES_A_ROW):
        group = summary.signatures[start : start + _SIGNATURES_A_ROW]
        share = width / len(group)
        rows: list[list[list[Flowable]]] = [
            [[*prose(block.heading, look.centred), *prose(block.organisation, look.centred)] for block in group],
            [[Spacer(0, 1.6 * cm)] for _block in group],
            [_signer(block) for block in group],
        ]
        if start == 0 and place:
            rows.insert(0, [[] for _block in group[:-1]] + [[*prose(place, look.centred)]])
        yield bare_table(rows, [share] * len(group), ("RIGHTPADDING", (0, 0), (-1, -1), 4))
        yield Spacer(0, 8)


def _signer(block: SummarySignature) -> list[Flowable]:
    look = styles()
    lines: list[Flowable] = [*prose(block.person or "……………………", look.centred_strong)]
    if block.identity:
        lines += prose(block.identity, look.centred)
    return lines


def _check_code(summary: AgreementSummary, t: Translate, width: float) -> Iterator[Flowable]:
    code = checksum(summary)
    grouped = " ".join(code[start : start + 4] for start in range(0, 16, 4))
    look = styles()
    size = 2.6 * cm
    about: list[Flowable] = [
        *prose(t(N_("Kode periksa {code}")).format(code=grouped), look.small),
        *prose(t(N_("Nomor {number}")).format(number=summary.reference), look.small),
        *prose(t(N_("Kode berubah bila isi perjanjian berubah.")), look.small),
    ]
    yield Spacer(0, 8)
    yield bare_table(
        [[_QrCode(f"{summary.reference[:80]} {code}", size), about]],
        [size, width - size],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    )


class _QrCode(Flowable):
    """A QR code drawn as one path: runs of dark modules, row by row."""

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self.width = self.height = size
        self._code = QRCode(None, QRErrorCorrectLevel.M)
        self._code.addData(text)
        self._code.version = self._code.calculate_version()
        self._code.makeImpl(False, _MASK)

    def draw(self) -> None:
        count = self._code.getModuleCount()
        step = self.width / (count + 2 * _QUIET)
        bars = []
        for row in range(count):
            start = 0
            for dark, run in groupby(self._code.isDark(row, column) for column in range(count)):
                length = len(list(run))
                if dark:
                    bars.append(f"{start} {count - row - 1} {length} 1 re")
                start += length
        canvas = self.canv
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.translate(step * _QUIET, step * _QUIET)
        canvas.scale(step, step)
        canvas.addLiteral(" ".join(bars) + " f")
        canvas.restoreState()


def _day(day: date | None, language: str) -> str:
    return format_date(day, language) if day else ""


def _quantity(value: Decimal | None, language: str) -> str:
    return "—" if value is None else format_number(value, language)


def _money(value: Decimal | None, currency: str, language: str) -> str:
    return "—" if value is None else format_money(value, currency, language)
