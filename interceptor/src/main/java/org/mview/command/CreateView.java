package org.mview.command;

import static org.mview.error.MViewError.COLUMN_COUNT;
import static org.mview.error.MViewError.COLUMN_NAME_TWICE;
import static org.mview.error.MViewError.COLUMN_WITHOUT_NAME;
import static org.mview.error.MViewError.LINK_UNKNOWN;
import static org.mview.error.MViewError.NAME_TAKEN;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.ON_COMMIT_NOT_POSSIBLE;
import static org.mview.error.MViewError.QUERY_NOT_VALID;
import static org.mview.error.MViewError.VIEW_EXISTS;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Relation;
import org.mview.catalog.BuildMode;
import org.mview.catalog.Container;
import org.mview.catalog.MasterReference;
import org.mview.catalog.QueryRows;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.RowIdentity;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.delta.InnerViews;
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Refresher;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.statement.ConstraintTrust;
import org.mview.statement.CreateMaterializedView;
import org.mview.statement.MentionedLink;
import org.mview.statement.PlainStrings;
import org.mview.statement.ViewOption;
import org.mview.statement.Words;
import org.mview.statement.query.Language;
import org.mview.statement.query.Stars;
import org.mview.statement.query.Understanding;

/**
 * CREATE MATERIALIZED VIEW: understand the query, make the container, capture the masters' changes,
 * remember the view, fill it. All in one transaction.
 */
final class CreateView {
  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES");

  /** Where that is the level of every transaction that asks for no other. */
  private static final String ON_STATEMENT_LATER =
      "ON STATEMENT: at REPEATABLE READ and SERIALIZABLE, the view is refreshed after the commit, unless "
          + "triggers keep it; SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

  private final CreateMaterializedView command;
  private final Work work;
  private final QualifiedName name;
  private final IndexOrganization organization;

  /** As it is remembered: what a star stands for is decided now. */
  private String query;

  private String unstable = "";

  /** What is asked of the database for the table of the view. */
  private TableStorage storage;

  CreateView(CreateMaterializedView command, Work work) throws SQLException {
    this.command = command;
    this.work = work;
    this.name = new ObjectNames(work.database()).ours(command.name());
    this.storage = TableStorage.none(work.database());
    this.organization = new IndexOrganization(command.storage(), work.database().dialect().name());
    Language language = Language.of(work.database().dialect());
    this.query = PlainStrings.of(command.query().text(), language.rules());
  }

  void run() throws SQLException {
    run(work.database().dialect().can(Capability.TYPED_EXPRESSIONS) && !isStepwise());
  }

  /** Whether each definition is committed at once. */
  private boolean isStepwise() {
    return !work.database().dialect().can(Capability.TRANSACTIONAL_DDL);
  }

  /** Makes the view without having tried what a refresh of it would run. */
  void runUntried() throws SQLException {
    run(false);
  }

  private void run(boolean tried) throws SQLException {
    if (work.catalog().view(name).isPresent()) {
      if (command.ifNotExists()) {
        work.warnings().add("materialized view %s exists already".formatted(name), 12006);
        return;
      }
      throw VIEW_EXISTS.of(name);
    }
    checkSettings();
    List<String> columns = validColumns();
    LargeObjectRule.check(work.database(), name, query);
    checkSupported();
    Optional<PrebuiltTable> prebuilt =
        isPrebuilt() ? Optional.of(PrebuiltTable.of(work, name, isReduced())) : Optional.empty();
    if (prebuilt.isEmpty() && work.database().table(name).isPresent()) {
      throw NAME_TAKEN.of(name);
    }
    query = Stars.expanded(query, Language.of(work.database().dialect()), this::columns);
    QueryReader.Read given = work.compiler().read(query);
    if (isUpdatable()) {
      new UpdatableRule(work, name).check(command, given.understanding(), kept(given));
    }
    QueryReader.Read read = stable(given, tried && !isPrebuilt());
    List<Identifier> names = names(columns, read.understanding());
    if (prebuilt.isPresent()) {
      names = prebuilt.get().columns(names);
      read = adopting(prebuilt.get(), read, names);
    }
    check(read);
    work.registry().createIfMissing();
    View draft = draft(read, names);
    create(draft, read);
    tell(draft, read);
  }

  private boolean isUpdatable() {
    return command.options().contains(ViewOption.FOR_UPDATE);
  }

  private boolean isOnQuery() {
    return command.options().contains(ViewOption.ON_QUERY_COMPUTATION);
  }

  private boolean isPrebuilt() {
    return command.build() == BuildMode.PREBUILT;
  }

  private boolean isReduced() {
    return command.options().contains(ViewOption.REDUCED_PRECISION);
  }

  /** The query, which is only ever run as it is where the table has no room for anything else. */
  private QueryReader.Read adopting(
      PrebuiltTable table, QueryReader.Read read, List<Identifier> names) throws SQLException {
    View view =
        new View(
            0,
            name,
            query,
            new Container(name, names, names.size()),
            properties(),
            State.FILLED,
            read.masters(),
            List.of(),
            Optional.empty());
    Optional<Reason> reason = table.check(view, read);
    if (reason.isEmpty() || !unstable.isEmpty()) {
      return read;
    }
    unstable = reason.get().text();
    return new QueryReader.Read(new Understanding.Unclear(List.of(reason.get())), read.masters());
  }

  /** A query that may give other rows in another session is only ever run as it is. */
  private QueryReader.Read stable(QueryReader.Read read, boolean tried) throws SQLException {
    unstable =
        isUpdatable()
            ? UpdatableRule.NOT_FAST
            : OracleRules.of(work.options()).against(read.understanding());
    if (unstable.isEmpty()) {
      unstable = work.compiler().unstable(query, read);
    }
    boolean isClear = read.understanding() instanceof Understanding.Clear;
    if (unstable.isEmpty() && tried && isClear) {
      unstable =
          new Rehearsal(work)
              .refused(command)
              .map("the database does not take the statements of a fast refresh: %s"::formatted)
              .orElse("");
    }
    return unstable.isEmpty()
        ? read
        : new QueryReader.Read(
            new Understanding.Unclear(List.of(new Reason(unstable))), read.masters());
  }

  /** What only the dictionary wants to know. */
  private void tell(View view, QueryReader.Read read) throws SQLException {
    QueryRows queries = work.registry().queries();
    if (isOnQuery()) {
      queries.onQuery(view, true);
    }
    queries.add(view, QueryShapes.of(read.understanding(), work.catalog()));
    if (command.refresh().constraints().filter(t -> t == ConstraintTrust.TRUSTED).isPresent()) {
      queries.trusts(view, true);
    }
  }

  /** Makes the view, behind its inner views. */
  private void create(View draft, QueryReader.Read read) throws SQLException {
    List<View> inner = new NewInnerViews(work).plan(draft, read);
    Optional<InnerViews.Divided> parts = divided(read, inner);
    View view = withContainer(draft, parts.map(p -> kept(p.outer())), inner);
    List<CompiledView> compiled = work.compiler().compile(view, inner, read.understanding());
    if (isOnQuery()) {
      new OnQueryRule(work).check(view, compiled);
    }
    if (isStepwise()) {
      stepwise(compiled, parts);
    } else {
      create(compiled, parts);
    }
  }

  /** What has been made when something fails is removed again. */
  private void stepwise(List<CompiledView> compiled, Optional<InnerViews.Divided> parts)
      throws SQLException {
    try {
      create(compiled, parts);
    } catch (SQLException | RuntimeException e) {
      try {
        work.database().startOver();
        work.reload();
        DropView.removeAll(compiled.stream().map(CompiledView::view).toList(), work);
      } catch (SQLException | RuntimeException other) {
        e.addSuppressed(other);
      }
      throw e;
    }
  }

  private void create(List<CompiledView> compiled, Optional<InnerViews.Divided> parts)
      throws SQLException {
    List<CompiledView> inner = compiled.subList(0, compiled.size() - 1);
    for (int i = 0; i < inner.size(); i++) {
      new NewInnerViews(work).create(compiled.get(i), parts.orElseThrow().inner().get(i));
    }
    create(compiled.get(inner.size()));
    work.reload();
    if (command.build() == BuildMode.IMMEDIATE) {
      for (CompiledView part : compiled) {
        fill(part);
      }
    }
    if (isOnQuery()) {
      new OnQueryRule(work).check(compiled);
    }
    new ViewSchedule(work).create(compiled.get(inner.size()).view(), command.refresh());
  }

  /** What is to be kept of a query, and where; empty when it is only ever run as it is. */
  private static Optional<InnerViews.Divided> divided(QueryReader.Read read, List<View> inner) {
    return read.understanding() instanceof Understanding.Clear clear
        ? Optional.of(InnerViews.of(clear.relation(), i -> inner.get(i).container().table()))
        : Optional.empty();
  }

  private void create(CompiledView compiled) throws SQLException {
    View view = compiled.view();
    if (isPrebuilt()) {
      work.registry().add(view, compiled.kept().isPresent());
      return;
    }
    List<Identifier> organizedBy = organization.key(view, compiled.kept());
    if (isStepwise()) {
      work.registry().add(view.with(State.UNUSABLE), compiled.kept().isPresent());
    }
    Containers containers = new Containers(work.database());
    try {
      containers.create(view, types(compiled.kept(), view), organizedBy, compiled.content());
    } catch (SQLException e) {
      organization.check(view, e);
      throw e;
    }
    storage.apply(view.container().table());
    if (compiled.kept().isPresent() && organizedBy.isEmpty()) {
      containers.createIndex(view, compiled.kept().get());
    }
    if (!isStepwise()) {
      work.registry().add(view, compiled.kept().isPresent());
    }
  }

  private void fill(CompiledView compiled) throws SQLException {
    long start = System.nanoTime();
    // First: what others write while the query runs is then in the view, or pending.
    work.subscriptions().subscribe(compiled);
    new Refresher(work.database(), work.registry(), work.catalog(), work.stages())
        .refresh(compiled, RefreshMethod.COMPLETE);
    work.registry().refreshed(compiled.view(), "COMPLETE", (System.nanoTime() - start) / 1e9);
    new Indexes(work).arrange(compiled);
  }

  /** Under some, the text means to the application what it does not mean to us. */
  private void checkSettings() throws SQLException {
    Optional<String> odd = work.database().oddSetting();
    if (odd.isPresent()) {
      throw NOT_SUPPORTED.of(
          "a view made under sql_mode %s, which other sessions need not have".formatted(odd.get()),
          "SET sql_mode = 'STRICT_TRANS_TABLES', and write the query as that mode reads it");
    }
  }

  private void checkSupported() throws SQLException {
    storage = TableStorage.of(command.storage(), work);
    if (command.options().contains(ViewOption.QUERY_REWRITE)) {
      work.warnings().add("ENABLE QUERY REWRITE is remembered; queries are not yet rewritten", 0);
    }
    new ViewSchedule(work).check(command.refresh());
    boolean onStatement = command.mode().filter(m -> m == RefreshMode.STATEMENT).isPresent();
    if (onStatement && work.database().dialect().can(Capability.HIDES_ISOLATION)) {
      work.warnings().add(ON_STATEMENT_LATER);
    }
    if (command.options().contains(ViewOption.CONCURRENT_REFRESH)) {
      work.warnings().add(AlterView.CONCURRENT_REFRESH);
    }
  }

  /** Asks the database whether the query is valid, and what it calls the columns. */
  private List<String> validColumns() throws SQLException {
    try {
      // A DELETE would have columns, too. In FROM, some databases want columns of different names.
      columns(work.database().dialect().selecting("EXISTS (%s\n)".formatted(query)));
      return columns(query);
    } catch (SQLException e) {
      throw notValid(e);
    }
  }

  private MViewException notValid(SQLException e) {
    Language language = Language.of(work.database().dialect());
    return MentionedLink.of(query, language.rules())
        .map(LINK_UNKNOWN::of)
        .orElseGet(() -> QUERY_NOT_VALID.of(name, isQuery() ? e.getMessage() : "it is not a query"))
        .because(e);
  }

  private boolean isQuery() {
    Optional<String> first = Words.of(query).stream().findFirst();
    return first.filter(word -> QUERY.contains(word.toUpperCase(Locale.ROOT))).isPresent();
  }

  private List<String> columns(String sql) throws SQLException {
    return work.database().columns(sql);
  }

  private Kept kept(Relation query) {
    return ViewCompiler.kept(query, properties(), work.database().dialect());
  }

  private Optional<Kept> kept(QueryReader.Read read) {
    return read.understanding() instanceof Understanding.Clear clear
        ? Optional.of(kept(clear.relation()))
        : Optional.empty();
  }

  private void check(QueryReader.Read read) throws SQLException {
    Optional<Kept> kept = kept(read);
    RefreshMethod method = command.method();
    if (read.understanding() instanceof Understanding.Unclear unclear) {
      Reason reason = unclear.reasons().get(0);
      if (method == RefreshMethod.FAST) {
        throw NOT_FAST_REFRESHABLE.of(name, reason);
      } else if (method == RefreshMethod.FORCE) {
        work.warnings()
            .add("%s can only be refreshed completely: %s".formatted(name, reason), 12015);
      }
    }
    boolean unwatched =
        read.masters().stream()
            .anyMatch(
                m ->
                    m.kind() == MasterReference.Kind.UNWATCHED
                        || (m.kind() == MasterReference.Kind.PARTITIONED && kept.isEmpty()));
    if (isInTransactions() && unwatched) {
      throw ON_COMMIT_NOT_POSSIBLE.of(name, "changes of one of its tables cannot be seen");
    }
    new PrimaryKeyRule(work, name).check(command, kept);
    kept.ifPresent(k -> new KeyCompressionRule(name).check(command.storage(), k));
    if (command.options().contains(ViewOption.QUERY_REWRITE)) {
      new RewriteRule(work, name).check(query, read.masters());
    }
    if (kept.isPresent() && (method == RefreshMethod.FAST)) {
      work.logs().check(kept.get());
    }
  }

  private boolean isInTransactions() {
    return command.mode().filter(RefreshMode::isInTransactions).isPresent();
  }

  private List<Identifier> names(List<String> ofDatabase, Understanding understanding) {
    List<Identifier> names = new ArrayList<>();
    if (!command.columns().isEmpty()) {
      if (command.columns().size() != ofDatabase.size()) {
        throw COLUMN_COUNT.of(name, command.columns().size(), ofDatabase.size());
      }
      ObjectNames objects = new ObjectNames(work.database());
      command.columns().forEach(column -> names.add(objects.identifier(column)));
    } else {
      for (int i = 0; i < ofDatabase.size(); i++) {
        names.add(Identifier.of(selected(i, ofDatabase, understanding)));
      }
    }
    Set<String> taken = new HashSet<>();
    for (Identifier column : names) {
      if (!taken.add(column.text().toLowerCase(Locale.ROOT))) {
        throw COLUMN_NAME_TWICE.of(column, name);
      }
    }
    return names;
  }

  private String selected(int place, List<String> ofDatabase, Understanding understanding) {
    return understanding instanceof Understanding.Clear clear
        ? clear.names().get(place).orElseThrow(() -> COLUMN_WITHOUT_NAME.of(place + 1, name))
        : ofDatabase.get(place);
  }

  /** The view, but for the columns that only its maintenance needs. */
  private View draft(QueryReader.Read read, List<Identifier> names) throws SQLException {
    return new View(
        work.registry().newId(),
        name,
        query,
        new Container(name, names, names.size()),
        properties(),
        state(),
        read.masters(),
        List.of(),
        Optional.empty());
  }

  private State state() {
    return switch (command.build()) {
      case IMMEDIATE -> isUpdatable() ? State.FILLED_FOR_UPDATE : State.FILLED;
      case DEFERRED -> State.UNUSABLE;
      case PREBUILT -> new State(true, State.Knowledge.PREBUILT);
    };
  }

  private View withContainer(View draft, Optional<Kept> kept, List<View> inner)
      throws SQLException {
    List<Column> hidden = kept.map(Kept::hiddenColumns).orElse(List.of());
    List<MasterReference> masters = new ArrayList<>(draft.masters());
    inner.forEach(view -> masters.add(QueryReader.reference(view)));
    return draft
        .with(new Containers(work.database()).plan(name, draft.container().columns(), hidden))
        .withMasters(masters);
  }

  private View.Properties properties() {
    RefreshMode mode = command.mode().orElse(RefreshMode.DEMAND);
    return new View.Properties(
        command.method(),
        mode,
        command.build(),
        command.refresh().identity().orElse(RowIdentity.PRIMARY_KEY),
        command.options().contains(ViewOption.QUERY_REWRITE),
        command.options().contains(ViewOption.NO_INDEX) || isPrebuilt(),
        isUpdatable(),
        work.options().floatSums() == Options.FloatSums.ADDITIVE,
        work.options().keepsByTriggers(mode, work.database().dialect()),
        unstable,
        isOnQuery());
  }

  private static List<Type> types(Optional<Kept> kept, View view) {
    return kept.map(k -> k.columns().stream().map(Column::type).toList())
        .orElseGet(() -> view.container().columns().stream().map(c -> Type.ANY).toList());
  }
}
