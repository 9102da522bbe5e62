"""The Debian package: ``python packaging/debian.py OUT``, on Linux with dpkg-deb and a Python of the version wanted.

The package carries the locked libraries, so that it installs without internet; compiled parts belong to the minor
version of the Python that builds it, and the package asks for that version. The same source gives the same bytes:
times come from ``SOURCE_DATE_EPOCH``, or from the last commit.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from delivered import NOTES, Part, listed, save
from parts import ROOT, moment, version
from vendored import byte_compiled, installed

HERE = Path(__file__).parent
PROGRAM = Path("usr/lib/lapas-desktop")
STARTER = """#!/bin/sh
# Only what is packed here is imported, whatever else this Python has.
PYTHONPATH=/usr/lib/lapas-desktop:/usr/lib/lapas-desktop/vendor exec /usr/bin/python{minor} -s -P -m lapas_desktop "$@"
"""
PARTS_HEAD = """It comes with the parts below. The texts of their licences lie in
/usr/lib/lapas-desktop/vendor/*.dist-info, those of the GNU and Apache licences
also in /usr/share/common-licenses.

"""
CONTROL = """Package: lapas-desktop
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: Lapas Desktop
Depends: {depends}
Installed-Size: {size}
Description: agreements and shipments of a prison work office
 Products, partners, agreements and shipments of one office on one PC,
 with their papers; no internet needed.
"""


def main(arguments: Sequence[str]) -> int:
    """Builds the package into a folder and prints its path and size."""
    parser = argparse.ArgumentParser(prog="python packaging/debian.py", description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path, metavar="OUT", help="folder for the package")
    parser.add_argument("--parts", type=Path, metavar="FILE", help="write what is delivered into this JSON file")
    given = parser.parse_args(arguments)
    out: Path = given.output
    out.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())  # dpkg-deb reads it too
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "tree"
        parts = fill(tree)
        if given.parts:
            save(parts, given.parts)
        target = out / f"lapas-desktop_{version()}_{architecture()}.deb"
        make_control(tree)
        same_times(tree)
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(tree), str(target)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    print(f"{target}\t{target.stat().st_size / 1e6:.1f} MB")
    return 0


def architecture() -> str:
    told = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def fill(tree: Path) -> list[Part]:
    """Program, libraries, starter, and what the desktop wants to know; the parts that come with the program."""
    program = tree / PROGRAM
    for part in ("lapas_desktop", "resources"):
        shutil.copytree(ROOT / part, program / part, ignore=shutil.ignore_patterns("__pycache__"))
    delivered = installed(program / "vendor")
    byte_compiled(program)
    share = tree / "usr/share"
    starter = tree / "usr/bin/lapas-desktop"
    put(starter, STARTER.format(minor=minor()))
    starter.chmod(0o755)
    put(share / "applications/lapas-desktop.desktop", (HERE / "linux/lapas-desktop.desktop").read_text("utf-8"))
    put(share / "mime/packages/lapas-desktop.xml", (HERE / "linux/lapas-desktop.xml").read_text("utf-8"))
    put(
        share / "icons/hicolor/scalable/apps/lapas-desktop.svg",
        (ROOT / "resources/lapas-desktop.svg").read_text("utf-8"),
    )
    day = datetime.fromtimestamp(moment(), UTC).date()
    name = "desktop.lapas.LapasDesktop.metainfo.xml"
    told = (HERE / "linux" / name).read_text("utf-8").replace("@VERSION@", version()).replace("@DAY@", str(day))
    put(share / "metainfo" / name, told)
    papers = share / "doc/lapas-desktop"
    licence = (ROOT / "LICENSE").read_text("utf-8")
    put(papers / "copyright", f"{licence}\n{PARTS_HEAD}{listed(delivered)}{NOTES}")
    (papers / "changelog.gz").write_bytes(gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), 9, mtime=0))
    return delivered


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def minor() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def system_libraries() -> Iterator[str]:
    """The packages of what Qt loads, as ``run`` names them: one list for both."""
    (listed,) = re.findall(r'^libraries="\n(.*?)^"', (ROOT / "run").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for pair in listed.split():
        yield pair.partition(":")[2]


def make_control(tree: Path) -> None:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    depends = ", ".join([f"python{minor()}", *dict.fromkeys(system_libraries())])
    text = CONTROL.format(version=version(), architecture=architecture(), depends=depends, size=size // 1024 + 1)
    put(tree / "DEBIAN/control", text)


def same_times(tree: Path) -> None:
    """Files are as old as the source, and nobody else may write them."""
    seconds = moment()
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (seconds, seconds))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
