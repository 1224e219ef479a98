"""Dense profiles made at random: many notes of all lengths, lists, tables, page breaks."""

from __future__ import annotations

import random
from typing import Any

from profilegen.core.model.profile import Profile
from profilegen.core.model.registry import EconomyRecord
from profilegen.core.registry import Book, Registry

WORDS = (
    "industry policy trade measure subsidy export control semiconductor supply chain investment "
    "screening digital strategy of the and in for with under by from ministry act law guideline "
    "competitiveness economic security resilience carbon neutral society regional agreement "
    "plurilateral initiative dispute panel report notification implementation"
).split()

REGISTRY = Registry(
    economies=Book({"JPN": EconomyRecord(name="Japan", native_name="\u65e5\u672c", language="ja")})
)


def prose(chance: random.Random, least: int, most: int) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, most))]
    return " ".join(words).capitalize() + "."


def dense_profile(seed: int) -> Profile:
    """A profile of 10 to 80 notes; the same seed makes the same profile."""
    chance = random.Random(seed)
    wanted = chance.randint(10, 80)
    sources = {f"s{n}": source(chance, n) for n in range(chance.randint(5, 40))}
    keys = list(sources)

    def cite() -> str:
        chosen = chance.sample(keys, chance.choice((1, 1, 1, 2, 3)))
        parts = [f"@{k}" + chance.choice(("", "", f", p {chance.randint(1, 99)}")) for k in chosen]
        return "[" + "; ".join(parts) + "]"

    def text(notes: int) -> str:
        blocks = []
        while notes > 0:
            here = min(notes, chance.randint(1, 5))
            kind = chance.random()
            if kind < 0.7:
                blocks.append(" ".join(f"{prose(chance, 4, 45)} {cite()}" for _ in range(here)))
            else:
                items = [f"- {prose(chance, 2, 25)} {cite()}" for _ in range(here)]
                blocks.append("\n".join(items))
            if chance.random() < 0.3:
                blocks.append(prose(chance, 20, 120))
            notes -= here
        return "\n\n".join(blocks)

    share = [chance.random() for _ in range(3)]
    first, second = (int(wanted * part / sum(share)) for part in share[:2])
    rest = wanted - first - second
    instruments = [
        instrument(chance, n, keys, noted=n < rest) for n in range(rest + chance.randint(0, 8))
    ]
    data: dict[str, Any] = {
        "economy": "JPN",
        "status": "draft",
        "updated": "18 July 2025",
        "industrial_strategy": {
            "text": text(first) if first else "None.",
            "goals": {
                "lead_in": "Goals:",
                "source": chance.choice(keys),
                "list": [prose(chance, 2, 12) for _ in range(chance.randint(2, 9))],
            },
        },
        "digital_strategy": {"text": text(second) if second else "None."},
        "constitutional_provisions": {"none_found": {"statement": "None.", "searched": "2025"}},
        "regulatory_provisions": {"list": instruments} if instruments else {"text": "None."},
        "economic_treaties": {"not_researched": "Not yet."},
        "plurilaterals": {"not_researched": "Not yet."},
        "proceedings": {"counts": [{"forum": "WTO", "complainant": 28, "respondent": 16}]},
        "sources": sources,
    }
    return Profile.model_validate(data)


def source(chance: random.Random, number: int) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": chance.choice(("book", "report", "webpage", "article-journal")),
        "author": chance.choice(("METI", "OECD", {"family": f"Author{number}", "given": "A"})),
        "title": f"{prose(chance, 3, 25)[:-1]} {number}",
        "issued": str(chance.randint(1990, 2025)),
    }
    if chance.random() < 0.6:
        path = "/".join(chance.choice(WORDS) for _ in range(chance.randint(1, 8)))
        made |= {"url": f"https://example.org/{path}_{number}.pdf", "accessed": "14 July 2025"}
    return made


def instrument(
    chance: random.Random, number: int, keys: list[str], *, noted: bool
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": f"{prose(chance, 3, 22)[:-1]} {number}",
        "number": f"Act No. {number} of {chance.randint(1950, 2025)}",
        "kind": "act",
    }
    if noted:
        made["source"] = chance.sample(keys, chance.choice((1, 1, 2)))
        if chance.random() < 0.4:
            made["note"] = prose(chance, 5, chance.choice((20, 60, 130)))
    if chance.random() < 0.3:
        made["native_title"] = "\u7523\u696d\u7af6\u4e89\u529b\u5f37\u5316\u6cd5" * chance.randint(
            1, 4
        )
    return made
