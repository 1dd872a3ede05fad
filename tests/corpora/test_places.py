"""Names that mean one place, and the level of its government."""

import pytest

from corpora.places import is_same_place, level_of, nearest_names, place_key, spellings, what_is_near

SAME = [
    ("山西", "山西省"),
    ("Shanxi", "山西省"),
    ("shanxi province", "山西"),
    ("全国", "中华人民共和国"),
    ("国家", "中华人民共和国"),
    ("National", "中华人民共和国"),
    ("广西", "广西壮族自治区"),
    ("Inner  Mongolia", "内蒙古自治区"),
    ("Xizang", "西藏"),
    ("Beijing", "北京市"),
    ("运城", "运城市"),
    ("运城市", "运城市"),
]
DIFFERENT = [
    ("山西", "陕西省"),
    ("Shanxi", "陕西"),
    ("运城", "盐城市"),
    ("运城市", "运城"),
    ("吉林", "吉林市区"),
]


@pytest.mark.parametrize(("asked", "name"), SAME)
def test_the_same_place(asked, name):
    assert is_same_place(asked, name)


@pytest.mark.parametrize(("asked", "name"), DIFFERENT)
def test_another_place(asked, name):
    assert not is_same_place(asked, name)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("中华人民共和国", "national"), ("山西省", "province"), ("广西", "province"), ("重庆市", "province"),
        ("澜川市", "city"), ("延边朝鲜族自治州", "city"), ("阿拉善盟", "city"), ("永安县", "county"),
        ("太原市小店区", "county"), ("鄂伦春自治旗", "county"), ("力洋镇", "township"), ("澜川", None),
    ],
)  # fmt: skip
def test_level(name, level):
    assert level_of(name) == level


def test_every_spelling_leads_back_to_the_place():
    for name in ("山西省", "中华人民共和国", "内蒙古自治区", "澜川市"):
        assert {place_key(word) for word in spellings(name)} == {place_key(name)}


KNOWN = [
    (f"{word}:{year}", f"{name}:{year}")
    for name in ("山西省", "陕西省", "广东省", "西藏自治区")
    for year in (2023, 2025)
    for word in spellings(name)
]


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("Shanxxi:2025", ("山西省:2025", "山西省:2023", "陕西省:2025")),
        ("山西:2022", ("山西省:2023", "山西省:2025")),  # the place is right, the year is not
        ("廣東省:2025", ("广东省:2025",)),
        ("火星:2025", ()),  # the year alone makes nothing near
        ("Atlantis:2023", ()),
        ("2025:2025", ()),
        ("?", ()),
    ],
)
def test_nearest_names(asked, near):
    found = nearest_names(asked, KNOWN)

    assert found[: len(near)] == near
    assert bool(found) is bool(near)


def test_where_nothing_is_near_it_is_said_how_to_list_what_is_there():
    assert what_is_near("山西:2024", KNOWN, "reports").startswith("The nearest there are:\n  山西省:2023")
    assert what_is_near("火星:2025", KNOWN, "reports") == "crossyear corpus list reports shows what is there"
    assert what_is_near("火星:2025", []) == "No report can be read there"
