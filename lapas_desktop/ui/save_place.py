"""Where papers are saved: beside the last one, at first among the user's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_MEMORY = "papers/folder"


def ask_where(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
    """The path that a paper suggested as ``name`` shall have and its kind of file; both empty when given up."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(_folder() / name), kinds)
    if chosen:
        QSettings().setValue(_MEMORY, str(Path(chosen).parent))
    return chosen, kind


def _folder() -> Path:
    last = Path(str(QSettings().value(_MEMORY, "")))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((folder for folder in (last, Path(documents)) if folder.is_absolute() and folder.is_dir()), Path.home())
