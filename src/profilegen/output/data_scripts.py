"""Data as classic scripts, which a page opened from disk may load, and the HTML in it."""

from __future__ import annotations

import json
import re

from profilegen.output.lang_attributes import spoken


def script(name: str, value: object) -> str:
    """A call with data; no text can end or hide the script, should a page ever hold it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("</", "<\\/").replace("<!", "\\u003c!")
    return f"profilegen.{name}({data});\n"


_PLAIN = re.compile(r'="([\w.:/#-]*\w)"')
"""An attribute that HTML may have without quotes, which JSON would have to escape."""


_BESIDE = re.compile(r" ?(</?(?:p|li|ul|ol|div|table|thead|tbody|tr|th|td)\b[^>]*>) ?")
"""A tag at which a line begins or ends: spaces beside it are not seen."""


def unbroken(html: object) -> str:
    """HTML without the line ends of its template."""
    return _BESIDE.sub(r"\1", re.sub(r"[ \t\n]+", " ", spoken(str(html))))


def tight(html: object) -> str:
    """HTML in one line, and without quotes that it can do without."""
    return _PLAIN.sub(r"=\1", unbroken(html))
