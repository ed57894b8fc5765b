package org.mview.statement;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mview.error.MViewException;

/** What a database makes of the clauses about storage that a statement gives. */
public final class StorageClauses {
  /** Told in one warning, however many of them there are. */
  private static final Set<Clause> SPACE =
      Set.of(Clause.PCTUSED, Clause.INITRANS, Clause.MAXTRANS, Clause.STORAGE);

  private StorageClauses() {}

  /**
   * The texts of the warnings about clauses that are ignored, in the order of the statement.
   *
   * @param database as in a JDBC URL: "mysql", "sqlite" …
   * @param handedOn whether the database does what a native clause says
   * @throws MViewException NOT_SUPPORTED, when a clause is one that must not be ignored
   */
  public static List<String> warnings(
      List<StorageClause> clauses, String database, Predicate<StorageClause> handedOn) {
    for (StorageClause given : clauses) {
      if (given.clause().policy(database) == Clause.Policy.REFUSE) {
        throw NOT_SUPPORTED.of(given.clause(), "the database " + database + " has nothing like it");
      }
    }
    return clauses.stream()
        .filter(given -> !(isNative(given, database) && handedOn.test(given)))
        .flatMap(given -> ignored(given, clauses, database).stream())
        .distinct()
        .toList();
  }

  /** Whether the database has the like of a clause. */
  public static boolean isNative(StorageClause given, String database) {
    return given.clause().policy(database) == Clause.Policy.NATIVE;
  }

  private static Optional<String> ignored(
      StorageClause given, List<StorageClause> clauses, String database) {
    Clause clause = given.clause();
    return switch (clause.policy(database)) {
      case WARN -> {
        String words = SPACE.contains(clause) ? inOneGroup(clauses) : clause.toString();
        yield Optional.of("%s is ignored: %s has nothing like it".formatted(words, database));
      }
      case NATIVE ->
          Optional.of(
              "%s is ignored: %s has %s"
                  .formatted(
                      clause,
                      database,
                      given
                          .name()
                          .map(name -> "none that is called " + name.text())
                          .orElse("nothing quite like it")));
      case SILENT, REFUSE -> Optional.empty();
    };
  }

  private static String inOneGroup(List<StorageClause> clauses) {
    return clauses.stream()
        .map(StorageClause::clause)
        .filter(SPACE::contains)
        .distinct()
        .map(Clause::toString)
        .collect(Collectors.joining(", "));
  }
}
