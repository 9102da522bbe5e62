"""The locked libraries for Linux, without what the program never loads, byte-compiled."""

from __future__ import annotations

import compileall
import py_compile
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from delivered import QT_LICENCE, Part, libraries, native, pdfium
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
ICU = "icu-project:international_components_for_unicode"
FOLDERS_NEVER_LOADED = ("tests", "test", "testing", "__pycache__", "bin")


def installed(folder: Path) -> list[Part]:
    """Installs the locked libraries, each checked against its hashes, pruned; the parts that they are."""
    command = [
        sys.executable, "-m", "pip", "install", "--quiet", "--no-compile", "--no-deps", "--require-hashes",
        "--only-binary", ":all:", "--no-binary", ",".join(SOURCE_ONLY), "--disable-pip-version-check",
        "--target", str(folder), "-r", str(ROOT / "requirements.txt"),
    ]  # fmt: skip
    with TemporaryDirectory() as place:
        report = Path(place) / "report.json"
        subprocess.run([*command, "--report", str(report)], check=True)
        found = libraries(folder, report)
    prune(folder)
    return [*found, *natives(folder)]


def natives(folder: Path) -> list[Part]:
    """What the libraries carry that is published on its own: Qt, its ICU, PDFium."""
    qt = folder / "PySide6/Qt/lib"
    core, (icu,) = qt / "libQt6Core.so.6", qt.glob("libicuuc.so.*")
    return [
        native("Qt", noted(rb"Qt (\d+\.\d+\.\d+) \(", core), QT_LICENCE, core, "qt:qt"),
        native("ICU", noted(rb"\0(\d\d\.\d+)\0", icu), "Unicode-DFS-2016", icu, ICU),
        pdfium(folder),
    ]


def noted(pattern: bytes, file: Path) -> str:
    """The version that a compiled file carries as text."""
    found = re.search(pattern, file.read_bytes())
    if not found:
        raise SystemExit(f"{file.name} names no version")
    return found[1].decode("ascii")


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
