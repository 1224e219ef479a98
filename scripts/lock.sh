#!/usr/bin/env bash
# Resolves requirements.lock and requirements-dev.lock anew (make lock).
#
#   scripts/lock.sh [--upgrade | --upgrade-package NAME ...]
#
# Without an option, pinned versions stay and only what changed in pyproject.toml moves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

PYTHON=${PYTHON:-python3}
PIP_TOOLS='pip-tools==7.6.2'
VENV=.venv-lock

# Local links and mirrors would leave their own hashes and addresses in the files.
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND='make lock'
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL

if ! "$VENV/bin/python" -c 'import piptools' 2>/dev/null; then
    echo "Setting up $VENV (pip-tools) ..."
    "$PYTHON" -m venv --clear "$VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check "$PIP_TOOLS"
fi

compile() {
    "$VENV/bin/python" -m piptools compile --quiet --no-config \
        --generate-hashes --allow-unsafe --strip-extras --newline lf \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        "$@" pyproject.toml requirements.in
}

echo 'Resolving requirements.lock ...'
compile --output-file requirements.lock "$@"
echo 'Resolving requirements-dev.lock ...'
compile --output-file requirements-dev.lock --extra dev --constraint requirements.lock "$@"
