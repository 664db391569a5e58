"""`python benchmarks/attachments.py`: reading many attachments the first time, and the second.

Makes PDFs of four pages and about 180 kB each in a folder of its own, reads them in child
processes, and prints the time of the second reading beside the first, and the processor time beside
the time that passed (two where both cores are used).
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "plugins"))

from kommun.attachments import Attachments
from kommun.report.progress import progress_in

WORDS = "kommun beslut plan väg skola budget protokoll nämnd ärende bilaga utlåtande tekniska miljö vatten taxa".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        paths = sorted(file.name for file in options.read.glob("*.pdf"))
        Attachments(options.read, options.read / ".cache", progress_in("sv")).reports(paths)
        return
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for number in range(options.files):
            _write(root / f"bilaga-{number}.pdf", random.Random(number))
        size = sum(file.stat().st_size for file in root.iterdir())
        (first, used), (second, _) = _timed(root), _timed(root)
    print(f"{options.files} files of {size / options.files / 1000:.0f} kB")
    print(f"first reading {first:.1f} s, processor time over time passed {used / first:.2f}")
    print(f"second reading {second:.2f} s, {second / first:.4f} of the first")


def _timed(root: Path) -> tuple[float, float]:
    """Seconds that passed in a process of its own, and seconds of all processors for it and its children."""
    start, before = time.perf_counter(), _processor()
    subprocess.run([sys.executable, __file__, "--read", str(root)], check=True)
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(file: Path, chance: random.Random) -> None:
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )  # fmt: skip
    for number in range(4):
        page = made.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = [_line(chance, 800 - 16 * row) for row in range(45)]
        if number == 0:
            picture = made.make_stream(
                chance.randbytes(240 * 240 * 3), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                Width=240, Height=240, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8,
            )  # fmt: skip
            page.Resources.XObject = pikepdf.Dictionary(I=picture)
            lines.append(b"q 200 0 0 200 300 100 cm /I Do Q")
        page.Contents = made.make_stream(b"\n".join(lines))
    made.docinfo["/Author"] = "Exempel"
    out = io.BytesIO()
    made.save(out)
    file.write_bytes(out.getvalue())


def _line(chance: random.Random, height: int) -> bytes:
    words = " ".join(chance.choice(WORDS) for _ in range(11))
    return f"BT /F1 11 Tf 60 {height} Td ({words}) Tj ET".encode("latin-1")


if __name__ == "__main__":
    main()
