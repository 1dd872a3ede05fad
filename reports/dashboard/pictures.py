"""The charts of the page as picture files, drawn by a browser of the machine as the page draws them."""

import base64
import json
import re
from urllib.parse import unquote

from compare.model import Comparison
from corpora.errors import UsageError
from reports.browser import dom_of
from reports.dashboard.assets import asset
from reports.dashboard.page import render_dashboard
from reports.formats import PictureFormat

_WIDTH = 1280  # of the window in CSS pixels; a chart is as wide as the page's text
_SCALE = 2  # pixels of a PNG for each CSS pixel: sharp on paper
_RESULT = re.compile(r'<script type="application/json" id="pictures">(.*?)</script>', re.DOTALL)
_PAIR = re.compile(r"^p([0-9]+)-")


def render_pictures(
    comparison: Comparison, language: str, target: PictureFormat, browser: str
) -> dict[str, bytes]:
    """Every chart of a comparison's page as a picture.

    Args:
        comparison: a later report against one or more earlier ones.
        language: `zh` or `en`.
        target: the format of the pictures.
        browser: what `reports.browser.find_browser` found.

    Returns:
        File name → content; a chart of one pair is named by the years of both texts.

    Raises:
        UsageError: the browser failed or drew nothing.
    """
    chosen = json.dumps({"format": target.value, "scale": _SCALE})
    script = f'"use strict";\nconst PICTURES = {chosen};\n{asset("pictures.js")}'
    document = dom_of(browser, render_dashboard(comparison, language, last=script), _WIDTH)
    found = _RESULT.search(document)
    pictures: dict[str, str] = json.loads(found[1]) if found else {}
    if not pictures:
        raise UsageError(f"{browser}: drew no chart", "Try another browser, or save charts from the page")
    return {
        f"{_name(chart, comparison)}.{target}": _content(address)
        for chart, address in sorted(pictures.items())
    }


def _name(chart: str, comparison: Comparison) -> str:
    """The name of a chart: `2024-2025-slope`; pairs of the same years keep their number."""
    found = _PAIR.match(chart)
    if not found:
        return chart
    years = [(pair.earlier.year, pair.later.year) for pair in comparison.pairs]
    one = years[int(found[1]) - 1]
    return chart if years.count(one) > 1 else f"{one[0]}-{one[1]}-{chart[found.end() :]}"


def _content(address: str) -> bytes:
    """The bytes in a `data:` address."""
    head, _, data = address.partition(",")
    return base64.b64decode(data) if head.endswith(";base64") else unquote(data).encode()
