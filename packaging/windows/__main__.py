"""Builds Lapas Desktop for Windows: ``python packaging/windows OUT``. See packaging/README.md."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import audit
import delivery
import interpreter
import launcher
import libraries
import licences
import natives
from plan import HERE, LIBRARY_ZIP, PATHS, PROJECT, delivered, run


def main() -> int:
    """Reads the arguments, builds, and tells what was made."""
    parser = argparse.ArgumentParser(prog="python packaging/windows", description=__doc__)
    parser.add_argument("output", type=Path, metavar="OUT", help="folder for the installer and the portable ZIP")
    parser.add_argument("--python", type=Path, metavar="DIR", help="a 64-bit Windows Python instead of the locked one")
    parser.add_argument("--compiler", default="x86_64-w64-mingw32-gcc", help="a C compiler for 64-bit Windows")
    parser.add_argument("--windres", default="x86_64-w64-mingw32-windres", help="its compiler of resources")
    parser.add_argument("--target", default="x86-unicode", help="kind of the installer itself, as NSIS names it")
    parser.add_argument("--parts", type=Path, metavar="FILE", help="write what is delivered into this JSON file")
    parser.add_argument("--keep", action="store_true", help="leave the unpacked program in OUT/tree")
    given = parser.parse_args()
    output = given.output.resolve()
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lapas-windows-") as folder:
        work = Path(folder)
        tree, parts = build_tree(given, work)
        made = [delivery.make_installer(tree, work, output, given.target), delivery.make_portable(tree, output)]
        if given.parts:
            delivered.save(parts, given.parts)
        if given.keep:
            shutil.rmtree(output / "tree", ignore_errors=True)
            shutil.copytree(tree, output / "tree")
        print(f"installed: {delivery.size(tree) / 1e6:.1f} MB in {len(delivery.files(tree))} files")
    for file in made:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")
    return 0


def build_tree(given: argparse.Namespace, work: Path) -> tuple[Path, list[delivered.Part]]:
    """The folder of the program as it will lie on the PC, and the parts it is made of."""
    tree, site, standard = work / "tree", work / "tree" / "lib", work / "standard"
    tree.mkdir()
    _say("interpreter")
    source = given.python.resolve() if given.python else interpreter.fetched(work)
    interpreter.lay_interpreter(source, tree)
    interpreter.make_stable_dll(tree, work, given.compiler)
    origin = interpreter.lay_library(source if given.python else None, standard)
    _say("libraries")
    parts = libraries.install(site, work / "report.json")
    licences.collect(site, origin, tree)
    libraries.move_runtime(site, tree)
    libraries.prune(site)
    lay_program(tree)
    _say("launchers")
    launcher.make(tree, work, given.compiler, given.windres)
    _say("audit")
    modules = audit.Modules([standard, tree / "DLLs", site, tree])
    problems = audit.check_files(tree) + modules.missing("lapas_desktop")
    if problems:
        raise SystemExit("\n".join(problems))
    _say("byte code")
    folders = [standard, site, tree / "lapas_desktop"]
    run(sys.executable, "-I", HERE / "bytecode.py", *folders, PYTHONHASHSEED="0")
    pack_library(standard, tree / LIBRARY_ZIP)
    paths = (LIBRARY_ZIP, "DLLs", "lib", ".")
    (tree / PATHS).write_text("".join(f"{path}\n" for path in paths), encoding="ascii", newline="\r\n")
    parts += natives.natives(tree, origin)
    licences.write_list(tree, parts)
    _say("packing")
    return tree, parts


def lay_program(tree: Path) -> None:
    """The program itself and what it reads."""
    without = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("lapas_desktop", "resources"):
        shutil.copytree(PROJECT / name, tree / name, ignore=without)


def pack_library(folder: Path, target: Path) -> None:
    """The standard library in one file, not squeezed: the installer squeezes it better."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
                archive.writestr(entry, path.read_bytes())


def _say(text: str) -> None:
    print(f"{text} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
