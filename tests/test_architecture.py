"""The rules of the house, one sentence each, read from the source itself."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "lapas_desktop"
ROOMS = {"domain", "storage", "documents", "services", "ui"}
COMMAND_LINE = {"cli", "cli_office", "cli_shipments"}
NETWORK = ("socket", "http", "urllib.request", "requests", "PySide6.QtNetwork", "ftplib", "smtplib", "ssl")
LONGEST_FILE = 350
LONGEST_FUNCTION = 60


def test_domain_imports_no_other_room() -> None:
    assert not imports_between("domain", ROOMS - {"domain"} | {"app"} | COMMAND_LINE)


def test_storage_imports_only_the_domain() -> None:
    assert not imports_between("storage", {"documents", "services", "ui", "app"} | COMMAND_LINE)


def test_documents_import_only_the_domain() -> None:
    assert not imports_between("documents", {"storage", "services", "ui", "app"} | COMMAND_LINE)


def test_the_map_in_the_readme_names_every_module() -> None:
    told = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Map of the code")[2].partition("## Add")[0]
    named = re.findall(r"[\w*]+\.py", told)
    modules = [path for path in (ROOT / PACKAGE).rglob("*.py") if path.parent.name not in ("screens", "steps")]
    lost = [path.name for path in modules if not any(fnmatch(path.name, name) for name in (*named, "__init__.py"))]
    assert not sorted(lost)


def test_services_never_import_those_who_call_them() -> None:
    assert not imports_between("services", {"ui", "app"} | COMMAND_LINE)


def test_the_window_reaches_storage_and_documents_only_through_services() -> None:
    assert not imports_between("ui", {"storage", "documents", "app"} | COMMAND_LINE)


def test_the_command_line_reaches_storage_and_documents_only_through_services() -> None:
    assert not [found for room in COMMAND_LINE for found in imports_between(room, {"storage", "documents", "ui"})]


def test_only_ui_and_app_import_qt() -> None:
    assert users_of("PySide6") <= {"ui", "app"}


def test_only_documents_import_the_libraries_that_write_papers() -> None:
    assert users_of("reportlab", "openpyxl", "docx", "docxtpl", "jinja2", "lxml", "PIL") <= {"documents"}


def test_one_module_only_imports_the_library_that_reads_pictures() -> None:
    users = {module for module in modules() for name in imported_names(module) if name.split(".")[0] == "PIL"}
    assert users == {"lapas_desktop.documents.photos"}


def test_one_module_only_imports_the_library_that_shows_pdf_pages() -> None:
    users = {module for module in modules() for name in imported_names(module) if name.split(".")[0] == "pypdfium2"}
    assert users == {"lapas_desktop.pdfium"}


def test_one_module_only_asks_where_files_lie() -> None:
    users = [module for module, path in modules().items() if "QFileDialog" in text(path)]
    assert users == ["lapas_desktop.ui.file_place"]


def test_only_storage_imports_what_knows_the_database_dialect() -> None:
    assert users_of("sqlite3", "alembic", "sqlalchemy.dialects") <= {"storage"}


def test_no_item_of_a_layout_is_asked_for_where_qt_may_delete_it() -> None:
    asked = {path.name: path.read_text("utf-8") for path in (ROOT / PACKAGE / "ui").rglob("*.py")}
    assert not {name for name, text in asked.items() if ".itemAt(" in text}
    assert {name for name, text in asked.items() if ".takeAt(" in text} == {"parts.py"}


def test_nothing_imports_the_network() -> None:
    assert not users_of(*NETWORK)


def test_imports_make_no_cycle() -> None:
    graph = {module: set(inner_imports(module)) - {module} for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None


def test_init_files_hold_a_docstring_at_most() -> None:
    for module, path in modules().items():
        if path.name == "__init__.py":
            body = [node for node in tree(path).body if not is_docstring(node)]
            if module == PACKAGE:
                body = [node for node in body if not is_version(node)]
            assert not body, f"{path.relative_to(ROOT)} holds more than a docstring"


def test_unknown_errors_are_caught_by_the_excepthook_and_carried_to_it_by_jobs() -> None:
    catchers = {
        name_of(path)
        for path in modules().values()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    }
    assert catchers <= {f"lapas_desktop/{name}.py" for name in ("app", "ui/jobs", "services/selftest")}


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {name_of(path): len(text(path).splitlines()) for path in modules().values()}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


def test_no_function_is_longer_than_a_page() -> None:
    # a step names each table once, column by column: it is a list, however long
    lengths = {
        f"{name_of(path)}:{node.name}": length(node) for path, node in functions() if path.parent.name != "steps"
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}


def test_every_function_is_annotated() -> None:
    assert not [f"{name_of(path)}:{node.lineno} {node.name}" for path, node in functions() if lacks_types(node)]


def test_the_project_names_no_package_host_and_no_path_of_a_machine() -> None:
    hosts = [".".join(host) for host in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
    paths = [f"/{folder}/" for folder in ("work", "root")]
    forbidden = re.compile(
        "|".join(rf"(?<![\w.)\]}}*]){re.escape(path)}" for path in paths) + "|" + "|".join(map(re.escape, hosts))
    )
    found = [
        f"{name}: {match.group()}"
        for name in tracked_files()
        if (match := forbidden.search(text_or_nothing(ROOT / name)))
    ]
    assert not found


# Reading the source


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found: dict[str, Path] = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(module: str) -> str:
    """``lapas_desktop.ui.screens.partners`` lies in ``ui``, ``lapas_desktop.app`` is a room of its own."""
    return module.removeprefix(f"{PACKAGE}.").split(".")[0]


@cache
def imported_names(module: str) -> frozenset[str]:
    """Every dotted name that a module imports, wherever in the file; ``from a import b`` counts as ``a.b`` too."""
    names: set[str] = set()
    path = modules()[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                base = package.split(".")[: len(package.split(".")) - node.level + 1]
                source = ".".join([*base, source] if source else base)
            names.add(source)
            names.update(f"{source}.{alias.name}" for alias in node.names)
    return frozenset(names)


def inner_imports(module: str) -> Iterator[str]:
    """The modules of the package that a module imports; packages of docstrings only do not count."""
    for name in imported_names(module):
        if name in modules() and modules()[name].name != "__init__.py":
            yield name


def imports_between(room: str, others: set[str]) -> list[str]:
    return [
        f"{module} imports {name}"
        for module in modules()
        if room_of(module) == room
        for name in sorted(imported_names(module))
        if name.startswith(f"{PACKAGE}.") and room_of(name) in others
    ]


def users_of(*libraries: str) -> set[str]:
    """The rooms with a module that imports one of the libraries."""
    return {
        room_of(module)
        for module in modules()
        for name in imported_names(module)
        if any(name == library or name.startswith(f"{library}.") for library in libraries)
    }


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in modules().values():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lacks_types(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    arguments += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
    untyped = [
        argument for argument in arguments if argument.annotation is None and argument.arg not in ("self", "cls")
    ]
    return bool(untyped) or node.returns is None


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def is_version(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__version__"]


def catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(ast.unparse(error) in ("Exception", "BaseException") for error in caught)


def tracked_files() -> list[str]:
    """The files of the project; in a copy without git, those of its own folders."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        folders = [ROOT / name for name in (PACKAGE, "resources", "tests", "packaging")]
        return [name_of(path) for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_or_nothing(path: Path) -> str:
    """The text of a file; of a picture, a font or a workbook, nothing."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")
