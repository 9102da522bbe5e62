"""``python -m lapas_desktop``: arguments → command line or window."""

from __future__ import annotations

import sys

from lapas_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
