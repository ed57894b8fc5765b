package org.mview.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisturbanceTest {
  @ParameterizedTest
  @CsvSource({
    "55P03, 0", // lock_timeout of PostgreSQL
    "57014, 0", // statement_timeout
    "40001, 1213", // deadlock
    "40P01, 0",
    "08006, 0",
    "53200, 0",
    "HYT00, 50200", // LOCK_TIMEOUT of H2
    "HY000, 1205", // innodb_lock_wait_timeout
    "70100, 1317",
    "HY000, 3101" // Group Replication
  })
  void lockTimeOutsAndLostConnectionsSayNothingAboutAStatement(String state, int code) {
    assertThat(Disturbance.is(new SQLException("later", state, code))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"42883, 0", "42804, 0", "22003, 0", "HY000, 1064", "0A000, 0"})
  void whatIsWrongWithAStatementDoes(String state, int code) {
    assertThat(Disturbance.is(new SQLException("never", state, code))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "40001, 1213, true",
    "40P01, 0, true",
    "HY000, 1180, true", // Group Replication, at COMMIT
    "HY000, 3101, true",
    "40002, 0, false", // a constraint
    "HY000, 1205, false",
    "08006, 0, false"
  })
  void anotherTransactionWasFirst(String state, int code, boolean expected) {
    SQLException cause = new SQLException("first", state, code);
    assertThat(Disturbance.isConflict(cause)).isEqualTo(expected);
    assertThat(Disturbance.isConflict(new IllegalStateException(cause))).isEqualTo(expected);
  }

  @Test
  void anErrorWithoutAStateIsAboutTheStatement() {
    assertThat(Disturbance.is(new SQLException("what?"))).isFalse();
  }
}
