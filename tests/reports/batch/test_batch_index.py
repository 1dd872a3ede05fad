"""The index page of a batch: what its panels and its table say is what the tables say, and a reader can use it."""

import re
from importlib.resources import files

import polars as pl
import pytest
from lxml import html
from msgspec.structs import replace

import reports.batch.work
from corpora.cache import code_version
from corpora.listing import Listed
from corpora.manifest import Line
from reports.batch.gist import Gist
from reports.batch.index import Found, render_index
from reports.batch.multiples import MOST_PAIRS, MOST_PANELS, multiples
from reports.batch.plan import Selection, plan_pairs
from reports.batch.run import Batch
from reports.cli.main import run
from reports.dashboard.page import render_dashboard

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
GIST = Gist("k", ("永安市",), 2024, 2025, 0.25, 0.25, 0.5, 0.1, 3, 20, (2, 5), (3, 4), ("甲", "乙"), ("丙",))


@pytest.fixture
def made(corpus, monkeypatch):
    """Makes a batch of all pairs; its folder."""
    monkeypatch.chdir(corpus.parent)
    reports.batch.work.recall.cache_clear()

    def maker(*more):
        assert run(["batch", "reports", "-o", "tables", "--workers", "1", *more]) == 0
        return corpus.parent / "tables"

    return maker


def page_of(folder):
    return html.document_fromstring((folder / "index.html").read_text(encoding="utf-8"))


def words(element):
    return "".join(element.itertext())


def rows_of(page):
    """The rows of the table of pairs: (place, cells)."""
    return [
        (words(row.xpath("./th")[0]), [words(cell) for cell in row.xpath("./td")])
        for row in page.xpath("//*[@id='pairs']//tbody/tr")
    ]


def test_every_pair_of_the_tables_is_a_row_with_the_same_figures(made):
    folder = made()
    pairs = pl.read_parquet(folder / "pairs.parquet").rows(named=True)
    told = {
        name: pl.read_parquet(folder / f"{name}.parquet") for name in ("targets", "promises", "priorities")
    }
    found = rows_of(page_of(folder))

    assert len(found) == len(pairs) > 1
    for (place, cells), pair in zip(found, pairs, strict=True):
        targets, promises, priorities = (
            told[name].filter(pl.col("pair") == pair["pair"])
            for name in ("targets", "promises", "priorities")
        )
        assert place == pair["later_place"]
        assert cells[0] == f"{pair['earlier_year']} → {pair['later_year']}"
        for cell, share in ((1, "later_share_new"), (2, "earlier_share_dropped"), (4, "later_share_kept")):
            assert cells[cell] in {f"{pair[share]:.0%}", "<1%"}
        assert [int(cell) for cell in cells[5:7]] == [pair["moved"], pair["findings"]]
        earlier = targets.filter(pl.col("change") != "new")
        changed = earlier.filter(pl.col("change") != "kept").height
        assert cells[7] == (f"{changed}/{earlier.height}" if earlier.height else "–")
        answered = promises.filter(pl.col("status") == "reported").height
        assert cells[8].endswith(f"({answered}/{promises.height})") or not promises.height
        for cell, status, column in ((9, "new", "later_heading"), (10, "dropped", "earlier_heading")):
            headings = priorities.filter(pl.col("status") == status)[column].to_list()
            assert (not headings) == (not cells[cell])
            assert all(heading[:8] in cells[cell] for heading in headings[:3])


def test_a_place_is_a_panel_with_a_column_for_each_pair(made):
    page = page_of(made())
    panels = {words(each.xpath(".//a")[0]): each for each in page.xpath("//*[@class='panel']")}
    counts = {place: len([1 for name, _ in rows_of(page) if name == place]) for place in panels}
    assert counts == {"澜川市": 4, "永安市": 1}
    for place, panel in panels.items():
        (drawing,) = panel.xpath(".//svg")
        assert place in drawing.get("aria-label")
        assert drawing.get("viewbox", drawing.get("viewBox")) == f"0 0 {counts[place] * 12} 80"
        changed = panel.xpath(".//*[contains(@class, 'tone-changed')]/@d")
        assert changed[0].count("M") == counts[place]


def test_files_and_pairs_that_failed_are_shown_with_their_reason(made):
    failures = page_of(made()).xpath("//*[@id='failures']")
    assert "recipe.txt" in words(failures[0])


def test_heights_are_shares_and_both_begin_at_the_line():
    (panel,) = multiples([GIST], {}, "zh").panels
    assert dict(panel.bars) == {
        "new": "M6 40V30",
        "changed": "M6 30V10",
        "same": "M6 10V0",
        "gone": "M6 44V40",
    }


@pytest.mark.parametrize(
    ("gist", "figures"),
    [
        (GIST, ("25%", "10%", "50%", "25%", "3", "20", "2/5", "75% (3/4)")),
        (replace(GIST, targets=(0, 0), promises=(0, 0)), ("25%", "10%", "50%", "25%", "3", "20", "–", "–")),
        (replace(GIST, new=0.001, dropped=0.0), ("<1%", "0%", "50%", "25%", "3", "20", "2/5", "75% (3/4)")),
    ],
)
def test_figures_of_a_row(gist, figures):
    (row,) = multiples([gist], {}, "zh").rows
    assert row.figures == figures


@pytest.mark.parametrize(
    ("headings", "shown"),
    [((), ()), (("甲", "乙", "丙"), ("甲", "乙", "丙")), (tuple("甲乙丙丁戊"), ("甲", "乙", "丙", "+2"))],
)
def test_headings_beyond_the_third_are_counted(headings, shown):
    (row,) = multiples([replace(GIST, new_priorities=headings)], {}, "zh").rows
    assert row.new_priorities == shown


def test_one_place_is_one_panel_and_one_name_however_its_reports_spell_it():
    spelled = [
        *((("山西省",), 2022), (("山西",), 2023), (("山西省",), 2024), (("太原市",), 2024)),
        *((("山西", "全国"), 2023), (("山西省", "全国"), 2024), (("全国", "山西"), 2022)),
    ]
    gists = [
        replace(GIST, key=str(number), places=places, later=year)
        for number, (places, year) in enumerate(spelled)
    ]
    shown = multiples(gists, {}, "zh")
    assert {panel.place: panel.width // 12 for panel in shown.panels} == {
        "山西省": 3,
        "太原市": 1,
        "山西省 → 全国": 2,
        "全国 → 山西省": 1,
    }
    assert [row.place for row in shown.rows] == [
        *(["山西省"] * 3), "太原市", *(["山西省 → 全国"] * 2), "全国 → 山西省"
    ]  # fmt: skip


def listed(place, year):
    return Listed(f"{place}-{year}", Line(), f"{place}-{year}", place, year, text=f"{place}-{year}")


REPORTS = [
    *(listed("山西", year) for year in (2020, 2022)),
    *(listed("山西省", year) for year in (2023, 2025)),
    *(listed("太原市", year) for year in (2024, 2025)),
    listed("全国", 2026),
]


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (
            Selection(),
            [("山西省", "3", "2020, 2022-2023, 2025", "2021, 2024"), ("太原市", "1", "2024-2025", "none")],
        ),
        (
            Selection(to="全国:2026"),
            [
                ("山西省", "4", "2020, 2022-2023, 2025", "2021, 2024"),
                ("全国", "6", "2026", "none"),
                ("太原市", "2", "2024-2025", "none"),
            ],
        ),
        (
            Selection(to="山西:2023", places=("山西",)),
            [("山西省", "3", "2020, 2022-2023, 2025", "2021, 2024")],
        ),
    ],
)
def test_years_are_counted_under_the_place_that_they_are_of(selection, told):
    batch = Batch(plan_pairs(REPORTS, selection), (), frozenset(), 0, ())
    page = html.document_fromstring(render_index(Found(batch, (), {}, ()), "reports", None, "en"))
    rows = page.xpath("//*[@id='places']//tbody/tr")
    assert sorted(tuple(words(cell).strip() for cell in row) for row in rows) == sorted(told)


def test_of_very_many_pairs_those_stay_in_which_most_changed_hands_and_the_rest_is_told():
    gists = [
        replace(GIST, key=str(number), places=(f"第{number}县",), new=number / 1000)
        for number in range(MOST_PAIRS + 100)
    ]
    shown = multiples(gists, {}, "en")
    assert len(shown.rows) == MOST_PAIRS
    assert len(shown.panels) == MOST_PANELS
    assert {row.place for row in shown.rows} == {place for gist in gists[100:] for place in gist.places}
    assert "600 pairs in all" in shown.more_pairs
    assert shown.more_panels.startswith("100 ")
    few = multiples(gists[:MOST_PAIRS], {}, "en")
    assert (few.more_pairs, few.more_panels) == ("", "")


def test_pages_are_written_linked_and_not_made_twice(made, capsys):
    folder = made("--pages", "--plotly", "cdn", "--place", "永安")
    (link,) = page_of(folder).xpath("//*[@id='pairs']//tbody//a/@href")
    page = folder / link
    first = page.read_bytes()
    assert "永安市" in first.decode("utf-8")
    page.write_bytes(first + b"<!-- kept -->")
    made("--pages", "--plotly", "cdn", "--place", "永安")
    assert page.read_bytes().endswith(b"<!-- kept -->"), "it was there already"
    page.unlink()
    made("--pages", "--plotly", "cdn", "--place", "永安")
    assert page.read_bytes() == first
    made("--place", "永安")
    assert not page.exists(), "a run without --pages does not leave pages that nothing leads to"
    assert not page_of(folder).xpath("//*[@id='pairs']//tbody//a")
    assert capsys.readouterr().out == ""


def test_a_page_looks_as_it_was_asked_for_last_whatever_was_asked_for_before(made, monkeypatch):
    def page(*look):
        folder = made("--pages", "--place", "永安", *look)
        (link,) = page_of(folder).xpath("//*[@id='pairs']//tbody//a/@href")
        return (folder / link).read_bytes()

    first = page("--plotly", "cdn")
    for look in (("--plotly", "cdn", "--lang", "en"), ()):
        assert page(*look) != first
        assert page("--plotly", "cdn") == first
    monkeypatch.setattr("reports.batch.pages.code_version", lambda _: "another")
    monkeypatch.setattr("reports.dashboard.page.render_dashboard", lambda *_, **__: "as it was")
    assert page("--plotly", "cdn") == b"as it was"
    monkeypatch.setattr("reports.batch.pages.code_version", code_version)
    monkeypatch.setattr("reports.dashboard.page.render_dashboard", render_dashboard)
    assert page("--plotly", "cdn") == first
    assert len(list((made("--pages", "--place", "永安") / "pages").iterdir())) == 1


def links_of(file):
    document = html.document_fromstring(file.read_text(encoding="utf-8"))
    return document.xpath("//*[@id='pairs']//tbody//a/@href")


def test_what_one_part_leaves_out_stays_as_long_as_another_or_the_whole_leads_to_it(made):
    cdn = ("--plotly", "cdn", "--pages")
    pages = made(*cdn) / "pages"
    whole, part = pages.parent / "index.html", pages.parent / "index-1-of-2.html"
    assert len(links_of(whole)) == 5
    made(*cdn, "--shard", "1/2")
    assert set(links_of(part)) < set(links_of(whole))
    made("--shard", "1/2")
    assert not links_of(part)
    assert all((pages.parent / link).is_file() for link in links_of(whole))
    made(*cdn, "--shard", "1/2")
    made()
    assert sorted(f"pages/{page.name}" for page in pages.iterdir()) == sorted(links_of(part))
    made("--shard", "1/2")
    assert not list(pages.iterdir()), "nothing leads to them any more"


def test_a_page_that_cannot_be_made_is_told_and_stops_nothing(made, monkeypatch):
    def broken(*_, **__):
        message = "out of ink"
        raise RuntimeError(message)

    monkeypatch.setattr("reports.dashboard.page.render_dashboard", broken)
    monkeypatch.chdir(made("--place", "永安").parent)
    assert run(["batch", "reports", "-o", "tables", "--workers", "1", "--place", "永安", "--pages"]) == 70
    page = page_of(made("--place", "永安").parent / "tables")
    assert page.xpath("//*[@id='pairs']//tbody/tr")


@pytest.fixture
def reader(made, browser):
    """The index page in a browser; afterwards nothing may have been asked for or complained about."""
    folder, complaints = made(), []
    address = (folder / "index.html").as_uri()
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme="dark")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if address not in request.url else None)
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def test_a_reader_sorts_narrows_and_switches(reader):
    rows = reader.locator("#pairs tbody tr:visible")
    assert rows.count() == 5
    reader.locator(".panel a", has_text="永安市").click()
    assert reader.url.endswith("#pairs")
    assert rows.count() == 1
    assert reader.locator(".narrow output").inner_text() == "1 对"
    reader.locator(".choice button", has_text="English").click()
    assert reader.locator(".narrow output").inner_text() == "1 pairs"
    reader.locator(".narrow input").fill("")
    assert rows.count() == 5
    for order in ("descending", "ascending"):
        reader.locator("#pairs .sort", has_text="findings").click()
        column = [int(text) for text in reader.locator("#pairs tbody td:nth-child(8)").all_inner_texts()]
        assert column == sorted(column, reverse=order == "descending")
        assert reader.locator("#pairs [aria-sort]").get_attribute("aria-sort") == order
    reader.locator("#pairs .sort", has_text="place").first.click()
    places = reader.locator("#pairs tbody th").all_inner_texts()
    assert places == sorted(places, key=["澜川市", "永安市"].index), "in the order of the dictionary"


def test_nothing_sticks_out_and_axe_finds_nothing(reader):
    assert reader.evaluate("document.documentElement.scrollWidth") == 360
    reader.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    reader.evaluate(AXE)
    found = reader.evaluate(
        """() => axe.run({ exclude: [["tbody > :nth-child(n+6)"]] }, { resultTypes: ["violations"] })
          .then((found) => found.violations.map((each) => each.id + ": " + each.nodes[0].html.slice(0, 120)))"""
    )
    assert found == []


def test_nothing_in_the_page_asks_the_network(made):
    page = (made() / "index.html").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//)""", page)
