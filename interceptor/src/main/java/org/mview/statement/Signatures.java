package org.mview.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages that we have, and the procedures in them. */
final class Signatures {
  /**
   * Procedures and functions, one after the other. Names of one parameter are separated by a
   * stroke; a procedure that is given twice takes either list of parameters.
   */
  private static final String TABLE =
      """
      DBMS_MVIEW.REFRESH(list|tab LIST, method TEXT := NULL, rollback_seg TEXT := NULL,
          push_deferred_rpc BOOLEAN := TRUE, refresh_after_errors BOOLEAN := FALSE,
          purge_option INTEGER := 1, parallelism INTEGER := 0, heap_size INTEGER := 0,
          atomic_refresh BOOLEAN := TRUE, nested BOOLEAN := FALSE, out_of_place BOOLEAN :=
          FALSE, skip_ext_data BOOLEAN := FALSE)
      DBMS_MVIEW.REFRESH_ALL_MVIEWS(number_of_failures OUT INTEGER, method TEXT := NULL,
          rollback_seg TEXT := NULL, refresh_after_errors BOOLEAN := FALSE, atomic_refresh
          BOOLEAN := TRUE, out_of_place BOOLEAN := FALSE)
      DBMS_MVIEW.REFRESH_ALL()
      DBMS_MVIEW.REFRESH_DEPENDENT(number_of_failures OUT INTEGER, list|tab LIST, method TEXT
          := NULL, rollback_seg TEXT := NULL, refresh_after_errors BOOLEAN := FALSE,
          atomic_refresh BOOLEAN := TRUE, nested BOOLEAN := FALSE, out_of_place BOOLEAN :=
          FALSE)
      DBMS_MVIEW.GET_MV_DEPENDENCIES(list TEXT, deplist OUT TEXT)
      DBMS_MVIEW.PURGE_LOG(master TEXT, num INTEGER := 1, flag TEXT := 'NOP')
      DBMS_MVIEW.PURGE_MVIEW_FROM_LOG(mview_id|snapshot_id INTEGER)
      DBMS_MVIEW.PURGE_MVIEW_FROM_LOG(mviewowner|snapowner TEXT, mviewname|snapname TEXT,
          mviewsite|snapsite TEXT)
      DBMS_MVIEW.PURGE_DIRECT_LOAD_LOG()
      DBMS_MVIEW.BEGIN_TABLE_REORGANIZATION(tabowner TEXT, tabname TEXT)
      DBMS_MVIEW.END_TABLE_REORGANIZATION(tabowner TEXT, tabname TEXT)
      DBMS_MVIEW.REGISTER_MVIEW(mviewowner|snapowner TEXT, mviewname|snapname TEXT,
          mviewsite|snapsite TEXT, mview_id|snapshot_id ANY, flag INTEGER, qry_txt TEXT,
          rep_type INTEGER := 0)
      DBMS_MVIEW.UNREGISTER_MVIEW(mviewowner|snapowner TEXT, mviewname|snapname TEXT,
          mviewsite|snapsite TEXT)
      DBMS_MVIEW.I_AM_A_REFRESH() RETURN BOOLEAN
      DBMS_MVIEW.SET_I_AM_A_REFRESH(value BOOLEAN)
      DBMS_MVIEW.PMARKER(rid TEXT) RETURN NUMBER
      DBMS_MVIEW.ESTIMATE_MVIEW_SIZE(stmt_id TEXT, select_clause TEXT, num_rows OUT NUMBER,
          num_bytes OUT NUMBER)
      DBMS_MVIEW.EXPLAIN_MVIEW(mv TEXT, statement_id|stmt_id TEXT := NULL)
      DBMS_MVIEW.EXPLAIN_MVIEW(mv TEXT, msg_array OUT ARRAY)
      DBMS_MVIEW.EXPLAIN_REWRITE(query TEXT, mv TEXT := NULL, statement_id TEXT := NULL)
      DBMS_MVIEW.EXPLAIN_REWRITE(query TEXT, mv TEXT := NULL, msg_array IN OUT ARRAY)
      DBMS_REFRESH.MAKE(name TEXT, list|tab LIST, next_date DATE, interval TEXT,
          implicit_destroy BOOLEAN := FALSE, lax BOOLEAN := FALSE, job INTEGER := 0,
          rollback_seg TEXT := NULL, push_deferred_rpc BOOLEAN := TRUE, refresh_after_errors
          BOOLEAN := FALSE, purge_option INTEGER := 1, parallelism INTEGER := 0, heap_size
          INTEGER := 0, job_name TEXT := NULL, auto_commit BOOLEAN := NULL)
      DBMS_REFRESH.ADD(name TEXT, list|tab LIST, lax BOOLEAN := FALSE)
      DBMS_REFRESH.SUBTRACT(name TEXT, list|tab LIST, lax BOOLEAN := FALSE)
      DBMS_REFRESH.CHANGE(name TEXT, next_date DATE := NULL, interval TEXT := NULL,
          implicit_destroy BOOLEAN := NULL, rollback_seg TEXT := NULL, push_deferred_rpc
          BOOLEAN := NULL, refresh_after_errors BOOLEAN := NULL, purge_option INTEGER := NULL,
          parallelism INTEGER := NULL, heap_size INTEGER := NULL)
      DBMS_REFRESH.REFRESH(name TEXT)
      DBMS_REFRESH.DESTROY(name TEXT)
      DBMS_REFRESH.USER_EXPORT(rg# INTEGER, mycall IN OUT TEXT)
      DBMS_REFRESH.USER_EXPORT_CHILD(myowner TEXT, myname TEXT, mytype TEXT, mycall IN OUT
          TEXT)
      DBMS_ADVISOR.TUNE_MVIEW(task_name IN OUT TEXT, mv_create_stmt TEXT)
      DBMS_ADVISOR.GET_TASK_SCRIPT(task_name TEXT, type TEXT := 'IMPLEMENTATION', rec_id ANY
          := NULL, act_id ANY := NULL, owner_name ANY := NULL, execution_name ANY := NULL,
          object_id ANY := NULL) RETURN TEXT
      DBMS_ADVISOR.CREATE_FILE(buffer ANY, location TEXT, filename TEXT)
      DBMS_ADVISOR.DELETE_TASK(task_name TEXT)
      DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT(parameter_name TEXT, value ANY := NULL)
      DBMS_MVIEW_STATS.SET_MVREF_STATS_PARAMS(mv_list TEXT, collection_level TEXT := NULL,
          retention_period NUMBER := NULL)
      DBMS_MVIEW_STATS.PURGE_REFRESH_STATS(mv_list TEXT, retention_period NUMBER)
      DBMS_STATS.GATHER_TABLE_STATS(ownname TEXT, tabname TEXT, partname TEXT := NULL,
          estimate_percent ANY := NULL, block_sample ANY := NULL, method_opt ANY := NULL,
          degree ANY := NULL, granularity ANY := NULL, cascade ANY := NULL, stattab ANY :=
          NULL, statid ANY := NULL, statown ANY := NULL, no_invalidate ANY := NULL, stattype
          ANY := NULL, force ANY := NULL, context ANY := NULL, options ANY := NULL)
      DBMS_STATS.GATHER_SCHEMA_STATS(ownname TEXT, estimate_percent ANY := NULL, block_sample
          ANY := NULL, method_opt ANY := NULL, degree ANY := NULL, granularity ANY := NULL,
          cascade ANY := NULL, stattab ANY := NULL, statid ANY := NULL, options ANY := NULL,
          statown ANY := NULL, no_invalidate ANY := NULL, force ANY := NULL, obj_filter_list
          ANY := NULL)
      DBMS_STATS.DELETE_TABLE_STATS(ownname TEXT, tabname TEXT, partname TEXT := NULL, stattab
          ANY := NULL, statid ANY := NULL, cascade_parts ANY := NULL, cascade_columns ANY :=
          NULL, cascade_indexes ANY := NULL, statown ANY := NULL, no_invalidate ANY := NULL,
          stattype ANY := NULL, force ANY := NULL, stat_category ANY := NULL)
      DBMS_STATS.SET_TABLE_PREFS(ownname TEXT, tabname TEXT, pname TEXT, pvalue ANY)
      DBMS_STATS.SET_SCHEMA_PREFS(ownname TEXT, pname TEXT, pvalue ANY)
      DBMS_STATS.SET_DATABASE_PREFS(pname TEXT, pvalue ANY, add_sys ANY := NULL)
      DBMS_STATS.SET_GLOBAL_PREFS(pname TEXT, pvalue ANY)
      DBMS_DIMENSION.DESCRIBE_DIMENSION(dimension TEXT)
      DBMS_DIMENSION.VALIDATE_DIMENSION(dimension TEXT, incremental BOOLEAN := TRUE,
          check_nulls BOOLEAN := FALSE, statement_id TEXT := NULL)
      DBMS_JOB.BROKEN(job INTEGER, broken BOOLEAN, next_date DATE := SYSDATE)
      DBMS_JOB.RUN(job INTEGER, force BOOLEAN := FALSE)
      DBMS_JOB.REMOVE(job INTEGER)
      DBMS_JOB.NEXT_DATE(job INTEGER, next_date DATE)
      DBMS_JOB.INTERVAL(job INTEGER, interval TEXT)
      """;

  /** Other names of packages. */
  private static final Map<String, String> PACKAGES =
      Map.of("DBMS_SNAPSHOT", "DBMS_MVIEW", "DBMS_MV", "DBMS_MVIEW");

  /** Other names of procedures, with the package where they are looked for. */
  private static final Map<String, String> PROCEDURES =
      Map.of(
          "DBMS_MVIEW.REGISTER_SNAPSHOT", "DBMS_MVIEW.REGISTER_MVIEW",
          "DBMS_MVIEW.UNREGISTER_SNAPSHOT", "DBMS_MVIEW.UNREGISTER_MVIEW",
          "DBMS_MVIEW.PURGE_SNAPSHOT_FROM_LOG", "DBMS_MVIEW.PURGE_MVIEW_FROM_LOG",
          "DBMS_MVIEW.TUNE_MVIEW", "DBMS_ADVISOR.TUNE_MVIEW",
          "DBMS_MVIEW_STATS.PURGE_REFRESH_STATISTICS", "DBMS_MVIEW_STATS.PURGE_REFRESH_STATS");

  /** Of these we have all there is: another procedure in them is an error, not the database's. */
  private static final Set<String> WHOLE =
      Set.of("DBMS_MVIEW", "DBMS_REFRESH", "DBMS_MVIEW_STATS", "DBMS_DIMENSION");

  private static final Map<String, List<Signature>> SIGNATURES =
      Map.copyOf(
          SignatureReader.read(TABLE).stream().collect(Collectors.groupingBy(Signature::name)));

  /** Never refreshed together with its tables: recognised, to be refused. */
  static final String SYNCHRONOUS_REFRESH = "DBMS_SYNC_REFRESH";

  /** Jobs that run what their author writes: recognised, to be refused. */
  static final Set<String> REFUSED =
      Set.of("DBMS_JOB.SUBMIT", "DBMS_JOB.ISUBMIT", "DBMS_JOB.CHANGE", "DBMS_JOB.WHAT");

  private Signatures() {}

  /** Whether a call of it is ours. */
  static boolean isOurs(RoutineName name) {
    return WHOLE.contains(name.packageName())
        || name.packageName().equals(SYNCHRONOUS_REFRESH)
        || REFUSED.contains(name.fullName())
        || !of(name).isEmpty();
  }

  /** All that it may take; empty when there is no such procedure. */
  static List<Signature> of(RoutineName name) {
    String fullName = name.fullName();
    return SIGNATURES.getOrDefault(PROCEDURES.getOrDefault(fullName, fullName), List.of());
  }

  /** The first name, in upper case, of a package that may have several. */
  static String firstName(String packageName) {
    String name = packageName.toUpperCase(Locale.ROOT);
    return PACKAGES.getOrDefault(name, name);
  }
}
