"""Abbreviations in running text: which words of capitals a reader would have to look up.

Capitals alone make none. Surnames in capitals, formulae, numbers of laws, models and standards,
Roman numerals, currencies and headings are told apart by their form and by what stands beside
them; `surnames` says which words of a text are names of persons.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

# Each part of a pattern is bounded: a text may be one word of fifty thousand letters.
_CAPITALS = r"[A-Z]{2,24}"
_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"(?<![.\w*@&])[\w&'\u2019-]+")
_PLURAL = re.compile(rf"({_CAPITALS})(?:s|es)?")
_STANDARD = re.compile(r"(?:-[A-Z])?[ /:](?:[A-Z]{2,5}[ /-])?(?:[A-Z]\.? ?)?[0-9]")
"""What follows a currency or a standard: USD 5, ISO 9001, EN ISO 9001, UN R155."""
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_AMOUNT = re.compile(r"(?:\d|\b[ap]\.m\.|\b(?:m|mn|bn|tn|million|billion|trillion|crore|lakh))\s$")
_NUMBERED = re.compile(r"\(\d{4}\)")
"""What follows in a number of the European Commission: COM(2023) 62."""
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SMALL_ROMAN = re.compile("[IVXL]+")
_CURRENCIES = frozenset(
    "USD EUR GBP JPY CNY RMB KRW INR ZAR BRL AUD CAD CHF SGD HKD TWD NZD SEK NOK DKK MXN IDR THB "
    "MYR PHP VND RUB TRY PLN AED SAR".split()
)
_CLOCK = frozenset("AD BC BCE CE AM PM GMT UTC".split())
"""What may stand behind a year or an hour."""
_UNITS = frozenset("KW MW GW TW KV MB GB TB PB HP PS".split())
"""What may stand behind a figure."""
_EVERYDAY = frozenset("OK TV PS PDF DNA SOS USB".split())
_BEHIND_A_NAME = frozenset(
    "AG SA NV BV AB SE KG AS LP PLC LLC LLP QC KC SC MP MEP MD CBE OBE MBE KBE FRS LLB LLM BA "
    "MA MBA JD SJ".split()
)
"""Forms of firms, honours and degrees."""
_SMALL_WORDS = frozenset(
    "A AN AND ARE AS AT BE BETWEEN BUT BY DO FOR FROM HAS HAVE HE HIS IN INTO IS ITS ME MY NO NOT "
    "OF ON ONLY OR OUR OVER SHALL SHE THAT THE THEIR THIS TO UNDER UPON VERY WAS WERE WHICH WILL "
    "WITH YOU ALL ANY NEVER MUST DONE".split()
)
_PARTS_OF_A_WORK = frozenset(
    "ACT ANNEX APPENDIX ARTICLE BOOK CHAPTER CLAUSE FIGURE NOTE PARAGRAPH PART PREAMBLE PREFACE "
    "SCHEDULE SECTION TABLE TITLE VOLUME GOD KING LADY LORD QUEEN SIR".split()
)
_ENGLISH_END = re.compile(
    r"[A-Z]{3,}(?:ING|TION|SION|MENT|NESS|ENCE|ANCE|OUS|LY|EAS|EBY|OLVED|[SZ]ED|ATED)S?"
)
"""How a word ends that is only typed in capitals: WHEREAS, RECOGNISING, RESOLVED."""
_RUN = re.compile(
    r"(?<![\w'\u2019-])[A-Z][A-Z'\u2019-]{0,24}(?:,? [A-Z][A-Z'\u2019-]{0,24}(?![\w]))+"
)
_QUOTED = re.compile(r"[\u2018\u201c]([A-Z]+(?: [A-Z]+)+[.!?]?)[\u2019\u201d]")
_HEAD = re.compile(r"([A-Z]{6,24})[.:] (?=\S)")
"""A word at the head of a paragraph: SUMMARY. The plan ..."""


@dataclass(frozen=True, slots=True)
class Short:
    """A short form where it stands in a text; `short` is what has to be spelled out."""

    short: str
    at: int
    end: int


def short_forms(text: str, names: Collection[str] = ()) -> Iterator[Short]:
    """The abbreviations of a text, but for words that are `names`.

    `FTAs` and `ASEAN-led` hold one, `B-BBEE` is one; DS44, G7, COVID-19, R&D and CO2 are none.
    """
    titles = {at for start, end in _titles(text) for at in range(start, end)}
    for found in _candidates(text):
        if not (found.at in titles or found.short in names or _explained(text, found)):
            yield found


def _candidates(text: str) -> Iterator[Short]:
    """Words of capitals that are no address, number of a document, model or formula."""
    for chunk in _CHUNK.finditer(text):
        words = chunk[0]
        if "@" in words or "://" in words or ("/" in words and re.search("[0-9]", words)):
            continue
        for piece in _PIECE.finditer(words):
            at = chunk.start() + piece.start()
            yield from _within(piece[0], at)


def _within(piece: str, at: int) -> Iterator[Short]:
    """The short forms of a word, hyphens in it."""
    if piece.endswith(("'s", "\u2019s")):
        piece = piece[:-2]
    piece = piece.strip("'\u2019-")
    if re.search(r"[0-9&'\u2019]", piece):
        return
    parts = piece.split("-")
    if len(parts[0]) == 1 and parts[0].isupper() and _PLURAL.fullmatch(parts[-1]):  # B-BBEE
        yield Short(piece, at, at + len(piece))
        return
    for part in parts:
        if match := _PLURAL.fullmatch(part):
            yield Short(match[1], at, at + len(match[1]))
        at += len(part) + 1


def _titles(text: str) -> list[tuple[int, int]]:
    """Where words of a title or heading stand that is all in capitals."""
    places = [match.span() for match in _QUOTED.finditer(text)]
    if (head := _HEAD.match(text)) and _spoken(head[1]):
        places.append(head.span())
    for run in _RUN.finditer(text):
        words = re.findall(r"[A-Z]+(?:['\u2019]S\b)?", run[0])
        longer = [word for word in words if word not in _SMALL_WORDS]
        sentence = 0 < len(longer) < len(words) and len(words) > 2
        row = "," in run[0] or not all(map(_spoken, words))
        spoken = not row and (min(map(len, words)) > 4 or max(map(len, words[2:] or [""])) > 6)
        if sentence or spoken:
            places.append(run.span())
    return places


def _explained(text: str, found: Short) -> bool:
    """Whether the form of a word, or what stands beside it, says that it is no abbreviation."""
    short = found.short
    before, behind = text[max(0, found.at - 40) : found.at], text[found.end : found.end + 40]
    if short in _SMALL_WORDS or short in _EVERYDAY or short in _CURRENCIES:
        return True
    if short in _PARTS_OF_A_WORK or _ENGLISH_END.fullmatch(short):
        return True
    if _NUMBERED.match(behind) or _standard(short, behind):
        return True
    if _AMOUNT.search(before[-12:]) and (
        short in _CLOCK or short in _UNITS or (len(short) == 3 and not before[-2].isdigit())
    ):
        return True
    previous = re.search(r"([A-Z][a-z\u00e0-\u017f]+)[.,]? $", before)
    if previous and (short in _BEHIND_A_NAME or _place_code(short, before, behind)):
        return True
    return _roman(short, after_a_word=bool(previous))


def _standard(short: str, behind: str) -> bool:
    if not _STANDARD.match(behind):
        return False
    return len(short) == 3 or (len(short) <= 5 and not _YEAR.match(behind))


def _place_code(short: str, before: str, behind: str) -> bool:
    """`Washington, DC`, `Boston, MA 02138`: the State of a town."""
    ends = not re.match(r"\s+[A-Za-z]", behind)
    return len(short) == 2 and ((before.endswith(", ") and ends) or before.endswith("Washington "))


def _roman(short: str, *, after_a_word: bool) -> bool:
    if not _ROMAN.fullmatch(short):
        return False
    return bool(_SMALL_ROMAN.fullmatch(short)) or len(short) > 3 or after_a_word


def _spoken(word: str) -> bool:
    """Whether a word can be spoken as a name is: vowels, and no heap of consonants."""
    bare = re.sub("[^A-Z]", "", word)
    return bool(re.search("[AEIOUY]", bare)) and not re.search(
        "[^AEIOUY]{5}|[^AEIOUYHKNSTCRL]{3}", bare
    )


# Words that spell an abbreviation out.

_LEAD = r"(?:(?:the|or|also|in short|known as|abbreviated(?: as)?|here(?:in)?after)[:,]? )*"
_QUOTE = "['\"\u2018\u2019\u201c\u201d]?"
_TOKEN = r"[A-Z](?:[A-Z0-9]|[-/&](?=[A-Z0-9])){1,24}"
_IN_BRACKETS = re.compile(
    rf"[^\W_]{_QUOTE} ?[(\uff08\[]{_LEAD}{_QUOTE}({_TOKEN})s?{_QUOTE}(?:[,;)\uff09\]]| (?:or|and) )"
)
_BEFORE_BRACKETS = re.compile(rf"(?<!\w)({_TOKEN})s? \(([^()]{{4,120}})\)")
_ANY = re.compile(rf"(?<![\w-])({_TOKEN})s?(?![\w-])")
_GLUE = frozenset(
    "a an and as for from in is it of on or stands that the to with by known abbreviated called "
    "short means hereinafter hereafter which meaning de la le du des do da und fur".split()
)


def spelled_out(text: str) -> set[str]:
    """The short forms of which a text gives the words, in brackets or beside them."""
    known = {match[1] for match in _IN_BRACKETS.finditer(text)}
    for match in _BEFORE_BRACKETS.finditer(text):
        if _stands_for(match[1], match[2]):
            known.add(match[1])
    for match in _ANY.finditer(text):
        short = re.sub("[^A-Z]", "", match[1])
        if len(short) > 2 and (
            _initials(text[max(0, match.start() - 160) : match.start()])[-len(short) :] == short
            or _initials(text[match.end() : match.end() + 160])[: len(short)] == short
        ):
            known.add(match[1])
    return known | {part for short in known for part in short.split("-")}


def _initials(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return "".join(word[0].upper() for word in words if word.casefold() not in _GLUE)


def _stands_for(short: str, full: str) -> bool:
    """Whether the letters come in this order in the words: AI (artificial intelligence)."""
    letters = iter(full.upper())
    return all(letter in letters for letter in re.sub("[^A-Z]", "", short))


# Surnames in capitals.

_TITLE = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Messrs|Mmes?|MM?(?=\.)|Miss|Master|Professor|Sir|Dame|Lord|Lady|"
    r"President|Pres|Premier|Minister|Chancellor|Senator|Sen|Rep|Gov|Justice|Judge|King|Queen|"
    r"Prince(?:ss)?|Sheikh|Emir|Ambassador|Excellency|Captain|Capt|Colonel|Col|Gen|Major|Maj|Lt|"
    r"Adm(?:iral)?|Insp(?:ector)?|Rev|Hon|Bishop|Father|Herr|Frau|Monsieur|Madame|Se\u00f1ora?|"
    r"Datuk|Seri|Shri|Smt|KING|QUEEN|LORD|LADY|SIR)\.?"
)
_OFFICE = (
    r"(?:Secretary|General|Commissioner|Governor|Speaker|Chair(?:man|woman|person)?|Rapporteur|"
    r"Director|Deputy|Delegate|Representative|Arbitrator|author|economist)"
)
_PARTICLE = (
    r"(?:(?i:van|der|den|de|la|da|do|dos|di|du|von|zu|al|el|bin|bint|ibn|le|ben|ter|ten)[ -]){0,3}"
)
_NAME = (
    rf"({_PARTICLE}(?:[A-Z]['\u2019])?[A-Z]{{2,24}}(?:[-'\u2019 ][A-Z]{{3,24}}){{0,2}})(?![\w&])"
)
_GIVEN = r"[A-Z][a-z\u00e0-\u017f]{1,24}(?:-[A-Z]?[a-z\u00e0-\u017f]{1,24})?"
_INITIALS = r"(?:[A-Z]\.[ -]?){1,4}"
_NO_STATE = r"(?!U\. ?[SKN]\.|E\. ?U\.|D\. ?C\.)"
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_TITLE} (?:(?:{_GIVEN}|{_INITIALS}) ?){{0,3}}{_NAME}",
        rf"\b{_OFFICE} (?:(?:{_GIVEN}|{_INITIALS}) ?){{1,3}}{_NAME}",
        rf"(?<![A-Z]){_NAME} [A-Z][a-z]{{1,24}}-[a-z]{{1,24}}\b",  # LEE Jae-myung
        rf"\b[A-Z][a-z]{{1,24}}-[a-z]{{1,24}} {_NAME}",
        rf"(?<![.\w]){_NO_STATE}(?:[A-Z]\.[ -]?){{2,4}}{_NAME}",
        rf"(?m:^|[(;,:.\u201c\u2018] ?|\b(?:and|by|of|to|with) ){_NO_STATE}[A-Z]\. ?{_NAME}",
        rf"(?<![\w.-]){_NAME},? {_NO_STATE}[A-Z]\.(?! [A-Z][a-z]+ [a-z])",
    )
)
_BY_GIVEN_NAME = re.compile(
    rf"(?P<before>\S{{1,24}} )?(?P<given>(?<![\w'\u2019-]){_GIVEN}) "
    rf"(?:{_INITIALS} ?)?{_NAME}"
)
_SURNAME_FIRST = re.compile(
    rf"(?:^|[;:\u2022]|\band|,) *{_NAME},? (?P<given>{_GIVEN})(?: {_GIVEN}){{0,2}}"
    r"(?= *(?:[;,.(]|and\b|$))",
    re.MULTILINE,
)
_ROW = re.compile(rf"(?<![A-Z]){_NAME}(?:, {_NAME}){{0,9}},? and {_NAME}")
_AUTHORS = re.compile(
    r"(?:[A-Z][a-z]+ [A-Z]{1,2}, )+[A-Z][a-z]+ [A-Z]{1,2}\b|[A-Z][a-z]+ [A-Z]{1,2},? et al\b"
)
"""Fisher RA, Haldane JB."""
_NO_GIVEN_NAME = frozenset(
    "A After All Also Although An And Another Any As At Because Before Between Both But By Despite "
    "During Each Either Even Every Few First For From Given Had Has Have Her His How However If In "
    "Into Is It Its Last Like Many More Most Neither New No Nor Not Now Of Often On Once One Only "
    "Or Other Our Outside Over Past Per Previous Second Several Since So Some Such Than That The "
    "Their Then There These They This Those Three Through Thus To Today Together Two Under Unless "
    "Unlike Until Upon Was We Were What When Where Whereas Whether Which While Who With Within "
    "Without Yet Act Agency Annex Appendix Article Authority Bank Board Bureau Centre Center "
    "Chapter Charter Code Committee Company Council Court Department Directive Enterprise Forum "
    "Framework Fund Group Guideline Guidelines Horizon Index Initiative Institute Invest Law List "
    "Member Members Ministry Network Office Panel Part Party Plan Policy Portal Project Programme "
    "Program Protocol Report Research Rule Scheme Service Society Study System Table Team Trade "
    "Treaty Union University Federal Central General Digital Global Northern Southern Western "
    "Eastern European African Asian American Latin Dutch French Greek Swiss Thai Czech English "
    "Spanish British Irish Danish Polish Turkish Swedish Finnish Scottish Welsh Arab Nordic Baltic "
    "Secretary Director Deputy Chair Round Africa Kingdom States Zealand Arabia Lanka Emirates "
    "Geneva Paris Brussels Vienna London Tokyo Beijing Seoul "
    "January February March April May June July August September October November December".split()
)
_NO_END_OF_A_NAME = re.compile(
    r"\w{3,}(?:ings?|ly|ive)|\w{4,}(?<!am|hm|mm)ed|\w*(?:tion|tions|ment|ments|ies|ous|ness|ial|ics|ism)"
)
_OF_A_PLACE = re.compile(r"\w*(?:an|ese|i|ish|ic|s)")


def surnames(text: str, places: Collection[str] = ()) -> set[str]:
    """Words in capitals that are names of persons, by a title, given name or initials.

    `places` are the words of economies' names: `Japan JOGMEC` is no person.
    """
    known = {part for pattern in _SURE for m in pattern.finditer(text) for part in _parts(m[1])}
    known |= {part for match in _AUTHORS.finditer(text) for part in _parts(match[0])}
    for match in _BY_GIVEN_NAME.finditer(text):
        article = (match["before"] or "").casefold() in ("the ", "a ", "an ", "its ", "their ")
        longest = max(re.findall("[A-Z]+", match[3]), key=len)
        if not article and len(longest) > 3 and _spoken(longest) and _given(match["given"], places):
            known |= _parts(match[3])
    listed = [m[1] for m in _SURNAME_FIRST.finditer(text) if _given(m["given"], places)]
    if len(listed) > 1:
        known |= {part for name in filter(_spoken, listed) for part in _parts(name)}
    for row in _ROW.finditer(text):  # HAMILTON, MADISON and JAY
        words = set(re.findall("[A-Z]{2,}", row[0]))
        if words & known:
            known |= words
    return known


def _given(word: str, places: Collection[str]) -> bool:
    if word in _NO_GIVEN_NAME or word in places or _NO_END_OF_A_NAME.fullmatch(word):
        return False
    of_a_place = _OF_A_PLACE.fullmatch(word)
    return not (of_a_place and any(word[:4] == place[:4] for place in places))


def _parts(name: str) -> set[str]:
    return set(re.findall(r"[A-Z]{2,}", name))
