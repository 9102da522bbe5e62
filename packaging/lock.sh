#!/usr/bin/env bash
# Makes requirements.txt and requirements-dev.txt from pyproject.toml. Needs pip-tools and Python 3.11.
# With --upgrade it moves to the newest releases, else it keeps what is locked.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() { # output, further options
    local output=$1
    shift
    CUSTOM_COMPILE_COMMAND=packaging/lock.sh pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        --output-file "$output" "$@" pyproject.toml
}

lock requirements.txt "$@"
lock requirements-dev.txt --extra dev --constraint requirements.txt "$@"
sed -i -e '/# via.*-c requirements.txt/d' -e '/^ *#   -c requirements.txt$/d' requirements-dev.txt

if grep -nE '://|^-' requirements.txt requirements-dev.txt; then
    echo "the lock must name no host" >&2
    exit 1
fi
