"""The four cases that would break a narrow model, and what every model holds to."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError
from tests import japan
from tests.as_text import words
from tests.known import resolved

from profilegen.check.all_profiles import load_registry
from profilegen.check.profile import check
from profilegen.core.dates import Date
from profilegen.core.entry_facts_with_registry import dispute_facts, side_of
from profilegen.core.model.base import Model, NotStated
from profilegen.core.model.kinds.instrument import Instrument
from profilegen.core.model.profile import Profile, entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.yaml_source import read
from profilegen.edition.resolving import Resolver
from profilegen.view.profile.profile import profile_view

FIXTURES = Path(__file__).parent / "fixtures"
REGISTRY = load_registry(japan.PROFILES).value
assert REGISTRY is not None


def profile(name: str) -> Profile:
    """A fixture that holds no error."""
    assert REGISTRY is not None
    tree = read(FIXTURES / f"{name}.yaml").value
    assert tree is not None
    checked = check(tree, Resolver(REGISTRY))
    assert checked.value is not None, checked.diagnostics
    assert not [d for d in checked.diagnostics if d.severity == "error"]
    return checked.value.profile


def test_a_matrix_of_treaty_provisions_fits_a_table() -> None:
    section = profile("treaty-provisions").economic_treaties
    assert section is not None
    table = section.tables["digital-provisions"]
    assert [len(row) for row in table.head] == [4, 4]
    assert all(len(row) == 4 for row in table.rows)
    cell = table.rows[0][1]
    assert cell.article == "Article 14.4"
    assert len(cell.points) == 3
    assert table.rows[0][3].state == "not covered"
    assert table.rows[2][2].note is not None
    assert table.as_of is NotStated.NOT_STATED
    assert table.source.citations[0].pinpoint == "table 4"


def test_a_member_stands_behind_its_union_in_a_dispute() -> None:
    germany = profile("member-of-a-union")
    assert REGISTRY is not None
    (placed,) = entries(germany)
    facts = dispute_facts(placed.entry, REGISTRY.disputes, REGISTRY.economies)  # type: ignore[arg-type]
    assert facts.complainant == ("EUU",)
    assert side_of(facts, Resolver(REGISTRY).economies.acting_for("DEU")) == "complainant"
    assert side_of(facts, {"DEU"}) == ""
    view = profile_view(resolved(germany, REGISTRY)).sections[6]
    (row,) = view.blocks[-1].entries  # type: ignore[union-attr]
    assert (row.side, row.detail) == ("Complainant", "through the European Union")
    assert words(row.facts[0]) == "complaint against the United States, 10 November 2000"


def test_a_company_may_be_the_complainant_before_any_forum() -> None:
    germany = profile("claim-by-a-company")
    assert REGISTRY is not None
    (placed,) = entries(germany)
    facts = dispute_facts(placed.entry, REGISTRY.disputes, REGISTRY.economies)  # type: ignore[arg-type]
    assert facts.forum == "ICSID"
    assert facts.complainant == ("Vattenfall AB", "Vattenfall GmbH")
    assert facts.respondent == ("DEU",)
    (row,) = profile_view(resolved(germany, REGISTRY)).sections[6].blocks[-1].entries  # type: ignore[union-attr]
    assert words(row.title).startswith("ICSID Case No. ARB/12/12, Vattenfall AB")
    told = [words(fact) for fact in row.facts]
    assert told == [
        "complaint by Vattenfall AB and Vattenfall GmbH, 2012",
        "settled March 2021",
    ]


def test_counts_have_a_third_party_and_stand_by_forum() -> None:
    counted = profile("third-parties")
    assert counted.proceedings is not None and REGISTRY is not None
    first, second = counted.proceedings.counts
    assert (first.third_party, first.as_of) == (231, Date(2025, 7))
    assert (second.forum, second.complainant, second.respondent) == ("GATT", None, 25)
    view = profile_view(resolved(counted, REGISTRY))
    assert words(view.sections[6].blocks[0].words) == (  # type: ignore[union-attr]
        "Japan has been complainant in 28 WTO cases, respondent in 16 and third party in 231, "
        "as of July 2025. It has been respondent in 25 GATT cases; the date of this count is "
        "not stated."
    )
    assert view.glance[4].figure == "28 / 16 / 231"
    assert len(view.notes) == 2


def test_there_are_exactly_the_seven_sections_in_the_templates_order() -> None:
    keys = [kind.key for kind in SECTIONS]
    assert [kind.number for kind in SECTIONS] == list(range(1, 8))
    assert [name for name in Profile.model_fields if name in keys] == keys
    assert SECTIONS[6].title.endswith("(e.g., before WTO panels, the WTO's AB)")
    assert all(len(kind.label) < 20 for kind in SECTIONS)


def subclasses(cls: type[BaseModel]) -> set[type[BaseModel]]:
    return {cls}.union(*(subclasses(sub) for sub in cls.__subclasses__()))


def test_every_model_is_frozen_and_refuses_unknown_keys() -> None:
    for cls in subclasses(Model):
        assert cls.model_config["frozen"] and cls.model_config["extra"] == "forbid", cls
    counted = profile("third-parties")
    with pytest.raises(ValidationError):
        counted.status = "published"  # type: ignore[misc]


def test_every_entry_has_a_number_and_an_anchor_of_its_own() -> None:
    [placed] = [
        list(entries(item.profile))
        for item in japan.collection().profiles
        if item.profile.economy == "JPN"
    ]
    assert len({p.number for p in placed}) == len(placed)
    assert len({p.anchor for p in placed}) == len(placed)
    assert [p.number for p in placed if p.list_name == "goals"][:2] == ["1(a)", "1(b)"]


def test_an_anchor_survives_a_new_order() -> None:
    profile_ = japan.collection().profiles[0].profile
    section = profile_.regulatory_provisions
    assert section is not None
    listing = section.listing(Instrument)
    assert listing is not None and len(listing.list) > 2
    turned = section.model_copy(update={"list": listing.list[::-1]})
    other = profile_.model_copy(update={"regulatory_provisions": turned})
    assert {p.anchor for p in entries(profile_)} == {p.anchor for p in entries(other)}


@pytest.mark.parametrize("value", [True, 1.5, "many", -1])
def test_a_count_is_a_whole_number(value: object) -> None:
    from profilegen.core.model.dispute_counts import Count

    with pytest.raises(ValidationError):
        Count.model_validate({"forum": "WTO", "complainant": value})


def test_a_source_takes_csl_spelling_but_never_two_spellings_of_one_key() -> None:
    from profilegen.core.model.sources import Source

    base = {"type": "webpage", "title": "A", "URL": "https://example.org/", "container-title": "B"}
    source = Source.model_validate(base)
    assert (source.url, source.container_title) == ("https://example.org/", "B")
    with pytest.raises(ValidationError):
        Source.model_validate({**base, "url": "https://example.org/b"})


@pytest.mark.parametrize(
    "observation",
    [{}, {"value": "high"}, {"value": "1", "period": "2025 to 2024"}, {"value": "1", "unit": "%"}],
)
def test_an_observation_has_one_figure_and_a_period_that_runs_forward(
    observation: dict[str, object],
) -> None:
    from profilegen.core.model.data import Observation

    base = {"indicator": "subsidy share", "economy": "JPN", "period": "2023"}
    assert str(Observation.model_validate({**base, "value": "0.71"}).value) == "0.71"
    with pytest.raises(ValidationError):
        Observation.model_validate({**base, **observation})


def test_an_attribution_and_a_blank_cell_have_short_forms() -> None:
    from profilegen.core.model.data import Attribution, Table

    assert Attribution.model_validate("A Minister").by == "A Minister"
    table = Table.model_validate({"caption": "T", "head": [["", "A"]], "rows": [["x", None]]})
    assert table.head[0][0].text is None
    assert table.rows[0][1].text is None
