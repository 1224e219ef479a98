"""What was meant by a key or word that profiles do not have: other usual names, misspelt ones."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from profilegen.core.model.sections import SECTIONS
from profilegen.core.registry import nearest

_KEYS = {
    # sources
    "native": "native_title native_name",
    "original_title": "native_title",
    "local_title": "native_title",
    "date": "issued signed requested on year updated",
    "dated": "issued",
    "published": "issued",
    "publication_date": "issued",
    "date_published": "issued",
    "date_issued": "issued",
    "year": "issued since",
    "link": "url",
    "website": "url container_title",
    "web": "url",
    "address": "url",
    "uri": "url",
    "retrieved": "accessed",
    "access_date": "accessed",
    "accessed_on": "accessed",
    "date_accessed": "accessed",
    "last_accessed": "accessed",
    "journal": "container_title",
    "newspaper": "container_title",
    "periodical": "container_title",
    "publication": "container_title",
    "magazine": "container_title",
    "book_title": "container_title",
    "container": "container_title",
    "series": "collection_title",
    "pages": "page",
    "pp": "page",
    "place": "publisher_place at",
    "where": "at",
    "why": "reason",
    "because": "reason",
    "city": "publisher_place",
    "authors": "author",
    "institution": "author issuing_body",
    "organisation": "author",
    "organization": "author",
    "editors": "editor",
    "short_title": "title_short short_name",
    "first_name": "given",
    "surname": "family",
    "family_names": "family",
    "given_names": "given",
    "last_name": "family",
    # entries
    "abbr": "abbreviation short_name short",
    "acronym": "abbreviation short_name short",
    "short": "title_short short_name abbreviation",
    "abbreviation": "short_name short",
    "name": "title case article goal",
    "title": "name case article goal caption",
    "objective": "goal",
    "provision": "article",
    "section": "article",
    "description": "gist note",
    "summary": "gist note",
    "details": "gist note",
    "content": "gist text",
    "comment": "note",
    "comments": "note",
    "remark": "note",
    "remarks": "note",
    "footnote": "note",
    "reference": "source",
    "references": "source sources",
    "citation": "source",
    "cite": "source",
    "sources": "source",
    "tags": "topics",
    "keywords": "topics",
    "subjects": "topics",
    "type": "kind",
    "kind": "type",
    "category": "kind type",
    "ministry": "issuing_body",
    "agency": "issuing_body",
    "issuer": "issuing_body",
    "issued_by": "issuing_body",
    "authority": "issuing_body",
    "law_number": "number",
    "act_number": "number",
    "amended": "updated",
    "amended_on": "updated",
    "last_amended": "updated",
    "repeals": "supersedes",
    "replaces": "supersedes",
    "members": "parties",
    "signatories": "parties",
    "entry_into_force": "in_force",
    "entered_into_force": "in_force",
    "effective": "in_force",
    "in_force_since": "in_force",
    "date_signed": "signed",
    "signed_on": "signed",
    "signature": "signed",
    "withdrawn": "left",
    "replaced_by": "succeeded_by",
    "joined": "since",
    "start": "since",
    "complainants": "complainant",
    "claimant": "complainant",
    "respondents": "respondent",
    "defendant": "respondent",
    "third_party": "third_parties",
    "third_parties": "third_party",
    "dispute": "case",
    "case_number": "case",
    "case_no": "case",
    "id": "case",
    "consultations": "requested",
    "date_requested": "requested",
    "outcome": "stage",
    "result": "stage",
    # sections
    "entries": "list",
    "items": "list",
    "intro": "lead_in text",
    "introduction": "lead_in text",
    "prose": "text",
    "paragraph": "text",
    "cases": "disputes",
    "not_found": "none_found",
    "none": "none_found",
    # the whole file
    "country": "economy",
    "iso": "economy",
    "code": "economy finding",
    "last_updated": "updated",
    "update": "updated",
    "as_at": "as_of",
    "author": "authors",
    "reviewer": "reviewers",
    "reviewed_by": "reviewers",
    "treaties": "list",
    "agreements": "list agreements",
    "initiatives": "list",
    "regulations": "list",
    "laws": "list",
    "glossary": "abbreviations",
    "acronyms": "abbreviations",
    "bibliography": "sources",
    "changes": "history",
    "changelog": "history",
}
_KEYS |= {
    name: f"{section.key} {_KEYS.get(name, '')}"
    for section in SECTIONS
    for name in (f"section_{section.number}", *section.also_called)
}
"""Keys as people expect them; the first of the known ones that the place has is meant."""

_WORDS = {
    # of a law
    "active": "in force",
    "current": "in force",
    "valid": "in force",
    "effective": "in force",
    "operative": "in force",
    "adopted": "enacted",
    "passed": "enacted",
    "promulgated": "enacted",
    "approved": "enacted",
    "abolished": "repealed",
    "revoked": "repealed",
    "annulled": "repealed",
    "lapsed": "expired",
    "spent": "expired",
    "revised": "amended",
    "pending": "draft|negotiating",
    "proposed": "draft|negotiating",
    "planned": "draft",
    "bill": "draft",
    # of a treaty or a profile
    "under negotiation": "negotiating",
    "in negotiation": "negotiating",
    "concluded": "signed",
    "denounced": "terminated",
    "expired": "terminated",
    "ended": "terminated",
    "replaced": "superseded",
    "provisional": "provisionally applied",
    "final": "published",
    "complete": "published",
    "finished": "published",
    "in progress": "draft",
    "wip": "draft",
    # kinds of instrument
    "law": "act|legislation",
    "statute": "act|legislation",
    "act of parliament": "act|legislation",
    "legislation": "act",
    "primary legislation": "act",
    "amendment": "amending act",
    "draft law": "bill",
    "draft act": "bill",
    "presidential decree": "decree",
    "royal decree": "decree",
    "cabinet order": "order",
    "ministerial order": "order",
    "statutory instrument": "regulation",
    "secondary legislation": "regulation",
    "announcement": "notice",
    "notification": "notice",
    "guidance": "guidelines",
    "action plan": "plan",
    "roadmap": "plan",
    "five year plan": "plan",
    "scheme": "programme",
    "framework": "strategy",
    "vision": "strategy",
    # types of source
    "act": "legislation",
    "website": "webpage",
    "web page": "webpage",
    "online": "webpage",
    "url": "webpage",
    "news": "article-newspaper",
    "newspaper": "article-newspaper",
    "newspaper article": "article-newspaper",
    "journal": "article-journal",
    "journal article": "article-journal",
    "paper": "article-journal",
    "working paper": "report",
    "press release": "webpage",
    "judgment": "legal_case",
    "case": "legal_case",
    "conference paper": "paper-conference",
    "blog": "post-weblog",
    "blog post": "post-weblog",
    "book chapter": "chapter",
    "statistics": "dataset",
    "database": "dataset",
    "data": "dataset",
    "agreement": "treaty",
    "convention": "treaty",
    "decree": "legislation",
    "order": "legislation",
    "policy": "report",
    "strategy": "report",
    "plan": "report",
    "white paper": "report",
    "policy document": "report",
    # roles, sides, measures, charts
    "member": "participant",
    "party": "participant",
    "claimant": "complainant",
    "plaintiff": "complainant",
    "applicant": "complainant",
    "defendant": "respondent",
    "third": "third party",
    "countervailing duty": "countervailing",
    "anti subsidy": "countervailing",
    "column": "bar",
    "columns": "bar",
    "histogram": "bar",
    "scatter": "dot",
}
"""Words as people expect them; of several after each other the first that the field knows."""

SURE = 0.8
"""How like a known word a misspelt one is that can be no other."""


def meant_key(key: str, known: Collection[str]) -> tuple[str, bool]:
    """The known key that a strange one stands for, or nothing; and whether that is sure."""
    folded = _folded(key).replace(" ", "_")
    if folded in known:
        return folded, True
    usual = next((name for name in _KEYS.get(folded, "").split() if name in known), "")
    return (usual, True) if usual else _near(key, known)


def meant_word(word: str, known: Collection[str]) -> tuple[str, bool]:
    """The known word that a strange one stands for, or nothing; and whether that is sure."""
    folded = _folded(word)
    same = next((name for name in known if _folded(name) == folded), "")
    if same:
        return same, True
    usual = next((name for name in _WORDS.get(folded, "").split("|") if name in known), "")
    return (usual, False) if usual else _near(word, known)


def _near(word: str, known: Collection[str]) -> tuple[str, bool]:
    near = nearest(word, known)
    return near, bool(near) and alike(word, near)


def alike(word: str, known: str) -> bool:
    """Whether a word is so like a known one that it is that, misspelt."""
    one, other = known.casefold(), word.casefold()
    same_letters = sorted(one) == sorted(other)  # nmae
    return same_letters or difflib.SequenceMatcher(a=one, b=other).ratio() >= SURE


def _folded(word: str) -> str:
    bare = word.strip("\"'\u2018\u2019\u201c\u201d ").casefold()
    return " ".join(bare.replace("_", " ").replace("-", " ").split())
