"""The language of the office's own Word templates: fields, conditions, loops over what there is, nothing else.

Runs in a process of its own (see `word_template`): a template may ask for endless work, never get it.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docxtpl import DocxTemplate
from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError

from lapas_desktop.documents.package import packed
from lapas_desktop.domain.errors import Refused
from lapas_desktop.i18n import N_, _

MAX_RANGE = 1000
MAX_RESULT = 40 * 1024 * 1024
_FILTERS = ("upper", "lower", "title", "capitalize", "trim", "join", "length", "first", "last", "default")
_GROWING = frozenset({"*", "**", "%"})  # may make a text of any length out of a short one
_LIST = "list"
_SHOWN = 60  # letters of a template that an error quotes


class _Environment(ImmutableSandboxedEnvironment):
    """Facts are read by name; nothing else of an object can be reached, and nothing can be called but ``range``."""

    intercepted_binops = _GROWING

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, loader=DictLoader({}), finalize=_printable)
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.globals = {"range": _short_range}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return isinstance(obj, LoopContext) and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        return obj is _short_range

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(operator)


def _printable(value: Any) -> Any:
    if isinstance(value, str | int | Undefined):
        return value
    raise SecurityError(_LIST)


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise SecurityError("range")
    return numbers


def filled(content: bytes, facts: Mapping[str, Any], stamp: str = "") -> bytes:
    """The template with its fields filled. `Refused` names the field or the place that is wrong.

    ``stamp`` (DRAF, CONTOH) stands above everything, whatever the template says.
    """
    environment = _Environment()
    try:
        template = DocxTemplate(BytesIO(content))
        unknown = template.get_undeclared_template_variables(environment, dict(facts)) - {"range"}
        if unknown:
            raise Refused(_unknown(min(unknown)))
        template.render(dict(facts), environment, autoescape=True)
        if stamp:
            _stamp(template.docx, stamp)
        buffer = BytesIO()
        template.save(buffer)
    except TemplateError as error:
        raise Refused(_sentence(error)) from error
    except (LxmlError, KeyError, ValueError, TypeError, AttributeError, ArithmeticError, zipfile.BadZipFile) as error:
        raise Refused(
            _(N_("Templat Word ini tidak dapat diolah: isian di dalamnya saling merusak susunan."))
        ) from error
    except (RecursionError, MemoryError) as error:
        raise Refused(_too_much()) from error
    if buffer.tell() > MAX_RESULT:
        raise Refused(_too_much())
    with zipfile.ZipFile(buffer) as made:
        return packed({name: made.read(name) for name in made.namelist()})


def _stamp(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True
    document.element.body.insert(0, paragraph._p)


def _unknown(name: str) -> str:
    return _(N_("Isian “{name}” di dalam templat Word tidak dikenal: periksa ejaannya pada daftar isian.")).format(
        name=name[:_SHOWN]
    )


def _too_much() -> str:
    return _(N_("Templat Word ini meminta terlalu banyak: periksa perulangan di dalamnya."))


def _sentence(error: TemplateError) -> str:
    place = _place(error)
    if isinstance(error, UndefinedError):
        # "'nagara' is undefined", "'dict object' has no attribute 'nagara'"
        return _unknown((error.message or "").split("'")[-2] if "'" in (error.message or "") else place)
    if isinstance(error, SecurityError) and str(error) == "range":
        return _too_much()
    if isinstance(error, SecurityError) and str(error) == _LIST:
        text = _(N_("Isian yang berupa daftar dicetak satu per satu{place}: pakai {{% for … in … %}}."))
        return text.format(place=place)
    if isinstance(error, TemplateSyntaxError):
        text = _(
            N_("Penulisan isian di dalam templat Word salah{place}: periksa kurung kurawal pembuka dan penutupnya.")
        )
        return text.format(place=place)
    if isinstance(error, TemplateRuntimeError):
        return _(N_("Templat Word ini memakai perintah yang tidak diizinkan{place}.")).format(place=place)
    return _(N_("Templat Word ini tidak dapat diolah{place}.")).format(place=place)


def _place(error: TemplateError) -> str:
    lines = [" ".join(line.split()) for line in getattr(error, "docx_context", ())]
    marked = next((line for line in lines if "{" in line), "")
    return _(N_(" di dekat “{text}”")).format(text=marked[:_SHOWN]) if marked else ""
