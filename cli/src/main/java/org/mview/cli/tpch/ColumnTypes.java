package org.mview.cli.tpch;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchColumnType;
import io.trino.tpch.TpchEntity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** The generator's types in SQL, and its values as parameters. */
final class ColumnTypes {
  private ColumnTypes() {}

  static String sql(TpchColumnType type) {
    return switch (type.getBase()) {
      case IDENTIFIER -> "BIGINT";
      case INTEGER -> "INTEGER";
      case DATE -> "DATE";
      case DOUBLE -> "DECIMAL(15,2)";
      case VARCHAR -> "VARCHAR(" + type.getPrecision().orElseThrow() + ")";
    };
  }

  static <E extends TpchEntity> void bind(
      PreparedStatement insert, int parameter, TpchColumn<E> column, E row) throws SQLException {
    switch (column.getType().getBase()) {
      case IDENTIFIER -> insert.setLong(parameter, column.getIdentifier(row));
      case INTEGER -> insert.setInt(parameter, column.getInteger(row));
      case DATE -> insert.setObject(parameter, LocalDate.ofEpochDay(column.getDate(row)));
      case DOUBLE -> insert.setBigDecimal(parameter, cents(column.getDouble(row)));
      case VARCHAR -> insert.setString(parameter, column.getString(row));
    }
  }

  /** The generator counts in cents and then divides, so that rounding brings the cents back. */
  private static BigDecimal cents(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
