"""Rough keys: spellings of one name share one, other names do not."""

from itertools import combinations

import pytest

from incidents.model.rough import rough_institution, rough_place

APART = [
    "Onchon Sonchon Jonchon Chongju Sunchon Songchon Tokchon",
    "Hyesan Hyesang Haesan Hyeson",
    "Chongjin Chungjin Changjin Sangjin",
    "Kangdong Kangdok Kangso Kanggye",
    "Samsu Samsok Sansu",
    "온천 선천 전천 온성",
    "라선 라진 나라",
]


@pytest.mark.parametrize("words", APART)
def test_other_names_stay_apart(words: str) -> None:
    pairs = combinations(words.split(), 2)
    assert [pair for pair in pairs if rough_place(pair[0]) == rough_place(pair[1])] == []


ONE = [
    "Ryanggang Yanggang Yangkang Ryanggang-do Yang-gang",
    "Hamgyong Hamkyung Hamgyeong Hamgyŏng Hamkyong",
    "Pyongan Pyeongan P'yŏngan Phyongan",
    "Kangryong Kangnyong Gangnyeong Gangryeong Kangnyŏng",
    "Tongrim Tongnim Dongrim Dongnim",
    "Nyongbyon Yongbyon Yeongbyeon Nyŏngbyŏn",
    "Rajin Najin",
    "Chollima Ch'ŏllima Cheollima",
    "Sakju Sakchu",
    "Haeju Haiju",
    "Hamgyongbuk-do Hamgyŏng-bukto Hamgyeongbuk",
    "Moranbong Moranbong-guyok Moranbong-guyeok Moranbong-kuyŏk",
    "Samsu Samsu-up Samsu-eup Samsu-ŭp",
    "Posong Posong-ri Poseong-ni P'osŏng-ni",
    "Yuson-rodongjagu Yuseon-nodongjagu Yusŏn",
    "량강도 양강도 량강 양강 양강도에서 량강도의",
    "녕변군 영변 녕변에서는",
    "로동자구 노동자구",
]


@pytest.mark.parametrize("words", ONE)
def test_spellings_of_one_name_meet(words: str) -> None:
    assert len({rough_place(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Ministry of Defence", "Ministry for Defense", "the Ministry of Defense", "MINISTRY OF DEFENCE"),
        ("General Federation of Trade Unions", "The General Federation of Trade Unions"),
        ("Organisation and Guidance Department", "Organization & Guidance Department"),
        ("조선 로동당", "조선로동당", "조선노동당에서"),
    ],
)
def test_spellings_of_one_institution_meet(names: tuple[str, ...]) -> None:
    assert len({rough_institution(name) for name in names}) == 1


@pytest.mark.parametrize("name", ["", " ", "-", "'", "of the"])
def test_nothing_has_no_key(name: str) -> None:
    assert rough_institution(name) == ""
