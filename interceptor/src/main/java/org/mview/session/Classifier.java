package org.mview.session;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.VIEW_READ_ONLY;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.session.Verdict.Effect;
import org.mview.sql.QualifiedName;
import org.mview.statement.CallParameters;
import org.mview.statement.Candidate;
import org.mview.statement.ChangeUsers;
import org.mview.statement.Command;
import org.mview.statement.CommandParser;
import org.mview.statement.CreateIndex;
import org.mview.statement.CreatePartition;
import org.mview.statement.DeletingMerge;
import org.mview.statement.DropPartitions;
import org.mview.statement.DropTableOrView;
import org.mview.statement.LexicalRules;
import org.mview.statement.ScriptSplitter;
import org.mview.statement.SourceText;
import org.mview.statement.Target;
import org.mview.statement.TransactionText;
import org.mview.statement.TruncateTable;

/**
 * Says what the text of a statement is to us. Nearly all texts are nothing, which is found without
 * parsing and without memory: by the first word, and by looking up every word of those that may
 * change rows.
 */
final class Classifier {
  private static final Verdict CHANGES = new Verdict.Watched(Effect.CHANGES_ROWS);

  private static final Verdict CHANGES_WHOLLY =
      new Verdict.Watched(Effect.CHANGES_ROWS_OR_LEAVES_HALF);

  private static final Verdict MEETS_ITSELF = new Verdict.Watched(Effect.MEETS_ITSELF);
  private static final Verdict ANYTHING = new Verdict.Watched(Effect.DOES_SEVERAL);
  private static final Verdict CALLS = new Verdict.Watched(Effect.CALLS);
  private static final Verdict CALLS_ALONE = new Verdict.Watched(Effect.CALLS_ALONE);
  private static final Verdict LOCKS = new Verdict.Watched(Effect.LOCKS_TABLES);
  private static final Verdict UNLOCKS = new Verdict.Watched(Effect.UNLOCKS_TABLES);
  private static final Verdict MAY_END = new Verdict.Watched(Effect.MAY_END);
  private static final Verdict SETS_AUTOCOMMIT = new Verdict.Watched(Effect.SETS_AUTOCOMMIT);
  private static final Verdict DEFINES = new Verdict.Watched(Effect.DEFINES);

  /**
   * A trigger of this connection alone is in no schema that others, or we, could read. Apart,
   * because most connections define nothing, and regular expressions take long to load.
   */
  private static final class OwnTrigger {
    static final Pattern WORDS = Pattern.compile("(?i)^\\W*create\\s+temp(orary)?\\s+trigger\\b");
  }

  /** Apart for the same reason. */
  private static final class TableLocks {
    static final Pattern WORDS = Pattern.compile("(?i)\\G(un)?lock\\s+tables?\\b");

    /** What it is, beside the other verdict. */
    static Verdict of(String sql, Verdict other) {
      Matcher words = WORDS.matcher(sql);
      if (!words.find(FirstKeyword.start(sql))) {
        return other;
      }
      return words.group(1) == null ? LOCKS : UNLOCKS;
    }
  }

  /** Apart for the same reason. */
  private static final class Autocommit {
    static final Pattern WORDS = Pattern.compile("(?i)\\bautocommit\\b");
  }

  /** Apart for the same reason. */
  private static final class Isolation {
    static final Pattern WORDS = Pattern.compile("(?i)\\b(transaction_|tx_)?isolation\\b");
    static final Pattern OF_SESSION =
        Pattern.compile("(?i)^\\s*set\\s+(session|local)\\s+transaction\\b");

    static Verdict of(String sql) {
      if (!WORDS.matcher(sql).find()) {
        return Verdict.PASS;
      }
      boolean ofSession = OF_SESSION.matcher(sql).find();
      return new Verdict.Watched(ofSession ? Effect.SETS_ISOLATION : Effect.SETS_NEXT_ISOLATION);
    }
  }

  private final Database database;

  /** Whether this connection has made triggers of its own: then any change may reach a master. */
  private boolean ofOwn;

  private final Shared shared;
  private final LexicalRules rules;
  private final CommandParser parser;

  private final Question inTransaction;

  /** Something that is true or false. */
  @FunctionalInterface
  interface Question {
    boolean ask() throws SQLException;
  }

  /**
   * Classifies the statements of a session.
   *
   * @param inTransaction whether the application has a transaction open
   */
  Classifier(Database database, Shared shared, Question inTransaction) {
    this.database = database;
    this.shared = shared;
    this.inTransaction = inTransaction;
    this.rules = LexicalRules.of(database.dialect().name());
    this.parser = new CommandParser(rules);
  }

  Verdict classify(String sql) throws SQLException {
    FirstKeyword keyword = FirstKeyword.of(sql);
    if (keyword == FirstKeyword.READS && FirstKeyword.isOne(sql)) {
      return reading(sql);
    } else if (keyword == FirstKeyword.CHANGES && FirstKeyword.isOne(sql)) {
      return changing(sql);
    }
    return seldom(sql, keyword);
  }

  private Verdict changing(String sql) throws SQLException {
    Knowledge known = shared.known(database);
    boolean namesView = known.readOnly().isMentionedIn(sql, 0);
    if (namesView) {
      refuseChangeOfView(sql, known.catalog());
    }
    refuseUnseen(sql, known);
    if (ofOwn || known.changing().isMentionedIn(sql, 0)) {
      return CHANGES;
    }
    return namesView && mayMeetItself(sql, known.catalog()) ? MEETS_ITSELF : Verdict.PASS;
  }

  private boolean mayMeetItself(String sql, Catalog catalog) {
    return Target.of(sql, rules)
        .map(QualifiedName::of)
        .flatMap(catalog::log)
        .filter(LogEntry::merging)
        .isPresent();
  }

  private void refuseUnseen(String sql, Knowledge known) {
    if (database.dialect().can(Capability.MERGES_PAST_TRIGGERS)
        && DeletingMerge.is(sql, rules)
        && known.hasTriggersOnTarget(sql, rules)) {
      throw NOT_SUPPORTED.of(
          "MERGE … DELETE of a table that a materialized view reads, on this database",
          "it fires no triggers: use DELETE, and MERGE without it");
    }
  }

  private void refuseChangeOfView(String sql, Catalog catalog) {
    Optional<QualifiedName> target = Target.of(sql, rules).map(QualifiedName::of);
    Optional<View> view = target.flatMap(name -> catalog.view(name).or(() -> catalog.viewIn(name)));
    if (view.isPresent() && !view.get().isOpenToChanges()) {
      throw VIEW_READ_ONLY.of(view.get().name());
    }
  }

  private Verdict seldom(String sql, FirstKeyword keyword) throws SQLException {
    if (CommandParser.mayBeOurs(sql)) {
      Optional<Command> command = parser.parse(sql);
      if (command.isPresent()
          && command.get() instanceof DropTableOrView drop
          && dropsPartitions(drop)) {
        command = Optional.of(new DropPartitions(drop.tables()));
        return new Verdict.Ours(command.get(), sql, CallParameters.of(command.get()));
      }
      if (command.isPresent() && isOurs(command.get())) {
        return new Verdict.Ours(command.get(), sql, CallParameters.of(command.get()));
      }
    }
    Optional<ChangeUsers> users = ofUsers(sql, keyword);
    if (users.isPresent()) {
      return new Verdict.Ours(users.get(), sql, CallParameters.of(users.get()));
    }
    if (!FirstKeyword.isOne(sql)) {
      List<SourceText> pieces = new ScriptSplitter(rules).split(sql);
      if (pieces.size() > 1) {
        return several(pieces);
      }
    }
    if (keyword == FirstKeyword.TRANSACTION) {
      return transaction(sql);
    }
    if (keyword == FirstKeyword.EXECUTES && shared.known(database).refreshesAtCommit()) {
      return mayEnd(CHANGES); // perhaps: nobody can ask what stands behind the name
    }
    if (keyword == FirstKeyword.DEFINES) {
      ofOwn |= OwnTrigger.WORDS.matcher(sql).find();
      return DEFINES;
    }
    if (keyword == FirstKeyword.READS || keyword == FirstKeyword.EXPLAINS) {
      return reading(sql);
    }
    if (keyword == FirstKeyword.TIDIES) {
      return mayEnd(Verdict.PASS);
    } else if (keyword == FirstKeyword.SETS && Autocommit.WORDS.matcher(sql).find()) {
      return SETS_AUTOCOMMIT;
    }
    Verdict changes = changing(sql);
    if (changes == Verdict.PASS && database.dialect().can(Capability.HIDES_ISOLATION)) {
      changes = Isolation.of(sql);
    }
    if (keyword != FirstKeyword.OTHER) {
      return changes;
    } else if (database.dialect().can(Capability.LOCKS_TABLES)
        && TableLocks.of(sql, changes) != changes) {
      return TableLocks.of(sql, changes);
    }
    boolean alone = changes == CHANGES && shared.known(database).committing().isMentionedIn(sql, 0);
    return alone ? CALLS_ALONE : mayEnd(changes);
  }

  /** Where definitions commit, whatever is neither a query nor a change may do so. */
  private Verdict mayEnd(Verdict verdict) {
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      return verdict;
    } else if (verdict == CHANGES) {
      return CALLS;
    }
    return verdict == Verdict.PASS ? MAY_END : verdict;
  }

  /** Scripts of other databases have them; where there are no users, each would be an error. */
  private Optional<ChangeUsers> ofUsers(String sql, FirstKeyword keyword) {
    boolean mayBe = keyword == FirstKeyword.DEFINES || keyword == FirstKeyword.OTHER;
    return mayBe && database.dialect().can(Capability.HAS_NO_USERS)
        ? ChangeUsers.of(sql, rules)
        : Optional.empty();
  }

  /** A query changes nothing, unless it calls a function that does. */
  private Verdict reading(String sql) throws SQLException {
    boolean mayCall =
        !database.dialect().can(Capability.SINGLE_WRITER); // SQLite's functions cannot
    if (!mayCall || !shared.known(database).calling().isMentionedIn(sql, 0)) {
      return Verdict.PASS;
    }
    return database.dialect().can(Capability.LEAVES_HALF_OF_QUERIES) ? CHANGES_WHOLLY : CHANGES;
  }

  /** Only of tables that have logs, and where nothing is open that the statement would commit. */
  private boolean dropsPartitions(DropTableOrView drop) throws SQLException {
    Catalog catalog = shared.known(database).catalog();
    if (catalog.logs().isEmpty() || inTransaction.ask()) {
      return false;
    }
    for (org.mview.statement.QualifiedName given : drop.tables()) {
      QualifiedName name =
          new QualifiedName(
              given.schema().map(s -> s.identifier(database.dialect().fold())),
              given.name().identifier(database.dialect().fold()));
      if (database.wholes(name).stream().anyMatch(whole -> catalog.log(whole).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private boolean isOurs(Command command) throws SQLException {
    if (!(command instanceof Candidate candidate)) {
      return !new NativeViews(database, shared).areMeantBy(command);
    }
    if (command instanceof CreatePartition && inTransaction.ask()) {
      return false; // it goes on, and the next refresh is a complete one
    }
    Catalog catalog = shared.known(database).catalog();
    return candidate.objects().stream()
        .map(name -> QualifiedName.of(name.name().text()))
        .anyMatch(
            name ->
                catalog.view(name).isPresent()
                    || catalog.viewIn(name).isPresent()
                    || (catalog.log(name).isPresent() && concernsLogs(command)));
  }

  /**
   * An index is nothing to a log, unless rows may be replaced because of it; nor is a TRUNCATE that
   * triggers see.
   */
  private boolean concernsLogs(Command command) {
    if (command instanceof CreateIndex index) {
      return index.kind() == CreateIndex.Kind.UNIQUE
          && database.dialect().can(Capability.REPLACES_ROWS);
    }
    return !(command instanceof TruncateTable && database.dialect().can(Capability.TRUNCATES));
  }

  private Verdict several(List<SourceText> pieces) throws SQLException {
    Verdict all = Verdict.PASS;
    Verdict locks = Verdict.PASS;
    for (SourceText piece : pieces) {
      Verdict verdict = classify(piece.text());
      locks = verdict.equals(LOCKS) || verdict.equals(UNLOCKS) ? verdict : locks;
      if (verdict instanceof Verdict.Ours) {
        throw NOT_SUPPORTED.of(
            "a statement on materialized views among several in one text", "send it by itself");
      } else if (verdict != Verdict.PASS) {
        all = verdict.equals(CHANGES) && all != ANYTHING ? CHANGES : ANYTHING;
      }
    }
    return locks == Verdict.PASS ? all : locks;
  }

  private Verdict transaction(String sql) {
    TransactionText text = TransactionText.of(sql, rules);
    String savepoint = text.savepoint().toLowerCase(Locale.ROOT);
    return switch (text.kind()) {
      case BEGIN -> new Verdict.Watched(Effect.BEGINS);
      case COMMIT -> new Verdict.Watched(Effect.COMMITS);
      case COMMIT_AND_BEGIN -> new Verdict.Watched(Effect.COMMITS_AND_BEGINS);
      case ROLLBACK -> new Verdict.Watched(Effect.ROLLS_BACK);
      case ROLLBACK_AND_BEGIN -> new Verdict.Watched(Effect.ROLLS_BACK_AND_BEGINS);
      case SAVEPOINT -> new Verdict.Watched(Effect.SETS_SAVEPOINT, savepoint);
      case RELEASE -> new Verdict.Watched(Effect.RELEASES_SAVEPOINT, savepoint);
      case ROLLBACK_TO -> new Verdict.Watched(Effect.ROLLS_BACK_TO_SAVEPOINT, savepoint);
      case BEGIN_BRANCH -> new Verdict.Watched(Effect.BEGINS_BRANCH);
      case PREPARE -> new Verdict.Watched(Effect.PREPARES);
      case COMMIT_BRANCH -> new Verdict.Watched(Effect.COMMITS_BRANCH);
      case PREPARE_BY_NAME -> namesBranches() ? new Verdict.Watched(Effect.PREPARES) : Verdict.PASS;
      case COMMIT_BY_NAME ->
          new Verdict.Watched(namesBranches() ? Effect.COMMITS_BRANCH : Effect.COMMITS);
      case OTHER -> Verdict.PASS;
    };
  }

  private boolean namesBranches() {
    return database.dialect().can(Capability.NAMES_BRANCHES);
  }
}
