"""Files that are small and unpack to more than any machine should hold. Made when they are asked for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from pikepdf import Array, Name, Pdf, Stream

from .archives import Prepacked, packed, parts_of, prepacked, repeated, unpacked
from .images import chunk, picture
from .in_docx import embedded
from .in_tables_and_drawings import HEAD, OPEN
from .ooxml import docx, xlsx
from .opendocument import archive
from .pdfs import text_pdf

SPACES = b" " * 2**20
GIGABYTE = 1024
"""In megabytes."""


def _grown(made: bytes, name: str, size: int = GIGABYTE, fill: bytes = b" ", lie: int = 0) -> bytes:
    """The archive with one part that unpacks to `size` megabytes of the same bytes; `lie` is the size it tells."""
    parts = {part: unpacked(content) for part, content in parts_of(made).items()}
    content = parts_of(made)[name]
    big = repeated(fill * (2**20 // len(fill)), size, content[:-20], content[-20:])
    parts[name] = Prepacked(big.data, lie or big.size, big.crc)
    return prepacked(parts)


def _nested() -> bytes:
    """A Word file in a Word file in a Word file, each with a hundred copies of the next."""
    inner = _grown(docx("Text."), "word/document.xml", 64)
    for depth in range(3):
        copies = {f"word/embeddings/a{number}.docx": inner for number in range(100 if depth < 2 else 4)}
        outer = parts_of(docx("Text.", parts=[embedded("blad.xlsx", xlsx())])) | copies
        inner = packed(outer)
    return inner


def _many_parts() -> bytes:
    parts = parts_of(docx("Text.")) | {f"customXml/item{number}.xml": b"<a/>" for number in range(60_000)}
    return packed(parts, stored=frozenset(parts))


def _many_cells() -> bytes:
    """A workbook with a hundred million cells in one sheet."""
    return _grown(xlsx(), "xl/worksheets/sheet1.xml", 600, fill=b"<c/>" + b" " * 2)


_LAUGHS = "".join(f'<!ENTITY a{depth} "{f"&a{depth - 1};" * 10 if depth else "haha" * 10}">' for depth in range(10))


def _entities_svg() -> bytes:
    return f"{HEAD}<!DOCTYPE svg [{_LAUGHS}]>{OPEN}><text>&a9;</text></svg>".encode()


def _quadratic_svg() -> bytes:
    """One long entity, named very often; a remark in front makes it look like a drawing from its first bytes."""
    return f'{HEAD}<!-- <svg > --><!DOCTYPE svg [<!ENTITY a "{"a" * 100_000}">]>{OPEN}><text>{"&a;" * 20_000}</text></svg>'.encode()


def _entities_docx() -> bytes:
    body = "<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    parts = parts_of(docx("Text.")) | {"word/document.xml": f"{HEAD}<!DOCTYPE d [{_LAUGHS}]>{body}".encode()}
    return packed(parts)


def _deep_svg() -> bytes:
    return f"{HEAD}{OPEN}>{'<g>' * 200_000}{'</g>' * 200_000}</svg>".encode()


def _packed_odt() -> bytes:
    return _grown(archive("odt", {"content.xml": b"<a>" + b" " * 40 + b"</a>"}), "content.xml")


def _zlib(packed_part: Prepacked, adler: int) -> bytes:
    return b"\x78\xda" + packed_part.data + struct.pack(">I", adler)


def _spaces(megabytes: int) -> bytes:
    """So many megabytes of spaces, as zlib packs them."""
    adler = 1
    for _ in range(megabytes):
        adler = zlib.adler32(SPACES, adler)
    return _zlib(repeated(SPACES, megabytes), adler)


def big_png(width: int = 8000, height: int = 6250) -> bytes:
    """A grey picture of fifty megapixels."""
    row = b"\x00" + b"\x80" * width
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(row * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def big_jpg() -> bytes:
    """A small picture that says it has fifty megapixels."""
    made = bytearray(picture("jpg"))
    at = made.index(b"\xff\xc0") + 5
    made[at : at + 4] = struct.pack(">HH", 6250, 8000)
    return bytes(made)


def png_text_bomb() -> bytes:
    """A small picture with a comment of a gigabyte."""
    text = _spaces(GIGABYTE)
    made = picture("png")
    end = made.rindex(b"IEND") - 4
    return made[:end] + chunk(b"zTXt", b"Comment\x00\x00" + text) + made[end:]


def many_objects(count: int = 1_000_000) -> bytes:
    """A PDF with a million objects, all of them in one compressed stream."""
    first, packed_in = 6, 4
    numbers = [b"%d %d " % (first + place, 2 * place) for place in range(count)]
    head = b"".join(numbers)
    objects = zlib.compress(head + b"1 " * count, 9)
    out = bytearray(b"%PDF-1.5\n")
    offsets: dict[int, int] = {}
    for number, content in (
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        (3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
        (packed_in, _stream(b"/Type /ObjStm /N %d /First %d" % (count, len(head)), objects)),
    ):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    rows = [bytes(7)]
    rows += [struct.pack(">BIH", 1, offsets[number], 0) for number in range(1, 5)]
    rows += [struct.pack(">BIH", 1, start, 0)]
    # Each row says only how it differs from the one above, so that the long table packs well.
    wide = [row[:5] + bytes(2) + row[5:] for row in rows]
    wide += [struct.pack(">BII", 2, packed_in, place) for place in range(count)]
    table = _stream(
        b"/Type /XRef /Size %d /W [1 4 4] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 9 >>" % (first + count),
        zlib.compress(_differences(wide), 9),
    )
    out += b"5 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, start)
    return bytes(out)


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _differences(rows: list[bytes]) -> bytes:
    above = bytes(len(rows[0]))
    out = bytearray()
    for row in rows:
        out.append(2)
        out += bytes((one - other) & 255 for one, other in zip(row, above, strict=True))
        above = row
    return bytes(out)


def pdf_content_bomb() -> bytes:
    """A page whose drawing unpacks, twice packed, to a gigabyte."""

    def change(made: Pdf) -> None:
        twice = Stream(made, b"")
        packed_twice = Array([Name.FlateDecode, Name.FlateDecode])
        twice.write(zlib.compress(_spaces(GIGABYTE), 9), filter=packed_twice)
        made.pages[0].obj[Name.Contents] = made.make_indirect(twice)

    return text_pdf("Text.", change=change, compress_streams=False)


def pdf_deep() -> bytes:
    """Arrays in arrays, a million deep."""
    return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /A " + b"[" * 10**6 + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


BOMBS: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "gigabyte.docx": (lambda: _grown(docx("Text."), "word/document.xml"), ("refused",)),
    "gigabyte-comment.docx": (lambda: _grown(docx("Text.", parts=[]), "[Content_Types].xml"), ("refused",)),
    "lying.docx": (lambda: _grown(docx("Text."), "word/document.xml", lie=2000), ("refused", "broken")),
    "nested.docx": (_nested, ("refused",)),
    "many-parts.docx": (_many_parts, ("refused",)),
    "many-cells.xlsx": (_many_cells, ("refused",)),
    "gigabyte.odt": (_packed_odt, ("refused",)),
    "entities.svg": (_entities_svg, ("refused", "broken")),
    "quadratic.svg": (_quadratic_svg, ("refused", "broken")),
    "deep.svg": (_deep_svg, ("refused", "broken")),
    "entities.docx": (_entities_docx, ("refused", "broken")),
    "fifty-megapixels.png": (big_png, ("refused",)),
    "fifty-megapixels.jpg": (big_jpg, ("refused", "broken")),
    "long-comment.png": (png_text_bomb, ("refused", "broken")),
    "million-objects.pdf": (many_objects, ("refused",)),
    "gigabyte-page.pdf": (pdf_content_bomb, ("refused",)),
    "deep.pdf": (pdf_deep, ("refused", "broken")),
}
"""How each is made, and the cases of `attachment-readable` that may be told."""
