"""Texts and tables in the open document formats, put together from their parts."""

from __future__ import annotations

from collections.abc import Mapping

from .archives import packed

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "meta": "meta",
        "draw": "drawing",
        "config": "config",
        "manifest": "manifest",
        "svg": "svg-compatible",
    }.items()
) + (' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"')
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
KINDS = {"odt": "text", "ods": "spreadsheet"}
WHEN = "<dc:creator>Tillsynen</dc:creator><dc:date>2026-11-02T10:00:00</dc:date>"


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


def annotation(text: str) -> str:
    return f"<office:annotation>{WHEN}{p(text)}</office:annotation>"


def odt(*body: str, before: str = "", **parts: str) -> bytes:
    """A text document; what is no element becomes a paragraph, `before` stands in front of everything."""
    inside = "".join(one if one.startswith("<") else p(one) for one in ("Utlåtande om planen.", *body))
    return _document("odt", before + inside, **parts)


def sheet(*rows: tuple[str, ...], name: str = "Lista", style: str = "", cell: str = "") -> str:
    """A sheet of texts; `cell` is put into its first cell."""
    made = ""
    for row in rows:
        made += "<table:table-row>"
        for text in row:
            made += f'<table:table-cell office:value-type="string">{cell}{p(text)}</table:table-cell>'
            cell = ""
        made += "</table:table-row>"
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{named}>{made}</table:table>'


def ods(*sheets: str, before: str = "", after: str = "", **parts: str) -> bytes:
    """A table document whose first sheet is an ordinary one."""
    usual = sheet(("Avgift", "Euro"), ("Bygglov", "310"), name="Avgifter")
    return _document("ods", before + usual + "".join(sheets) + after, **parts)


def _document(
    kind: str,
    body: str,
    *,
    styles: str = "",
    meta: str = "",
    automatic: str = "",
    settings: str = "",
    scripts: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    name = KINDS[kind]
    files: dict[str, str | bytes] = {
        "content.xml": _root(
            "content",
            f"{scripts}<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{name}>{body}</office:{name}></office:body>",
        ),
        "styles.xml": _root("styles", styles),
        "meta.xml": _root("meta", f"<office:meta>{meta}</office:meta>"),
        "settings.xml": _root("settings", settings),
        **(more or {}),
    }
    return archive(kind, files)


def archive(kind: str, files: Mapping[str, str | bytes], entries: str = "") -> bytes:
    """The files with what must stand first and the list of them."""
    mime = f"application/vnd.oasis.opendocument.{KINDS[kind]}"
    listed = entries or "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="text/xml"/>' for path in files
    )
    manifest = (
        f'{HEAD}<manifest:manifest {SPACES} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>{listed}</manifest:manifest>'
    )
    return packed({"mimetype": mime, **files, "META-INF/manifest.xml": manifest}, stored=("mimetype",))


def _root(part: str, inside: str) -> str:
    return f'{HEAD}<office:document-{part} {SPACES} office:version="1.3">{inside}</office:document-{part}>'


def page_header(text: str) -> str:
    """A header, as it lies among the styles."""
    return (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">'
        f"<style:header>{p(text)}</style:header></style:master-page></office:master-styles>"
    )


def tracked(kind: str, inside: str = "") -> str:
    """A change that nobody has accepted yet."""
    info = f"<office:change-info>{WHEN}</office:change-info>"
    region = f'<text:changed-region text:id="c1"><text:{kind}>{info}{inside}</text:{kind}></text:changed-region>'
    return f"<text:tracked-changes>{region}</text:tracked-changes>"


HIDDEN = (
    '<style:style style:name="dold" style:family="table"><style:table-properties table:display="false"/></style:style>'
)
"""The style of a hidden sheet."""
