package org.mview.generated;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One call of the application. */
sealed interface Step {
  /** The number of the session that makes it, from 0. */
  int session();

  StatementClass kind();

  /** As plain SQL, to be read and tried by a person. */
  String text();

  /** A statement by its text. */
  record Plain(int session, StatementClass kind, String text) implements Step {}

  /**
   * A prepared statement.
   *
   * @param sql with question marks
   * @param rows literals for them, once for each execution
   * @param batch all in one batch, or each by itself
   */
  record Prepared(int session, String sql, List<List<String>> rows, boolean batch) implements Step {
    @Override
    public StatementClass kind() {
      return batch ? StatementClass.BATCH : StatementClass.PREPARED;
    }

    @Override
    public String text() {
      return rows.stream().map(this::text).collect(Collectors.joining(";\n"));
    }

    private String text(List<String> row) {
      String text = sql;
      for (String literal : row) {
        int place = text.indexOf('?');
        text = text.substring(0, place) + literal + text.substring(place + 1);
      }
      return text;
    }
  }

  /** A call of the connection that says something of the transaction. */
  record Call(int session, Kind call, String savepoint) implements Step {
    enum Kind {
      AUTO_COMMIT_OFF,
      AUTO_COMMIT_ON,
      COMMIT,
      ROLLBACK,
      SET_SAVEPOINT,
      ROLLBACK_TO_SAVEPOINT,
      RELEASE_SAVEPOINT
    }

    @Override
    public StatementClass kind() {
      return savepoint.isEmpty() ? StatementClass.JDBC_TRANSACTION : StatementClass.JDBC_SAVEPOINT;
    }

    @Override
    public String text() {
      return switch (call) {
        case AUTO_COMMIT_OFF -> "BEGIN /* setAutoCommit(false) */";
        case AUTO_COMMIT_ON -> "COMMIT /* setAutoCommit(true) */";
        case COMMIT -> "COMMIT /* commit(), the next statement begins again */";
        case ROLLBACK -> "ROLLBACK /* rollback(), the next statement begins again */";
        case SET_SAVEPOINT -> "SAVEPOINT " + savepoint;
        case ROLLBACK_TO_SAVEPOINT -> "ROLLBACK TO " + savepoint;
        case RELEASE_SAVEPOINT -> "RELEASE " + savepoint;
      };
    }
  }

  /** A new view. */
  record CreateView(int session, ViewModel view) implements Step {
    @Override
    public StatementClass kind() {
      return StatementClass.CREATE_VIEW;
    }

    @Override
    public String text() {
      return view.create();
    }
  }

  /** A view is dropped, or declared otherwise. */
  record ChangeView(int session, StatementClass kind, String view, String text) implements Step {}

  /**
   * A refresh.
   *
   * @param views names of those that are right and fresh when it has succeeded
   * @param fast whether those that can must have been refreshed by their changes
   */
  record Refresh(int session, String text, Set<String> views, boolean fast) implements Step {
    @Override
    public StatementClass kind() {
      return StatementClass.REFRESH;
    }

    /** The method that it asks for; empty for the one with which each view is declared. */
    Optional<String> method() {
      return text.contains("'F'")
          ? Optional.of("FAST")
          : text.contains("'C'")
              ? Optional.of("COMPLETE")
              : Optional.of("FORCE").filter(force -> text.contains("'?'"));
    }
  }
}
