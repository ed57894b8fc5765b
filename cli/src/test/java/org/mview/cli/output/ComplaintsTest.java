package org.mview.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.junit.jupiter.api.Test;

final class ComplaintsTest {
  private final StringWriter text = new StringWriter();
  private final Complaints complaints = new Complaints(new PrintWriter(text), false);

  @Test
  void anErrorShowsItsPlaceItsStatementItsCodesAndEachCauseOnce() {
    SQLException constraint = new SQLException("CHECK constraint failed: total", "23514", 19);
    SQLException error = new SQLException("ORA-12008: error in refresh of SALES", "40002", 12008);
    error.initCause(constraint);
    error.setNextException(constraint);
    complaints.error("line 3 of a.sql", "UPDATE orders\nSET amount = 1", error);
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            error at line 3 of a.sql: ORA-12008: error in refresh of SALES
              | UPDATE orders
              | SET amount = 1
              SQLSTATE 40002, code 12008
              because: CHECK constraint failed: total
            """);
  }

  @Test
  void ofALongStatementTheBeginningIsShown() {
    complaints.error("line 1 of a.sql", "a\n".repeat(20), new SQLException("no"));
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            "error at line 1 of a.sql: no\n" + "  | a\n".repeat(6) + "  | …\n");
  }

  @Test
  void aChainOfCausesThatBitesItsTailEnds() {
    SQLException first = new SQLException("first");
    SQLException second = new SQLException("second");
    first.setNextException(second);
    second.initCause(first);
    complaints.error(first);
    assertThat(text.toString()).isEqualToNormalizingNewlines("error: first\n  because: second\n");
  }

  @Test
  void everyWarningOfAChainIsShown() {
    SQLWarning warning = new SQLWarning("TABLESPACE is ignored", "01000", 3001);
    warning.setNextWarning(new SQLWarning("so is CACHE", "01000"));
    complaints.warnings(warning);
    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            warning: TABLESPACE is ignored (SQLSTATE 01000, code 3001)
            warning: so is CACHE (SQLSTATE 01000)
            """);
  }

  @Test
  void aStackTraceIsShownOnlyToThoseWhoAskForIt() {
    SQLException error = new SQLException("no");
    complaints.error(error);
    assertThat(text.toString()).doesNotContain("\tat ");
    new Complaints(new PrintWriter(text), true).error(error);
    assertThat(text.toString()).contains("\tat " + ComplaintsTest.class.getName());
  }
}
