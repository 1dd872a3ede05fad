"""The panel of real reports has the targets that were set."""

import pytest

from reports.panel.plan import PanelSelection
from reports.panel.tables import TARGETS

# As the reports of these years tell them.
VALUES = [
    (2019, "gdp_pct", (6.25, 6.0, 6.5, None)),
    (2019, "urban_jobs_persons", (1100.0, 1100.0, 1100.0, "以上")),
    (2019, "unemployment_surveyed_pct", (5.5, 5.5, 5.5, "左右")),
    (2019, "deficit_rate_pct", (2.8, 2.8, 2.8, None)),
    (2019, "local_special_bonds_cny", (21500.0, 21500.0, 21500.0, None)),  # 2.15万亿元
    (2025, "gdp_pct", (5.0, 5.0, 5.0, "左右")),
    (2025, "cpi_pct", (2.0, 2.0, 2.0, "左右")),
    (2025, "grain_tonnes", (70000.0, 70000.0, 70000.0, "左右")),  # 1.4万亿斤
    (2025, "deficit_cny", (56600.0, 56600.0, 56600.0, None)),  # 5.66万亿元
    (2025, "ultra_long_bonds_cny", (13000.0, 13000.0, 13000.0, None)),
    (2025, "income_pct", (None, None, None, "同步")),
]


@pytest.fixture(scope="module")
def national(shared, tmp_path_factory, make_bench):
    folder = tmp_path_factory.mktemp("national")
    files = {name: (shared / "corpus" / "national" / name).read_bytes() for name in ("2019.txt", "2025.txt")}
    bench = make_bench(folder, files)
    bench.run(selection=PanelSelection())
    return {row["year"]: row for row in bench.table(TARGETS.name).rows(named=True)}


@pytest.mark.parametrize(("year", "code", "values"), VALUES)
def test_a_target_of_the_nation(year, code, values, national):
    assert tuple(national[year][f"{code}{end}"] for end in ("", "_lo", "_hi", "_q")) == values
