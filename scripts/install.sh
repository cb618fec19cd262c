#!/bin/sh
# install.sh VENV LOCK: brings a virtual environment to exactly the locked packages, and Yinfeng itself.
set -eu
venv=$1
lock=$2

if command -v uv >/dev/null; then
    uv pip install -q --python "$venv/bin/python" --require-hashes -r "$lock"
    uv pip install -q --python "$venv/bin/python" --no-deps -e .
else
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps -e .
fi
