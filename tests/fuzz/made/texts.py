"""Texts as nobody writes them: the pieces that our readers look for, cut off, nested and repeated."""

from __future__ import annotations

from random import Random

from tests.leaks.persons import PUBLISHED, SIGNS, person

MARKS = (
    "{personuppgift: Anna Exempel}", "{personuppgift:", "{henkilötieto: A}", "{ personuppgift :", "{sekretess: OffL 24 § 1 mom.}",
    "{sekretess:", "{salassapito: x}", "{personuppgift: {personuppgift: A}}", "{personupgift: A}", "{SEKRETESS: a}", "{personuppgift: \t}",
)  # fmt: skip
MARKDOWN = (
    "#", "# ", "## § 12 Ärende", "## § 13 {sekretess: a}", "## Verksamhet", "## Kontaktuppgifter", "## Protokoll", "\n===\n", "\n---\n",
    "[", "]", "(", ")", "](", "![", "[a](b.md)", "[a](<b c.pdf>", "![a](b.png \"c\")", "[a]: b\n", "[a]:", "[^1]: b", "<", ">", "</", "<a href=\"b\">",
    "<a href='", "<a id=\"b\">", "<!--", "-->", "--", "<https://a.example>", "<mailto:a@b.example>", "<script>", "</script>", "<![CDATA[",
    "<?", "<!", "&amp;", "&#", "&#x41;", "&lt", "`", "``", "```", "~~~", "\n```\n", "{", "}", "{#a}", "{: .b #c }", "{:", "*", "**", "_", "__", "\\", "\\\\",
    "|", "| a | b |", "|---|", "- ", "1. ", "> ", "    ", "\t", "%", "%20", "\"", "'", "=", "#a", ".b", "---", "§", "..", "/", ":", "](#a)",
    "](javascript:a)", "<svg onload=a>", "<iframe src=//a>", "<img src=x>", "<style>", "<a\nb=c>", "/>", "</a >",
)  # fmt: skip
WORDS = (
    "a", "ö", "0", "1", " ", "  ", "\n", "\n\n", "Sökande:", "Hakija: ", "bygglov", "Storgatan 12", "Anna Exempel", "2026-11-24", "68500 Kronoby",
    "kl. 18.30", "§ 120–125", "www.a.example", "a@b.example", "https://a.example/b?c=d#e", "Föredragande:", "rakennuslupa", "fastigheten",
)  # fmt: skip
SIGNS_ALONE = (
    "\r", "\r\n", "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2028", "\u2029", "\ufeff",
    "\ufffd", "\uffff", "\u0300", "e\u0301", "ß", "İ", "ﬁ", "𝟙", "٣", "ⅷ", "𐍈", "😀", "👩‍👩‍👧", "\U0010ffff", "ſ", "K", "\u1680",
)  # fmt: skip
PIECES = (*MARKS, *MARKDOWN, *WORDS, *SIGNS_ALONE)
_BETWEEN = ("", "", "", " ", "\n", "\u00a0", "\u00ad", "\u200b", " \n", "**", "*", "_", "\\", "    ", "     ")
_TAGS = ("<b>", "</b>", "<!-- a -->", "[", "]", "](b)", "-\n", "<br>", "\u2011")


def text(chance: Random, most: int = 40) -> str:
    """Some pieces in a row."""
    return "".join(piece(chance) for _ in range(chance.randrange(most)))


def piece(chance: Random) -> str:
    kind = chance.randrange(8)
    if kind == 0:
        return written(chance, a_code(chance))
    if kind == 1:
        return chance.choice(PIECES) * chance.randrange(1, 9)
    if kind == 2:
        return "".join(chr(_point(chance)) for _ in range(chance.randrange(6)))
    return chance.choice(PIECES)


def _point(chance: Random) -> int:
    """Any character but a half of one."""
    point = chance.choice((chance.randrange(128), chance.randrange(0x500), chance.randrange(0x110000)))
    return 0xFFFD if 0xD800 <= point < 0xE000 else point


def hostile(chance: Random, size: int) -> str:
    """A long text of few pieces repeated: what takes a square of its length to read shows here."""
    row = [chance.choice(PIECES) for _ in range(chance.randrange(1, 4))]
    if chance.random() < 0.2:
        row = [sign * length for length in range(1, 400) for sign in (chance.choice(MARKDOWN), " ")]
    repeated = "".join(row)
    whole = repeated * max(1, size // len(repeated))
    before = "".join(chance.choice(PIECES) for _ in range(chance.randrange(3)))
    after = "".join(chance.choice(PIECES) for _ in range(chance.randrange(3)))
    return before + whole[:size] + after


def a_code(chance: Random) -> str:
    return chance.choice(PUBLISHED) if chance.random() < 0.3 else person(chance.randrange(10_000), SIGNS)


def written(chance: Random, code: str) -> str:
    """A code as it may stand in a page: spread out, with references, within tags; sometimes against its neighbours."""
    out = []
    for place, sign in enumerate(code):
        kind = chance.randrange(20)
        if kind == 0:
            sign = f"&#{ord(sign)};"
        elif kind == 1:
            sign = f"&#x{ord(sign):x};"
        elif kind == 2:
            sign = f"%{ord(sign):02X}"
        elif kind == 3:
            sign = sign.lower()
        between = (
            chance.choice(_TAGS) if chance.random() < 0.05 else chance.choice(_BETWEEN) if chance.random() < 0.2 else ""
        )
        out.append(sign + (between if place < 10 else ""))
    around = chance.choice(("", " ", "a", "1", "-", "\n", "T", code))
    return around + "".join(out) + chance.choice(("", " ", ".", "", "1", "x", code))
