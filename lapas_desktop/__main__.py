"""``python -m lapas_desktop``: arguments → command line or window."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

from lapas_desktop.cli import main

if __name__ == "__main__":
    freeze_support()  # a frozen program starts itself again for work with limits
    sys.exit(main())
