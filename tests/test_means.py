"""By which means measures intervene: the vocabulary, and what an entry says of itself."""

from __future__ import annotations

from collections import Counter

import yaml
from tests import japan
from tests.as_text import words
from tests.known import resolved
from tests.test_view import profile, registry, view

from profilegen.core.model.registry_files import MeansFile
from profilegen.core.name_matching import loose
from profilegen.edition.resolved import ResolvedEntry


def chips() -> ResolvedEntry:
    of = resolved(profile(), registry())
    return next(item for item in of.entries if item.entry.name_text == "Chips Act")


def test_a_measure_says_how_it_intervenes_in_the_words_of_the_registry() -> None:
    rows = [row for s in view().sections for b in s.blocks for row in getattr(b, "entries", ())]
    (row,) = (row for row in rows if words(row.title) == "Chips Act")
    assert [words(fact) for fact in row.facts] == [
        "2023",
        "financial grant, state loan (firm-specific)",
        "aim: resilience of supply",
        "EUR 20 billion authorised",
        "up to two fifths of the cost",
        "open to makers of chips",
        "from 1 March 2023 until 2030",
        "decided by Ministry of Plants",
        "on condition: no plant abroad for ten years; money back after a sale",
    ]


def test_means_are_looked_up_by_any_name() -> None:
    assert [(one.key, one.group) for one in chips().means] == [
        ("financial-grant", "support"),
        ("state-loan", "support"),
    ]


def test_no_two_means_share_a_name_and_each_has_a_code_or_is_the_series_own() -> None:
    text = (japan.PROFILES / "registry" / "means.yaml").read_text(encoding="utf-8")
    file = MeansFile.model_validate(yaml.safe_load(text))
    names = Counter(loose(name) for record in file.means.values() for name in record.names)
    assert [name for name, times in names.items() if times > 1] == []
    assert set(file.schemes) == {"mast", "gta", "stip"}
    for key, record in file.means.items():
        assert record.mast or record.gta or record.scheme == "own", key
        assert record.definition.endswith("."), key
