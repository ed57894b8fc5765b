package org.mview.statement;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * @throws MViewException NOT_SUPPORTED, when a clause is one that must not be ignored
   */
  public static List<String> warnings(List<StorageClause> clauses, String database) {
    for (StorageClause given : clauses) {
      if (given.clause().policy(database) == Clause.Policy.REFUSE) {
        throw NOT_SUPPORTED.of(given.clause(), "the database " + database + " has nothing like it");
      }
    }
    return clauses.stream()
        .map(StorageClause::clause)
        .flatMap(clause -> ignored(clause, clauses, database).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> ignored(
      Clause clause, List<StorageClause> clauses, String database) {
    return switch (clause.policy(database)) {
      case WARN -> {
        String words = SPACE.contains(clause) ? inOneGroup(clauses) : clause.toString();
        yield Optional.of("%s is ignored: %s has nothing like it".formatted(words, database));
      }
      case NATIVE ->
          Optional.of("%s is ignored: it is not yet handed on to %s".formatted(clause, database));
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
