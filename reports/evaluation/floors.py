"""Floors under the figures: kept in a file with a digest of what was measured; they only go up.

The file is JSON: `gold_sha256`, `floors` (figure → the least it may be; the most, where it counts faults),
`history` (what was lowered, from where, and why).
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from compare.evaluation.figures import Figure
from corpora.errors import SourceError, UsageError

_SCALE = 10_000  # floors have four digits
_NEARLY = 1e-9


class Floors(Struct, frozen=True):
    """Floors as kept.

    Attributes:
        digest: of the standards they were measured on.
        floors: by figure.
        history: rows of what, from, to and reason.
    """

    digest: str
    floors: Mapping[str, float]
    history: tuple[dict[str, object], ...] = ()


class Fallen(Struct, frozen=True):
    """A figure on the wrong side of its floor; `value` is None when it is no longer measured."""

    figure: str
    floor: float
    value: float | None


def read_floors(path: Path) -> Floors | None:
    """The floors of a file, or None when there is no such file yet.

    Raises:
        SourceError: it holds no floors.
    """
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        floors = {str(name): float(value) for name, value in told["floors"].items()}
        return Floors(str(told["gold_sha256"]), floors, tuple(told.get("history", ())))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(str(path), f"holds no floors ({error})", "See docs/evaluation.md") from error


def written_floors(floors: Floors) -> str:
    """The content of a file of floors."""
    document = {
        "gold_sha256": floors.digest,
        "floors": dict(sorted(floors.floors.items())),
        "history": list(floors.history),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def check_digest(floors: Floors, digest: str, path: Path) -> None:
    """Refuse to compare with floors of other standards.

    Raises:
        UsageError: the standards are not those the floors were measured on.
    """
    if floors.digest != digest:
        raise UsageError(
            f"{path}: its floors were measured on other standards or another number of copies",
            "Look at what changed, then set them anew with --update --reason TEXT",
        )


def fallen(floors: Floors, figures: Mapping[str, Figure]) -> tuple[Fallen, ...]:
    """The figures that are worse than their floors, by name.

    Args:
        floors: as kept.
        figures: as measured.
    """
    found = []
    for name, floor in sorted(floors.floors.items()):
        figure = figures.get(name)
        if figure is None:
            found.append(Fallen(name, floor, None))
        elif _is_worse(figure, floor):
            found.append(Fallen(name, floor, figure.value))
    return tuple(found)


def _is_worse(figure: Figure, floor: float) -> bool:
    return figure.value > floor + _NEARLY if figure.is_fault else figure.value < floor - _NEARLY


def renewed_floors(
    before: Floors | None, digest: str, figures: Mapping[str, Figure], reason: str | None
) -> Floors:
    """Floors at what is measured now.

    Args:
        before: as kept, or None for the first.
        digest: of the standards.
        figures: as measured.
        reason: why floors may be lowered or measured on other standards, or None.

    Raises:
        UsageError: something would be lowered, or the standards are others, and no reason is given.
    """
    now = {name: _rounded(figure) for name, figure in figures.items()}
    if before is None:
        return Floors(digest, now)
    lower = fallen(before, figures)
    is_other = before.digest != digest
    if (lower or is_other) and not reason:
        what = "the standards are others" if is_other else f"would lower {lower[0].figure}"
        raise UsageError(
            f"--update: {what}", "Give the reason with --reason TEXT; it is kept with the floors"
        )
    rows: list[dict[str, object]] = [{"what": "standards", "reason": reason}] if is_other else []
    rows += [
        {"what": each.figure, "from": each.floor, "to": now.get(each.figure), "reason": reason}
        for each in lower
    ]
    kept = {} if is_other else {name: floor for name, floor in before.floors.items() if name in now}
    for each in lower:
        kept.pop(each.figure, None)
    best = {name: _better(figures[name], now[name], kept.get(name)) for name in now}
    return Floors(digest, best, (*before.history, *rows))


def _better(figure: Figure, now: float, before: float | None) -> float:
    if before is None:
        return now
    return min(now, before) if figure.is_fault else max(now, before)


def _rounded(figure: Figure) -> float:
    """Rounded to the side on which the figure itself still holds."""
    exact = round(figure.value * _SCALE, 6)
    return (math.ceil(exact) if figure.is_fault else math.floor(exact)) / _SCALE
