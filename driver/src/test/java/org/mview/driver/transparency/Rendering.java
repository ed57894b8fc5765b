package org.mview.driver.transparency;

import java.lang.reflect.Array;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Struct;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values and errors as text, all that an application can see of them. */
final class Rendering {
  private Rendering() {}

  static String of(@Nullable Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Blob blob) {
      return "blob " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof Clob clob) {
      return "clob " + clob.getSubString(1, (int) clob.length());
    }
    if (value instanceof java.sql.Array array) {
      return "array " + of(array.getArray());
    }
    if (value instanceof SQLXML xml) {
      return "xml " + xml.getString();
    }
    if (value != null && value.getClass().isArray()) {
      return elements(value);
    }
    if (value instanceof SQLException error) {
      return error(error);
    }
    boolean opaque =
        value instanceof Savepoint || value instanceof Struct || value instanceof RowId;
    return opaque ? value.getClass().getName() : text(value);
  }

  private static String text(@Nullable Object value) {
    String type = value == null ? "" : value.getClass().getSimpleName() + " ";
    return type + String.valueOf(value).replaceAll("@[0-9a-f]{3,}", "@");
  }

  private static String elements(Object array) throws SQLException {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Array.getLength(array); i++) {
      text.append(i == 0 ? "" : ", ").append(of(Array.get(array, i)));
    }
    return text.append(']').toString();
  }

  /** An error with all that follows it. */
  static String error(Throwable error) {
    StringBuilder text = new StringBuilder(error.getClass().getName() + ": " + error.getMessage());
    if (error instanceof SQLException sql) {
      text.append(" [")
          .append(sql.getSQLState())
          .append(' ')
          .append(sql.getErrorCode())
          .append(']');
      if (error instanceof BatchUpdateException batch) {
        text.append(" counts ").append(Arrays.toString(batch.getUpdateCounts()));
        text.append(Arrays.toString(batch.getLargeUpdateCounts()));
      }
      if (sql.getNextException() != null) {
        text.append(" next ").append(error(sql.getNextException()));
      }
    }
    if (error.getCause() != null) {
      text.append(" because ").append(error.getCause().getClass().getName());
    }
    return text.toString();
  }
}
