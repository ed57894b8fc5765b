package org.mview.command;

import static org.mview.error.MViewError.KEY_NOT_COMPRESSIBLE;
import static org.mview.error.MViewError.KEY_PREFIX_TOO_LONG;

import java.util.List;
import org.mview.delta.Kept;
import org.mview.sql.Column;
import org.mview.sql.QualifiedName;
import org.mview.statement.Clause;
import org.mview.statement.StorageClause;

/** COMPRESS of an index organization: what can be compressed is the beginning of a longer key. */
final class KeyCompressionRule {
  private final QualifiedName view;

  KeyCompressionRule(QualifiedName view) {
    this.view = view;
  }

  void check(List<StorageClause> storage, Kept kept) {
    for (StorageClause given : storage) {
      if (given.clause() == Clause.KEY_COMPRESSION && kept.unique()) {
        check(given.source().text(), kept.identity());
      }
    }
  }

  private void check(String clause, List<Column> key) {
    if (key.size() == 1) {
      throw KEY_NOT_COMPRESSIBLE.of(view, key.get(0));
    }
    String length = clause.replaceAll("\\D", "");
    int longest = key.size() - 1;
    if (!length.isEmpty() && (Integer.parseInt(length) < 1 || Integer.parseInt(length) > longest)) {
      throw KEY_PREFIX_TOO_LONG.of(length, view, longest);
    }
  }
}
