# Builds GapMap where its sources are newer than what is built, and starts it. Sourced after setup.sh.

build_if_needed() {
  local stamp=$ROOT/target/.built
  if [ -f "$stamp" ] &&
    [ -z "$(cd "$ROOT" && find pom.xml src/main web -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  say "Building GapMap (the first time fetches its libraries) ..."
  mkdir -p "$ROOT/target"
  touch "$stamp.begun"
  mvn -q -B -ntp -f "$ROOT/pom.xml" -DskipTests package >&2 ||
    fail "GapMap could not be built: see above."
  mv "$stamp.begun" "$stamp"
}

start_gapmap() {
  exec "$JAVA_HOME/bin/java" -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
    -Dgapmap.demonstration="$ROOT/data" -jar "$ROOT/target/gapmap.jar" "$@"
}
