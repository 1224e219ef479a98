"""`source: [@key, p 3]`: a citation as texts have it, where a source's key has to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profilegen.core.repair import LineChange, Lines, Repair, in_quotes

_SOURCE = re.compile(
    r"(?P<lead>(?:^|[ {])source: +)"
    r"(?P<value>(?:\[@[^\[\]]*\][,;]? *)+|@[^\[\]{},#]+(?:, [^\[\]{},:#]+)?)"
)
_CITED = re.compile(
    r"[A-Za-z0-9][\w:.+/-]*(?:, [^;@\[\]]+)?(?:; [A-Za-z0-9][\w:.+/-]*(?:, [^;@\[\]]+)?)*"
)


def citation_as_source(lines: Lines, at: int) -> Iterator[Repair]:
    """The brackets and signs of a citation, which a `source` has not."""
    match = _SOURCE.search(lines[at])
    if not match:
        return
    value = match["value"].rstrip()
    bare = re.sub(r"\][,;]? *\[", "; ", value).strip("[]")
    bare = "; ".join(part.strip().removeprefix("@") for part in bare.split(";"))
    if not _CITED.fullmatch(bare):
        return
    within = "{" in lines[at][: match.start("value")] and "," in bare
    written = in_quotes(bare) if within else bare
    start = match.start("value")
    message = "A `source` names its document by the key alone, without [@ ]."
    change = LineChange(at, start, start + len(value), written)
    yield Repair(at, start, message, f"Write source: {written}", (change,))
