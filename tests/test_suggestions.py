"""A suggestion is right, or there is none."""

from __future__ import annotations

import pytest
from tests.test_rules import examined, profile, registry

from profilegen.core.treaty_suggestions import meant_by_parties

MEANT = {
    "US-Korea FTA": "KORUS FTA", "Korea-US Free Trade Agreement": "KORUS FTA",
    "SACU Agreement": "SACU", "EU-Singapore FTA": "EUSFTA", "Singapore-EU FTA": "EUSFTA",
    "UK-Singapore FTA": "United Kingdom – Singapore", "US-Japan FTA": "USJTA",
    "Japan-US Digital Trade Agreement": "USJDTA", "ASEAN-China FTA": "ACFTA",
    "EAEU-Vietnam FTA": "Eurasian Economic Union (EAEU) – Viet Nam", "EFTA-Koera": "EFTA – Korea",
    "Agreement between Japan and Mongolia for an Economic Partnership": "Japan-Mongolia EPA",
    "New Zealand-China FTA": "China-NZ FTA", "KORUS agreement": "KORUS FTA", "RCPE": "RCEP",
    "CPTTP": "CPTPP", "Trans-Pacifc Partnership": "Trans-Pacific Partnership",
    "EU-Mexico FTA": "EU-Mexico Modernised Global Agreement or EU – Mexico",
}  # fmt: skip
NO_GUESS = ("NAFTA", "TTIP", "CAFTA", "EU-Singapore DEA", "EU-Korea Digital Partnership",
            "China-Japan-Korea FTA", "Swiss-China FTA", "Agreement on Subsidies")  # fmt: skip


def hints(section: str, name: str) -> list[str]:
    body = f"list: [{{name: '{name}'}}]"
    return [d.hint for d in examined(profile(section, body, "")) if d.severity == "error"]


def test_a_treaty_is_found_by_its_parties_and_usual_abbreviations() -> None:
    wrong = {
        name: told
        for name, meant in MEANT.items()
        if (told := hints("economic_treaties", name)[0].split(" If it is new")[0])
        != f"Did you mean {meant}?"
    }
    assert wrong == {}


def test_what_is_meant_otherwise_is_not_guessed() -> None:
    for name in NO_GUESS:
        (hint,) = hints("economic_treaties", name)
        assert hint.startswith("If it is new, write it out"), name
    known = registry()
    assert meant_by_parties("RCEP", known.agreements, known.economies.names, known.groups) is None


@pytest.mark.parametrize(
    ("section", "name", "there"),
    [
        ("economic_treaties", "GPA", "Move it to `plurilaterals` (section 6)."),
        ("economic_treaties", "IPEF", "Move it to `plurilaterals` (section 6)."),
        ("economic_treaties", "DS44", "Move it to `proceedings` (section 7)."),
        ("plurilaterals", "RCEP", "Move it to `economic_treaties` (section 5)."),
        ("plurilaterals", "Budapest Treaty", "Did you mean Budapest Convention? If it is new"),
    ],
)
def test_what_belongs_to_another_section_is_told_so(section: str, name: str, there: str) -> None:
    (hint,) = hints(section, name)
    assert hint.startswith(there)


@pytest.mark.parametrize(
    ("file", "economy", "hint"),
    [
        ("ZAF.yaml", "RSA", "Did you mean ZAF (South Africa)?"),
        ("NGA.yaml", "NIG", "Did you mean NGA (Nigeria)?"),
        ("KOR.yaml", "South Korea", "Did you mean KOR (Korea)?"),
        ("x.yaml", "Japn", "Did you mean JPN (Japan)?"),
        ("x.yaml", "NIG", "Use the economy's three-letter code (ISO 3166): JPN, ZAF."),
    ],
)
def test_an_economy_is_the_one_of_the_file_s_name(file: str, economy: str, hint: str) -> None:
    text = profile("digital_strategy", "not_researched: Not yet.", "", economy)
    (told,) = (d for d in examined(text, file=file) if d.code == "PG110")
    assert told.hint == hint


def test_a_source_is_found_by_what_it_says() -> None:
    more = "sources:\n"
    more += "  ielp-2025: {type: report, title: Import and Export Licensing, issued: 2025}\n"
    more += "  dtic-plan: {type: report, title: Industrial Strategy Plan, issued: 2025}\n"
    more += "  smith-2020: {type: book, author: {family: Smith}, title: On Trade, issued: 2020}\n"
    cite = "text: One. [@ielp-2025] Two. [@dtic-plan] Three. [@smith-2020] Four. [@%s]"

    def hint(key: str) -> str:
        (told,) = examined(profile("industrial_strategy", cite % key, more))
        assert told.code == "PG201"
        return told.hint

    assert hint("isp-2025") == "Did you mean dtic-plan?"
    assert hint("smith") == hint("smtih-2020") == "Did you mean smith-2020?"
    for key in ("ixp-2025", "smith-2024", "jones-2020"):
        assert hint(key) == "Define it under `sources`, or correct the key."


def test_a_dispute_is_known_however_its_number_is_written() -> None:
    for typed in ("WT/DS44", "WT/DS44/R", "WTO DS44"):
        body = f"disputes: [{{case: '{typed}'}}]"
        (told,) = (d for d in examined(profile("proceedings", body, "")) if d.code == "PG214")
        assert told.hint == "Write DS44, the number of the case alone.", typed
        assert told.fix, typed
        assert told.fix.safe, typed
    body = "disputes: [{case: '44'}]"
    (told,) = (d for d in examined(profile("proceedings", body, "")) if d.code == "PG214")
    assert told.fix
    assert not told.fix.safe
