#!/usr/bin/env bash
# Makes requirements.txt and requirements-dev.txt from pyproject.toml, and packaging/release-requirements.txt from
# release.in. Needs pip-tools and Python 3.11.
# With --upgrade it moves to the newest releases, else it keeps what is locked.
set -euo pipefail
cd "$(dirname "$0")/.."

lock() { # output, source, further options
    local output=$1 source=$2
    shift 2
    CUSTOM_COMPILE_COMMAND=packaging/lock.sh pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        --output-file "$output" "$@" "$source"
}

lock requirements.txt pyproject.toml "$@"
lock requirements-dev.txt pyproject.toml --extra dev --constraint requirements.txt "$@"
lock packaging/release-requirements.txt packaging/release.in --constraint requirements-dev.txt "$@"
sed -i -e '/# via.*-c requirements/d' -e '/^ *#   -c requirements.*txt$/d' \
    requirements-dev.txt packaging/release-requirements.txt

if grep -nE '://|^-' requirements.txt requirements-dev.txt packaging/release-requirements.txt; then
    echo "the lock must name no host" >&2
    exit 1
fi
