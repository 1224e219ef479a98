"""The search's data as a classic script: a page opened from disk may load nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, replace

from profilegen.core.typography import curly
from profilegen.view.pages.search_index import Hit


def search_data(hits: Iterable[Hit]) -> str:
    """A script that hands all hits to the search, a row each."""
    shown = [astuple(replace(hit, title=curly(hit.title), where=curly(hit.where))) for hit in hits]
    data = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"profilegenSearch({safe});\n"
