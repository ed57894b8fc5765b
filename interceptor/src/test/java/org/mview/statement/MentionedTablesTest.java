package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mview.sql.QualifiedName;

/** No table that a text names is missing. */
class MentionedTablesTest {
  private final MentionedTables tables =
      new MentionedTables(LexicalRules.SQLITE, word -> word.toLowerCase(Locale.ROOT));

  @Test
  void aNameIsTriedWithWhatStandsBeforeItsDotAndWithout() {
    assertThat(tables.in("FROM S.\"T\" /* x */ . u"))
        .containsExactly(
            QualifiedName.of("from"),
            QualifiedName.of("s"),
            QualifiedName.of("T"),
            QualifiedName.of("s", "T"),
            QualifiedName.of("u"),
            QualifiedName.of("T", "u"));
  }

  @Test
  void whatStandsBesideIsNoSchema() {
    assertThat(tables.in("a b")).containsExactly(QualifiedName.of("a"), QualifiedName.of("b"));
    assertThat(tables.in("a.* b")).containsExactly(QualifiedName.of("a"), QualifiedName.of("b"));
  }

  @Test
  void stringsAndCommentsNameNothing() {
    assertThat(tables.in("'t' -- u\n/* v */")).isEmpty();
  }

  @Test
  void namesMayHaveEscapes() {
    assertThat(tables.in("u&\"d\\00e4ta\"")).contains(QualifiedName.of("däta"));
    assertThat(tables.in("U&\"d!00e4ta\"\n uescape '!'")).contains(QualifiedName.of("däta"));
    assertThat(tables.in("u & \"d\\0061ta\"")).contains(QualifiedName.of("d\\0061ta"));
  }
}
