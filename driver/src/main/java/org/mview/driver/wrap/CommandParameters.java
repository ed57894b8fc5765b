package org.mview.driver.wrap;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * What is known of the parameters of a statement of ours: how many there are. A value of any type
 * is taken, and converted.
 */
record CommandParameters(Parameters parameters) implements ParameterMetaData {
  @Override
  public int getParameterCount() {
    return parameters.size();
  }

  @Override
  public int isNullable(int position) throws SQLException {
    return of(position, parameterNullableUnknown);
  }

  @Override
  public boolean isSigned(int position) throws SQLException {
    return of(position, false);
  }

  @Override
  public int getPrecision(int position) throws SQLException {
    return of(position, 0);
  }

  @Override
  public int getScale(int position) throws SQLException {
    return of(position, 0);
  }

  @Override
  public int getParameterType(int position) throws SQLException {
    return of(position, Types.VARCHAR);
  }

  @Override
  public String getParameterTypeName(int position) throws SQLException {
    return of(position, "VARCHAR");
  }

  @Override
  public String getParameterClassName(int position) throws SQLException {
    return of(position, Object.class.getName());
  }

  @Override
  public int getParameterMode(int position) throws SQLException {
    return of(position, parameters.isOut(position) ? parameterModeInOut : parameterModeIn);
  }

  private <T> T of(int position, T answer) throws SQLException {
    parameters.position(position);
    return answer;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
