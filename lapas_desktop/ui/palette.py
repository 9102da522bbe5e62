"""Every colour of the window, and the style sheet made from them. No colour stands anywhere else."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from string import Template

from lapas_desktop.resources import resource


@dataclass(frozen=True)
class Palette:
    """Named by purpose; text on its ground has a contrast of at least 4.5 : 1."""

    side: str = "#10294A"
    side_text: str = "#C9D6E6"
    side_muted: str = "#93A7C0"
    side_current: str = "#1F4577"
    accent: str = "#17508C"
    accent_hover: str = "#1E62A8"
    accent_soft: str = "#E6EFF9"
    gold: str = "#C8962E"
    on_accent: str = "#FFFFFF"
    page: str = "#F4F6F9"
    card: str = "#FFFFFF"
    line: str = "#DDE3EA"
    field_line: str = "#B9C4D0"
    text: str = "#1B2733"
    muted: str = "#5C6B7A"
    good: str = "#1A6B43"
    good_ground: str = "#E1F3E9"
    warning: str = "#8A5A0B"
    warning_ground: str = "#FBF0D9"
    bad: str = "#A1261D"
    bad_ground: str = "#FBE5E3"
    neutral_ground: str = "#E9EDF2"
    side_strong: str = "#FFFFFF"
    icons: str = ""  # what the names of icons end with


LIGHT = Palette()
DARK = Palette(
    side="#0B1B30", side_text="#C9D6E6", side_muted="#93A7C0", side_current="#17365C", side_strong="#FFFFFF",
    accent="#7DB3EE", accent_hover="#95C2F3", accent_soft="#21364E", gold="#D9A741", on_accent="#0B1622",
    page="#12181F", card="#1A222C", line="#2B3642", field_line="#5A6978", text="#E6EBF1", muted="#A3B1BF",
    good="#7FD3A4", good_ground="#15382A", warning="#F0C36D", warning_ground="#3B2E12",
    bad="#F5A39B", bad_ground="#43201D", neutral_ground="#2A3440", icons="-dark",
)  # fmt: skip
_shown, _percent = LIGHT, 100.0


def current() -> Palette:
    """The colours that the window wears now."""
    return _shown


def grown(pixels: int) -> int:
    """A length that goes with the size of the letters worn now."""
    return round(pixels * _percent / 100)


# Which of the four tones a status word wears; the word itself always stands beside the colour.
TONES = {
    "running": "good", "signed": "good", "delivered": "good", "released": "good", "renewed": "good",
    "ending": "warning", "packed": "warning", "review": "warning", "shipped": "warning", "upcoming": "warning",
    "ended": "bad", "terminated": "bad", "cancelled": "bad", "returned": "bad",
    "lulus": "good", "belum": "warning", "gagal": "bad",
}  # fmt: skip


def tone(status: str) -> tuple[str, str]:
    """Text and ground colour of a status word in the colours worn now."""
    palette, name = current(), TONES.get(status)
    if name is None:
        return palette.muted, palette.neutral_ground
    return getattr(palette, name), getattr(palette, f"{name}_ground")


# How urgent a thing is: its icon and ink.
URGENCY = {"bad": ("urgent", "bad"), "warning": ("warning", "warning"), "neutral": ("info", "muted")}
GOOD = ("done", "good")  # what is in order


_POINTS = re.compile(r"\b(\d+)pt\b")
_SHEET = Template("""
* { font-size: 10pt; color: $text; }
QMainWindow, QStackedWidget, QScrollArea, #page { background: $page; border: none; }
QScrollArea > QWidget > QWidget { background: $page; }
#practising { background: $gold; }
#side { background: $side; }
#side QLabel { color: $side_text; background: transparent; }
#side QLabel#brand { color: $side_strong; font-weight: bold; font-size: 11pt; }
#side QLabel#mark { background: $gold; color: $side; border-radius: 8px; font-weight: bold; font-size: 12pt; }
#side QScrollArea, #side QScrollArea > QWidget > QWidget { background: $side; }
#side QLabel#group { color: $side_muted; font-size: 8pt; padding: 12px 8px 2px 8px; }
#side QLabel#practice { background: $gold; color: $side; font-weight: bold; font-size: 9pt; border-radius: 6px;
    padding: 5px 0; margin-top: 6px; }
#side QLabel#office, #side QLabel#foot { color: $side_muted; font-size: 8pt; }
#side QLabel#count { background: $gold; color: $side; border-radius: 6px; padding: 1px 5px; font-size: 8pt;
    font-weight: bold; }
#side QPushButton { color: $side_text; background: transparent; border: none; border-left: 3px solid transparent;
    border-radius: 6px; padding: 8px 8px; text-align: left; }
#side QPushButton:hover { background: $side_current; }
#side QPushButton:checked { background: $side_current; color: $side_strong; font-weight: bold;
    border-left: 3px solid $gold; }
#side QPushButton[ring="true"]:focus { border: 2px solid $gold; padding: 6px 6px 6px 9px; }
#side[narrow="true"] QPushButton { padding: 8px 0; text-align: center; }
#side[narrow="true"] QLabel#practice { font-size: 7pt; }
#side[narrow="true"] QLabel#count { font-size: 7pt; }
#top { background: $card; border-bottom: 1px solid $line; }
#top QStackedWidget { background: $card; }
#top QLabel#title { font-size: 13pt; font-weight: bold; }
QLabel { background: transparent; }
QLabel#muted, QLabel#hint { color: $muted; font-size: 8pt; }
QLabel#problem { color: $bad; font-size: 8pt; }
QLabel#caption { color: $muted; font-size: 9pt; }
QLabel#section { font-weight: bold; }
QLabel#figure { font-size: 17pt; font-weight: bold; }
QLabel#echo { background: $card; color: $muted; border: 1px solid $field_line; border-radius: 4px; padding: 1px 5px;
    font-size: 8pt; }
QWidget#facts { background: $page; border-radius: 5px; }
QWidget#sections { background: $page; border-bottom: 1px solid $line; }
QPushButton#section-link { border: none; border-bottom: 2px solid transparent; border-radius: 0;
    background: transparent; color: $muted; padding: 3px 0; font-size: 9pt; }
QPushButton#section-link:hover { color: $accent; }
QPushButton#section-link:checked { color: $accent; border-bottom: 2px solid $accent; }
QTableView#frozen { border-right: 1px solid $field_line; }
QLabel#note-warning { color: $warning; font-size: 8pt; }
QLabel#badge { border-radius: 8px; padding: 2px 8px; font-size: 8pt; font-weight: bold; color: $muted;
    background: $neutral_ground; }
QLabel#badge[tone="good"] { color: $good; background: $good_ground; }
QLabel#badge[tone="warning"] { color: $warning; background: $warning_ground; }
QLabel#badge[tone="bad"] { color: $bad; background: $bad_ground; }
QFrame#todo { border: none; border-bottom: 1px solid $line; }
QFrame#cell { border: none; border-bottom: 1px solid $line; }
QFrame#head-cell { background: $page; border: none; border-bottom: 1px solid $line; }
QLabel#head { color: $muted; font-size: 9pt; font-weight: bold; }
QLabel#heading { font-size: 12pt; font-weight: bold; }
QLabel#thumb { background: $page; border: 1px solid $line; border-radius: 4px; color: $muted; font-size: 8pt; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame#card QStackedWidget, QFrame#card QScrollArea, QFrame#card QScrollArea > QWidget > QWidget,
QFrame#why QScrollArea, QFrame#why QScrollArea > QWidget > QWidget { background: $card; }
QFrame#notice { background: $side; border: 1px solid $side_current; border-radius: 8px; }
QFrame#notice QLabel { color: $side_strong; }
QFrame#notice[tone="bad"] { background: $bad_ground; border: 1px solid $bad; }
QFrame#notice[tone="bad"] QLabel { color: $bad; }
QPushButton { background: $card; border: 1px solid $field_line; border-radius: 6px; padding: 6px 12px; outline: none; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QPushButton:disabled { color: $muted; background: $neutral_ground; }
QPushButton#main { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton#main:hover { background: $accent_hover; }
QPushButton#main:focus { border: 4px double $on_accent; padding: 3px 9px; }
QPushButton[possible="false"], QPushButton#main[possible="false"] { color: $muted; background: $neutral_ground;
    border-color: $line; font-weight: normal; }
QPushButton[possible="false"]:focus { border: 2px solid $muted; }
QFrame#why { background: $card; border: 1px solid $accent; border-radius: 8px; }
QFrame#notice QProgressBar { background: $side_current; border: none; border-radius: 4px; min-height: 8px;
    max-height: 8px; }
QFrame#notice QProgressBar::chunk { background: $gold; border-radius: 4px; }
QPushButton::menu-indicator { width: 0; image: none; }
QPushButton#chip { border-radius: 13px; padding: 3px 11px; min-height: 18px; font-size: 9pt; }
QPushButton#chip:checked { background: $accent_soft; border-color: $accent; color: $accent; font-weight: bold; }
QPushButton#chip:focus { border: 2px solid $accent; padding: 2px 10px; }
QPushButton#link { border: none; color: $accent; font-weight: bold; background: transparent; padding: 2px 0;
    text-align: left; }
QPushButton#small-link { border: none; color: $accent; background: transparent; padding: 0; font-size: 8pt; }
QPushButton#link:focus { border: 1px solid $accent; }
QLineEdit, QPlainTextEdit, QComboBox { background: $card; border: 1px solid $field_line; border-radius: 5px;
    padding: 4px 6px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted; }
QLineEdit, QComboBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 3px 5px; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QComboBox[bad="true"] { border: 2px solid $bad;
    background: $bad_ground; padding: 3px 5px; }
QLineEdit[locked="true"], QPlainTextEdit[locked="true"], QComboBox[locked="true"],
QComboBox[locked="true"] QLineEdit { background: $page; color: $text;
    border-color: $line; }
QListWidget#findings { background: $card; border: none; border-radius: 0; padding: 0; outline: none; }
QListWidget#findings::item { padding: 6px 4px; border-bottom: 1px solid $line; color: $text; }
QListWidget#findings::item:selected { background: $accent_soft; color: $text; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$folder/chevron-down$icons.svg"); width: 12px; height: 12px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $field_line; border-radius: 4px;
    background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$folder/check$icons.svg"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView, QAbstractItemView#choices { background: $card; border: 1px solid $field_line; padding: 3px;
    outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QAbstractItemView#choices::item { min-height: 26px; padding: 0 7px;
    border-radius: 4px; }
QComboBox QAbstractItemView::item:selected, QAbstractItemView#choices::item:selected { background: $accent_soft;
    color: $text; }
QMessageBox, QDialog { background: $card; }
QMessageBox QLabel { font-size: 10pt; }
QMessageBox QPushButton { min-width: 96px; }
QTextBrowser, QListWidget { background: $card; border: 1px solid $line; border-radius: 8px; padding: 6px; }
QTextBrowser#help { border: none; border-left: 2px solid transparent; border-radius: 0; padding: 0 0 0 6px; }
QTextBrowser#help:focus { border-left-color: $accent; }
QListWidget#topics { outline: none; }
QListWidget#topics::item { padding: 5px 8px; border-radius: 5px; }
QListWidget#topics::item:selected { background: $accent_soft; color: $text; }
QListWidget#topics:focus { border: 2px solid $accent; padding: 5px; }
QRadioButton, QTabWidget { color: $text; }
QTableView { background: $card; border: none; outline: none; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $card; }
QTableView::item { padding: 0 5px; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; padding: 0 4px; min-height: 0; }
QHeaderView { background: $card; }
QHeaderView::section { background: $page; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-size: 9pt; font-weight: bold; }
QTableCornerButton::section { background: $page; border: none; }
QFrame#answers { background: $card; border: 1px solid $field_line; border-radius: 8px; }
QFrame#answers QListWidget { background: $card; border: none; outline: none; }
QFrame#answers QListWidget::item { padding: 5px 8px; border-radius: 5px; }
QFrame#answers QListWidget::item:selected { background: $accent_soft; color: $text; }
QToolTip { background: $card; color: $text; border: 1px solid $line; }
QMenu { background: $card; border: 1px solid $line; }
QMenu::item { padding: 5px 24px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar::handle:vertical { background: $field_line; border-radius: 4px; min-height: 28px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle:horizontal { background: $field_line; border-radius: 4px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
""")


def style_sheet(palette: Palette = LIGHT, percent: float = 100) -> str:
    """The Qt style sheet of the whole program; ``percent`` is the size of its letters."""
    global _shown, _percent
    _shown, _percent = palette, percent
    folder = resource("icons").as_posix()
    sheet = _SHEET.substitute(asdict(palette), folder=folder)
    return _POINTS.sub(lambda found: f"{float(found[1]) * percent / 100:.3g}pt", sheet)
