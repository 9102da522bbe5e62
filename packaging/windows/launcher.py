"""The two programs that start Lapas Desktop: one with a window only, one for the command line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import icon
from plan import CONSOLE_EXE, HERE, PYTHON_DLL, WINDOW_EXE, run, version


def numbers() -> str:
    """The version as the four numbers that Windows asks for: ``0.1.0`` → ``0,1,0,0``."""
    found = [int(part) for part in re.findall(r"\d+", version())][:4]
    return ",".join(str(part) for part in found + [0] * (4 - len(found)))


def make(tree: Path, work: Path, compiler: str, windres: str) -> None:
    """Compiles both into `tree`; the icon and a picture stay in `work` for the installer."""
    icon.save(work / "program.ico")
    icon.save_banner(work / "banner.bmp")
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy(HERE / name, work / name)
    for name, options in ((WINDOW_EXE, ["-mwindows", "-DWINDOWED"]), (CONSOLE_EXE, ["-mconsole"])):
        values = {"VERSION_NUMBERS": numbers(), "VERSION_TEXT": f'"{version()}"', "EXE_NAME": f'"{name}"'}
        header = "".join(f"#define {key} {value}\n" for key, value in values.items())
        (work / "launcher.h").write_text(header, encoding="ascii")
        run(windres, "-O", "coff", "launcher.rc", "launcher.res", cwd=work)
        run(
            compiler, "-municode", "-Os", "-s", "-Wall", "-Werror", *options, f'-DPYTHON_DLL=L"{PYTHON_DLL}"',
            "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va", "-static", "-o", tree / name,
            "launcher.c", "launcher.res", cwd=work,
        )  # fmt: skip
