"""Preferences that one side grants by its own law: lists of treaties do not hold them."""

from __future__ import annotations

import re

_GRANTED = {
    "AGOA": "the United States",
    "African Growth and Opportunity Act": "the United States",
    "CBERA": "the United States",
    "Caribbean Basin Economic Recovery Act": "the United States",
    "CBTPA": "the United States",
    "Caribbean Basin Initiative": "the United States",
    "Caribbean Basin Trade Partnership Act": "the United States",
    "Andean Trade Preference Act": "the United States",
    "ATPDEA": "the United States",
    "Everything but Arms": "the European Union",
    "EBA": "the European Union",
    "GSP+": "the European Union",
    "DCTS": "the United Kingdom",
    "Developing Countries Trading Scheme": "the United Kingdom",
    "CARIBCAN": "Canada",
    "GSP": "another economy",
    "Generalised System of Preferences": "another economy",
    "Generalised Scheme of Preferences": "another economy",
}
_AROUND = re.compile(
    r"^the |^(?:eu|us|u\.s\.|uk|european union|united states)(?:'s|\u2019s)? |"
    r" ?\([^()]*\)| (?:programme|program|scheme|initiative|agreement|status|preferences?)$"
)


def granted_by(name: str) -> str:
    """Who grants the preferences that a name stands for; nothing where it stands for none."""
    bare = " ".join(name.casefold().replace("generalized", "generalised").split())
    granted = {known.casefold(): who for known, who in _GRANTED.items()}
    while bare not in granted and (shorter := _AROUND.sub("", bare, count=1)) != bare:
        bare = shorter
    return granted.get(bare, "")
