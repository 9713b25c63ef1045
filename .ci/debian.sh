#!/bin/sh
# Brings the system libraries that pip cannot: as root it installs them, else it says the one line that does.
set -eu
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
while read -r package; do
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done <"$(dirname "$0")/debian.txt"
[ -n "$missing" ] || exit 0
line="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086
	apt-get update -q >/dev/null && $line >/dev/null
else
	echo "请先以管理员身份运行 / first run as root:" >&2
	echo "  $line" >&2
	exit 1
fi
