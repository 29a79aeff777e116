# Java starts sooner with an archive of the classes that it loaded before. The first import that succeeds
# leaves one beside gapmap.jar; Java itself passes over one that is of another jar or another Java. Sourced,
# by the packaged program, too: plain sh.

# What the file "release" in Java's folder $1 says; empty where nobody knows.
java_version() {
  [ ! -r "$1/release" ] || sed -n 's/^JAVA_VERSION="\([0-9][^"]*\)".*/\1/p' "$1/release"
}

# The program in place of this shell. $1: the folder of gapmap.jar; $2: Java's; $3: the command; the rest is
# for Java.
exec_java() {
  jar_folder=$1
  java=$2/bin/java
  archive=$1/gapmap-$(java_version "$2").jsa
  command=$3
  shift 3
  take_archives
  if [ -n "$(find "$archive" -newer "$jar_folder/gapmap.jar" 2>/dev/null)" ]; then
    set -- "-XX:SharedArchiveFile=$archive" "$@"
  elif [ "$command" = import ] && [ -w "$jar_folder" ]; then
    set -- "-XX:ArchiveClassesAtExit=$archive.$$" "-Dgapmap.classes=$archive.$$.whole" "$@"
  fi
  # What Java says of archives it says on stdout, and it is nothing to act upon.
  exec "$java" '-Xlog:cds*=off' "$@"
}

# Puts archives in place whose writers have ended, and drops those of imports that did not succeed: they lack
# most classes. Renamed, never written to in place, since others may be using what is there.
take_archives() {
  for written in "$archive".*[0-9]; do
    if [ ! -f "$written" ] || kill -0 "${written##*.}" 2>/dev/null; then
      continue
    fi
    # Java writes the first bytes last: without them it was killed while it wrote.
    if [ -f "$written.whole" ] && [ -n "$(head -c 4 "$written" | tr -d '\0')" ]; then
      mv -f "$written" "$archive" 2>/dev/null || true
    fi
    rm -f "$written" "$written.whole" 2>/dev/null || true
  done
}
