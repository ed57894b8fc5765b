package org.mview.statement;

import java.math.BigDecimal;
import java.util.Map;

/** The named numbers of the packages. */
final class PackageConstants {
  private static final Map<String, Integer> VALUES =
      Map.of(
          "DBMS_MVIEW.REG_UNKNOWN", 0,
          "DBMS_MVIEW.REG_V7_SNAPSHOT", 1,
          "DBMS_MVIEW.REG_V8_SNAPSHOT", 2,
          "DBMS_MVIEW.REG_REPAPI_SNAPSHOT", 3,
          "DBMS_MVIEW.REG_FAST_REFRESHABLE_MVIEW", 1,
          "DBMS_MVIEW.REG_UPDATABLE_MVIEW", 2,
          "DBMS_MVIEW.REG_ROWID_MVIEW", 16,
          "DBMS_MVIEW.REG_PRIMARY_KEY_MVIEW", 32,
          "DBMS_MVIEW.REG_OBJECT_ID_MVIEW", 536870912);

  private PackageConstants() {}

  static boolean has(RoutineName name) {
    return VALUES.containsKey(name.fullName());
  }

  static Argument value(RoutineName name) {
    Integer value = VALUES.get(name.fullName());
    if (value == null) {
      throw new IllegalArgumentException(name + " is no constant");
    }
    return new Argument.Numeric(BigDecimal.valueOf(value));
  }
}
