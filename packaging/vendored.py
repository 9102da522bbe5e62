"""The locked libraries for Linux, without what the program never loads, byte-compiled."""

from __future__ import annotations

import compileall
import py_compile
import re
import shutil
import subprocess
import sys
from pathlib import Path

from parts import QT_MODULES, ROOT, SOURCE_ONLY

# Of Qt, only these libraries and plugins beside the modules; everything else of its folders is left out.
QT_LIBRARIES = (
    "Core", "Gui", "Widgets", "PrintSupport", "Svg", "DBus", "XcbQpa", "OpenGL", "WaylandClient", "WlShellIntegration",
)  # fmt: skip
QT_PLUGINS = (
    "platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen",
    "imageformats/libqsvg", "imageformats/libqjpeg", "iconengines",
    "platformthemes/libqxdgdesktopportal", "platforminputcontexts/libcompose", "platforminputcontexts/libibus",
    "printsupport", "xcbglintegrations", "wayland-shell-integration/libxdg-shell",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl", "wayland-decoration-client",
)  # fmt: skip
LANGUAGES = ("root", "id", "en")  # names of countries and currencies are asked for in these
NEVER_LOADED = ("*.pyi", "*.h", "*.hpp", "*.pxd", "*.pyx", "*.c", "*.cpp", "*.exe")
FOLDERS_NEVER_LOADED = ("tests", "test", "testing", "__pycache__", "bin")


def installed(folder: Path) -> None:
    """The locked libraries, each checked against its hashes, pruned."""
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--no-binary", ",".join(SOURCE_ONLY), "--disable-pip-version-check",
        "--target", str(folder), "-r", str(ROOT / "requirements.txt"),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    prune(folder)


def prune(folder: Path) -> None:
    """Takes out what is never loaded; licences and metadata stay."""
    for pattern in NEVER_LOADED:
        for path in folder.rglob(pattern):
            path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and path.name in FOLDERS_NEVER_LOADED and "dist-info" not in str(path):
            shutil.rmtree(path)
    for path in folder.glob("babel/locale-data/*.dat"):
        if path.stem.partition("_")[0] not in LANGUAGES:
            path.unlink()
    for record in folder.glob("*.dist-info/*"):
        if record.name in ("RECORD", "direct_url.json", "REQUESTED", "INSTALLER"):
            record.unlink()  # tells of the machine that built it
    prune_qt(folder / "PySide6")


def prune_qt(pyside: Path) -> None:
    """Leaves of PySide6 what `QT_MODULES`, `QT_LIBRARIES` and `QT_PLUGINS` name."""
    for path in pyside.iterdir():
        module = path.name.split(".")[0]
        if path.is_file() and module.startswith("Qt") and module not in QT_MODULES:
            path.unlink()
        elif path.is_dir() and path.name != "Qt":
            shutil.rmtree(path)
        elif path.is_file() and path.suffix not in (".py", ".so") and ".so." not in path.name and module != "Qt":
            path.unlink()
    for path in pyside.glob("libpyside6qml*"):
        path.unlink()
    qt = pyside / "Qt"
    for path in qt.iterdir():
        if path.name not in ("lib", "plugins"):
            shutil.rmtree(path)
    for path in (qt / "lib").iterdir():
        found = re.match(r"libQt6(\w+)\.so", path.name)
        if found and found[1] not in QT_LIBRARIES:
            path.unlink()
    for path in (qt / "plugins").rglob("*"):
        if path.is_file() and not path.relative_to(qt / "plugins").as_posix().startswith(QT_PLUGINS):
            path.unlink()


def byte_compiled(folder: Path) -> None:
    """Compiles everything once, by content and not by time, so that starting never writes and bytes stay equal."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(folder, quiet=2, stripdir=str(folder), invalidation_mode=mode, workers=1)
