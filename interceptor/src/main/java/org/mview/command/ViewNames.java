package org.mview.command;

import static org.mview.error.MViewError.VIEW_LIST_UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.sql.QualifiedName;
import org.mview.statement.NameList;

/** The views, or tables, that a call names in a list. */
final class ViewNames {
  private final Work work;

  ViewNames(Work work) {
    this.work = work;
  }

  /** The views of a list. */
  List<View> views(List<String> list) {
    Catalog catalog = work.catalog();
    List<View> views = new ArrayList<>();
    for (org.mview.statement.QualifiedName name : NameList.of(list)) {
      QualifiedName found = new ObjectNames(work.database()).any(name);
      views.add(catalog.view(found).orElseThrow(() -> VIEW_LIST_UNKNOWN.of(found)));
    }
    return views;
  }

  /** The names of a list of tables. */
  List<QualifiedName> tables(List<String> list) {
    return NameList.of(list).stream()
        .map(name -> new ObjectNames(work.database()).any(name))
        .toList();
  }
}
