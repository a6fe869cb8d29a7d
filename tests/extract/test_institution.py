"""Institutions: what is left alone, names, patterns, definite nouns."""

from collections.abc import Callable

import pytest

from incidents.extract import institution
from incidents.lexicon.lexicon import Lexicon
from incidents.model.document import Document
from incidents.model.finding import InstitutionMention

Prepared = Callable[..., Document]
Read = Callable[..., tuple[InstitutionMention, ...]]


LEFT_ALONE = [
    "They gave a party for the driver, and the party went on all night.",
    "At the birthday party he drank. The party went on all night.",
    "The mine was shut, and so were the factory, the school and the court.",
    "Party officials came, and so did county officials.",
    "He mss the train.",
    "The Daily NK and KCNA wrote about it.",
    "FILE PHOTO: The Ministry of State Security. (Yonhap News)",
    "The best mine is far away. Every Mine has a guard.",
    "A university in Seoul opened.",
    "Provincial, city and county party committees met.",
    "Fighting in the West Bank went on.",
    "The National University and the Central Mine were shut.",
    "In Kenya and in Cuba the Xangdok Savings Bank was robbed.",
    "The Chinese embassy was shut.",
    "People in the province have told every farm to pay.",
    "The camp held 25 men.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(bodies: Read, text: str) -> None:
    found = [mention for mention in bodies(text) if mention.code and mention.code != "kp.wpk"]
    assert found == []


def test_a_party_with_drinks_is_not_the_party(bodies: Read) -> None:
    assert bodies("At the birthday party he drank. The party went on all night.") == ()


NAMED = [
    ("Agents of the Ministry of State Security came.", "Ministry of State Security", "kp.mss"),
    ("Agents of the State Security Department came.", "State Security Department", "kp.mss"),
    ("Agents of the bowibu came.", "bowibu", "kp.mss"),
    ("The ministry of state security came.", "ministry of state security", "kp.mss"),
    ("The Ministry of People’s Security came.", "Ministry of People's Security", "kp.mps"),
    ("The WPK met.", "WPK", "kp.wpk"),
    ("The Korean Workers’ Party met.", "Korean Workers' Party", "kp.wpk"),
    ("China’s Foreign Ministry denied it.", "Foreign Ministry", "cn.foreign"),
    ("The minister of people’s security bowed.", "minister of people's security", "kp.mps"),
    ("Japan’s foreign minister denied it.", "foreign minister", "jp.foreign"),
    ("Members of the neighborhood watch units came.", "neighborhood watch units", "kp.inminban"),
    ("Money goes to Office 39 first.", "Office 39", "kp.wpk.bureau-39"),
]


@pytest.mark.parametrize(("text", "words", "code"), NAMED)
def test_named(bodies: Read, text: str, words: str, code: str) -> None:
    assert [(m.text.removeprefix("China's ").removeprefix("Japan's "), m.code) for m in bodies(text)] == [(words, code)]


def test_a_bureau_of_a_ministry_names_both(bodies: Read) -> None:
    found = bodies("The overseas counterintelligence bureau of the Ministry of State Security met.")
    assert [(m.text, m.code) for m in found] == [
        ("overseas counterintelligence bureau", "kp.mss.overseas-counterintelligence"),
        ("Ministry of State Security", "kp.mss"),
    ]


ABBREVIATED = [
    ("The MSS came.", None),
    ("The Ministry of State Security came. The MSS left.", "kp.mss"),
    ("The MSS came. It was the Ministry of Social Security that had sent it.", "kp.mps"),
]


@pytest.mark.parametrize(("text", "code"), ABBREVIATED)
def test_an_abbreviation_of_two_is_settled_by_the_full_name(bodies: Read, text: str, code: str | None) -> None:
    found = next(mention for mention in bodies(text) if mention.text == "MSS")
    assert found.code == code
    assert bool(found.candidates) == (code is None)


BRANCHED = [
    ("The Hyesan MSS came.", "2024-05-20", None),
    ("MSS agents in Hyesan came.", "2024-05-20", None),
    ("The Ministry of State Security and the Ministry of Social Security met. The Hyesan MSS came.", "2024", None),
    ("The Hyesan MSS came.", "2018-05-20", "kp.mss.branch@KP-10.hyesan"),
    ("The Ministry of State Security met. The Hyesan MSS came.", "2024-05-20", "kp.mss.branch@KP-10.hyesan"),
    ("The Ministry of Social Security met. The Hyesan MSS came.", "2024-05-20", "kp.mps.branch@KP-10.hyesan"),
    (
        "The Ministry of State Security (MSS) and the Ministry of Social Security met. MSS agents in Hyesan came.",
        "2024-05-20",
        "kp.mss.branch@KP-10.hyesan",
    ),
]


@pytest.mark.parametrize(("text", "published", "code"), BRANCHED)
def test_so_is_one_whose_branch_acts(bodies: Read, text: str, published: str, code: str | None) -> None:
    found = bodies(text, published)[-1]
    assert found.code == code
    assert found.candidates == (("kp.mps", "kp.mss") if code is None else ())


MADE = [
    ("The Onchon county party committee met.", "Onchon county party committee",
     "kp.wpk.party-committee@KP-14.onchon", "Onchon County Party Committee", "kp.wpk", "KP-14.onchon"),
    ("The party committee of Onchon county met.", "party committee of Onchon county",
     "kp.wpk.party-committee@KP-14.onchon", "Onchon County Party Committee", "kp.wpk", "KP-14.onchon"),
    ("The Hyesan city state security department came.", "Hyesan city state security department",
     "kp.mss.branch@KP-10.hyesan", "Hyesan City Department of the Ministry of State Security",
     "kp.mss", "KP-10.hyesan"),
    ("The Hyesan branch of the Ministry of State Security came.", "Hyesan branch of the Ministry of State Security",
     "kp.mss.branch@KP-10.hyesan", "Hyesan City Department of the Ministry of State Security",
     "kp.mss", "KP-10.hyesan"),
    ("In Samsu county it rained. The county people’s committee met.", "The county people's committee",
     "kp.cabinet.peoples-committee@KP-10.samsu", "Samsu County People's Committee", "kp.cabinet", "KP-10.samsu"),
    ("In Hyesan it rained. The city’s market management office was shut.", "The city's market management office",
     "kp.cabinet.market-management-office@KP-10.hyesan", "Hyesan City Market Management Office", "kp.cabinet",
     "KP-10.hyesan"),
    ("The Hyesan city water supply office was shut.", "Hyesan city water supply office",
     "kp.water-supply-office@KP-10.hyesan", "Hyesan City Water Supply Office", "", "KP-10.hyesan"),
    ("Men of the water supply office in Samsu county came.", "water supply office in Samsu county",
     "kp.water-supply-office@KP-10.samsu", "Samsu County Water Supply Office", "", "KP-10.samsu"),
    ("He works at Hyesan Xangdok Shoe Factory.", "Hyesan Xangdok Shoe Factory",
     "kp.hyesan-xangdok-shoe-factory@KP-10.hyesan", "Hyesan Xangdok Shoe Factory", "", "KP-10.hyesan"),
    ("Prison Camp No. 25 in Chongjin was shut.", "Prison Camp No. 25",
     "kp.mss.prisons.camp-no-25", "Camp No. 25", "kp.mss.prisons",
     "KP-09.chongjin.camp-25"),
    ("In Shenyang a guard of the North Korean consulate ran away.", "North Korean consulate",
     "kp.foreign.consulate@CN-LN.shenyang", "Consulate General of North Korea in Shenyang", "kp.foreign",
     "CN-LN.shenyang"),
    ("In Hyesan it rained. The city’s shoe factory was shut.", "The city's shoe factory",
     "kp.shoe-factory@KP-10.hyesan", "Hyesan City Shoe Factory", "", "KP-10.hyesan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code", "name", "parent", "at"), MADE)
def test_made_by_a_pattern(  # noqa: PLR0917
    bodies: Read, text: str, words: str, code: str, name: str, parent: str, at: str
) -> None:
    mention = bodies(text)[-1]
    assert (mention.text.removeprefix("the ").removeprefix("The "), mention.code) == (words.removeprefix("The "), code)
    assert mention.made is not None
    assert (mention.made.name, mention.made.parent, mention.made.place) == (name, parent, at)


def test_one_organ_has_one_code_however_it_is_worded(bodies: Read) -> None:
    text = "The Onchon county party committee met. The county party committee fell silent, and the committee was gone."
    assert {mention.code for mention in bodies(text)} == {"kp.wpk.party-committee@KP-14.onchon"}
    assert [mention.anaphoric for mention in bodies(text)] == [False, True, True]


SECURITY = [
    ("The Hyesan city security bureau came.", None),
    ("The Ministry of State Security was told. The Hyesan city security bureau came.", "kp.mss.branch@KP-10.hyesan"),
    ("The Ministry of Social Security was told. The Hyesan city security bureau came.", "kp.mps.branch@KP-10.hyesan"),
]


@pytest.mark.parametrize(("text", "code"), SECURITY)
def test_a_security_bureau_can_be_of_either_ministry(bodies: Read, text: str, code: str | None) -> None:
    last = bodies(text)[-1]
    assert last.code == code
    assert last.candidates == (() if code else ("kp.mps", "kp.mss"))


ABROAD = ["In Mexico the party met.", "In Kenya and Cuba the Cabinet met."]


@pytest.mark.parametrize("text", ABROAD)
def test_the_party_of_another_country_is_not_the_one(bodies: Read, text: str) -> None:
    assert bodies(text) == ()


def test_the_sentence_says_whose_chiefs_of_staff(bodies: Read) -> None:
    text = "In South Korea the Joint Chiefs of Staff met. In the United States the Foreign Ministry of Japan spoke."
    assert [mention.code for mention in bodies(text)] == ["kr.jcs", "jp.foreign"]


def test_an_organ_that_the_reference_holds_is_not_made_again(bodies: Read) -> None:
    mention = bodies("The South Pyongan provincial party committee met.")[0]
    assert (mention.code, mention.made) == ("kp.wpk.south-pyongan", None)


def test_an_organ_without_a_known_area_stays_open(bodies: Read) -> None:
    mention = bodies("The county party committee met.")[0]
    assert (mention.code, mention.made) == (None, None)
    assert mention.reason


def test_a_pattern_of_one_country_does_not_hold_in_another(bodies: Read) -> None:
    assert not any(mention.made for mention in bodies("The Vladivostok police and the Jilin court are shut."))


DEFINITE = [
    (
        "The detention center in Tumen is full. A holding center of the Ministry of State Security is not. The center",
        "kp.mss",
    ),
    ("The Ministry of Railways met. The ministry said so.", "kp.railways"),
    ("The Ministry of Railways and the Cabinet met. The ministry said so.", "kp.railways"),
    ("Workers left the Musan Mine. The mine is shut.", "kp.musan-mine"),
    ("It was decided by the party.", "kp.wpk"),
    ("It was decided by the Political Bureau.", "kp.wpk.politburo"),
    ("In Musan county it rained, and the mine was shut.", "kp.musan-mine"),
]


@pytest.mark.parametrize(("text", "code"), DEFINITE)
def test_definite_nouns(bodies: Read, text: str, code: str) -> None:
    last = bodies(text)[-1]
    assert (last.code, last.anaphoric) == (code, True)


def test_offsets_are_those_of_the_words(lexicon: Lexicon, prepared: Prepared) -> None:
    document = prepared("The Onchon county party committee’s men met “the Workers’ Party” men of the U.N. in Hyesan.")
    for mention in institution.annotate(document, lexicon):
        assert document.text[mention.start : mention.end] == mention.text


CABINETS = [
    ("The Cabinet met in Pyongyang.", ["kp.cabinet"]),
    ("North Korea's Cabinet met.", ["kp.cabinet"]),
    ("Japan's Cabinet met over North Korea.", []),
    ("It met in a Cabinet room in Seoul.", []),
    ("North Korea heard that the Asian Central Bank and the Royal Supreme Court met.", []),
    ("In North Korea the Second Central Bank is shut.", ["kp.central-bank"]),
    ("The North Korean Central Bank is shut.", ["kp.central-bank"]),
    ("The central party sent a team to Hyesan.", ["kp.wpk.cc"]),
]


@pytest.mark.parametrize(("text", "codes"), CABINETS)
def test_a_common_noun_is_a_name_only_by_what_is_around_it(bodies: Read, text: str, codes: list[str]) -> None:
    assert [mention.code for mention in bodies(text)] == codes


AS_SAID = [
    ("South Korea's spy agency said that North Korea fell silent. The agency", "kr.nis"),
    ("The No. 1 Correctional Labor Camp in Kaechon is full. The camp", "kp.mps.prisons.kyo-hwa-so-no-1"),
]


@pytest.mark.parametrize(("words", "code"), AS_SAID)
def test_a_noun_takes_up_the_word_by_which_it_was_called(bodies: Read, words: str, code: str) -> None:
    assert bodies(f"{words} was there.")[-1].code == code


def test_a_department_of_the_party_is_named_whatever_follows(bodies: Read) -> None:
    mentions = bodies("The Organization and Guidance Department of the ruling Workers' Party led it.")
    assert [mention.code for mention in mentions] == ["kp.wpk.ogd", "kp.wpk"]


ONE_OF_MANY = ["A prison in South Pyongan Province is full.", "The textile factory in South Pyongan Province burned."]


@pytest.mark.parametrize("text", ONE_OF_MANY)
def test_what_a_province_has_several_of_is_no_institution_of_it(bodies: Read, text: str) -> None:
    assert bodies(text) == ()
