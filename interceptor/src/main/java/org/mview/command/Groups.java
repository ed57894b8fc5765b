package org.mview.command;

import static org.mview.error.MViewError.GROUP_EXISTS;
import static org.mview.error.MViewError.GROUP_MISSING;
import static org.mview.error.MViewError.VIEW_IN_OTHER_GROUP;
import static org.mview.error.MViewError.VIEW_NOT_IN_GROUP;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.GroupRows;
import org.mview.catalog.Job;
import org.mview.catalog.RefreshGroup;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.sql.QualifiedName;
import org.mview.statement.NameList;

/** Refresh groups: which there are, and which views are in them. */
final class Groups {
  private final Work work;
  private final GroupRows rows;

  Groups(Work work) {
    this.work = work;
    this.rows = work.registry().groups();
  }

  /** The group that a call names. */
  RefreshGroup named(String text) throws SQLException {
    QualifiedName name = name(text);
    return find(name).orElseThrow(() -> GROUP_MISSING.of(name));
  }

  QualifiedName name(String text) throws SQLException {
    return new ObjectNames(work.database()).ours(NameList.of(List.of(text)).get(0));
  }

  private Optional<RefreshGroup> find(QualifiedName name) throws SQLException {
    String key = Catalog.key(name.name());
    return rows.all().stream()
        .filter(group -> Catalog.key(group.name().name()).equals(key))
        .findFirst();
  }

  /** Makes a group without views. */
  RefreshGroup make(QualifiedName name, boolean implicitDestroy, RefreshGroup.Options options)
      throws SQLException {
    work.registry().createIfMissing();
    if (find(name).isPresent()) {
      throw GROUP_EXISTS.of(name);
    }
    RefreshGroup group = new RefreshGroup(work.registry().newId(), name, implicitDestroy, options);
    rows.add(group);
    return group;
  }

  /**
   * Puts views into a group.
   *
   * @param lax whether they may come from another one
   */
  void add(RefreshGroup group, List<View> views, boolean lax) throws SQLException {
    for (View view : views) {
      Optional<RefreshGroup> other = rows.of(view);
      if (other.isPresent() && other.get().id() != group.id()) {
        if (!lax) {
          throw VIEW_IN_OTHER_GROUP.of(view.name(), other.get().name());
        }
        leave(other.get(), view);
      }
      if (other.filter(same -> same.id() == group.id()).isEmpty()) {
        rows.add(group, view);
      }
    }
  }

  /**
   * Takes views out of a group.
   *
   * @param lax whether those that are not in it are passed over
   */
  void subtract(RefreshGroup group, List<View> views, boolean lax) throws SQLException {
    for (View view : views) {
      if (rows.of(view).filter(of -> of.id() == group.id()).isPresent()) {
        leave(group, view);
      } else if (!lax) {
        throw VIEW_NOT_IN_GROUP.of(view.name(), group.name());
      }
    }
  }

  /** A view is dropped. */
  void leave(View view) throws SQLException {
    Optional<RefreshGroup> group = rows.of(view);
    if (group.isPresent()) {
      leave(group.get(), view);
    }
  }

  /** A group may go with its last view. */
  private void leave(RefreshGroup group, View view) throws SQLException {
    rows.remove(view);
    if (group.implicitDestroy() && rows.members(group).isEmpty()) {
      destroy(group);
    }
  }

  /** Removes a group; its views stay. */
  void destroy(RefreshGroup group) throws SQLException {
    schedule(group).remove();
    rows.remove(group);
  }

  /** The job of a group. */
  Schedule schedule(RefreshGroup group) {
    String name =
        group.name().schema().map("\"%s\"."::formatted).orElse("")
            + "\"%s\"".formatted(group.name().name());
    String what = "dbms_refresh.refresh('%s');".formatted(name.replace("'", "''"));
    return new Schedule(work, Job.Kind.REFRESH, group.id(), what);
  }

  /** The views of a group, each behind those that it reads, and how each is refreshed. */
  Map<View, RefreshMethod> members(RefreshGroup group) throws SQLException {
    Map<View, RefreshMethod> members = new LinkedHashMap<>();
    for (long id : rows.members(group)) {
      View view = work.catalog().view(id);
      members.put(view, view.properties().method());
    }
    return RefreshOrder.of(work, members, false);
  }
}
