package org.mview.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mview.catalog.Catalog;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;

/** In which order views are refreshed, and which others with them. */
final class RefreshOrder {
  private RefreshOrder() {}

  /**
   * The views behind those that they read, without those that are never refreshed.
   *
   * @param nested whether those that they read are refreshed, too
   */
  static Map<View, RefreshMethod> of(Work work, Map<View, RefreshMethod> chosen, boolean nested) {
    Map<View, RefreshMethod> all = new LinkedHashMap<>(chosen);
    if (nested) {
      chosen.keySet().forEach(view -> addParents(work.catalog(), view, all));
    } else if (chosen.size() > 1) {
      chosen.keySet().forEach(view -> addBetween(work.catalog(), view, all));
    }
    Map<View, RefreshMethod> ordered = new LinkedHashMap<>();
    for (View view : work.catalog().inOrder(all.keySet())) {
      if (view.properties().method() == RefreshMethod.NEVER) {
        new NeverRefreshed(work).skip(view);
      } else {
        ordered.put(view, all.getOrDefault(view, view.properties().method()));
      }
    }
    return ordered;
  }

  private static void addParents(Catalog catalog, View view, Map<View, RefreshMethod> all) {
    for (View parent : catalog.parents(view)) {
      if (!parent.isInner() && all.putIfAbsent(parent, parent.properties().method()) == null) {
        addParents(catalog, parent, all);
      }
    }
  }

  /**
   * Adds the views ON COMMIT by which a view reads another one of the list. The commit would
   * refresh them, and leave the view stale that has read them before.
   */
  private static boolean addBetween(Catalog catalog, View view, Map<View, RefreshMethod> all) {
    boolean between = false;
    for (View parent : catalog.parents(view)) {
      if (all.containsKey(parent)) {
        between = true;
      } else if (parent.isInTransactions()
          && !parent.isInner()
          && addBetween(catalog, parent, all)) {
        all.put(parent, parent.properties().method());
        between = true;
      }
    }
    return between;
  }
}
