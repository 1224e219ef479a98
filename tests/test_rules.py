"""What the rules let pass and what they do not, beyond the one example of each code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import MAX_FINDINGS, accepted, check
from profilegen.core.abbreviation_finder import short_forms
from profilegen.core.dates import Date, parse_date
from profilegen.core.diagnostic import Diagnostic, Span
from profilegen.core.finding_codes import finding
from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import Registry
from profilegen.core.yaml_source import parse
from profilegen.edition.resolving import Resolver

PROFILES = Path(__file__).parent.parent / "profiles"
SOURCES = "sources:\n  meti-2025: {type: report, title: A report}\n"


@cache
def registry() -> Registry:
    loaded = load_registry(PROFILES).value
    assert loaded is not None
    return loaded


def profile(section: str, body: str, more: str = SOURCES, economy: str = "JPN") -> str:
    """A profile with one section written out; `body` is indented below its key."""
    others = "".join(
        f"{kind.key}: {{not_researched: Not yet.}}\n" for kind in SECTIONS if kind.key != section
    )
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    head = f"economy: {economy}\nstatus: draft\nupdated: 18 July 2025\n"
    return f"{head}{section}:\n{lines}{others}{more}"


def examined(
    text: str, as_of: Date | None = None, file: str = "JPN.yaml"
) -> tuple[Diagnostic, ...]:
    opened = parse(text.encode(), file)
    assert opened.value is not None, opened.diagnostics
    return check(opened.value, Resolver(registry()), as_of).diagnostics


def codes(text: str, as_of: Date | None = None) -> list[str]:
    return [d.code for d in examined(text, as_of) if not d.waived and d.severity != "note"]


def prose(words: str, more: str = SOURCES) -> list[str]:
    return codes(profile("industrial_strategy", f"text: |\n  {words} [@meti-2025]", more))


@pytest.mark.parametrize(
    "words",
    [
        "RCEP and the TPP",
        "JPN and the US",
        "the WTO's DS44 and G7 after COVID-19",
        "Ministry of Economy, Trade and Industry (METI) and METI-led plans",
        "METI (the Ministry of Economy, Trade and Industry) and METI",
        "free trade agreements (FTAs) and an FTA",
        "Title VII, Part XIV and Annex IX",
        "R&D, a PhD and an MoU",
        "USD 5 billion under ISO 9001",
        "A TITLE ALL IN CAPITALS",
    ],
)
def test_no_reader_stumbles_over_these_words(words: str) -> None:
    assert prose(words) == []


@pytest.mark.parametrize(
    "words", ["an FTA", "FTAs", "FTA-led", "the EU-FTA", "FTA.", "FTA (2024)", "FTA (law)"]
)
def test_an_abbreviation_without_its_words_is_told(words: str) -> None:
    assert prose(f"It is {words}") == ["PG215"]


def test_an_abbreviation_is_told_once_at_its_first_use() -> None:
    body = "text: The plan. [@meti-2025]\nstrategies:\n  source: meti-2025\n  list:\n"
    body += "    - {title: FTA plan, issuing_body: FTA}\nchecked_by: A\n"
    body += "none_found: {statement: An FTA., searched: not stated}"
    found = [d for d in examined(profile("industrial_strategy", body)) if d.code == "PG215"]
    assert [d.span.line for d in found] == [9]


def test_short_names_of_authors_and_entries_are_expansions() -> None:
    more = (
        "sources:\n  meti-2025: {type: report, title: A, author: {name: The Body, short: BODY}}\n"
    )
    assert prose("The BODY says so", more) == []
    body = "lead_in: The FTPA is new.\nlist:\n"
    body += "  - {name: Pact, abbreviation: FTPA, signed: 2024, source: meti-2025}"
    assert codes(profile("economic_treaties", body)) == []


def test_abbreviation_ignores_what_only_looks_like_one() -> None:
    for words in ("DS44", "G7", "COVID-19", "TPP-11", "2-AB", "U.S.", "R&D", "METIx", "x@ABC"):
        assert not list(short_forms(words)), words


@pytest.mark.parametrize("words", ["libido", "ibidem-like", "the-ibid", "Gibid", "(n 3a)"])
def test_ibid_within_a_word_is_no_reference(words: str) -> None:
    assert "PG203" not in prose(words) or words.startswith("ibidem")


@pytest.mark.parametrize("words", ["Ibid", "ibid.", "op cit", "loc. cit.", "(n 3)", "supra note 4"])
def test_every_reference_to_a_note_by_hand_is_told(words: str) -> None:
    assert prose(words) == ["PG203"]


def test_ibid_as_the_source_of_an_entry_is_told_once() -> None:
    body = "list: [{title: A, source: meti-2025}, {title: B, source: ibid}]"
    assert codes(profile("regulatory_provisions", body)) == ["PG203"]


def test_guidelines_that_are_a_draft_as_of_a_day_are_fine() -> None:
    body = "source: meti-2025\nlist: [{title: A, status: draft, as_of: May 2025}]"
    assert codes(profile("regulatory_provisions", body)) == []


def test_not_stated_is_told_once_where_a_finding_says_it_already() -> None:
    body = "counts:\n  - {forum: WTO, complainant: 1, as_of: not stated, source: meti-2025}"
    assert [d.code for d in examined(profile("proceedings", body))] == ["PG207"]


def test_disputes_are_counted_against_the_forum_they_stand_before() -> None:
    body = "counts:\n  - {forum: %s, respondent: 1, as_of: 2025, source: meti-2025}\n"
    body += "disputes: [DS44, DS147]"
    assert codes(profile("proceedings", body % "wto")) == ["PG307"]
    undated = body.replace("as_of: 2025, ", "")
    assert codes(profile("proceedings", undated % "wto")) == ["PG207", "PG208"]
    assert codes(profile("proceedings", body % "ICSID")) == []
    assert codes(profile("proceedings", "disputes: [DS44, DS147]")) == ["PG202"]


def test_a_member_lists_its_unions_disputes_without_counting_them() -> None:
    body = "counts:\n  - {forum: WTO, complainant: 0, as_of: 2025, source: meti-2025}\n"
    body += "disputes: [DS147]"
    assert codes(profile("proceedings", body, economy="DEU")) == ["PG311"]
    noted = body.replace("[DS147]", "[{case: DS147, note: On leather from Germany.}]")
    assert codes(profile("proceedings", noted, economy="DEU")) == []
    assert codes(profile("proceedings", "disputes: [DS44]", "", economy="DEU")) == ["PG210"]


def test_a_company_may_be_a_party() -> None:
    case = "{case: ARB/13/1, forum: ICSID, title: A v B, complainant: A Ltd, respondent: %s}"
    body = f"disputes:\n  source: meti-2025\n  list: [{case}]"
    assert codes(profile("proceedings", body % "Japan")) == []
    assert codes(profile("proceedings", body % "Korea")) == ["PG210"]


def test_a_list_without_any_source_is_one_finding_and_a_mixed_one_an_entry_each() -> None:
    assert codes(profile("regulatory_provisions", "list: [A, B, C]", "")) == ["PG217"]
    mixed = "list: [A, {title: B, source: meti-2025}, C]"
    assert codes(profile("regulatory_provisions", mixed)) == ["PG217", "PG217"]


@pytest.mark.parametrize(
    "body",
    [
        "source: meti-2025\nlist: [A, B]",
        "lead_in: The acts are [@meti-2025]\nlist: [A, B]",
        "list: [{title: A, note: 'Seen. [@meti-2025]'}]",
        "list: [{title: A, gist: 'It says so. [@meti-2025]'}]",
        "text: The Act A. [@meti-2025]\nlist: [{title: Act A, source: in text}]",
        "text: |\n  - One is Act A. [@meti-2025]\nlist: [{title: Act A, source: in text}]",
        "text: All. [@meti-2025]\nsource: in text\nlist: [A, B]",
    ],
)
def test_whatever_carries_a_citation_is_a_source(body: str) -> None:
    assert codes(profile("regulatory_provisions", body)) == []


def test_an_unknown_treaty_is_not_asked_for_its_source_too() -> None:
    assert codes(profile("economic_treaties", "list: [RCPE]", "")) == ["PG211"]


def test_an_act_may_amend_what_is_not_stated() -> None:
    body = "source: meti-2025\nlist: [{title: A, amends: [not stated, b]}, {title: X, number: B}]"
    assert codes(profile("regulatory_provisions", body)) == []


def test_one_thing_under_two_names_is_listed_twice() -> None:
    body = "disputes: [DS44, {case: DS 44, forum: WTO}]"
    assert codes(profile("proceedings", body, "")) == ["PG220"]
    body = "source: meti-2025\nlist: [{title: A}, {title: a, number: not stated}]"
    assert codes(profile("regulatory_provisions", body)) == ["PG220"]
    body = "source: meti-2025\nlist: [{title: A, number: 1}, {title: A, number: 2}]"
    assert codes(profile("regulatory_provisions", body)) == []
    body = "list: [Information Technology Agreement, ITA]"
    assert codes(profile("plurilaterals", body, "")) == ["PG220"]


def test_a_profile_that_is_published_may_lack_no_section() -> None:
    text = "economy: JPN\nstatus: published\nupdated: 2025\n"
    found = examined(text)
    told = [(d.code, str(d.severity)) for d in found]
    assert sorted(told) == [("PG102", "error")] * 7 + [("PG253", "warning")]


def test_two_absences_contradict_each_other() -> None:
    body = "not_applicable: It cannot.\nnot_researched: Not yet."
    (found,) = examined(profile("digital_strategy", body, ""))
    assert found.code == "PG113"
    assert "`not_applicable` and says `not_researched`" in found.message


def test_a_placement_that_is_not_there_names_those_that_are() -> None:
    body = "text: |\n  It is. [@meti-2025]\n\n  [[xyz]]\ngoals: {source: meti-2025, list: [A]}"
    (found,) = examined(profile("industrial_strategy", body))
    assert (found.code, found.hint) == ("PG118", "It has [[goals]].")


def test_age_is_measured_in_months_from_the_end_of_the_update() -> None:
    text = profile("digital_strategy", "not_researched: Not yet.", "")
    assert codes(text, parse_date("July 2027")) == []
    assert codes(text, parse_date("1 August 2027")) == ["PG216"]


WAIVED = "waivers:\n  - {finding: %s, at: %s, reason: Because.}\n"


def test_a_waiver_accepts_one_finding_and_says_why() -> None:
    text = profile(
        "regulatory_provisions", "list: [A, B]", WAIVED % ("PG217", "Regulatory_Provisions")
    )
    (found,) = examined(text)
    assert (found.code, found.waived) == ("PG217", "Because.")


def test_what_only_print_finds_can_be_waived_and_is_not_idle() -> None:
    text = profile("digital_strategy", "not_researched: Not yet.", WAIVED % ("PG426", "pages"))
    opened = parse(text.encode(), "JPN.yaml")
    assert opened.value
    checked = check(opened.value, Resolver(registry()))
    assert checked.value
    assert [d.code for d in checked.diagnostics] == []
    found = [finding(code, Span("JPN.yaml"), "So.", place="pages") for code in ("PG426", "PG425")]
    assert [d.waived for d in accepted(checked.value.profile, found)] == ["Because.", ""]
    lost = finding("PG401", Span("JPN.yaml"), "So.", place="pages")
    assert accepted(checked.value.profile, [lost]) == (lost,)


def test_a_waiver_written_twice_is_idle_the_second_time() -> None:
    twice = WAIVED + "  - {finding: PG217, at: regulatory_provisions, reason: Again.}\n"
    text = profile(
        "regulatory_provisions", "list: [A, B]", twice % ("PG217", "regulatory_provisions")
    )
    assert codes(text) == ["PG218"]


def test_an_idle_waiver_says_where_the_finding_stands() -> None:
    text = profile("regulatory_provisions", "list: [A, B]", WAIVED % ("PG217", "regulation"))
    hints = [d.hint for d in examined(text) if d.code == "PG218"]
    assert hints == ['PG217 stands at "regulatory_provisions".']


def test_an_error_that_no_page_could_be_made_with_is_not_waived() -> None:
    body = "list: [RCPE]"
    text = profile("economic_treaties", body, WAIVED % ("PG211", "economic_treaties RCPE"))
    assert codes(text) == ["PG211", "PG218"]
    text = profile(
        "economic_treaties", "list: [RCEP, RCEP]", WAIVED % ("PG220", "economic_treaties RCEP")
    )
    assert codes(text) == []


def test_the_findings_of_one_rule_are_limited() -> None:
    acts = "\n".join(f"  - {{title: A{n}, amends: X}}" for n in range(MAX_FINDINGS + 20))
    found = codes(profile("regulatory_provisions", f"source: meti-2025\nlist:\n{acts}"))
    assert found.count("PG209") == MAX_FINDINGS


def test_a_source_spelt_otherwise_where_it_is_cited_is_one_finding() -> None:
    more = SOURCES + "  meti-2022: {type: report, title: An older report}\n"
    text = profile(
        "digital_strategy", "text: It is. [@meti-2025] It was. [@meti-2202; @meti-2202]", more
    )
    (found,) = examined(text)
    assert (found.code, found.span.line) == ("PG201", len(text.split("\n")) - 1)
    assert 'Line 5 cites "meti-2202"' in found.message
