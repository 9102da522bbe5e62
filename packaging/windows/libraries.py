"""The locked libraries for Windows, and what of them the program needs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pefile
from plan import (
    KEPT,
    MINOR,
    PROJECT,
    QT_MODULES,
    QT_PLUGINS,
    RUNTIME,
    RUNTIME_PATTERN,
    SOURCE_ONLY,
    SURPLUS,
    delivered,
    run,
)


def install(target: Path, report: Path) -> list[delivered.Part]:
    """Installs `requirements.txt` for 64-bit Windows, every file proved by its hash; pip's `report` names them."""
    run(
        sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--target", target,
        "--no-deps", "--no-compile", "--require-hashes", "--no-build-isolation", "--platform", "win_amd64",
        "--implementation", "cp", "--python-version", f"{MINOR[0]}.{MINOR[1]}", "--only-binary=:all:",
        *(word for name in SOURCE_ONLY for word in ("--no-binary", name)),
        "--report", report, "--requirement", PROJECT / "requirements.txt",
    )  # fmt: skip
    return delivered.libraries(target, report)


def move_runtime(libraries: Path, tree: Path) -> None:
    """One C++ runtime for all, beside the program; the copies inside the wheels go."""
    for name in RUNTIME:
        shutil.copy(libraries / "shiboken6" / name, tree / name)
    for file in libraries.rglob("*.dll"):
        if RUNTIME_PATTERN.fullmatch(file.name):
            file.unlink()


def prune(libraries: Path) -> None:
    """Takes away what is not needed to run."""
    prune_qt(libraries / "PySide6")
    kept = {libraries / name for name in KEPT}
    for pattern in SURPLUS:
        for path in sorted(libraries.glob(pattern)):
            if path in kept or not path.exists():
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def prune_qt(folder: Path) -> None:
    """Of PySide6 only the modules and plugins named in the plan stay, and the DLLs that they import."""
    roots = [folder / f"{name}.pyd" for name in QT_MODULES] + [folder / "plugins" / name for name in QT_PLUGINS]
    if missing := [path.name for path in roots if not path.exists()]:
        raise SystemExit(f"PySide6 has no {', '.join(missing)}")
    shipped = {path.name.lower(): path for path in folder.glob("*.dll")}
    kept, waiting = set(roots), list(roots)
    while waiting:
        for name in imports(waiting.pop()):
            found = shipped.get(name)
            if found and found not in kept:
                kept.add(found)
                waiting.append(found)
    kept |= set(folder.glob("*.py"))
    for path in sorted(folder.rglob("*")):
        inside_support = (folder / "support") in path.parents and path.suffix == ".py"
        if path.is_file() and path not in kept and not inside_support:
            path.unlink()
    _drop_empty_folders(folder)


def _drop_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def imports(file: Path) -> list[str]:
    """The names of the DLLs that a Windows file imports, in small letters."""
    image = pefile.PE(str(file), fast_load=True)
    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    image.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
    entries = [*getattr(image, "DIRECTORY_ENTRY_IMPORT", []), *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", [])]
    names = [entry.dll.decode("ascii").lower() for entry in entries]
    image.close()
    return names
