"""A PDF as it is published: its pages, title, language and structure, and nothing about who made it where."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

import pikepdf

from .kinds import module_of
from .limits import Broken, Refused
from .pdf_objects import dictionaries, is_jpeg, name_of, text_of

_KEPT_PROPERTIES = ("/Title",)
_KEPT_ENTRIES = frozenset(("/Root", "/Size"))
_TIMES = 4
_NOTES_OF_PROGRAMS = ("/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo")
_NOTES_OF_AUTHORS = ("/T", "/M", "/CreationDate", "/NM", "/Subj", "/RC")
_STANDARDS = (
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", ("part",)),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/", ("part", "conformance")),
)
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{title}</rdf:Description>{standards}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def traces(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What the published copy must not hold."""
    if any(key not in _KEPT_PROPERTIES for key in pdf.docinfo):
        yield "author"
    metadata = pdf.Root.get("/Metadata")
    if isinstance(metadata, pikepdf.Stream) and bytes(metadata.read_bytes()) != _metadata(pdf):
        yield "metadata"
    for thing in pdf.objects:
        if any(key in found for found in dictionaries(thing) for key in _NOTES_OF_PROGRAMS):
            yield "program-notes"
        if isinstance(thing, pikepdf.Stream) and is_jpeg(thing) and _without_remarks(thing) is not None:
            yield "image-metadata"


def cleaned(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of the published copy: the same for the same file, whenever and wherever they are made."""
    metadata = _metadata(pdf)
    title = pdf.docinfo.get("/Title")
    for key in set(pdf.trailer.keys()) - _KEPT_ENTRIES:
        del pdf.trailer[key]
    if isinstance(title, pikepdf.String):
        pdf.docinfo["/Title"] = title
    _without_files(pdf)
    for thing in list(pdf.objects):
        for found in list(dictionaries(thing)):
            _clean_dictionary(found)
        if isinstance(thing, pikepdf.Stream) and is_jpeg(thing):
            picture = _without_remarks(thing)
            if picture is not None:
                thing.write(picture, filter=pikepdf.Name.DCTDecode)
    if metadata:
        pdf.Root.Metadata = pdf.make_stream(metadata, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    once = _saved(pdf)
    for _ in range(_TIMES):
        # What has been packed and mended is written otherwise: until each time is like the one before.
        with pikepdf.open(io.BytesIO(once)) as packed:
            before, once = once, _saved(packed)
        if once == before:
            break
    return once


def _saved(pdf: pikepdf.Pdf) -> bytes:
    pdf.remove_unreferenced_resources()
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # made anew from the content
    pdf.trailer["/Size"] = 0  # set to the number of objects, but only if it is there
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,  # which would write the metadata anew
    )
    return out.getvalue()


def _clean_dictionary(found: pikepdf.Dictionary) -> None:
    gone = [*_NOTES_OF_PROGRAMS, "/Metadata", "/AF"]
    if "/Rect" in found and name_of(found.get("/Subtype")) not in ("/Widget", "/Link"):
        gone += _NOTES_OF_AUTHORS
    for key in gone:
        if key in found:
            del found[key]


def _without_files(pdf: pikepdf.Pdf) -> None:
    """No files inside the file: whoever should read them gets them as attachments of their own."""
    names = pdf.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/EmbeddedFiles" in names:
        del names["/EmbeddedFiles"]
    for key in ("/Collection", "/AF"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        notes = page.obj.get("/Annots")
        if isinstance(notes, pikepdf.Array):
            kept = [
                n for n in notes if not (isinstance(n, pikepdf.Dictionary) and n.get("/Subtype") == "/FileAttachment")
            ]
            if len(kept) < len(notes):
                page.obj.Annots = pikepdf.Array(kept)


def _without_remarks(stream: pikepdf.Stream) -> bytes | None:
    """A photograph without what the camera noted; None where there is nothing to take out."""
    data = bytes(stream.read_raw_bytes())
    try:
        picture = module_of("jpg").clean(data)
    except (Broken, Refused):
        return None
    return picture if len(picture) < len(data) else None


def _metadata(pdf: pikepdf.Pdf) -> bytes:
    """The title, and the standards for accessible and lasting PDFs that the file says it keeps; b'' without XMP."""
    if "/Metadata" not in pdf.Root:
        return b""
    standards: list[str] = []
    written = pdf.docinfo.get("/Title")
    title = text_of(written) if isinstance(written, pikepdf.String) else ""
    try:
        xmp = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        title = title or str(xmp.get("dc:title", ""))
        for prefix, space, names in _STANDARDS:
            said = {name: str(xmp[f"{prefix}:{name}"]) for name in names if f"{prefix}:{name}" in xmp}
            if said:
                values = "".join(f"<{prefix}:{n}>{escape(v)}</{prefix}:{n}>" for n, v in said.items())
                standards.append(f'<rdf:Description rdf:about="" xmlns:{prefix}="{space}">{values}</rdf:Description>')
    except Exception:  # whatever stands there instead of XMP goes
        standards = []
    words = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        if title
        else ""
    )
    return _PACKET.format(title=words, standards="".join(standards)).encode()
