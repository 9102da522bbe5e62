"""One normaliser for every text that enters, and the keys texts are compared by."""

from __future__ import annotations

import re
import unicodedata

# Bidi embeddings, overrides and isolates: they can make a printed number read backwards.
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_INVISIBLE = dict.fromkeys([0x200B, 0x2060, 0xFEFF, 0x00AD])
_JOINERS = dict.fromkeys([0x200C, 0x200D])
_CONTROLS = dict.fromkeys(
    [code for code in [*range(0x20), *range(0x7F, 0xA0)] if code not in (0x09, 0x0A)] + [0xFFFE, 0xFFFF, 0x2028, 0x2029]
)
_REMOVED = {**_BIDI_CONTROLS, **_INVISIBLE, **_CONTROLS}
_WINDOWS_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(10)),
    *(f"lpt{n}" for n in range(10)),
}
_NAME_BYTES = 200  # file systems take 255; a suffix and a temporary name must fit too
_LEGAL_FORMS = re.compile(r"\b(pt|cv|ud|toko|tbk|koperasi|yayasan|ikm|ukm)\b\.?")


def clean(text: str) -> str:
    """NFC, no control or bidi characters, no lone surrogates; newlines stay, ends are stripped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return unicodedata.normalize("NFC", text.translate(_REMOVED)).strip()


def clean_line(text: str) -> str:
    """As `clean`, on one line: newlines and tabs become single spaces."""
    return " ".join(clean(text).split())


def clean_identifier(text: str) -> str:
    """As `clean_line`, also without joiners: two identifiers that look alike are alike."""
    return clean_line(text.translate(_JOINERS))


def search_key(text: str) -> str:
    """Case- and accent-folded: "Māori" and "MAORI" meet. For comparing, never for showing."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", clean_line(text)).casefold())
    bare = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return " ".join(bare.split())  # an accent that stood alone leaves a blank


def name_key(text: str) -> str:
    """The name without legal form and punctuation, for duplicate warnings: "PT. Coir" meets "Coir"."""
    bare = _LEGAL_FORMS.sub(" ", search_key(text).replace(".", " "))
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


def file_name(text: str, suffix: str = "") -> str:
    """A name every file system takes: no separators, no device names, at most 100 characters."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", clean_line(text)).strip(" .-")[:100]
    name = name.encode()[:_NAME_BYTES].decode(errors="ignore").strip(" .-")
    if not name or name.split(".")[0].casefold().strip() in _WINDOWS_DEVICES:
        name = f"_{name}" if name else "_"
    return name + suffix
