"""The Markdown that help pages are written in: CommonMark with tables. Raw HTML stays the text that it is."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def tokens(text: str) -> list[Token]:
    """The blocks of a text in their order, each begin and end a token."""
    return _reader().parse(text)


def as_html(text: str) -> str:
    """The text as HTML without styles, for the screen."""
    return _reader().render(text)
