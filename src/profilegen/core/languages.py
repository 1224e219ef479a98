"""Languages by their codes (BCP 47): what a page says to browsers and screen readers."""

from __future__ import annotations

import re

_TABLE = (
    "aa Afar; ab Abkhazian; ae Avestan; af Afrikaans; ak Akan; am Amharic; an Aragonese; "
    "ar Arabic; as Assamese; av Avaric; ay Aymara; az Azerbaijani; ba Bashkir; be Belarusian; "
    "bg Bulgarian; bi Bislama; bm Bambara; bn Bangla; bo Tibetan; br Breton; bs Bosnian; "
    "ca Catalan; ce Chechen; ch Chamorro; co Corsican; cr Cree; cs Czech; cu Church Slavic; "
    "cv Chuvash; cy Welsh; da Danish; de German; dv Divehi; dz Dzongkha; ee Ewe; el Greek; "
    "en English; eo Esperanto; es Spanish; et Estonian; eu Basque; fa Persian; ff Fula; "
    "fi Finnish; fj Fijian; fo Faroese; fr French; fy Western Frisian; ga Irish; "
    "gd Scottish Gaelic; gl Galician; gn Guarani; gu Gujarati; gv Manx; ha Hausa; he Hebrew; "
    "hi Hindi; ho Hiri Motu; hr Croatian; ht Haitian Creole; hu Hungarian; hy Armenian; "
    "hz Herero; ia Interlingua; id Indonesian; ie Interlingue; ig Igbo; ii Sichuan Yi; "
    "ik Inupiaq; io Ido; is Icelandic; it Italian; iu Inuktitut; ja Japanese; jv Javanese; "
    "ka Georgian; kg Kongo; ki Kikuyu; kj Kuanyama; kk Kazakh; kl Kalaallisut; km Khmer; "
    "kn Kannada; ko Korean; kr Kanuri; ks Kashmiri; ku Kurdish; kv Komi; kw Cornish; ky Kyrgyz; "
    "la Latin; lb Luxembourgish; lg Ganda; li Limburgish; ln Lingala; lo Lao; lt Lithuanian; "
    "lu Luba-Katanga; lv Latvian; mg Malagasy; mh Marshallese; mi Māori; mk Macedonian; "
    "ml Malayalam; mn Mongolian; mr Marathi; ms Malay; mt Maltese; my Burmese; na Nauru; "
    "nb Norwegian Bokmål; nd North Ndebele; ne Nepali; ng Ndonga; nl Dutch; nn Norwegian Nynorsk; "
    "no Norwegian; nr South Ndebele; nv Navajo; ny Nyanja; oc Occitan; oj Ojibwa; om Oromo; "
    "or Odia; os Ossetic; pa Punjabi; pi Pali; pl Polish; ps Pashto; pt Portuguese; qu Quechua; "
    "rm Romansh; rn Rundi; ro Romanian; ru Russian; rw Kinyarwanda; sa Sanskrit; sc Sardinian; "
    "sd Sindhi; se Northern Sami; sg Sango; si Sinhala; sk Slovak; sl Slovenian; sm Samoan; "
    "sn Shona; so Somali; sq Albanian; sr Serbian; ss Swati; st Southern Sotho; su Sundanese; "
    "sv Swedish; sw Swahili; ta Tamil; te Telugu; tg Tajik; th Thai; ti Tigrinya; tk Turkmen; "
    "tl Tagalog; tn Tswana; to Tongan; tr Turkish; ts Tsonga; tt Tatar; tw Twi; ty Tahitian; "
    "ug Uyghur; uk Ukrainian; ur Urdu; uz Uzbek; ve Venda; vi Vietnamese; vo Volapük; wa Walloon; "
    "wo Wolof; xh Xhosa; yi Yiddish; yo Yoruba; za Zhuang; zh Chinese; zu Zulu; "
    "bn Bengali; fa Farsi; zh-Hans Mandarin; ss siSwati; st Sesotho; sw Kiswahili; tn Setswana; "
    "xh isiXhosa; zu isiZulu; fil Filipino; es Castilian; fr French; ht Haitian; ms Bahasa Melayu; "
    "id Bahasa Indonesia; ne Nepali; nso Sepedi; ts Xitsonga; ve Tshivenda; nr isiNdebele"
)
"""Codes of two letters (ISO 639-1) with their English names in CLDR, and other usual names."""

_PAIRS = tuple(pair.split(" ", 1) for pair in _TABLE.split("; "))
_CODES = frozenset(code for code, _ in _PAIRS)
_NAMES = {name.casefold(): code for code, name in _PAIRS}
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{4,8})*"
)


def is_language(tag: str) -> bool:
    """Whether a tag can stand for a language: `af`, `zh-Hans`, `pt-BR`; `tpi` is taken on trust."""
    match = _TAG.fullmatch(tag)
    return match is not None and (len(match["language"]) == 3 or match["language"] in _CODES)


def language_code(name: str) -> str:
    """The code that a language's name or a misspelt tag means, or nothing."""
    code = _NAMES.get(" ".join(name.split()).casefold(), "")
    parts = name.replace("_", "-").split("-")
    tag = "-".join(
        (parts[0].lower(), *(p.title() if len(p) == 4 else p.upper() for p in parts[1:]))
    )
    return code or (tag if is_language(tag) else "")
