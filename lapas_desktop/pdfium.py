"""PDFium serves one thread at a time: whoever calls it holds this lock."""

from __future__ import annotations

import threading

PDFIUM = threading.RLock()
