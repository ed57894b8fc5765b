package org.mview.generated;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds literals of SQL as the values that they stand for. */
interface Literals {
  /** Binds one at a place, from 1. */
  void bind(PreparedStatement statement, int place, String literal) throws SQLException;
}
