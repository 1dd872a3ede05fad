"""Figures in tables on terminals of every width: a figure or a year stands whole, or the reader is told a wrong one."""

import re
from collections import Counter

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from compare.comparison import compare_with_many
from compare.history.concordance import ask, find_uses
from compare.history.story import tell_history
from corpora.store import Corpus, Entry
from reports.blocks import Column, Item, Items, Row, Table
from reports.cli.sample import read_sample
from reports.terminal import render_terminal
from reports.terminal_columns import column_widths
from reports.views.change import view_comparison
from reports.views.concordance import view_concordances
from reports.views.context import SCREEN
from reports.views.corpus import view_corpus
from reports.views.history import SCREEN as SHORT
from reports.views.history import view_history
from reports.views.outline import view_outline

WIDTHS = [*range(40, 60, 2), 63, 66, 71, 75, 80, 90, 97, 110, 120]
FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def figures(*texts):
    return Counter(found for text in texts for found in FIGURE.findall(text))


@pytest.fixture(scope="module", params=["zh", "en"])
def tables(request, comparison, tmp_path_factory):
    """All tables of all views that have figures, of the sample and of a comparison with every kind of change."""
    language, reports = request.param, read_sample()
    places = {"中华人民共和国": reports, "北川彝族自治州": reports[-2:]}
    uses = [
        find_uses([replace(one, place=place) for one in some], ask("亩均论英雄"))
        for place, some in places.items()
    ]
    folder = tmp_path_factory.mktemp("corpus")
    corpus = Corpus(folder, tuple(Entry(f"{one.year}.txt", one) for one in reports))
    views = [
        view_comparison(comparison, language, SCREEN),
        view_comparison(compare_with_many(reports[:-1], reports[-1]), language, SCREEN),
        view_outline(reports[-1], language),
        view_history(tell_history(reports), language, SHORT),
        view_concordances(uses[:1], language, 20),
        view_concordances(uses, language, 20),
        view_corpus(corpus, language),
    ]
    return [block for view in views for block in view if isinstance(block, Table)]


def test_every_figure_of_every_table_stands_whole_at_every_width(tables):
    cut = []
    for block in tables:
        cells = figures(*(cell for row in block.rows for cell in row.cells))
        others = figures(*(column.title for column in block.columns), block.more)
        for width in WIDTHS:
            text = render_terminal([block], width=width)
            shown = figures(*text.splitlines())
            assert max(map(cell_len, text.splitlines())) <= width
            if cells - shown or set(shown) - set(cells) - set(others):
                cut.append((width, block.columns, cells - shown))
    assert cut == []


def of(*rows, titles, right=(), flexible=()):
    columns = tuple(Column(title, title in flexible, title in right) for title in titles)
    return Table(columns, tuple(map(Row, rows)))


COUNTS = of(
    ("~ 改写", "10", "1,855", "85%"), ("< 拆分", "0", "1 -> 2", "2%"),
    titles=("变化", "章节", "举措", "占2024年文字数的比例"), right={"章节", "举措", "占2024年文字数的比例"},
)  # fmt: skip
FIRM = of(("2016",) * 8, titles=("年份",) * 8)


@pytest.mark.parametrize(
    ("block", "room", "widths"),
    [
        (COUNTS, 60, [6, 4, 6, 20]),
        (COUNTS, 30, [6, 4, 6, 14]),
        (COUNTS, 20, [6, 4, 6, 4]),
        (COUNTS, 19, None),
        (FIRM, 32, [4] * 8),
        (FIRM, 31, None),
    ],
)
def test_columns_of_figures_have_the_width_that_they_need(block, room, widths):
    assert column_widths(block, room) == widths


def test_what_cannot_stand_side_by_side_is_set_row_by_row():
    block = of(
        ("2016", " 3 -> 1", "", "加快培育新兴产业"), ("2017", " 1 -> 2", "新", "扩大内需"),
        titles=("年份", "位次", "指标的名称和单位", "任务的名称"), flexible={"指标的名称和单位", "任务的名称"},
    )  # fmt: skip

    assert len(render_terminal([block], width=60).splitlines()) == 4
    assert render_terminal([block], width=40) == (
        "  年份  2016\n"
        "  位次  3 -> 1\n"
        "  任务的名称  加快培育新兴产业\n"
        "\n"
        "  年份  2017\n"
        "  位次  1 -> 2\n"
        "  指标的名称和单位  新\n"
        "  任务的名称  扩大内需\n"
    )


def test_a_long_label_does_not_press_a_quote_into_one_character_a_line():
    name = "内蒙古自治区呼伦贝尔市莫力达瓦"
    items = Items((Item("+", "一句话。", quotes=((name, "全面推进乡村振兴，加快建设农业强市"),)),))

    assert render_terminal([items], width=40).splitlines()[1:] == [
        f"      {name}",
        "        全面推进乡村振兴，加快建设农业强",
        "        市",
    ]
