#!/usr/bin/env bash
# Resolves requirements.lock and requirements-dev.lock anew (make lock).
#
#   scripts/lock.sh [--upgrade | --upgrade-package NAME ...]
#
# Without an option, pinned versions stay and only what changed in pyproject.toml moves. One
# resolution holds for every Python and system (--universal): what differs carries a marker.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Local links and mirrors would leave their own hashes in the files.
unset UV_INDEX UV_DEFAULT_INDEX UV_INDEX_URL UV_EXTRA_INDEX_URL UV_FIND_LINKS
export UV_CUSTOM_COMPILE_COMMAND='make lock' UV_PYTHON_DOWNLOADS=never

compile() {
    .venv/bin/uv pip compile --quiet --no-config --universal --generate-hashes --no-strip-extras \
        --group setup "$@" pyproject.toml
}

echo 'Resolving requirements.lock ...'
compile --output-file requirements.lock "$@"
echo 'Resolving requirements-dev.lock ...'
compile --group dev --output-file requirements-dev.lock --constraints requirements.lock "$@"
