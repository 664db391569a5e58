"""CSV tables and SVG drawings with an identity code."""

from __future__ import annotations

from .in_docx import Maker

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100"'


def svg(inside: str, attributes: str = "", before: str = "") -> bytes:
    """A drawing of a plot with something more in it."""
    return f'{HEAD}{before}{OPEN}{attributes}><rect width="80" height="40" fill="#cde"/>{inside}</svg>\n'.encode()


def csv(*rows: tuple[str, ...], between: str = ",", encoding: str = "utf-8", line: str = "\n") -> bytes:
    return "".join(f"{between.join(row)}{line}" for row in (("Ärende", "Sökande"), *rows)).encode(encoding)


LEAKS: dict[str, dict[str, Maker]] = {
    "csv": {
        "utf-8": lambda code: csv(("Bygglov", code)),
        "utf-8-with-mark": lambda code: csv(("Bygglov", code), encoding="utf-8-sig"),
        "latin-1": lambda code: csv(("Bygglov", code), encoding="latin-1"),
        "semicolon": lambda code: csv(("Bygglov", code), between=";", line="\r\n"),
        "tab": lambda code: csv(("Bygglov", code), between="\t"),
        "quoted": lambda code: csv(("Bygglov", f'"{code}"')),
        "two-lines-in-a-cell": lambda code: csv(("Bygglov", f'"{code[:7]}\n{code[7:]}"')),
        "after-an-odd-byte": lambda code: csv(("Bygglov", code)) + b"\xff\xfe\x81",
        "late-in-a-long-table": lambda code: csv(*[("Bygglov", "310")] * 20_000, ("Bygglov", code)),
    },
    "svg": {
        "text": lambda code: svg(f"<text>Tomt {code}</text>"),
        "spans": lambda code: svg(f"<text>{code[:6]}<tspan>{code[6:]}</tspan></text>"),
        "letters": lambda code: svg(f"<text>{''.join(f'<tspan>{sign}</tspan>' for sign in code)}</text>"),
        "texts-in-a-row": lambda code: svg(f"<text x='1'>{code[:6]}</text><text x='50'>{code[6:]}</text>"),
        "title": lambda code: svg(f"<title>{code}</title>"),
        "description": lambda code: svg(f"<desc>Ansökan {code}</desc>"),
        "comment": lambda code: svg(f"<!-- {code.replace('-', '–')} -->"),
        "metadata": lambda code: svg(f"<metadata><a xmlns='urn:a'>{code}</a></metadata>"),
        "attribute": lambda code: svg("", f' aria-label="{code}"'),
        "identifier": lambda code: svg(f'<g id="sokande-{code}"/>'),
        "data": lambda code: svg(f"<text><![CDATA[{code}]]></text>"),
        "half-in-data": lambda code: svg(f"<text>{code[:6]}<![CDATA[{code[6:]}]]></text>"),
        "reference": lambda code: svg(f"<text>{code[:6]}&#{ord(code[6])};{code[7:]}</text>"),
        "style": lambda code: svg(f"<style>/* {code} */</style>"),
        "link": lambda code: svg(f'<a xlink:href="https://a.example/{code}"><text>Se</text></a>'),
        "instruction": lambda code: svg("", before=f"<?sokande {code}?>"),
        "web-page": lambda code: svg(
            f'<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">{code[:6]}<b>{code[6:]}</b></p></foreignObject>'
        ),
        "utf-16": lambda code: svg(f"<text>{code}</text>").decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    },
}

UTF_16: Maker = lambda code: csv(("Bygglov", code), encoding="utf-16")  # noqa: E731
