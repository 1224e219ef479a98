"""A kind of entry more is the files that CONTRIBUTING.md names: all else follows from them."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests import japan, pdf_tools, shared

WRITTEN = {
    "src/profilegen/core/model/kinds/subsidy.py": '''\
"""Money that a state gives to one recipient."""

from __future__ import annotations

from profilegen.core.model.base import PlainText
from profilegen.core.model.entries import Entry
from profilegen.core.model.kinds.kind_declaration import Kind, plain_figures
from profilegen.core.model.value_fields import QuantityField


class Subsidy(Entry):
    """Money that a state gives to one recipient."""

    shorthand = "title"

    title: PlainText
    amount: QuantityField | None = None
    recipient: PlainText | None = None


KIND = Kind(
    Subsidy,
    one="subsidy",
    many="subsidies",
    sections=("regulatory_provisions",),
    list_name="subsidies",
    search=("recipient",),
    figures=plain_figures("amount"),
)
''',
    "src/profilegen/view/wording/en/subsidy.py": '''\
"""What a subsidy shows: how much, and to whom."""

from __future__ import annotations

from profilegen.core.model.kinds.subsidy import Subsidy
from profilegen.core.richtext import Text
from profilegen.core.reader_text_type import Words
from profilegen.view.wording.entry_view import EntryView, facts, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _subsidy(entry: Subsidy, _: EntryContext) -> EntryView:
    recipient = f"to {entry.recipient}" if entry.recipient else ""
    amount = str(entry.amount) if entry.amount else "amount not stated"
    return unplaced((Text(entry.title),), facts=facts(amount, recipient), side=Words("Subsidy"))


WORDING = EntryWording(
    one=Words("Subsidy"),
    many=Words("Subsidies"),
    compose=_subsidy,
    example="""\\
subsidies:
  list:
    - title: Chips Grant
      amount: NOK 2 billion
      recipient: A Company
      source: ministry-2024
""",
)
''',
    "templates/screen/entries/subsidy.html": """\
{% from "screen/_entry.html" import line, number with context %}
<li class="entry subsidy" id="{{ view.anchor }}">
<h3><a class="n" href="#{{ view.anchor }}">{{ number(view) }}</a> {{ view.title|screen }}{{ view.notes|screen }}</h3>
<p class="line">{{ line(view)|trim }}</p>
</li>
""",  # noqa: E501
    "templates/print/entries/subsidy.html": """\
<tr id="{{ view.anchor }}"><th scope="row" class="number">{{ view.number }}</th><td class="body">
<p class="title">{{ view.title|paper }}{{ view.notes|paper }}</p>
<p class="line">Paid: {% for fact in view.facts %}{{ fact|paper }}{{ ", " if not loop.last }}{% endfor %}</p>
</td><td class="side"><p class="word">{{ view.side }}</p></td></tr>
""",  # noqa: E501
}
"""The new files, by where they stand."""

TABLE = "src/profilegen/core/model/kinds/__init__.py"
"""What is changed: the import and the line of the table."""

PROFILE = """\
economy: {code}
status: draft
updated: 18 July 2025
industrial_strategy: {{not_researched: Nobody has looked yet.}}
digital_strategy: {{not_researched: Nobody has looked yet.}}
constitutional_provisions: {{not_researched: Nobody has looked yet.}}
regulatory_provisions:
  list:
    - {{title: Industry Act of {code}, kind: act, status: in force, source: report}}
  subsidies:
    lead_in: "One was paid:"
    source: report, p 2
    list:
      - title: Chips Grant of {code}
        amount: JPY 476 billion
        recipient: Kumamoto Works
        topics: [semiconductors]
economic_treaties: {{not_researched: Nobody has looked yet.}}
plurilaterals: {{not_researched: Nobody has looked yet.}}
proceedings: {{not_researched: Nobody has looked yet.}}
sources:
  report: {{type: report, title: A report}}
"""


def profilegen(place: Path, *words: str, fails: bool = False) -> str:
    """Run the program as it is in a folder; what it says."""
    where = {"PATH": os.environ["PATH"], "PYTHONPATH": str(place / "src")}  # coverage knows nothing
    command = [sys.executable, "-c", "from profilegen.app.cli import main; main()", *words]
    done = subprocess.run(
        command, cwd=place, env=where, capture_output=True, text=True, check=False
    )
    told = done.stdout + done.stderr
    assert (done.returncode != 0) == fails, told
    return told


def make(place: Path) -> None:
    """The program with one kind more, and two profiles that have an entry of it, built."""
    for name in ("src", "templates", "profiles/registry"):
        shutil.copytree(japan.ROOT / name, place / name)
    shutil.copy(japan.ROOT / "profiles/series.yaml", place / "profiles")
    for name, text in WRITTEN.items():
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    table = (place / TABLE).read_text("utf-8")
    table = table.replace("    strategy,\n", "    strategy,\n    subsidy,\n")
    table = table.replace("    instrument.KIND,\n", "    instrument.KIND,\n    subsidy.KIND,\n")
    (place / TABLE).write_text(table, encoding="utf-8")
    for code in ("JPN", "KOR"):
        text = PROFILE.format(code=code)
        (place / f"profiles/{code}.yaml").write_text(text, encoding="utf-8")
    profilegen(place, "build", "--only", "html,json")


@pytest.fixture
def place() -> Path:
    return shared.folder("new-kind", make)


def test_it_stands_on_the_page_by_its_own_template_with_number_and_anchor(place: Path) -> None:
    page = (place / "build/JPN.html").read_text("utf-8")
    (entry,) = re.findall(r'<li class="entry subsidy" id="(.+?)">(.*?)</li>', page, re.DOTALL)
    assert entry[0] == "JPN-4-chips-grant-of-jpn"
    assert f'<a class="n" href="#{entry[0]}">4.2</a> Chips Grant of JPN' in entry[1]
    assert "JPY 476 billion" in entry[1] and "to Kumamoto Works" in entry[1]
    assert '<p class="lead-in">One was' in page


def test_the_search_finds_it_by_its_title_and_by_its_recipient(place: Path) -> None:
    script = (place / "build/assets/search-data.js").read_text("utf-8")
    rows = json.loads(script[script.index("(") + 1 : script.rindex(")")])
    (hit,) = [row for row in rows if row[0] == "Chips Grant of JPN"]
    assert hit[2].split()[-3:] == ["Kumamoto", "Works", "semiconductors"]
    assert hit[3:] == ["Subsidy", "Japan 4.2", "JPN.html#JPN-4-chips-grant-of-jpn"]


def test_it_stands_on_the_page_of_topics_under_its_own_name(place: Path) -> None:
    topics = (place / "build/topics.html").read_text("utf-8")
    assert "Subsidies" in topics and "Chips Grant of KOR" in topics


def test_it_stands_in_comparisons_by_topic(place: Path) -> None:
    data = (place / "build/data/compare").glob("JPN*.js")
    assert any("Chips Grant of JPN" in path.read_text("utf-8") for path in data)
    profilegen(place, "compare", "JPN", "KOR", "--sections", "4", "-o", "two.html")
    page = (place / "two.html").read_text("utf-8")
    (row,) = re.findall(r"<tr[^>]*>(?:(?!</tr>).)*Semiconductors.*?</tr>", page, re.DOTALL)
    assert "Chips Grant of JPN" in row and "Chips Grant of KOR" in row


def test_its_amount_stands_in_the_table_of_all_figures(place: Path) -> None:
    with (place / "build/data/observations.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "subsidy"]
    assert [(row["economy"], row["indicator"], row["low"]) for row in rows] == [
        ("JPN", "Chips Grant of JPN: amount", "476000000000"),
        ("KOR", "Chips Grant of KOR: amount", "476000000000"),
    ]
    text = (place / "profiles/JPN.yaml").read_text("utf-8").splitlines()
    assert text[int(rows[0]["line"]) - 1].strip() == "amount: JPY 476 billion"
    assert rows[0]["source"] == "report, p 2"


def test_it_stands_in_the_data_and_their_schema(place: Path) -> None:
    data = json.loads((place / "build/data/JPN.json").read_text("utf-8"))
    at = "/regulatory_provisions/subsidies/list/0"
    assert {"number": "4.2", "anchor": "JPN-4-chips-grant-of-jpn", "at": at} in data["entries"]
    (subsidy,) = data["profile"]["regulatory_provisions"]["subsidies"]["list"]
    assert subsidy["recipient"] == "Kumamoto Works"
    schema = json.loads((place / "build/data/profile.schema.json").read_text("utf-8"))
    assert "amount" in schema["$defs"]["Subsidy"]["properties"]


def test_it_is_printed_by_its_own_template(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    profilegen(place, "build", "JPN", "--only", "pdf", "--out", str(out))
    text = " ".join("".join(pdf_tools.page_texts((out / "pdf/JPN.pdf").read_bytes())).split())
    assert "JPN 4.2 Chips Grant of JPN" in text and "Paid: JPY" in text


def test_a_wrong_field_is_a_finding_at_its_place(place: Path, tmp_path: Path) -> None:
    text = (place / "profiles/JPN.yaml").read_text("utf-8").replace("amount:", "amuont:")
    (tmp_path / "JPN.yaml").write_text(text, encoding="utf-8")
    line = next(at for at, row in enumerate(text.splitlines(), 1) if "amuont" in row)
    told = profilegen(place, "validate", "--profiles", str(tmp_path), fails=True)
    assert f"JPN.yaml:{line}:9" in told and "PG104" in told and "`amount`" in told


def test_a_new_profile_shows_it_and_editors_know_it(place: Path, tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    profilegen(place, "new", "NOR", "--profiles", str(tmp_path / "profiles"))
    made = (tmp_path / "profiles/NOR.yaml").read_text("utf-8")
    assert "  # subsidies:\n  #   list:\n  #     - title: Chips Grant\n" in made
    schema: Mapping[str, object] = json.loads(
        (tmp_path / "schema/profile.schema.json").read_text("utf-8")
    )
    assert "Subsidy" in schema["$defs"]  # type: ignore[operator]


def test_contributors_are_told_of_each_file_and_of_no_other() -> None:
    text = (japan.ROOT / "CONTRIBUTING.md").read_text("utf-8")
    part = text.partition("## Add a kind of entry")[2].partition("\n## ")[0]
    told = set(re.findall(r"`((?:src|templates)/[^`]*)`", part))
    names = {re.sub("subsidy", "NAME", path) for path in (*WRITTEN, TABLE)}
    assert told == names
