package org.mview.driver;

import java.util.Map;
import java.util.Optional;

/** Where the drivers of well-known databases come from, for those who have forgotten to add one. */
final class DriverArtifacts {
  private static final Map<String, String> BY_SCHEME =
      Map.ofEntries(
          Map.entry("jdbc:derby:", "org.apache.derby:derby"),
          Map.entry("jdbc:duckdb:", "org.duckdb:duckdb_jdbc"),
          Map.entry("jdbc:h2:", "com.h2database:h2"),
          Map.entry("jdbc:hsqldb:", "org.hsqldb:hsqldb"),
          Map.entry("jdbc:mariadb:", "org.mariadb.jdbc:mariadb-java-client"),
          Map.entry("jdbc:mysql:", "com.mysql:mysql-connector-j"),
          Map.entry("jdbc:oracle:", "com.oracle.database.jdbc:ojdbc11"),
          Map.entry("jdbc:postgresql:", "org.postgresql:postgresql"),
          Map.entry("jdbc:sqlite:", "org.xerial:sqlite-jdbc"),
          Map.entry("jdbc:sqlserver:", "com.microsoft.sqlserver:mssql-jdbc"));

  private DriverArtifacts() {}

  /** What to do when no driver takes URLs that begin like this. */
  static String wayOut(String scheme) {
    return Optional.ofNullable(BY_SCHEME.get(scheme))
        .map(artifact -> "add the jar " + artifact + " to the class path")
        .orElse("add the database's driver to the class path, or name it in mview.driver");
  }
}
