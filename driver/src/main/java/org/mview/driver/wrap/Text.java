package org.mview.driver.wrap;

import java.sql.SQLException;
import org.mview.error.MViewError;
import org.mview.session.Verdict;
import org.mview.statement.FreshRead;

/** The text of a prepared statement, and what it is to the session as things stand. */
final class Text {
  private final MViewConnection connection;
  private final String given;
  private final boolean asksForFreshRows;
  private final String sql;
  private int epoch;
  private Verdict verdict;

  Text(MViewConnection connection, String given) throws SQLException {
    this.connection = connection;
    this.given = given;
    asksForFreshRows = given != null && FreshRead.mayBeIn(given);
    sql = connection.read(given);
    epoch = connection.epoch(); // before the text is judged: what changes meanwhile counts
    verdict = connection.classify(sql);
  }

  /** What is prepared. */
  String sql() {
    return sql;
  }

  /** Whether it is one of ours, as it was judged last. */
  boolean isOurs() {
    return verdict instanceof Verdict.Ours;
  }

  /** The statement of ours that it {@linkplain #isOurs() is}. */
  Verdict.Ours ours() {
    return (Verdict.Ours) verdict;
  }

  /** What the text is now; judged again when the session has learnt something. */
  Verdict verdict() throws SQLException {
    if (asksForFreshRows && !connection.read(given).equals(sql)) {
      throw ErrorTranslation.translated(MViewError.STATEMENT_OUTDATED.of());
    }
    int now = connection.epoch();
    if (now != epoch) {
      verdict = connection.classify(sql);
      epoch = now;
    }
    return verdict;
  }
}
