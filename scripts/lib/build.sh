# Builds GapMap where its sources are newer than what is built, and starts it. Sourced after setup.sh.

STAMP=$ROOT/target/.built

is_built() {
  [ -f "$STAMP" ] && [ -f "$ROOT/target/gapmap.jar" ] &&
    [ -z "$(cd "$ROOT" && find pom.xml src/main web -newer "$STAMP" -print -quit)" ]
}

build_if_needed() {
  is_built && return 0
  mkdir -p "$ROOT/target"
  wait_for_other_builds
  is_built || build
  exec 9>&-
}

# Two builds of one clone at once would take away each other's classes (macOS has no flock). After it,
# remove gapmap.jar: a server that runs from it keeps it so, but not if it is overwritten in place.
wait_for_other_builds() {
  exec 9>"$ROOT/target/.building"
  command -v flock >/dev/null || return 0
  flock --nonblock 9 && return 0
  say "Waiting for another build of this clone ..."
  flock 9
}

build() {
  say "Building GapMap (the first time fetches its libraries) ..."
  touch "$STAMP.begun"
  rm -f "$ROOT/target/gapmap.jar" "$ROOT"/target/gapmap-*.jsa*
  mvn -q -B -ntp -f "$ROOT/pom.xml" -DskipTests package >&2 9>&- || {
    [ $? = 130 ] && exit 130 # Ctrl-C
    fail "GapMap could not be built: see above."
  }
  mv "$STAMP.begun" "$STAMP"
}

# An import is over before Java's second compiler has earned what it costs; a gigabyte is more than
# a million rows need. A server runs for long, and keeps what it has read.
java_options() {
  case "${1:-}" in
    import) echo "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx640m" ;;
  esac
}

start_gapmap() {
  # shellcheck disable=SC2046  # several options
  exec_java "$ROOT/target" "$JAVA_HOME" "${1:-}" $(java_options "$@") -Dfile.encoding=UTF-8 \
    -Djava.awt.headless=true -Dgapmap.language="${USER_LOCALE%%_*}" -Dgapmap.demonstration="$ROOT/data" \
    -jar "$ROOT/target/gapmap.jar" "$@"
}
