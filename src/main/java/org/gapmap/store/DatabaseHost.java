package org.gapmap.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** What the database runs on: a cluster of our own, or a server of the user's. */
public sealed interface DatabaseHost extends Closeable permits EmbeddedCluster, ExistingServer {
  /** The variable that names a server of the user's. */
  String URL_VARIABLE = "GAPMAP_DATABASE_URL";

  DatabaseAddress address();

  /** The server that the environment names, else the embedded cluster of the home folder. */
  static DatabaseHost open(HomeFolder home, Map<String, String> environment) throws IOException {
    String url = environment.getOrDefault(URL_VARIABLE, "");
    return url.isBlank()
        ? EmbeddedCluster.join(home)
        : new ExistingServer(DatabaseAddress.parse(url));
  }
}
