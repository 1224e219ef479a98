#!/usr/bin/env bash
# Tries the project on a bare Debian: sets up, builds and tests the last commit where nothing lies ready.
#
#   scripts/bare-debian.sh [bookworm|trixie] [FOLDER]
#
# In a new Debian of Python, make, git and certificates alone, `make` and `make test` have to pass, as
# root. Then the fonts of an office suite go in, and a second build has to have the same bytes.
# FOLDER keeps that Debian for another run; without it, it is removed in the end. Needs root and
# debootstrap; takes as long as the tests and five minutes more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SUITE=${1:-bookworm}
KEPT=${2:-}
FONTS=(fonts-liberation fonts-liberation2 fonts-opensymbol fonts-crosextra-carlito fonts-crosextra-caladea
    fonts-dejavu fonts-freefont-ttf)

[ "$(id -u)" -eq 0 ] || { echo "scripts/bare-debian.sh has to run as root." >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "Install debootstrap first: apt-get install debootstrap" >&2; exit 2; }

# Mounts made below belong to this process alone and go with it.
if [ -z "${IN_NAMESPACE:-}" ]; then
    IN_NAMESPACE=1 exec unshare --mount --propagation private "$0" "$@"
fi

root=${KEPT:-$(mktemp -d)}
[ -n "$KEPT" ] || trap 'umount -R "$root/proc" "$root/dev" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT
if [ ! -x "$root/usr/bin/make" ]; then
    echo "Setting up a bare Debian ($SUITE) in $root ..."
    debootstrap --variant=minbase --include=python3,make,git,ca-certificates "$SUITE" "$root" >"$root.debootstrap.log" 2>&1 ||
        { tail -20 "$root.debootstrap.log" >&2; exit 1; }
    rm -f "$root.debootstrap.log"
fi
# How this machine reaches the network, that one does.
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -rL --remove-destination /etc/ssl/certs/. "$root/etc/ssl/certs/"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        ${CI:+CI="$CI"} bash -c "set -e; cd /profilegen; $1"
}
timed() {
    local start=$SECONDS
    echo "+ $1"
    inside "$1"
    echo "  ($((SECONDS - start)) s)"
}

rm -rf "$root/profilegen"
git clone --quiet --no-hardlinks . "$root/profilegen"
timed "make"
tested="make and make test pass"
[ -z "${SKIP_TESTS:-}" ] || tested="make passes (tests skipped)"
[ -n "${SKIP_TESTS:-}" ] || timed "make test"
inside "cd build && find . -type f | sort | xargs -d '\n' sha256sum >/tmp/before"
timed "apt-get install -y -qq --no-install-recommends $(inside "apt-cache pkgnames | grep -xE '$(IFS='|'; echo "${FONTS[*]}")' | tr '\n' ' '") >/dev/null"
timed "rm -rf build ~/.cache/fontconfig && make"
inside "cd build && sha256sum --quiet --check /tmp/before" ||
    { echo "Other fonts on the machine changed these files." >&2; exit 1; }
echo "$SUITE: $tested, and $(inside 'wc -l </tmp/before') files of build/ have the same bytes with other fonts."
