# What GapMap needs on this machine: found, or installed through apt after saying what and how large.
# Sourced. Everything said goes to stderr, since stdout is the program's.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
OLDEST_JAVA=17
. "$ROOT/scripts/lib/classes.sh"
OLDEST_POSTGRESQL=15
ASSUME_YES=${ASSUME_YES:-}

# Java takes the encoding of paths and of the terminal from the locale; the user's language stays his.
USER_LOCALE=${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}
export LC_ALL=C.UTF-8
[ "$(uname)" = Linux ] || export LC_ALL=en_US.UTF-8

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 2
}

# Of a javac, from the file that lies with it: to start one takes ten times as long.
java_major() {
  local told
  told=$(java_version "$(dirname "$(dirname "$(realpath "$1")")")")
  [ -n "$told" ] || told=$("$1" -version 2>&1 | sed -n 's/^javac //p')
  told=${told#1.}
  echo "${told%%[!0-9]*}"
}

# Sets JAVA_HOME to a JDK that will do; names one that is too old.
find_java() {
  local javac major
  local found=("${JAVA_HOME:-/nowhere}/bin/javac" "$(command -v javac || true)")
  found+=(/usr/lib/jvm/*/bin/javac /opt/homebrew/opt/openjdk*/bin/javac)
  for javac in "${found[@]}"; do
    [ -x "$javac" ] || continue
    major=$(java_major "$javac")
    if [ "${major:-0}" -ge "$OLDEST_JAVA" ]; then
      JAVA_HOME=$(dirname "$(dirname "$(realpath "$javac")")")
      export JAVA_HOME
      return 0
    fi
    OLD_JAVA="Java $major in $javac is too old: GapMap needs $OLDEST_JAVA or newer."
  done
  return 1
}

# Only whether there is one that may do: the program itself checks and names versions.
has_postgis() {
  local bin share major
  for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin \
    /usr/local/opt/postgresql*/bin /Applications/Postgres.app/Contents/Versions/*/bin \
    "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
    [ -x "$bin/initdb" ] || continue
    major=$("$bin/initdb" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
    [ "$major" -ge "$OLDEST_POSTGRESQL" ] || continue
    for share in "$("$bin/pg_config" --sharedir 2>/dev/null || true)" \
      "$bin/../share/postgresql" "$bin/../share/pgsql" "$bin/../share"; do
      [ -f "$share/extension/postgis.control" ] && return 0
    done
  done
  return 1
}

# Debian's pgRouting for each PostGIS here, where it is missing: a megabyte, which walks are held against.
missing_pgrouting() {
  local control major
  for control in /usr/share/postgresql/*/extension/postgis.control; do
    [ -f "$control" ] && [ ! -f "${control%postgis.control}pgrouting.control" ] || continue
    major=${control#/usr/share/postgresql/}
    major=${major%%/*}
    ! apt-cache show "postgresql-$major-pgrouting" >/dev/null 2>&1 || echo "postgresql-$major-pgrouting"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# $1: what to say where there is no apt; the rest: Debian's packages.
install_or_explain() {
  local without_apt=$1
  shift
  [ -z "${OLD_JAVA:-}" ] || say "$OLD_JAVA"
  command -v apt-get >/dev/null || fail "$without_apt"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    fail "GapMap needs more packages. As root: apt-get install --no-install-recommends $*"
  fi
  if [ -z "$(find /var/lib/apt/lists -name '*_Packages*' -print -quit 2>/dev/null)" ]; then
    say "Fetching the lists of packages ..."
    as_root apt-get -qq update >&2
  fi
  announce "$@"
  if [ -z "$ASSUME_YES" ] && [ -t 0 ]; then
    local answer
    read -r -p "Install them? [Y/n] " answer
    case $answer in [nN]*) fail "Nothing was installed." ;; esac
  fi
  keep_debian_from_making_a_cluster
  apt_install "$@" || { as_root apt-get -qq update >&2 && apt_install "$@"; } ||
    fail "The packages could not be installed: see above."
  forget_about_clusters
}

announce() {
  local all
  all=$(apt-get -s -o Debug::NoLocking=1 install --no-install-recommends "$@" |
    awk '/^Inst /{print $2}') || fail "apt does not know all of: $*"
  say "GapMap needs $*:"
  # shellcheck disable=SC2086
  say "$(wc -w <<<"$all") packages with what they depend on, $(
    apt-get -o Debug::NoLocking=1 --print-uris -y install --no-install-recommends "$@" |
      awk '/^'\''/{bytes += $3} END {printf "%d MB to download", bytes / 1e6 + 1}'
  ), $(apt-cache show --no-all-versions $all |
    awk '/^Installed-Size:/{kib += $2} END {printf "%d MB on disk", kib / 1e3 + 1}')."
  say "No service is started by it."
}

# Waits for whoever else installs something now, such as unattended upgrades on a new machine.
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=600 install --no-install-recommends "$@" >&2
}

# Debian's package would make and start a cluster "main" on port 5432, which nobody asked for.
NO_CLUSTER=/etc/postgresql-common/createcluster.d/gapmap.conf
keep_debian_from_making_a_cluster() {
  trap forget_about_clusters EXIT
  as_root mkdir -p "$(dirname "$NO_CLUSTER")"
  echo "create_main_cluster = false" | as_root tee "$NO_CLUSTER" >/dev/null
}

forget_about_clusters() {
  trap - EXIT
  as_root rm -f "$NO_CLUSTER"
}

# Java, Maven and PostGIS; $@: further packages of Debian's.
set_up() {
  local packages=("$@")
  find_java || packages+=(default-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
  [ -n "${GAPMAP_DATABASE_URL:-}" ] || has_postgis || packages+=(postgresql-postgis)
  [ ${#packages[@]} -gt 0 ] || return 0
  install_or_explain "GapMap needs Java 17 or newer (a JDK), Maven, and PostgreSQL 15 or newer with PostGIS 3.3.
Missing here, by Debian's names: ${packages[*]}
  Fedora     dnf install java-21-openjdk-devel maven postgresql-server postgis
  macOS      brew install openjdk maven postgresql@17 postgis
  container  docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=secret postgis/postgis:16-3.4
             export GAPMAP_DATABASE_URL=postgres://postgres:secret@127.0.0.1:5432/postgres" \
    "${packages[@]}"
  find_java || fail "${OLD_JAVA:-No JDK was found after installing one.}"
}
