"""``python -m tests.catalogue``: takes new texts into the English catalogue, drops old ones, compiles it.

Texts that wait for their English are printed with their places; the exit code says whether there are any.
"""

from __future__ import annotations

import sys

from tests.catalogue.catalogue import sources, updated

if __name__ == "__main__":
    waiting = updated()
    places = sources()
    for text in waiting:
        print(f"{places[text][0]}: {text}")
    print(f"{len(places)} texts, {len(waiting)} without English")
    sys.exit(1 if waiting else 0)
