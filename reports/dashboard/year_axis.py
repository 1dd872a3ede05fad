"""The axis of years of a history's charts.

Years without a report keep a place on it where they part two reports, shaded, so that a line across them is
seen to be one.
"""

from collections.abc import Iterable

from msgspec import Struct

from compare.history.model import Shelf
from reports.dashboard.figures import Figure
from reports.rows.history import year_range
from reports.words.years import runs_of


class Axis(Struct, frozen=True):
    """The years of a shelf in order, with a place for each run of missing ones.

    Attributes:
        labels: what stands at each place.
        places: the place of each year looked at.
        gaps: the places of missing years.
    """

    labels: tuple[str, ...]
    places: dict[int, int]
    gaps: tuple[int, ...]

    @property
    def layout(self) -> Figure:
        """The axis as plotly has it; few labels on a narrow page are chosen by the ticks' own room."""
        return {
            "range": [-0.6, len(self.labels) - 0.4],
            "tickmode": "array",
            "tickvals": list(self.places.values()),
            "ticktext": [str(year) for year in self.places],
            "tickangle": -60,
            "tickfont": {"color": "var(--ink-soft)", "size": 11},
            "side": "top",
            "showgrid": False,
            "zeroline": False,
            "showline": False,
            "fixedrange": True,
        }

    def bands(self) -> list[Figure]:
        """Where years are missing."""
        return [
            {
                "type": "rect",
                "xref": "x",
                "yref": "paper",
                "x0": place - 0.5,
                "x1": place + 0.5,
                "y0": 0,
                "y1": 1,
                "fillcolor": "var(--same-soft)",
                "line": {"width": 0},
                "layer": "below",
            }
            for place in self.gaps
        ]


def axis_of(shelf: Shelf) -> Axis:
    """The axis of a shelf."""
    return axis_of_years(shelf.years, shelf.missing)


def axis_of_years(years: Iterable[int], missing: Iterable[int]) -> Axis:
    """The axis of years with a report, and of years between them without."""
    runs = [(run[0], year_range(run), False) for run in runs_of(missing)]
    every = sorted([*((year, str(year), True) for year in years), *runs])
    return Axis(
        tuple(label for _, label, _ in every),
        {year: place for place, (year, _, known) in enumerate(every) if known},
        tuple(place for place, (_, _, known) in enumerate(every) if not known),
    )
