package org.mview.cli.tpch;

import io.trino.tpch.LineItemColumn;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchEntity;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The generator's types in SQL, and its values as parameters.
 *
 * <p>Money is in cents and a rate in percent: whole numbers, of which sums are exact on every
 * database. SQLite would keep a DECIMAL with a fraction as a floating-point number.
 */
final class ColumnTypes {
  private static final int HUNDREDTHS = 100;

  private ColumnTypes() {}

  static String sql(TpchColumnType type) {
    return switch (type.getBase()) {
      case IDENTIFIER, DOUBLE -> "BIGINT";
      case INTEGER -> "INTEGER";
      case DATE -> "DATE";
      case VARCHAR -> "VARCHAR(" + type.getPrecision().orElseThrow() + ")";
    };
  }

  static <E extends TpchEntity> void bind(
      PreparedStatement insert, int parameter, TpchColumn<E> column, E row) throws SQLException {
    switch (column.getType().getBase()) {
      case IDENTIFIER -> insert.setLong(parameter, column.getIdentifier(row));
      case INTEGER -> insert.setInt(parameter, column.getInteger(row));
      case DATE -> insert.setObject(parameter, LocalDate.ofEpochDay(column.getDate(row)));
      case DOUBLE -> insert.setLong(parameter, whole(column, column.getDouble(row)));
      case VARCHAR -> insert.setString(parameter, column.getString(row));
    }
  }

  /** The generator counts in cents and then divides, so that rounding brings the cents back. */
  private static long whole(TpchColumn<?> column, double value) {
    return Math.round(column.equals(LineItemColumn.QUANTITY) ? value : value * HUNDREDTHS);
  }
}
