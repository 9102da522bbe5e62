"""Looks whether the finished folder can run: DLLs, word size, and the modules that the program imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pefile
from libraries import imports
from plan import RUNTIME_PATTERN

# What every 64-bit Windows 10 brings, as far as the files here use it.
WINDOWS = set(
    """advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d3d9 d3d11 d3d12 dwmapi dwrite dxgi gdi32
    icuuc imm32 iphlpapi kernel32 kernelbase mpr msvcrt mswsock netapi32 ntdll ole32 oleaut32 powrprof propsys
    psapi rpcrt4 secur32 setupapi shell32 shlwapi ucrtbase uiautomationcore user32 userenv usp10 uxtheme version winmm
    winspool.drv ws2_32 wtsapi32""".split()
)
BUILT_IN = set(
    """_abc _ast _bisect _blake2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw
    _collections _contextvars _csv _datetime _functools _heapq _imp _io _json _locale _lsprof _md5 _multibytecodec
    _opcode _operator _pickle _random _sha1 _sha256 _sha3 _sha512 _signal _sre _stat _statistics _string _struct
    _symtable _thread _tokenize _tracemalloc _typing _warnings _weakref _winapi _xxsubinterpreters array atexit
    audioop binascii builtins cmath errno faulthandler gc itertools marshal math mmap msvcrt nt sys time winreg
    zlib _frozen_importlib _frozen_importlib_external os.path""".split()
)
_X64 = 0x8664


def check_files(tree: Path) -> list[str]:
    """One sentence for every DLL that is missing, of another word size, or there twice."""
    files = [path for path in sorted(tree.rglob("*")) if path.suffix.lower() in (".dll", ".pyd", ".exe")]
    beside = {path.name.lower() for path in tree.glob("*.dll")}
    problems = []
    for file in files:
        inside = file.relative_to(tree).as_posix()
        image = pefile.PE(str(file), fast_load=True)
        if image.FILE_HEADER.Machine != _X64:
            problems.append(f"{inside} is not for 64-bit Windows")
        image.close()
        if RUNTIME_PATTERN.fullmatch(file.name) and file.parent != tree:
            problems.append(f"{inside}: the C++ runtime must lie once, beside the program")
        near = beside | {path.name.lower() for path in file.parent.glob("*.dll")}
        near |= {path.name.lower() for path in (tree / "lib" / "PySide6").glob("*.dll")}
        near |= {path.name.lower() for path in (tree / "lib" / "shiboken6").glob("*.dll")}
        for name in imports(file):
            if name not in near and not name.startswith("api-ms-win-") and name.removesuffix(".dll") not in WINDOWS:
                problems.append(f"{inside} imports {name}, which is not there")
    return problems


class Modules:
    """The modules of a tree that still has its sources."""

    def __init__(self, roots: list[Path]) -> None:
        """`roots` are the folders of the later module path, in its order."""
        self._roots = roots

    def find(self, name: str) -> Path | None:
        """The file or folder of a module, or None."""
        for root in self._roots:
            base = root.joinpath(*name.split("."))
            for place in (base / "__init__.py", base.with_name(f"{base.name}.py")):
                if place.is_file():
                    return place
            if found := sorted(base.parent.glob(f"{base.name}.*pyd")):
                return found[0]
            if base.is_dir():
                return base
        return None

    def missing(self, package: str) -> list[str]:
        """What is imported for sure by `package`, or by what it imports so, and is in no root."""
        problems: list[str] = []
        seen: set[str] = set()
        waiting = [name for name, _path in self._inside(package)]
        while waiting:
            name = waiting.pop()
            if name in seen or name in BUILT_IN:
                continue
            seen.add(name)
            path = self.find(name)
            if path is None or path.suffix != ".py":
                continue
            for wanted, attribute_of in _imports(path, name, everywhere=name.split(".")[0] == package):
                top = wanted.split(".")[0]
                if top not in BUILT_IN and wanted not in BUILT_IN and self.find(wanted) is None:
                    if not attribute_of:
                        problems.append(f"{name} imports {wanted}, which is not there")
                    continue
                parts = wanted.split(".")
                waiting += [".".join(parts[: end + 1]) for end in range(len(parts))]
        return sorted(set(problems))

    def _inside(self, package: str) -> Iterator[tuple[str, Path]]:
        for root in self._roots:
            for path in sorted((root / package).rglob("*.py")):
                parts = path.relative_to(root).with_suffix("").parts
                yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def _imports(path: Path, name: str, *, everywhere: bool) -> Iterator[tuple[str, bool]]:
    """(module, whether it may be a mere attribute) of the imports that no condition guards."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in _firm(ast.parse(path.read_bytes()).body, everywhere):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, False
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                base = ".".join([*parts[: len(parts) - node.level + 1], *([base] if base else [])])
            yield base, False
            for alias in node.names:
                if alias.name != "*":
                    yield f"{base}.{alias.name}", True


def _firm(body: list[ast.stmt], everywhere: bool) -> Iterator[ast.stmt]:
    """Statements that run for sure; with `everywhere` those inside functions too."""
    for node in body:
        yield node
        if isinstance(node, ast.ClassDef | ast.With) or (
            everywhere and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.For | ast.While)
        ):
            yield from _firm(node.body, everywhere)
