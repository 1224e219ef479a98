"""What a provision of the constitution shows: its article, and what it says."""

from __future__ import annotations

from profilegen.core.model.kinds.provision import Provision
from profilegen.core.reader_text_type import Words
from profilegen.core.richtext import Text
from profilegen.view.text.running_text import line
from profilegen.view.wording.entry_view import EntryView, unplaced
from profilegen.view.wording.kind_wording import EntryContext, EntryWording


def _provision(entry: Provision, _: EntryContext) -> EntryView:
    return unplaced((Text(entry.article),), gist=line(entry.gist))


WORDING = EntryWording(
    one=Words("Constitution"),
    many=Words("Constitution"),
    compose=_provision,
    example="""\
list:
  - article: Article 105
    gist: property is taken only against full compensation
    source: constitution
    topics: [property]
""",
)
