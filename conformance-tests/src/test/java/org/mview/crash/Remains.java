package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/** What a client has left on a server when it went without a word. */
final class Remains {
  /** The columns of an answer, of which the last one says what became of a finding. */
  private static final String REPAIRED = " | repaired";

  private final TestDatabase kind;
  private final FreshDatabase database;

  Remains(TestDatabase kind, FreshDatabase database) {
    this.kind = kind;
    this.database = database;
  }

  /**
   * Nothing blocks others; each view is right, or says that it is not; what there is to be mended
   * is mended, and then all views are right.
   *
   * @param writing statements of another program, which has never heard of us
   */
  void assertMendable(String when, List<String> writing) throws SQLException {
    try (Connection raw = database.connectRaw()) {
      Servers.of(kind).assertNobodyWaits(raw, writing);
    }
    try (Connection ours = database.connect()) {
      Aftermath.assertFreshViewsAreRight(ours);
      assertThat(Sql.rows(ours, "REPAIR MATERIALIZED VIEWS"))
          .as(when)
          .allSatisfy(row -> assertThat(row).endsWith(REPAIRED));
      Aftermath.assertFreshViewsAreRight(ours);
      assertThat(Sql.rows(ours, "CHECK MATERIALIZED VIEWS")).as(when).isEmpty();
      Aftermath.assertViewsAreRight(ours);
    }
  }
}
