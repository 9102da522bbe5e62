"""Makes every file of one version: ``python packaging/release.py OUT``. See packaging/README.md."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import delivered
from parts import ROOT, moment, version

SUMS = "SHA256SUMS"
FOR_IT = Path("resources", "help", "petugas-it.md")
TOOLS = {  # each with the Debian package that brings it
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "dpkg-deb": "dpkg",
    "git": "git",
}
MODULES = {  # each with the file of requirements that brings it
    "cyclonedx": "release-requirements.txt",
    "pefile": "windows-requirements.txt",
    "PIL": "windows-requirements.txt",
}
LICENCES_HEAD = """Lapas Desktop {version} is delivered under the MIT licence.

Its packages hold the parts below, unmodified, each under its own licence. The texts lie in the folder licences of the
Windows program; in the Debian package beside each library, in the folder of its metadata (*.dist-info).
"""


def main(arguments: Sequence[str]) -> int:
    """Builds once or twice and tells size, hash and seconds of each file; 1 when two builds differ."""
    parser = argparse.ArgumentParser(prog="python packaging/release.py", description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path, metavar="OUT", help="folder for the files; must be empty or new")
    parser.add_argument("--dirty", action="store_true", help="build although the tree has changes without a commit")
    parser.add_argument("--twice", action="store_true", help="build again elsewhere and compare every byte")
    given = parser.parse_args(arguments)
    output: Path = given.output.resolve()
    if told := refusals(output, dirty=given.dirty):
        raise SystemExit("\n".join(told))
    output.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())  # one time for all that is made, whatever is committed meanwhile
    seconds = build(output)
    if not given.twice:
        print_table(output, seconds)
        return 0
    with tempfile.TemporaryDirectory(prefix="lapas-release-") as folder:
        second = Path(folder)
        again = build(second)
        different = differences(output, second)
    print_table(output, seconds, again, different)
    return 1 if different else 0


def refusals(output: Path, *, dirty: bool) -> list[str]:
    """One sentence for each reason not to build."""
    told = missing(TOOLS, MODULES)
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        told.append(f"{output} is not an empty folder; name a new one")
    if not dirty and shutil.which("git") and (changed := uncommitted(ROOT)):
        told.append("The tree is not clean; commit first (--dirty builds all the same):\n  " + "\n  ".join(changed))
    if not changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version()):
        told.append(f"CHANGELOG.md has no section for version {version()} of lapas_desktop/__init__.py")
    return told


def missing(tools: dict[str, str], modules: dict[str, str]) -> list[str]:
    """One sentence for each command or Python module that is needed and not there."""
    told = [f"{tool} is missing: apt-get install {tools[tool]}" for tool in tools if not shutil.which(tool)]
    for module, file in modules.items():
        if importlib.util.find_spec(module) is None:
            told.append(f"{module} is missing: pip install --require-hashes -r packaging/{file}")
    return told


def uncommitted(root: Path) -> list[str]:
    """The files that differ from the last commit or are new, as git marks them; a sentence when git cannot tell."""
    done = subprocess.run(["git", "-C", str(root), "status", "--porcelain"], capture_output=True, text=True)
    if done.returncode:
        return [f"git cannot tell: {done.stderr.strip()}"]
    return done.stdout.splitlines()


def changes(changelog: str, wanted: str) -> str:
    """The section of one version, with its heading; empty when there is none."""
    found = re.search(rf"^## {re.escape(wanted)}(?= |$).*?(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    return found[0].rstrip() + "\n" if found else ""


def build(output: Path) -> dict[str, float]:
    """Makes every file into `output`, from a copy of the sources; seconds that each took, by name.

    Files that one command makes together share its seconds.
    """
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="lapas-sources-") as folder:
        sources, notes = Path(folder) / "sources", Path(folder) / "parts"
        copy_sources(sources)
        notes.mkdir()
        for package, script in (("windows", "windows"), ("debian", "debian.py")):
            started, before = time.monotonic(), set(output.iterdir())
            print(f"{package} …", file=sys.stderr, flush=True)
            run_script(sources / "packaging" / script, str(output), "--parts", str(notes / f"{package}.json"))
            took = time.monotonic() - started
            seconds |= {path.name: took for path in set(output.iterdir()) - before}
        packages = {path.stem: delivered.load(path) for path in sorted(notes.iterdir())}
    started = time.monotonic()
    papers = write_papers(output, packages)
    seconds |= dict.fromkeys(papers, time.monotonic() - started)
    (output / SUMS).write_text(sums(output), encoding="utf-8")
    return seconds


def copy_sources(target: Path) -> None:
    """What git knows and what is new, as it stands; nothing that is ignored gets into a package."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for name in filter(None, done.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)


def run_script(script: Path, *arguments: str) -> None:
    """Runs one of the builders; stops with what it said when it fails."""
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"packaging/{script.name} failed:\n{done.stderr[-4000:]}")


def write_papers(output: Path, packages: dict[str, list[delivered.Part]]) -> list[str]:
    """Bill of materials, list of licences, page for IT, changes; the names of the files."""
    from bom import bill  # its libraries are looked for before anything is built

    listing = LICENCES_HEAD.format(version=version())
    for package, parts in packages.items():
        listing += f"\n{package.capitalize()}\n\n{delivered.listed(parts)}"
    papers = {
        f"LapasDesktop-{version()}.cdx.json": bill(packages),
        "LICENCES.txt": listing + delivered.NOTES,
        "PETUGAS-IT.md": (ROOT / FOR_IT).read_text(encoding="utf-8").partition("\n\n")[2],  # without its head
        "CHANGES.txt": changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version()),
    }
    for name, text in papers.items():
        (output / name).write_text(text, encoding="utf-8")
    return list(papers)


def sums(folder: Path) -> str:
    """The SHA-256 of every file but the list itself, as ``sha256sum -c`` reads it."""
    names = sorted(path.name for path in folder.iterdir() if path.name != SUMS)
    return "".join(f"{digest(folder / name)}  {name}\n" for name in names)


def digest(file: Path) -> str:
    """SHA-256 in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """Names of the files that only one folder has, or that are not equal in both."""
    lines = [set((folder / SUMS).read_text(encoding="utf-8").splitlines()) for folder in (one, other)]
    return sorted({line.partition("  ")[2] for line in lines[0] ^ lines[1]})


def print_table(
    output: Path, seconds: dict[str, float], again: dict[str, float] | None = None, different: Iterable[str] = ()
) -> None:
    """One line for each file: bytes, SHA-256, seconds of each build, and whether both were equal."""
    for path in sorted(output.iterdir()):
        times = [f"{took[path.name]:6.1f} s" for took in (seconds, again or {}) if path.name in took]
        verdict = "" if again is None else "DIFFERENT" if path.name in different else "equal"
        print("  ".join([f"{path.stat().st_size:>11,} B", digest(path), path.name, *times, verdict]).rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
