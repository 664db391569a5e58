"""Every object of a PDF: forms, notes, bookmarks, properties, alternative texts, files inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

import pikepdf

from .kinds import FIRST_BYTES, kinds_of, module_of
from .limits import Broken, Refused
from .readings import readings
from .seen import Seen

_NOTES = frozenset(("/Text", "/Popup"))
_MARKUP = frozenset(("/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink"))
_NESTED = 60
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|T|Contents)\b")
_FONT_KEYS = ("/Length1", "/Length2", "/Length3")
_MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
_NO_TEXT = frozenset(("/XRef", "/ObjStm"))


def read_objects(pdf: pikepdf.Pdf, seen: Seen, depth: int) -> None:
    """Tell `seen` of everything in the file that is not drawn on a page."""
    for thing in (pdf.trailer, *pdf.objects):
        words: list[str] = []
        for found in _walk(thing, 0):
            if isinstance(found, str):
                words.append(found)
            else:
                _dictionary(found, seen)
                _files(found, seen, depth)
        if words:
            # Each on a line of its own and all together: a value may lie in pieces, but not across objects.
            seen.beneath("\n".join(words))
        if isinstance(thing, pikepdf.Stream):
            _stream(thing, seen, depth)


def _walk(thing: object, level: int) -> Iterator[str | pikepdf.Dictionary]:
    """The strings, names and dictionaries directly in an object; what it refers to has its own turn."""
    if level > _NESTED:
        raise Refused
    if isinstance(thing, pikepdf.String):
        yield text_of(thing)
    elif isinstance(thing, pikepdf.Name):
        yield from _with_digits(name_of(thing))
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not _elsewhere(item):
                yield from _walk(item, level + 1)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        yield thing if isinstance(thing, pikepdf.Dictionary) else thing.stream_dict
        for key, item in thing.items():
            yield from _with_digits(_decoded_name(key.encode("utf-8", "surrogateescape")))
            if not _elsewhere(item):
                yield from _walk(item, level + 1)


def dictionaries(thing: object) -> Iterator[pikepdf.Dictionary]:
    """The dictionaries directly in an object, itself included."""
    return (found for found in _walk(thing, 0) if isinstance(found, pikepdf.Dictionary))


def text_of(value: pikepdf.String) -> str:
    """A string as a reader shows it, also one that is not what its first bytes say."""
    raw = bytes(value)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.removeprefix(mark).decode(encoding, "replace")
    return str(value)


def name_of(value: object) -> str:
    """A name with its slash; '' for anything else. Older programs did not write names in UTF-8."""
    return _decoded_name(bytes(value)) if isinstance(value, pikepdf.Name) else ""


def _decoded_name(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _with_digits(name: str) -> Iterator[str]:
    if any(letter.isdigit() for letter in name):
        yield name[1:]


def _elsewhere(item: object) -> bool:
    return isinstance(item, pikepdf.Object) and item.is_indirect


def _dictionary(found: pikepdf.Dictionary, seen: Seen) -> None:
    """What one dictionary says by being there."""
    kind = name_of(found.get("/Subtype"))
    note = _says(found.get("/Contents")) or "/RC" in found
    if "/Rect" in found and ((kind in _NOTES and note) or (kind in _MARKUP and note)):
        seen.hidden.add("comments")


def _says(value: object) -> bool:
    return isinstance(value, pikepdf.String) and bool(text_of(value).strip())


def _files(found: pikepdf.Dictionary, seen: Seen, depth: int) -> None:
    """Files inside the PDF, whatever leads to them."""
    embedded = found.get("/EF")
    if not isinstance(embedded, pikepdf.Dictionary):
        return
    seen.hidden.add("files")
    for stream in {s.objgen: s for s in embedded.values() if isinstance(s, pikepdf.Stream)}.values():
        if depth >= seen.limits.depth:
            raise Refused
        content = _decoded(stream, seen)
        for text in readings(content):
            seen.beneath(text)
        for kind in kinds_of(content[:FIRST_BYTES])[:1]:
            inner = Seen(seen.limits)
            with suppress(Broken):
                module_of(kind).inspect(content, inner, depth + 1)
            seen.take_in(inner, looks=False)


def _stream(stream: pikepdf.Stream, seen: Seen, depth: int) -> None:
    if name_of(stream.get("/Subtype")) == "/Image":
        _image(stream, seen, depth)
    elif not any(key in stream for key in _FONT_KEYS) and name_of(stream.get("/Type")) not in _NO_TEXT:
        content = _decoded(stream, seen)
        if name_of(stream.get("/Type")) == "/Metadata" or not _draws(content):
            for text in readings(content):
                seen.beneath(text)
        elif _SPOKEN.search(content):
            _spoken(stream, seen)


def _draws(content: bytes) -> bool:
    return b" Tf" in content or b" re" in content or b" cm" in content or b"BDC" in content


def _spoken(stream: pikepdf.Stream, seen: Seen) -> None:
    """What is said in the marks among the drawing, for those who listen to the page."""
    try:
        for instruction in pikepdf.parse_content_stream(stream, "BDC DP"):
            for operand in instruction.operands:
                seen.beneath("\n".join(word for word in _walk(operand, 0) if isinstance(word, str)))
    except (pikepdf.PdfError, ValueError, TypeError):
        for text in readings(_decoded(stream, seen)):
            seen.beneath(text)


def _image(stream: pikepdf.Stream, seen: Seen, depth: int) -> None:
    """A picture on a page: what a camera wrote into it, and how large it is."""
    width, height = (_number(stream.get(key)) for key in ("/Width", "/Height"))
    if width * height > seen.limits.pixels * 4:  # a scanned plan may be larger than a photograph
        raise Refused
    if is_jpeg(stream):
        inner = Seen(seen.limits)
        with suppress(Broken):
            module_of("jpg").inspect(bytes(stream.read_raw_bytes()), inner, depth + 1)
        # Its remarks are taken out with the rest of the PDF's.
        seen.take_in(inner, traces=False, looks=False)


def read_looks(pdf: pikepdf.Pdf, seen: Seen) -> None:
    """Tell `seen` what is drawn: the pictures, and the drawings by what draws them."""
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream):
            continue
        if name_of(thing.get("/Subtype")) == "/Image":
            seen.looks(bytes(thing.read_raw_bytes()))
        elif name_of(thing.get("/Type")) not in _NO_TEXT and _draws(content := _decoded(thing, Seen(seen.limits))):
            seen.looks(content)


def is_jpeg(stream: pikepdf.Stream) -> bool:
    """Whether the stream is a JPEG file and nothing around it."""
    filters = stream.get("/Filter")
    names = [name_of(f) for f in filters] if isinstance(filters, pikepdf.Array) else [name_of(filters)]
    return names == ["/DCTDecode"]


def _number(value: object) -> int:
    return int(value) if isinstance(value, (int, Decimal)) and value > 0 else 0


def _decoded(stream: pikepdf.Stream, seen: Seen) -> bytes:
    try:
        content = bytes(stream.read_bytes())
    except pikepdf.PdfError as error:
        if "alloc" in str(error):  # past the memory this process may have
            raise Refused from None
        content = bytes(stream.read_raw_bytes())
    seen.took(len(content))
    return content
