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


def _template(name: str) -> str:
    """A template without its indentation, which a page of ten thousand marks would repeat for nothing."""
    return re.sub(r"\n[ \t]+", "\n", asset(name))


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
