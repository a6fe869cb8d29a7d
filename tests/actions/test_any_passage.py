"""Any passage of any text can be marked and taken: nothing raises, and every offset counts the kept text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.actions.marking import marked_in
from incidents.actions.reading import lexicon
from incidents.extract.pipeline import extract_selected
from incidents.model.report import Report

ODD = "\u00ad\u200b\u202e\u0301“”\"'‘’()[]—–-.,;:!?…\n\r\t\x00\x1b\x7f 19가혜산Ａ\ufffd\u3000"
PIECES = st.sampled_from(
    (
        "Two men were arrested in Hyesan on Jan. 2",
        "a resident of Ryanggang province told RFA on Wednesday that ",
        "the county State Security Department ordered ",
        "“They beat him last month,” she said",
        "Last October, ",
        "about 40 officials of Samsu county ",
        "KCNA reported on the 3rd ",
        "지난 8일 혜산에서 세 명이 체포됐다",
        ". ",
        "\n\n",
        ", and ",
        " 2016 ",
    )
)
TEXTS = st.lists(PIECES | st.text(ODD, max_size=4), min_size=1, max_size=12).map("".join).filter(str.strip)


def report(text: str, language: str, published: str | None) -> Report:
    return Report("any.txt", b"", text, "0" * 64, language=language, published=published, outlet="rfa")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=80)
@given(st.data(), TEXTS, st.sampled_from(("en", "en", "ko", "xx")), st.sampled_from((None, "2016-01-22", "2016~")))
def test_any_passage(data: st.DataObject, text: str, language: str, published: str | None) -> None:
    of = report(text, language, published)
    for mark in marked_in(of):
        assert 0 <= mark.start < mark.end <= len(text)
    start = data.draw(st.sampled_from([k for k, c in enumerate(text) if not c.isspace()]))
    end = data.draw(st.sampled_from([k + 1 for k, c in enumerate(text) if k >= start and not c.isspace()]))
    made = extract_selected(of, lexicon(None, language), start, end)
    assert made
    for one in made:
        [told] = one.incident.evidence
        assert (told.start, told.end, told.quote) == (start, end, text[start:end])
        assert all(start <= (claim.start or 0) < (claim.end or 0) <= end for claim in told.claims)
        assert 1 <= len(one.incident.title) < 100
        assert one.incident.title.isprintable()
        assert one.incident.type == "other" or "type" not in {p.field for p in one.problems if "open" in p.message}
