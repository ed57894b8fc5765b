package org.mview.delta;

/**
 * Why a view cannot be refreshed fast, or why triggers do not keep it.
 *
 * @param text names the part of the query and says what of it
 */
public record Reason(String text) {
  @Override
  public String toString() {
    return text;
  }
}
