"""PDF/UA-1 by the failure conditions of the Matterhorn Protocol 1.1, checked by our own means.

Each fault begins with the number of the condition that it meets. Conditions of what our PDFs never
hold (forms, sound, scripts, layers) are left out; those that only a person can judge as well.
Where the protocol says nothing, the fault names ISO 32000-1, or says that the rule is our own.
"""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4"
    " H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code"
    " Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
ROWS = {"THead", "TBody", "TFoot"}
INSIDE = {
    "Table": {"TR", "Caption"} | ROWS,
    **{kind: {"TR"} for kind in ROWS},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
"""What the parts of tables and lists may hold."""
AROUND = {
    "TR": {"Table"} | ROWS,
    **{kind: {"Table"} for kind in ROWS},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
PAINTING = "BMC BDC EMC Do Tj TJ ' \" f F f* B B* b b* S s sh EI"
LOWEST, NARROWEST = 9.0, 5.0
"""A link's least height and width in points: a line of the smallest type, a call of one figure."""


@dataclass
class Element:
    """One element of the structure tree."""

    raw: Any
    kind: str
    parent: Element | None
    kids: list[Element] = field(default_factory=list)
    marks: int = 0
    annotations: list[Any] = field(default_factory=list)

    def below(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            yield from kid.below()


def faults(data: bytes) -> list[str]:
    """What keeps a PDF from being PDF/UA-1."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_Checker(pdf).all())


class _Checker:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf, self.root = pdf, pdf.Root
        self.numbers = {page.objgen: at for at, page in enumerate(pdf.pages, 1)}
        self.marked: dict[tuple[int, int], Element] = {}
        """By page and number of marked content, the element that holds it."""
        self.linked: dict[Any, list[Element]] = defaultdict(list)
        """By annotation, the elements that hold it."""

    def all(self) -> Iterator[str]:
        yield from self._catalog()
        if "/StructTreeRoot" not in self.root:
            yield "01-005 nothing is tagged"
            return
        tree = Element(self.root.StructTreeRoot, "root", None)
        yield from self._grow(tree, None)
        elements = [element for element in tree.below() if element is not tree]
        for element in elements:
            yield from self._element(element)
        yield from self._headings(elements)
        yield from self._notes(elements)
        yield from self._names(elements)
        parents = dict(_number_tree(self.root.StructTreeRoot.get("/ParentTree", Dictionary())))
        for page in self.pdf.pages:
            yield from self._page(page, parents)
        yield from self._fonts()

    def _catalog(self) -> Iterator[str]:
        root = self.root
        if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
            yield "ISO 14289-1, 7.1: not marked as tagged"
        if root.get("/MarkInfo", Dictionary()).get("/Suspects", False):
            yield "01-007 the tags are suspect"
        if "/Metadata" not in root:
            yield "06-001 no XMP metadata"
        else:
            with self.pdf.open_metadata() as metadata:
                if str(metadata.get("pdfuaid:part")) != "1":
                    yield "06-002 the metadata do not claim PDF/UA-1"
                if not str(metadata.get("dc:title") or "").strip():
                    yield "06-003 the metadata hold no title"
        preferences = root.get("/ViewerPreferences", Dictionary())
        if "/DisplayDocTitle" not in preferences:
            yield "07-001 nothing says that the title is displayed"
        elif not preferences.DisplayDocTitle:
            yield "07-002 the title is not displayed"
        if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", str(root.get("/Lang", ""))):
            yield "11-006 the document's language is not told"
        if self.pdf.is_encrypted:
            yield "26-001 the document is encrypted"

    # ------------------------------------------------------------------ tree

    def _grow(self, parent: Element, page: Any) -> Iterator[str]:
        kids = parent.raw.get("/K", Array())
        page = parent.raw.get("/Pg", page)
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield from self._hold(parent, page, kid)
            elif kid.get("/Type") == Name.MCR:
                yield from self._hold(parent, kid.get("/Pg", page), int(kid.MCID))
            elif kid.get("/Type") == Name.OBJR:
                parent.annotations.append(kid.Obj)
                self.linked[kid.Obj.objgen].append(parent)
            else:
                element = Element(kid, str(kid.S)[1:], parent)
                parent.kids.append(element)
                if parent.kind != "root" and kid.P.objgen != parent.raw.objgen:
                    yield f"ISO 32000-1, 14.7.2: {element.kind} names another parent"
                yield from self._grow(element, page)

    def _hold(self, element: Element, page: Any, mark: int) -> Iterator[str]:
        element.marks += 1
        key = (self.numbers[page.objgen], mark)
        if key in self.marked:
            yield f"ISO 32000-1, 14.7.4: page {key[0]}: content {mark} is held twice"
        self.marked[key] = element

    def _element(self, element: Element) -> Iterator[str]:
        kind, raw = element.kind, element.raw
        parent = element.parent.kind if element.parent else ""
        if kind not in STANDARD:
            roles = self.root.StructTreeRoot.get("/RoleMap", Dictionary())
            if str(roles.get(f"/{kind}", ""))[1:] not in STANDARD:
                yield f"02-001 {kind} is no standard type"
        rule = "09-005" if {kind, parent} & {"L", "LI", "LBody"} else "09-004"
        for kid in element.kids:
            if kind in INSIDE and kid.kind not in INSIDE[kind]:
                yield f"{rule} {kid.kind} in {kind}"
        if kind in AROUND and parent not in AROUND[kind]:
            yield f"{rule} {kind} in {parent}"
        if kind == "Table":
            yield from _grid(element)
        if kind == "Figure":
            if not str(raw.get("/Alt", raw.get("/ActualText", ""))).strip():
                yield "13-004 a figure without a text"
            if "/BBox" not in raw.get("/A", Dictionary()):
                yield "ISO 14289-1, 7.3: a figure without its box"
        if kind == "TH" and raw.get("/A", Dictionary()).get("/Scope") not in (
            Name.Row, Name.Column, Name.Both
        ):  # fmt: skip
            yield "15-003 a head without a scope"
        if kind == "Link":
            held = [inner for inner in element.below() if inner.annotations]
            if len(element.annotations) != 1 or held != [element]:
                yield "28-011 a Link that does not hold the one annotation directly"
            if not any(inner.marks for inner in element.below()):
                yield "28-011 a Link without content"
        if kind in ("P", "Span", "Note", "H1", "H2", "H3", "H4") and not (
            element.marks or element.kids or element.annotations
        ):
            yield f"our own: an empty {kind}"

    def _headings(self, elements: list[Element]) -> Iterator[str]:
        before = 0
        for element in elements:
            if element.kind == "H":
                yield "14-007 an H among numbered headings"
            if found := re.fullmatch("H([1-6])", element.kind):
                level = int(found[1])
                if not before and level != 1:
                    yield f"14-002 the first heading is H{level}"
                elif level > before + 1:
                    yield f"14-003 H{level} after H{before}"
                before = level

    def _notes(self, elements: list[Element]) -> Iterator[str]:
        named = [str(e.raw.get("/ID", "")) for e in elements if e.kind == "Note"]
        if "" in named:
            yield "19-003 a note without an ID"
        for name, times in Counter(named).items():
            if name and times > 1:
                yield f"19-004 {times} notes with the ID {name}"

    def _names(self, elements: list[Element]) -> Iterator[str]:
        tree = list(self.root.StructTreeRoot.get("/IDTree", Dictionary()).get("/Names", []))
        known = {bytes(tree[at]): tree[at + 1].objgen for at in range(0, len(tree), 2)}
        if list(known) != sorted(known):
            yield "ISO 32000-1, 7.9.6: the tree of IDs is out of order"
        for element in elements:
            name = element.raw.get("/ID")
            if name is not None and known.get(bytes(name)) != element.raw.objgen:
                yield f"ISO 32000-1, 14.7.2: the tree of IDs lacks {name} of {element.kind}"
            for head in element.raw.get("/A", Dictionary()).get("/Headers", []):
                if bytes(head) not in known:
                    yield f"15-003 {element.kind} names a head {head} that is not there"

    # ----------------------------------------------------------------- pages

    def _page(self, page: pikepdf.Page, parents: dict[int, Any]) -> Iterator[str]:
        number, raw = self.numbers[page.objgen], page.obj
        seen: set[int] = set()
        yield from (f"{fault} (page {number})" for fault in _content(raw, [], seen))
        listed = parents.get(int(raw.get("/StructParents", -1)), Array())
        for mark in sorted(seen):
            holder = self.marked.get((number, mark))
            if holder is None:
                yield f"01-005 content {mark} of page {number} is in no tag"
            elif mark >= len(listed) or listed[mark].objgen != holder.raw.objgen:
                yield f"ISO 32000-1, 14.7.4.4: page {number}: content {mark} leads to another tag"
        for held in sorted(mark for at, mark in self.marked if at == number):
            if held not in seen:
                yield f"ISO 32000-1, 14.7.4: page {number} has no content {held}"
        annotations = list(raw.get("/Annots", []))
        if annotations and "/Tabs" not in raw:
            yield f"28-008 page {number} has no order of tabs"
        elif annotations and raw.Tabs != Name.S:
            yield f"28-009 page {number} has tabs in another order than its tags"
        for annotation in annotations:
            yield from (f"{f} (page {number})" for f in self._annotation(annotation, parents))

    def _annotation(self, annotation: Any, parents: dict[int, Any]) -> Iterator[str]:
        if annotation.Subtype != Name.Link:
            yield f"28-002 an annotation {annotation.Subtype}"
        if not str(annotation.get("/Contents", "")).strip():
            yield "28-012 a link without a description"
        holders = self.linked.get(annotation.objgen, [])
        if [holder.kind for holder in holders] != ["Link"]:
            yield f"28-011 a link in {[holder.kind for holder in holders]}"
        elif (
            parents.get(int(annotation.get("/StructParent", -1)), Dictionary()).objgen
            != holders[0].raw.objgen
        ):
            yield "28-011 a link that leads to another tag"
        left, bottom, right, top = map(float, annotation.Rect)
        wide, high = abs(right - left), abs(top - bottom)
        if high < LOWEST or wide < NARROWEST:
            yield f"our own: a link of {wide:.1f} by {high:.1f} points"

    # ----------------------------------------------------------------- fonts

    def _fonts(self) -> Iterator[str]:
        for font in self.pdf.objects:
            if not isinstance(font, Dictionary) or font.get("/Type") != Name.Font:
                continue
            name, drawn = font.get("/BaseFont"), font.get("/Subtype") == Name.Type3
            about = font.get("/FontDescriptor", Dictionary())
            if "/DescendantFonts" not in font and not drawn and not FILES & set(about):
                yield f"31-009 {name} is not embedded"
            if "/DescendantFonts" in font or drawn:
                if "/ToUnicode" not in font:
                    yield f"31-027 {name} does not say what its glyphs mean"
                elif NOTHING.search(font.ToUnicode.read_bytes()):
                    yield f"31-028 {name} has a glyph that means nothing"


FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
NOTHING = re.compile(rb"> ?<(0000|feff|fffe)>", re.IGNORECASE)
"""A glyph's meaning that is no character."""


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:
    numbers = list(node.get("/Nums", []))
    yield from ((int(numbers[at]), numbers[at + 1]) for at in range(0, len(numbers), 2))
    for kid in node.get("/Kids", []):
        yield from _number_tree(kid)


def _grid(table: Element) -> Iterator[str]:
    """15-005: whether each row has as many cells as the others, spans counted."""
    widths = set()
    for part in [table, *(kid for kid in table.kids if kid.kind in ROWS)]:
        hanging: dict[int, int] = {}
        for row in (kid for kid in part.kids if kid.kind == "TR"):
            column, spans = 0, {c: n - 1 for c, n in hanging.items() if n > 1}
            taken = {c for c, n in hanging.items() if n > 0}
            for cell in row.kids:
                about = cell.raw.get("/A", Dictionary())
                while column in taken:
                    column += 1
                for _ in range(int(about.get("/ColSpan", 1))):
                    if int(about.get("/RowSpan", 1)) > 1:
                        spans[column] = int(about.RowSpan) - 1
                    column += 1
            widths.add(max([column, *(c + 1 for c in taken)]))
            hanging = spans
    if len(widths) > 1:
        yield f"15-005 rows of {sorted(widths)} cells in one table"


def _content(holder: Any, marks: list[str], seen: set[int]) -> Iterator[str]:
    """Whether all that is painted is tagged or an artifact, and never both."""
    properties = holder.get("/Resources", Dictionary()).get("/Properties", Dictionary())
    depth = len(marks)
    for instruction in pikepdf.parse_content_stream(holder, PAINTING):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BMC" | "BDC":
                told = operands[1] if len(operands) > 1 else Dictionary()
                told = properties.get(str(told), Dictionary()) if isinstance(told, Name) else told
                if "/MCID" in told:
                    if "artifact" in marks:
                        yield "01-004 tagged content in an artifact"
                    seen.add(int(told.MCID))
                    marks.append("tagged")
                elif operands[0] == Name.Artifact:
                    if "tagged" in marks:
                        yield "01-003 an artifact in tagged content"
                    marks.append("artifact")
                else:
                    marks.append("")
            case "EMC":
                if len(marks) == depth:
                    yield "ISO 32000-1, 14.6: a mark ends that did not begin"
                else:
                    marks.pop()
            case "Do":
                drawn = holder.Resources.XObject[str(operands[0])]
                if isinstance(drawn, Stream) and drawn.get("/Subtype") == Name.Form:
                    yield from _content(drawn, marks, seen)
                elif not any(marks):
                    yield "01-005 a picture is neither tagged nor an artifact"
            case painted:
                if not any(marks):
                    yield f"01-005 what {painted} paints is neither tagged nor an artifact"
    if len(marks) > depth:
        yield "ISO 32000-1, 14.6: a mark does not end"
        del marks[depth:]
