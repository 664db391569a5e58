"""PDFs with objects exchanged, values of the wrong kind, circles, and streams that are not what they say."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from .bytes import changed
from .pictures import picture
from .seeds import seeds
from .texts import a_code, text

_NAMES = (
    "/Type", "/Subtype", "/Length", "/Filter", "/Contents", "/Kids", "/Parent", "/Count", "/Rect", "/Annots", "/EF", "/F", "/Metadata", "/Title", "/Image", "/DCTDecode",
    "/FlateDecode", "/Page", "/Pages", "/Catalog", "/Names", "/EmbeddedFiles", "/T", "/RC", "/Width", "/Height", "/Resources", "/Font", "/XObject", "/AP", "/N", "/Thumb",
    "/PieceInfo", "/Info", "/Root", "/MediaBox", "/AF", "/Collection", "/Highlight", "/Text", "/Redact", "/Square", "/FileAttachment", "/a#00b", "/131052-308T", "/",
    "/StructTreeRoot", "/K", "/Outlines", "/First", "/Next", "/AcroForm", "/Fields", "/V", "/DA", "/DecodeParms", "/ObjStm", "/XRef", "/Encrypt", "/Sig", "/ByteRange",
)  # fmt: skip
_DRAWN = (
    b"BT /F1 12 Tf 72 700 Td (a) Tj ET", b"/Span << /ActualText (131052-308T) >> BDC EMC", b"/Span /P BDC", b"/Span << /Alt [[[", b"q 0 g 70 696 214 14 re f Q", b"/Im1 Do",
    b"/Fm1 Do", b"BI /W 1 /H 1 ID a EI", b"BI ID", b"BDC", b"1 0 0 1 99999999999 0 cm", b"q " * 500, b"Q " * 50, b"(" * 99, b"[" * 99, b"<<" * 99, b"0 0 m 1 1 l h f*", b"1e999 w",
)  # fmt: skip


def pdf(chance: Random) -> bytes:
    seed = chance.choice(seeds("pdf"))
    try:
        made = _changed(chance, seed)
    except (
        pikepdf.PdfError,
        pikepdf.PasswordError,
        ValueError,
        TypeError,
        RuntimeError,
        NotImplementedError,
        KeyError,
        AttributeError,
    ):
        made = seed
    return changed(chance, made, (chance.choice(seeds("pdf")),)) if made == seed or chance.random() < 0.4 else made


def _changed(chance: Random, seed: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(seed)) as made:
        if chance.random() < 0.8:
            for _ in range(chance.choice((1, 1, 2, 4, 8))):
                _change(chance, made)
        out = io.BytesIO()
        made.save(out, **_how(chance))
        return out.getvalue()


def _how(chance: Random) -> dict[str, Any]:
    """Written so that a changed byte is a changed object, or packed as programs do."""
    if chance.random() < 0.4:
        return {
            "qdf": True,
            "deterministic_id": True,
            "object_stream_mode": pikepdf.ObjectStreamMode.disable,
            "stream_decode_level": pikepdf.StreamDecodeLevel.generalized,
        }
    return {"deterministic_id": True, "compress_streams": chance.random() < 0.5, "linearize": chance.random() < 0.05}


def _change(chance: Random, made: pikepdf.Pdf) -> None:
    things = [thing for thing in made.objects if isinstance(thing, (Dictionary, Array, Stream))]
    thing = chance.choice([*things, made.Root, made.trailer, *(page.obj for page in made.pages)])
    if isinstance(thing, Stream) and chance.random() < 0.4:
        _stream(chance, thing)
    elif isinstance(thing, Array):
        _array(chance, thing, made)
    else:
        keys = list(thing.keys())
        key = chance.choice(keys) if keys and chance.random() < 0.7 else chance.choice(_NAMES[:-1])
        if chance.random() < 0.2 and key in thing:
            del thing[key]
        elif key != "/Length" and len(key) > 1:
            thing[key] = _value(chance, made)


def _array(chance: Random, thing: Any, made: pikepdf.Pdf) -> None:
    at = chance.randrange(len(thing) + 1)
    if at < len(thing):
        thing[at] = _value(chance, made)
    else:
        thing.append(_value(chance, made))


def _value(chance: Random, made: pikepdf.Pdf, depth: int = 0) -> Any:
    things = list(made.objects)
    makers: tuple[Callable[[], Any], ...] = (
        lambda: chance.choice((0, -1, 1, 2**31 - 1, -(2**31), 2**40, True)),
        lambda: Decimal(chance.choice(("0.5", "-3.25", "99999999999.5"))),
        lambda: Name(chance.choice(_NAMES[:-1])),
        lambda: String(chance.choice((a_code(chance), text(chance, 4), "", "\ufeffa"))),
        lambda: String(bytes(chance.randbytes(9))),
        lambda: chance.choice(things),
        lambda: chance.choice(things),
        lambda: chance.choice((made.Root, made.pages[0].obj)),
        lambda: Array([_value(chance, made, depth + 1) for _ in range(chance.randrange(4))]),
        lambda: Dictionary({chance.choice(_NAMES[:-1]): _value(chance, made, depth + 1) for _ in range(chance.randrange(4))}),
        lambda: _deep(chance.choice((5, 80))),
        lambda: made.make_indirect(Stream(made, chance.choice(_DRAWN))),
        lambda: None,
    )  # fmt: skip
    return chance.choice(makers[:6] if depth > 2 else makers)()


def _deep(levels: int) -> Array:
    made = Array([])
    for _ in range(levels):
        made = Array([made])
    return made


def _stream(chance: Random, stream: Any) -> None:
    """Other content, or another way to pack it."""
    doing = chance.randrange(4)
    if doing == 0:
        stream.write(b"\n".join(chance.choice(_DRAWN) for _ in range(chance.randrange(1, 9))))
    elif doing == 1:
        stream.write(picture(chance, "jpg"), filter=Name.DCTDecode)
    elif doing == 2:
        raw = bytes(stream.read_raw_bytes())
        stream.write(changed(chance, raw), filter=stream.get("/Filter"))
    else:
        packed = chance.choice(
            (
                Name.FlateDecode,
                Name.LZWDecode,
                Name.ASCIIHexDecode,
                Name.ASCII85Decode,
                Name.RunLengthDecode,
                Name.JPXDecode,
                Name.CCITTFaxDecode,
            )
        )
        stream.write(
            bytes(stream.read_raw_bytes()), filter=Array([packed, packed]) if chance.random() < 0.3 else packed
        )
