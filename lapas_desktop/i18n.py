"""Translation by gettext. The source text is Indonesian, so the users' language can never be missing.

Imported by every room; imports only where the catalogue lies. ``N_`` marks a text that is translated
later (labels declared at import time); ``_`` translates now, into the language of the interface; `said` into a
given one, for papers and for what is stored.
"""

from __future__ import annotations

import gettext
from functools import lru_cache

from lapas_desktop.resources import resource

LANGUAGES = ("id", "en")

CONTEXT = "\x04"  # as gettext writes it between a context and its text
_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "id"


def use_language(language: str) -> None:
    """Choose the language of the interface: ``"id"`` (the source text) or ``"en"``; others mean ``"id"``."""
    global _current, _language
    _current, _language = translations(language), language if language in LANGUAGES else "id"


def language() -> str:
    """The language of the interface, one of `LANGUAGES`."""
    return _language


@lru_cache(maxsize=len(LANGUAGES))
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; the empty one for Indonesian and for what is not shipped."""
    if language == "id":
        return gettext.NullTranslations()
    return gettext.translation("lapas_desktop", str(resource("translations")), [language], fallback=True)


def _(text: str) -> str:
    """The text in the language of the interface."""
    return _current.gettext(text).rpartition(CONTEXT)[2] if text else ""


def said(text: str, language: str) -> str:
    """The text in one language, whatever that of the interface is."""
    if language == _language:
        return _(text)
    return translations(language).gettext(text).rpartition(CONTEXT)[2] if text else ""


def indonesian(text: str) -> str:
    """The text as Indonesian papers say it, whatever the language of the interface is."""
    return said(text, "id")


def N_(text: str, context: str = "") -> str:
    """Marks a text for the catalogue. ``context`` parts two meanings of one Indonesian word that English
    calls differently; it is never shown."""
    return f"{context}{CONTEXT}{text}" if context else text


# Texts that stand inside larger ones, where the catalogue's reader does not look.
WITHIN = (
    N_("dari yang tersimpan"), N_("bagian berikutnya"), N_("perlu diperbaiki"), N_("Tahun"), N_("Masa"), N_("Baru"),
    N_("Kalau sama, tekan “Gabungkan dengan…”."), N_("belum diketahui"), N_("hari ini"), N_("Baris"), N_("Kalender"),
)  # fmt: skip
