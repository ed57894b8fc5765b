package org.mview.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How our registry asks what a database knows of itself, and how its tables are declared. All are
 * texts of SQL, for statements over the tables of the registry.
 *
 * @param tableExists a query with a row if there is a table of the registry of a name; a template
 * @param helpers statements that make what the others need
 * @param storage how its tables are stored
 * @param triggers the number of triggers of ours that write to the log of the table {@code master}
 * @param uniques what the triggers of {@code master} must know of its unique indexes, or of its
 *     parts, as one text
 * @param intact whether the log of {@code master}, which has {@code triggers} and knows {@code
 *     uniques}, misses nothing
 * @param moved whether rows may have come to the table {@code master}, or gone, with parts of it,
 *     since {@code uniques} was read, or may from now on: no trigger hears of that
 * @param marking whether the triggers of {@code master} put {@linkplain Mark marks} before its rows
 *     change
 * @param overtaken a query for the ids of logs whose triggers do not all fire before those of the
 *     user; empty where the order makes no difference
 * @param watched whether {@code n.master} has all triggers of ours that note changes
 * @param takeNotes takes out the notes about the masters of a view that are of transactions that
 *     have ended, and of this one; its parameter is the view. Empty where there is one writer, who
 *     changes the one note there is
 * @param note adds a note about the masters of a view, its parameter, where there are many writers
 * @param definition what a table or a view called {@code m.name} is now, as {@link
 *     TableInfo#definition} has it; NULL when it is gone
 * @param redefined a query for the ids of the views of which a master, a table or a view, is not
 *     defined as the registry remembers it, or is gone
 * @param octets the length of a text in bytes; a template
 * @param now what the clock of the database shows when it is asked, in UTC: a text such as {@code
 *     2024-05-15 10:20:30}
 * @param sessions a query for the {@code id} of each session of this database that runs a {@code
 *     statement}, and for that; empty where nobody can ask
 */
public record SystemCatalog(
    String tableExists,
    List<String> helpers,
    Storage storage,
    String triggers,
    String uniques,
    String intact,
    String moved,
    String marking,
    Optional<String> overtaken,
    String watched,
    Optional<String> takeNotes,
    Optional<String> note,
    String definition,
    String redefined,
    String octets,
    String now,
    Optional<String> sessions) {
  /**
   * How the tables of the registry are stored.
   *
   * @param rowsByKey stands behind the definition of a table that is to be stored by its primary
   *     key
   * @param ignoringCase stands behind a name for which case makes no difference
   * @param text the type of any text
   * @param keyText the type of a text that is part of a key
   * @param keyOfNotes the key of the table of notes, as a constraint
   * @param dictionaryCase what becomes of the names of the dictionary, which are in capitals
   * @param options stand behind the definition of every table
   */
  public record Storage(
      String rowsByKey,
      String ignoringCase,
      String text,
      String keyText,
      String keyOfNotes,
      String options,
      UnaryOperator<String> dictionaryCase) {}

  /** So many triggers note changes of a table: of its inserts, updates and deletes. */
  public static final int NOTING_TRIGGERS = 3;

  /**
   * Whether the registry has the definition of a master: not of views of ours, nor of what cannot
   * be watched.
   */
  public static final String WITH_DEFINITION = "kind IN ('TABLE', 'PARTITIONED', 'VIEW')";

  public SystemCatalog {
    helpers = List.copyOf(helpers);
  }

  /**
   * A query for the views of which a master is redefined, where the database finds a definition by
   * its name.
   *
   * @param definition what a table or a view called {@code m.name} is now, as {@link
   *     TableInfo#definition} has it; NULL when it is gone
   */
  public static String redefined(String definition) {
    return """
        SELECT m.view_id FROM "mview$master" AS m WHERE m.%s \
        AND COALESCE(%s, '') <> m.definition"""
        .formatted(WITH_DEFINITION, definition);
  }

  /**
   * Whether a table is watched.
   *
   * @param triggers the number of triggers of ours that note changes of {@code n.master}
   */
  public static String watched(String triggers) {
    return "(%s >= %s)".formatted(triggers, NOTING_TRIGGERS);
  }
}
