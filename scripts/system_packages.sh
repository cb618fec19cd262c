#!/bin/sh
# system_packages.sh: brings what only the package manager of Debian has: a browser, Chinese letters for
# it, and a database server. What is there already stays; without root or sudo it says what is missing.
set -eu

wanted=""
command -v chromium >/dev/null || command -v google-chrome >/dev/null || wanted="chromium"
# Without its languages the browser draws the fields of dates as mm/dd/yyyy.
ls /usr/lib/chromium/locales/zh-CN.pak >/dev/null 2>&1 || command -v google-chrome >/dev/null || wanted="$wanted chromium-l10n"
fc-list :lang=zh 2>/dev/null | grep -q . || wanted="$wanted fonts-noto-cjk fontconfig"
command -v pg_ctl >/dev/null || ls /usr/lib/postgresql/1[5-9]/bin/pg_ctl >/dev/null 2>&1 || wanted="$wanted postgresql"
[ -x /usr/sbin/slapd ] || wanted="$wanted slapd"
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then as_root=""; else as_root="sudo -n"; fi
if ! command -v apt-get >/dev/null || ! $as_root true 2>/dev/null; then
    echo "Not installed, and this user cannot install it:$wanted. The tests that need it say that they are skipped." >&2
    exit 0
fi

echo "Installing from Debian: $wanted" >&2
# The server is started by the tests on a folder of their own: no cluster of the system's is wanted.
$as_root mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $wanted >/dev/null
