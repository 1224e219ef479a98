"""What each kind of entry declares is there: its words, its records, a case in tests, its docs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests import japan

from profilegen.check.model_validation import validate
from profilegen.core.finding_codes import CODES
from profilegen.core.model.kinds import KINDS
from profilegen.core.model.kinds.kind_declaration import OWN, Kind
from profilegen.core.model.profile import Profile, entries
from profilegen.core.model.sections import SECTIONS, section_of
from profilegen.core.registry import Registry
from profilegen.core.yaml_source import read
from profilegen.view.pages import PAGES
from profilegen.view.wording.wording_by_kind import wording

FIXTURES = Path(__file__).parent / "fixtures"
CASES = (FIXTURES / "everything.yaml", *(FIXTURES / "golden").glob("[A-Z]*.yaml"))
REFERENCE = japan.ROOT / "docs/reference"


@cache
def listed() -> frozenset[type]:
    """The models of which a profile among the fixtures has an entry."""
    trees = [tree for path in CASES if (tree := read(path).value)]
    profiles = [profile for tree in trees if (profile := validate(tree, Profile).value)]
    assert len(profiles) == len(CASES) > 2
    return frozenset(type(placed.entry) for of in profiles for placed in entries(of))


def missing(kind: Kind) -> Iterator[str]:
    """What a kind lacks, in words."""
    if find_spec(f"profilegen.view.wording.en.{kind.one}") is None:
        yield f"view/wording/en/{kind.one}.py has no words for it"
    elif not (wording(kind.one).one and wording(kind.one).many):
        yield f"view/wording/en/{kind.one}.py has no word for one, or for many"
    if kind.model not in listed():
        yield "no profile of tests/fixtures has a case of it"
    home = next(section for section in SECTIONS if section.key == kind.sections[0])
    page = f"{home.number}-{home.key.replace('_', '-')}.md"
    if kind.list_name != OWN and f"`{kind.list_name}`" not in (REFERENCE / page).read_text("utf-8"):
        yield f"docs/reference/{page} has no line for `{kind.list_name}`"
    told = "\n".join(path.read_text("utf-8") for path in REFERENCE.glob("*.md"))
    for field in kind.model.model_fields:
        if f"`{field}`" not in told:
            yield f"docs/reference has no line for `{field}`"
    for field in (*kind.economies, *kind.search, kind.model.heading):
        if field not in kind.model.model_fields:
            yield f"`{field}`, which the declaration names, is no field"
    if records := kind.records:
        if not hasattr(Registry(), kind.many):
            yield f"there is no registry of {kind.many}"
        if records.page not in {page.name for page in PAGES} or records.unknown not in CODES:
            yield f"no page {records.page}, or no finding {records.unknown}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.one)
def test_a_kind_has_all_that_it_needs(kind: Kind) -> None:
    assert list(missing(kind)) == []


def test_what_a_kind_lacks_is_told() -> None:
    class Levy(KINDS[0].model):  # type: ignore[misc]
        """A kind of which nobody has thought yet."""

        rate_of_levy: int

    levy = replace(KINDS[0], model=Levy, one="levy", list_name="levies", search=("payer",))
    assert list(missing(levy)) == [
        "view/wording/en/levy.py has no words for it",
        "no profile of tests/fixtures has a case of it",
        "docs/reference/1-industrial-strategy.md has no line for `levies`",
        "docs/reference has no line for `rate_of_levy`",
        "`payer`, which the declaration names, is no field",
    ]


def test_no_two_kinds_share_a_name_or_a_place() -> None:
    for names in ([k.one for k in KINDS], [k.many for k in KINDS], [k.model for k in KINDS]):
        assert len(set(names)) == len(KINDS)
    places = [(section, kind.list_name) for kind in KINDS for section in kind.sections]
    assert len(set(places)) == len(places)
    for section in SECTIONS:
        assert sum(kind.records is not None for kind in section.kinds) <= 1
        assert section.kinds, "a section has no list"


def test_a_section_has_the_lists_that_kinds_declare_and_finds_them_by_kind() -> None:
    for kind in KINDS:
        home = section_of(kind.model)
        assert kind in home.kinds
        for section in SECTIONS:
            assert (kind.list_name in section.model.model_fields) == any(
                of.list_name == kind.list_name for of in section.kinds
            )


def test_an_entry_that_only_names_a_record_is_that_and_no_more() -> None:
    for kind in KINDS:
        if kind.records:
            entry = kind.naming("A name")
            assert (type(entry), entry.known_as) == (kind.model, ("A name",))
            assert entry.model_fields_set == {kind.model.heading}
