#!/bin/sh
# virtual_environment.sh PYTHON FOLDER: makes a virtual environment, with what only apt can bring.
# A fresh Debian has python3 without ensurepip; the package python3-venv holds it.
set -eu
python=$1
folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Yinfeng needs Python 3.11 or newer; \"$python\" is older or missing. Try: make PY=python3.12 …" >&2
    exit 1
}

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    if command -v apt-get >/dev/null && { [ -z "$as_root" ] || command -v sudo >/dev/null; }; then
        echo "Installing the Debian package python3-venv …"
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            python3-venv >/dev/null
    else
        echo "Python's venv module is missing: install the package python3-venv, then run make again." >&2
        exit 1
    fi
fi
"$python" -m venv "$folder"
