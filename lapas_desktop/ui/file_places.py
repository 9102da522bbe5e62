"""Which files: papers are saved beside the last one, files are taken from where the last one was.

At first both are among the user's documents.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_SAVED, _TAKEN = "papers/folder", "files/folder"


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
    """The path that a paper suggested as ``name`` shall have and its kind of file; both empty when given up."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_folder(_SAVED) / name), kinds)
    if chosen:
        _keep(_SAVED, Path(chosen).parent)
    return chosen, kind


def ask_folder(parent: QWidget, title: str) -> str:
    """A folder to put papers into; empty when given up."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_folder(_SAVED)))
    if chosen:
        _keep(_SAVED, Path(chosen))
    return chosen


def ask_which(parent: QWidget, title: str, kinds: str) -> str:
    """A file that is there; empty when given up."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_folder(_TAKEN)), kinds)
    if chosen:
        _keep(_TAKEN, Path(chosen).parent)
    return chosen


def ask_which_ones(parent: QWidget, title: str, kinds: str) -> list[str]:
    """Several files that are there; none when given up."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(_folder(_TAKEN)), kinds)
    if chosen:
        _keep(_TAKEN, Path(chosen[0]).parent)
    return chosen


def _keep(memory: str, folder: Path) -> None:
    QSettings().setValue(memory, str(folder))


def _folder(memory: str) -> Path:
    last = Path(str(QSettings().value(memory, "")))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in (last, Path(documents)) if folder.is_absolute() and folder.is_dir()), Path.home())
