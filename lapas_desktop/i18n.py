"""Translation by gettext. The source text is Indonesian, so the users' language can never be missing.

Imported by every room; imports only where the catalogue lies. ``N_`` marks a text that is translated
later (labels declared at import time); ``_`` translates now.
"""

from __future__ import annotations

import gettext

from lapas_desktop.resources import resource

LANGUAGES = ("id", "en")

_current: gettext.NullTranslations = gettext.NullTranslations()
_language = "id"


def use_language(language: str) -> None:
    """Choose the language of the interface: ``"id"`` (the source text) or ``"en"``; others mean ``"id"``."""
    global _current, _language
    _current, _language = translations(language), language if language in LANGUAGES else "id"


def language() -> str:
    """The language of the interface, one of `LANGUAGES`."""
    return _language


def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of one language; the empty one for Indonesian and for what is not shipped."""
    if language == "id":
        return gettext.NullTranslations()
    return gettext.translation("lapas_desktop", str(resource("translations")), [language], fallback=True)


def _(text: str) -> str:
    """The text in the language of the interface."""
    return _current.gettext(text) if text else ""


def N_(text: str) -> str:
    """Marks a text for the catalogue and returns it unchanged."""
    return text
