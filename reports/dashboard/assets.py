"""The pages' templates, styles and scripts, and what every page says of what may run in it."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def asset(name: str) -> str:
    """The text of a file in the folder of templates."""
    return files("reports.dashboard").joinpath("templates", name).read_text(encoding="utf-8")


# What HTML lets one leave out, and a page of ten thousand marks would repeat for nothing: indentation, the
# end of a cell or row that the next tag ends, quotes around a plain value (HTML standard, 13.1.2.3 and 4).
_LEFT_OUT = ((r"\n[ \t]+", "\n"), (r"</t[dhr]>", ""), (r'(?<=[a-z]=)"([\w#-]+)"(?=[ >]|$)', r"\1"))
_EXPRESSIONS = re.compile(r"({[{%].*?[%}]})", re.DOTALL)


def _template(name: str) -> str:
    """A template without what can be left out of the page; what Jinja fills in keeps its quotes."""
    parts = _EXPRESSIONS.split(asset(name))
    return "".join(part if place % 2 else _lean(part) for place, part in enumerate(parts))


def _lean(markup: str) -> str:
    for pattern, kept in _LEFT_OUT:
        markup = re.sub(pattern, kept, markup)
    return markup


def environment(finalize: Callable[[object], object] | None = None) -> "Environment":
    """Jinja with escaping on whatever a template is called, and an error for a name that is not there.

    Args:
        finalize: what is done to a value before it is shown.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )


def hash_sources(texts: Iterable[str]) -> str:
    """Inline scripts or styles as sources of a Content-Security-Policy: only these texts count."""
    return " ".join(dict.fromkeys(f"'{digest_of(text)}'" for text in texts if text))


def digest_of(text: str) -> str:
    """The digest of a script's text, as a policy and the attribute `integrity` have it."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
