package org.mview.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.dimension.Claim.HasParent;
import org.mview.dimension.Claim.NeverNull;
import org.mview.dimension.Claim.OneValue;
import org.mview.dimension.Claim.Relationship;
import org.mview.session.TestSession;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Over random rows, a claim's query finds the rows that contradict it, as one looks at each pair.
 */
class ClaimMeaningTest {
  private static final int TABLES = 60;
  private static final QualifiedName T = QualifiedName.of("t");
  private static final List<Identifier> A = ids("a");
  private static final List<Identifier> AB = ids("a", "b");
  private static final List<Identifier> C = ids("c");
  private static final List<Identifier> CD = ids("c", "d");

  static Stream<Claim> claims() {
    return Stream.of(
        new OneValue(Relationship.CHILD_OF, T, A, C, List.of(), List.of()),
        new OneValue(Relationship.CHILD_OF, T, AB, CD, List.of(), List.of()),
        new OneValue(Relationship.CHILD_OF, T, A, A, List.of(), List.of()),
        new OneValue(Relationship.CHILD_OF, T, A, CD, CD, List.of()),
        new OneValue(Relationship.CHILD_OF, T, A, ids("d"), List.of(), List.of(ids("b", "c"))),
        new OneValue(Relationship.CHILD_OF, T, A, ids("d"), ids("d"), List.of(ids("b"), C)),
        new HasParent(T, AB, QualifiedName.of("u"), ids("a", "b")),
        new NeverNull(T, AB));
  }

  private static List<Identifier> ids(String... names) {
    return List.of(names).stream().map(Identifier::of).toList();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void aQueryFindsTheRowsThatContradict(Claim claim) throws SQLException {
    long seed = Long.getLong("mview.seed", System.nanoTime());
    Random random = new Random(seed);
    try (TestSession session = TestSession.open()) {
      session.run(
          """
          CREATE TABLE t (n INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER, d INTEGER);
          CREATE TABLE u (n INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER, d INTEGER);
          """);
      for (int i = 0; i < TABLES; i++) {
        List<Row> rows = fill(session, "t", random);
        List<Row> parents = fill(session, "u", random);
        String from = new ClaimQuery(QualifiedName::toString, name -> name).from(claim);
        assertThat(session.rows("SELECT t.n FROM " + from + " ORDER BY 1"))
            .as("seed %s, %s of %s", seed, claim, rows)
            .isEqualTo(
                rows.stream()
                    .filter(row -> contradicts(row, claim, rows, parents))
                    .map(row -> String.valueOf(row.number()))
                    .toList());
      }
    }
  }

  private record Row(int number, List<@Nullable Integer> values) {
    List<@Nullable Integer> of(List<Identifier> columns) {
      List<@Nullable Integer> all = new ArrayList<>();
      columns.forEach(c -> all.add(values.get("abcd".indexOf(c.text()))));
      return all;
    }

    boolean hasNull(List<Identifier> columns) {
      return of(columns).stream().anyMatch(Objects::isNull);
    }
  }

  private static List<Row> fill(TestSession session, String table, Random random)
      throws SQLException {
    session.run("DELETE FROM " + table);
    List<Row> rows = new ArrayList<>();
    int count = random.nextInt(9);
    for (int i = 0; i < count; i++) {
      List<@Nullable Integer> values = new ArrayList<>();
      IntStream.range(0, 4)
          .forEach(c -> values.add(random.nextInt(4) == 0 ? null : random.nextInt(2)));
      rows.add(new Row(i, values));
      session.run(
          "INSERT INTO %s VALUES (%s, %s, %s, %s, %s)"
              .formatted(table, i, values.get(0), values.get(1), values.get(2), values.get(3)));
    }
    return rows;
  }

  private static boolean contradicts(Row row, Claim claim, List<Row> rows, List<Row> parents) {
    if (claim instanceof OneValue one) {
      return counts(row, one)
          && rows.stream()
              .filter(other -> counts(other, one))
              .filter(other -> other.of(one.member()).equals(row.of(one.member())))
              .anyMatch(other -> !other.of(one.values()).equals(row.of(one.values())));
    } else if (claim instanceof HasParent key) {
      return !row.hasNull(key.key())
          && parents.stream().noneMatch(p -> p.of(key.found()).equals(row.of(key.key())));
    }
    return row.hasNull(((NeverNull) claim).columns());
  }

  private static boolean counts(Row row, OneValue claim) {
    return !row.hasNull(claim.member())
        && !row.hasNull(claim.unless())
        && claim.skipped().stream().allMatch(row::hasNull);
  }
}
