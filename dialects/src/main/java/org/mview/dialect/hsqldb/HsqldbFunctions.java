package org.mview.dialect.hsqldb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mview.dialect.FunctionNames;
import org.mview.dialect.Functions;

/**
 * The functions that are built in, as far as they give the same for the same arguments in every
 * session. Of all others, those of users too, nothing is known.
 */
final class HsqldbFunctions implements Functions {
  private static final Set<String> SCALAR =
      FunctionNames.of(
          """
          abs acos asin atan atan2 bitand bitandnot bitnot bitor bitxor ceil ceiling cos cosh cot \
          degrees exp floor ln log log10 mod pi power radians round roundmagic sign sin sinh sqrt \
          tan tanh trunc truncate width_bucket ascii bit_length char chr char_length \
          character_length concat concat_ws difference hextoraw initcap insert instr lcase left \
          length locate lower lpad ltrim octet_length overlay position rawtohex regexp_matches \
          regexp_replace regexp_substring regexp_substring_array repeat replace reverse right rpad \
          rtrim soundex space substr substring to_number translate trim ucase upper \
          add_months dateadd datediff day dayofmonth dayofweek dayofyear days extract hour \
          last_day minute month months_between next_day quarter second seconds_midnight \
          timestampadd timestampdiff week year coalesce nullif greatest least nvl nvl2 ifnull \
          isnull decode casewhen cardinality max_cardinality position_array sequence_array \
          sort_array trim_array""");

  private static final Set<String> AGGREGATE =
      FunctionNames.of(
          """
          count sum avg min max any some every variance stddev stddev_pop stddev_samp var_pop \
          var_samp median group_concat string_agg listagg array_agg row_number""");

  private static final Set<String> VOLATILE =
      FunctionNames.of(
          """
          now curdate curtime sysdate systimestamp today current_date current_time \
          current_timestamp localtime localtimestamp rand uuid sys_guid newid session_id \
          transaction_id transaction_size statement_id identity last_identity lob_id action_id \
          current_user session_user system_user user current_role current_schema current_catalog \
          database database_name database_version database_timezone session_timezone timezone \
          isolation_level session_isolation_level database_isolation_level is_autocommit \
          autocommit is_readonly_session is_readonly_database is_readonly_database_files \
          load_file rownum rownum_func crypt_key unix_timestamp unix_millis from_tz from_unixtime to_char to_date \
          to_timestamp to_timestamp_tz dayname monthname new_time nextval currval diagnostics \
          row_count timestamp timestamp_with_zone sess_id dbtimezone sessiontimezone""");

  /** Functions of users read, and some of them are written in Java. */
  private static final String CHANGING_ROWS =
      """
      SELECT DISTINCT LOWER(ROUTINE_NAME) FROM INFORMATION_SCHEMA.ROUTINES \
      WHERE ROUTINE_SCHEMA NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS')""";

  /** Columns whose values mean something else under another time zone. */
  private static final String OF_A_ZONE =
      """
      SELECT DISTINCT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS \
      WHERE DATA_TYPE LIKE '%WITH TIME ZONE' \
      AND TABLE_SCHEMA NOT IN ('INFORMATION_SCHEMA', 'SYSTEM_LOBS') \
      AND TABLE_NAME NOT LIKE 'mview$%'""";

  private static final Pattern ZONE = Pattern.compile("(?i)\\btime\\s+zone\\b");

  private static final String DEPENDS =
      "it has times with a zone, of which the session's zone may make something else";

  private static final FunctionNames NAMES = new FunctionNames(SCALAR, AGGREGATE, VOLATILE);

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) {
    return NAMES.kind(name);
  }

  @Override
  public Optional<String> unstable(Connection connection, String query) throws SQLException {
    if (ZONE.matcher(query).find()) {
      return Optional.of(DEPENDS);
    }
    try (PreparedStatement read = connection.prepareStatement(OF_A_ZONE);
        ResultSet row = read.executeQuery()) {
      while (row.next()) {
        String column = Pattern.quote(row.getString(1));
        if (Pattern.compile("(?i)\\b" + column + "\\b").matcher(query).find()) {
          return Optional.of(DEPENDS);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Set<String> ofTheMoment() {
    return Set.of(
        "current_date",
        "current_time",
        "current_timestamp",
        "localtime",
        "localtimestamp",
        "sysdate",
        "systimestamp",
        "today",
        "now",
        "current_user",
        "session_user",
        "system_user",
        "user",
        "current_role",
        "current_schema",
        "current_catalog",
        "rownum");
  }

  @Override
  public Set<String> changingRows(Connection connection) throws SQLException {
    return FunctionNames.read(connection, CHANGING_ROWS);
  }
}
