"""What every package is made of: the locked libraries, without what the program never loads, byte-compiled."""

from __future__ import annotations

import compileall
import py_compile
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Of Qt, only these libraries, modules and plugins; everything else of its folders is left out.
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg")
QT_LIBRARIES = (
    "Core", "Gui", "Widgets", "PrintSupport", "Svg", "DBus", "XcbQpa", "OpenGL", "WaylandClient", "WlShellIntegration",
)  # fmt: skip
QT_PLUGINS = (
    "platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen", "platforms/qwindows",
    "imageformats/libqsvg", "imageformats/libqjpeg", "imageformats/qsvg", "imageformats/qjpeg", "iconengines",
    "platformthemes/libqxdgdesktopportal", "platforminputcontexts/libcompose", "platforminputcontexts/libibus",
    "printsupport", "xcbglintegrations", "styles", "wayland-shell-integration/libxdg-shell",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl", "wayland-decoration-client",
)  # fmt: skip
LANGUAGES = ("root", "id", "en")  # names of countries and currencies are asked for in these
SOURCE_ONLY = "docopt"  # pure Python, published as source alone
NEVER_LOADED = ("*.pyi", "*.h", "*.hpp", "*.pxd", "*.pyx", "*.c", "*.cpp", "*.exe")
FOLDERS_NEVER_LOADED = ("tests", "test", "testing", "__pycache__", "bin")


def version_of() -> str:
    """The program's version, from its one place."""
    told = (ROOT / "lapas_desktop" / "__init__.py").read_text(encoding="utf-8")
    return re.findall(r'^__version__ = "([^"]+)"', told, re.MULTILINE)[0]


def installed(folder: Path) -> None:
    """The locked libraries, each checked against its hashes, pruned."""
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--no-binary", SOURCE_ONLY, "--disable-pip-version-check", "--target", str(folder),
        "-r", str(ROOT / "requirements.txt"),
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
