package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.dialect.CaptureTriggers;
import org.mview.dialect.Dialect;
import org.mview.dialect.OwnObject;

/** A table of ours, of a log or of hidden rows, that the registry does not know. */
record LostTable(OwnObject table) implements Finding {
  /** Names behind which stands that of a table or a view; the registry's own have one word. */
  private static final String OF_SOMETHING = "(?i)mview\\$(?:c|i|merged|replaced|guard)\\$.*";

  private static final String GUARD = "mview$guard$";

  static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (OwnObject table : unknown(sight)) {
      if (ForgottenView.front(table, sight).isEmpty()) {
        all.add(new LostTable(table));
      }
    }
    return all;
  }

  static List<OwnObject> unknown(Sight sight) {
    Set<String> known = known(sight);
    return sight.objects(OwnObject.Kind.TABLE).stream()
        .filter(table -> !known.contains(Sight.lower(table.name())))
        .filter(table -> isLog(table) || table.name().matches(OF_SOMETHING))
        .toList();
  }

  private static boolean isLog(OwnObject table) {
    return !table.name().startsWith("mview$");
  }

  private static Set<String> known(Sight sight) {
    Dialect dialect = sight.database().dialect();
    CaptureTriggers triggers = dialect.triggers();
    Set<String> known = new HashSet<>();
    for (View view : sight.catalog().views().values()) {
      known.add(Sight.lower(view.container().table().name().text()));
    }
    for (LogEntry log : sight.catalog().logs().values()) {
      String master = log.log().master().name().text();
      Stream.concat(
              triggers.tables(log.log().master(), log.log().table()).stream(),
              Stream.of(dialect.names().fitting(GUARD + master)))
          .forEach(table -> known.add(Sight.lower(table)));
    }
    return known;
  }

  @Override
  public String object() {
    return table.name();
  }

  @Override
  public String what() {
    return "belongs to no view and to no log";
  }

  @Override
  public String meaning() {
    return "it is left over, and only takes space";
  }

  @Override
  public String remedy() {
    return "drops it";
  }

  @Override
  public void mend(Repairs repairs) throws SQLException {
    repairs.restoreDictionary(); // which may read it
    repairs.remove(table);
  }
}
