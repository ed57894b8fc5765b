package org.mview.command;

import static org.mview.error.MViewError.REFRESH_METHOD_UNKNOWN;

import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;

/**
 * The letters by which a call says how views are to be refreshed: the n-th letter is for the n-th
 * view, and views without a letter, or with a blank, are refreshed as they were declared.
 */
final class RefreshMethods {
  private final String letters;

  RefreshMethods(String letters) {
    this.letters = letters;
  }

  /**
   * How a view is to be refreshed.
   *
   * @param place of the view in the list, from 0
   */
  RefreshMethod of(View view, int place) {
    if (place >= letters.length()) {
      return view.properties().method();
    }
    return switch (Character.toUpperCase(letters.charAt(place))) {
      case 'F' -> RefreshMethod.FAST;
      case 'C', 'A' -> RefreshMethod.COMPLETE;
      case '?' -> RefreshMethod.FORCE;
      case 'P' -> RefreshMethod.PCT;
      case ' ' -> view.properties().method();
      default -> throw REFRESH_METHOD_UNKNOWN.of(letters.charAt(place));
    };
  }
}
