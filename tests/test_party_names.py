# ruff: noqa: E501, names stand a line an economy
"""Every usual name of an economy is known, however it is typed, and names sort as in English."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import japan
from tests.known import resolved

from profilegen.check.all_profiles import load, load_registry
from profilegen.core.model.kinds.agreement import Agreement
from profilegen.core.model.kinds.dispute import Dispute
from profilegen.core.model.kinds.programme import Programme
from profilegen.core.model.kinds.trade_remedy import TradeRemedy
from profilegen.core.model.profile import entries
from profilegen.core.model.sections import SECTIONS
from profilegen.core.name_matching import loose, plain_letters
from profilegen.core.registry import Registry
from profilegen.output.html import profile_page
from profilegen.view.profile.profile import profile_view
from profilegen.view.site.site_map import Site

USUAL = {
    "CIV": "Ivory Coast; Côte d'Ivoire; Côte d’Ivoire; Cote dʼIvoire; cote d`ivoire; CÔTE D'IVOIRE; CI; "
           "Republic of Côte d'Ivoire",
    "NOR": "NO; Norway; Kingdom of Norway; Norge",
    "TUR": "Turkey; Türkiye; Turkiye; TÜRKİYE; TR; Republic of Türkiye",
    "TWN": "Taiwan; Chinese Taipei; Taiwan, China; Taiwan, Province of China; TW",
    "COD": "DR Congo; DRC; Congo, Democratic Republic of the; Congo, The Democratic Republic of the; "
           "Congo, Dem. Rep.; Congo, DR; Congo (Kinshasa); Congo-Kinshasa; Zaire; "
           "Democratic Republic of Congo; the Democratic Republic of the Congo; CD",
    "COG": "Congo; Republic of the Congo; Congo, Rep.; Congo-Brazzaville; CG",
    "PRK": "North Korea; N. Korea; Korea, DPR; DPRK; Korea, Democratic People's Republic of; "
           "Democratic People’s Republic of Korea; KP",
    "KOR": "Korea; South Korea; S. Korea; Republic of Korea; Korea, Republic of; Korea (Republic of); "
           "Korea, Rep.; the Republic of Korea; KR; kor; 대한민국",
    "MMR": "Burma; Myanmar; MM",
    "SWZ": "Swaziland; Eswatini; Kingdom of Eswatini; SZ",
    "CZE": "Czech Republic; Czech Rep.; Czechia; the Czech Republic; CZ",
    "NLD": "Holland; Netherlands; the Netherlands; Kingdom of the Netherlands; NL",
    "ARE": "UAE; U.A.E.; United Arab Emirates; the United Arab Emirates; AE",
    "GBR": "UK; U.K.; United Kingdom; Great Britain; GB; "
           "United Kingdom of Great Britain and Northern Ireland",
    "USA": "US; U.S.; USA; U.S.A.; United States; United States of America; the United States; America",
    "VNM": "Viet Nam; Vietnam; VietNam; Viêt Nam; Socialist Republic of Viet Nam; VN",
    "LAO": "Laos; Lao PDR; Lao People's Democratic Republic; Lao People’s Democratic Republic; LA",
    "CPV": "Cape Verde; Cabo Verde; CV",
    "MAC": "Macao; Macau; Macao, China; Macau, China; Macao SAR; MO",
    "HKG": "Hong Kong; Hong Kong, China; Hong Kong SAR; HK",
    "XKX": "Kosovo; XK; Republic of Kosovo",
    "EUU": "EU; European Union; European Communities; the European Union",
    "CHN": "China; PRC; People's Republic of China; People’s Republic of China; CN",
    "RUS": "Russia; Russian Federation; the Russian Federation; RU",
    "IRN": "Iran; Islamic Republic of Iran; Iran, Islamic Republic of; Iran (Islamic Republic of)",
    "BOL": "Bolivia; Bolivia, Plurinational State of; Bolivia (Plurinational State of)",
    "VEN": "Venezuela; Venezuela, Bolivarian Republic of; Bolivarian Republic of Venezuela",
    "TZA": "Tanzania; Tanzania, United Republic of; United Republic of Tanzania",
    "MDA": "Moldova; Republic of Moldova; Moldova, Republic of",
    "SYR": "Syria; Syrian Arab Republic",
    "PSE": "Palestine; State of Palestine; Palestine, State of; Palestinian Territories",
    "MKD": "Macedonia; North Macedonia; FYROM; Macedonia, the former Yugoslav Republic of",
    "FSM": "Micronesia; Federated States of Micronesia; Micronesia (Federated States of)",
    "TLS": "East Timor; Timor-Leste; Timor Leste; TL",
    "KGZ": "Kyrgyz Republic; Kyrgyzstan; KG",
    "SVK": "Slovak Republic; Slovakia; Slovak Rep.; SK",
    "BRN": "Brunei; Brunei Darussalam; BN",
    "LCA": "Saint Lucia; St Lucia; St. Lucia; LC",
    "VCT": "Saint Vincent and the Grenadines; St Vincent & the Grenadines; VC",
    "KNA": "Saint Kitts and Nevis; St. Kitts & Nevis; KN",
    "STP": "São Tomé and Príncipe; Sao Tome & Principe; ST",
    "TTO": "Trinidad & Tobago; Trinidad and Tobago; TT",
    "BIH": "Bosnia and Herzegovina; Bosnia & Herzegovina; Bosnia-Herzegovina; BA",
    "GNB": "Guinea-Bissau; Guinea Bissau; GW",
    "GIN": "Guinea; Guinée; GN",
    "CUW": "Curaçao; Curacao; CW",
    "REU": "Réunion; Reunion; RE",
    "ALA": "Åland Islands; Aland Islands; Åland; AX",
    "GMB": "Gambia; The Gambia; Gambia, The; GM",
    "BHS": "Bahamas; the Bahamas; Bahamas, The; BS",
    "NAM": "Namibia; NA",
    "JPN": "Japan; JP; japan; 日本",
    "VAT": "Holy See; Vatican City; Vatican; VA",
    "NER": "Niger; NE",
    "NGA": "Nigeria; NG",
}  # fmt: skip


@pytest.fixture(scope="module")
def registry() -> Registry:
    loaded = load_registry(japan.PROFILES)
    assert loaded.value
    assert not loaded.diagnostics
    return loaded.value


def test_every_usual_name_finds_its_economy(registry: Registry) -> None:
    wrong = {
        name: registry.economies.key(name)
        for code, names in USUAL.items()
        for name in map(str.strip, names.split(";"))
        if registry.economies.key(name) != code
    }
    assert wrong == {}


def test_each_record_has_both_codes_and_no_spelling_belongs_to_two(registry: Registry) -> None:
    owner: dict[str, str] = {}
    for code, record in registry.economies.records.items():
        assert record.iso2 or code == "EUU", code
        for name in (code, *record.spellings):
            assert owner.setdefault(loose(name), code) == code, name
            assert registry.economies.key(name.upper()) == code, name


def test_what_is_no_economy_is_none(registry: Registry) -> None:
    for name in ("Ruritania", "", "-", "'", "the", "of", "Philip Morris Asia", "ZZ"):
        assert registry.economies.key(name) is None


def test_names_sort_as_an_english_index_has_them() -> None:
    names = ["Cuba", "Zambia", "Côte d’Ivoire", "Åland Islands", "Costa Rica", "Türkiye", "Albania",
             "Tuvalu", "Réunion", "Romania"]  # fmt: skip
    assert sorted(names, key=plain_letters) == [
        "Åland Islands", "Albania", "Costa Rica", "Côte d’Ivoire", "Cuba", "Réunion", "Romania",
        "Türkiye", "Tuvalu", "Zambia",
    ]  # fmt: skip


PROFILE = """economy: JPN
status: draft
updated: 21 November 2026
industrial_strategy:
  text: One. [@a]
  programmes:
    list:
      - title: A programme
        source: a
        rounds: [{date: 2020, projects: 3, destinations: {Viet Nam: 2, Ivory Coast: 1}}]
  observations:
    source: a
    list:
      - {indicator: chip-fund, economy: Chinese Taipei, period: 2020, value: USD 2}
  figures:
    f: {caption: F, indicators: [chip-fund], economies: [Taiwan]}
economic_treaties:
  list:
    - {name: Treaty A, signed: 2001, in_force: 2002, source: a, parties: [Japan, Turkey, NO, DR Congo]}
proceedings:
  disputes:
    list:
      - {case: ICSID 3, title: T, source: a, complainant: A Company Ltd, respondent: japan, requested: 2020}
  remedies:
    list:
      - {measure: anti-dumping, against: [Republic of Korea, steel], count: 2, period: 2020, source: a}
sources:
  a: {type: report, title: T, issued: 2024}
"""


def written(folder: Path, text: str) -> Path:
    absent = (k.key for k in SECTIONS if f"\n{k.key}:" not in text)
    path = folder / "JPN.yaml"
    path.write_text(text + "".join(f"{key}: {{not_researched: No.}}\n" for key in absent))
    return path


def test_names_in_a_profile_are_resolved_to_codes(tmp_path: Path) -> None:
    loaded = load([written(tmp_path, PROFILE)], tmp_path)
    assert loaded.value
    assert [d.message for d in loaded.diagnostics if d.severity == "error"] == []
    assert [d.message for d in loaded.diagnostics if d.code == "PG132"] == []
    profile = loaded.value.profiles[0].profile
    of_type = {type(placed.entry): placed.entry for placed in entries(profile)}
    treaty, dispute = of_type[Agreement], of_type[Dispute]
    remedy, programme = of_type[TradeRemedy], of_type[Programme]
    assert isinstance(treaty, Agreement)
    assert treaty.parties == ("JPN", "TUR", "NOR", "COD")
    assert isinstance(dispute, Dispute)
    assert (dispute.complainant, dispute.respondent) == (("A Company Ltd",), ("JPN",))
    assert isinstance(remedy, TradeRemedy)
    assert remedy.against == ("KOR", "steel")
    assert isinstance(programme, Programme)
    assert programme.rounds[0].destinations == {"VNM": 2, "CIV": 1}
    assert profile.industrial_strategy
    assert profile.industrial_strategy.observations.list[0].economy == "TWN"
    assert profile.industrial_strategy.figures["f"].economies == ("TWN",)
    view = profile_view(resolved(profile, loaded.value.registry))
    page = profile_page(view, site=Site(frozenset(), frozenset()), template_dir=None)
    for name in ("Norway", "Democratic Republic of the Congo", "Türkiye", "Korea"):
        assert name in page


@pytest.mark.parametrize(
    ("parties", "code", "hint"),
    [
        ("[Japan, Zzyzx]", "PG132", "Write its name or code"),
        ("[Japan, Untied States]", "PG132", 'Did you mean "United States"?'),
        ("[Japn, Norway]", "PG132", 'Did you mean "Japan"?'),
        ("[Norway, Turkey]", "PG225", "Add JPN to `parties`, or correct them."),
    ],
)
def test_a_hint_that_helps(tmp_path: Path, parties: str, code: str, hint: str) -> None:
    text = PROFILE.replace("[Japan, Turkey, NO, DR Congo]", parties)
    found = load([written(tmp_path, text)], tmp_path).diagnostics
    (told,) = (d for d in found if d.code in ("PG132", "PG225"))
    assert (told.code, told.hint[: len(hint)]) == (code, hint)
