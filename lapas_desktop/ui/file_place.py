"""Where files are asked for: beside the last one of their kind, at first among the user's documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

PAPERS, FILES, BACKUPS = "papers/folder", "files/folder", "backups/folder"  # what each last folder is kept under


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
    """The path that a paper suggested as ``name`` shall have and its kind of file; both empty when given up."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_folder(PAPERS) / name), kinds)
    if chosen:
        _keep(PAPERS, Path(chosen).parent)
    return chosen, kind


def ask_file(parent: QWidget, title: str, kinds: str, memory: str = FILES) -> Path | None:
    """One file to be read; None when given up."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(_folder(memory)), kinds)
    if not name:
        return None
    _keep(memory, Path(name).parent)
    return Path(name)


def ask_files(parent: QWidget, title: str, kinds: str) -> Sequence[Path]:
    """Files to be read, none when given up."""
    names, _kind = QFileDialog.getOpenFileNames(parent, title, str(_folder(FILES)), kinds)
    if names:
        _keep(FILES, Path(names[0]).parent)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: str, memory: str) -> Path | None:
    """A folder to write into; None when given up."""
    name = QFileDialog.getExistingDirectory(parent, title, str(_folder(memory)))
    if not name:
        return None
    _keep(memory, Path(name))
    return Path(name)


def _keep(memory: str, folder: Path) -> None:
    QSettings().setValue(memory, str(folder))


def _folder(memory: str) -> Path:
    last = Path(str(QSettings().value(memory, "")))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in (last, Path(documents)) if folder.is_absolute() and folder.is_dir()), Path.home())
