"""Turns a folder of sources into byte code alone. Run as a program, so that equal sources give equal bytes.

    python bytecode.py FOLDER...

Every folder is compiled in the order of its names by one fresh process with a fixed hash seed; the paths written into
the code begin at the folder. A file that does not compile here (a template, code of another Python) stays a source.
"""

from __future__ import annotations

import py_compile
import sys
from pathlib import Path


def compile_folder(folder: Path) -> None:
    """Replaces every ``name.py`` by a ``name.pyc`` that is valid whatever the clock says."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for source in sorted(folder.rglob("*.py")):
        inside = source.relative_to(folder.parent).as_posix()
        try:
            py_compile.compile(
                str(source), str(source.with_suffix(".pyc")), dfile=inside, doraise=True, invalidation_mode=mode
            )
        except py_compile.PyCompileError as error:
            print(f"kept as source: {inside}: {error.exc_type_name}", file=sys.stderr)
            continue
        source.unlink()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_folder(Path(name))
