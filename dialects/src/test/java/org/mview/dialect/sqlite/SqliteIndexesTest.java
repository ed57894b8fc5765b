package org.mview.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.dialect.TableIndex;
import org.mview.sql.QualifiedName;

/** Which indexes a table has. */
class SqliteIndexesTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void anIndexIsItsColumnsUpToWhatIsNone() throws SQLException {
    run(
        "CREATE TABLE \"T\" (a INTEGER PRIMARY KEY, \"B\" INT, c TEXT, d TEXT COLLATE NOCASE)",
        "CREATE INDEX two ON t (b DESC, c)",
        "CREATE INDEX begun ON t (c, lower(c), a)",
        "CREATE UNIQUE INDEX alone ON t (b, d)",
        "CREATE UNIQUE INDEX otherwise_equal ON t (c, d COLLATE BINARY)",
        "CREATE INDEX partial ON t (c) WHERE a > 1");
    assertThat(indexes("t"))
        .containsExactlyInAnyOrder(
            "[name=, terms=[a], unique=true]",
            "[name=two, terms=[B DESC, c], unique=false]",
            "[name=begun, terms=[c], unique=false]",
            "[name=alone, terms=[B, d], unique=true]",
            "[name=otherwise_equal, terms=[c], unique=false]");
  }

  @Test
  void theKeyOfATableWithoutRowidIsAnIndexLikeOthers() throws SQLException {
    run(
        "CREATE TABLE t (a INTEGER, b INTEGER PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (b, a))");
    assertThat(indexes("t")).containsExactly("[name=sqlite_autoindex_t_1, terms=[b], unique=true]");
    assertThat(indexes("pair"))
        .containsExactly("[name=sqlite_autoindex_pair_1, terms=[b, a], unique=true]");
    assertThat(indexes("none")).isEmpty();
  }

  private List<String> indexes(String table) throws SQLException {
    return new SqliteTables()
        .indexes(connection, QualifiedName.of(table)).stream()
            .map(TableIndex::toString)
            .map(text -> text.replace("TableIndex", ""))
            .toList();
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
