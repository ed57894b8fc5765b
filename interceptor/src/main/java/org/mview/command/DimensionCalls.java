package org.mview.command;

import static org.mview.error.MViewError.DIMENSION_MISSING;

import java.sql.SQLException;
import java.util.List;
import org.mview.dimension.Claim;
import org.mview.dimension.Claims;
import org.mview.dimension.Dimension;
import org.mview.dimension.DimensionText;
import org.mview.error.MViewException;
import org.mview.statement.BoundCall;
import org.mview.statement.NameList;

/** DBMS_DIMENSION: says what a dimension is, and which rows contradict it. */
final class DimensionCalls {
  private final CallArguments arguments;
  private final Transactions transactions;

  DimensionCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  void run(BoundCall call) throws SQLException {
    String name = arguments.text(call, "dimension");
    if (call.signature().name().equals("DBMS_DIMENSION.DESCRIBE_DIMENSION")) {
      describe(name);
    } else {
      boolean withNulls = arguments.truth(call, "check_nulls");
      validate(name, withNulls, arguments.text(call, "statement_id"));
    }
  }

  private void describe(String name) throws SQLException {
    transactions.run(
        work -> {
          new DimensionText(work.database().dialect().fold())
              .lines(dimension(work, name))
              .forEach(work.warnings()::add);
          return true;
        });
  }

  /** All rows are looked at, whether somebody has looked at them before or not. */
  private void validate(String name, boolean withNulls, String statement) throws SQLException {
    transactions.run(
        work -> {
          Dimension dimension = dimension(work, name);
          new DimensionReader(work.database()).look(dimension);
          ExceptionsTable exceptions = new ExceptionsTable(work.database(), dimension, statement);
          long found = 0;
          for (Claim claim : Claims.of(dimension, withNulls)) {
            found += exceptions.add(claim);
          }
          if (found > 0) {
            work.warnings()
                .add(
                    "rows that contradict dimension %s are in DIMENSION_EXCEPTIONS: %s"
                        .formatted(dimension.name(), found));
          }
          return true;
        });
  }

  private static Dimension dimension(Work work, String name) throws SQLException {
    return new DefineDimension(work).existing(new ObjectNames(work.database()).ours(parsed(name)));
  }

  private static org.mview.statement.QualifiedName parsed(String name) {
    try {
      return NameList.of(List.of(name)).get(0);
    } catch (MViewException e) {
      throw DIMENSION_MISSING.of(name).because(e);
    }
  }
}
