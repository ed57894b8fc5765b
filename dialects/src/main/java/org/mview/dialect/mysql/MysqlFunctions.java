package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.mview.dialect.FunctionNames;
import org.mview.dialect.Functions;

/**
 * The functions that are built in, as far as they give the same for the same arguments in every
 * session. What the server does not list it cannot be asked: of all others nothing is known.
 */
final class MysqlFunctions implements Functions {
  private static final Set<String> SCALAR =
      FunctionNames.of(
          """
          abs acos ascii asin atan atan2 bin bit_length ceil ceiling char_length character_length \
          coalesce concat concat_ws conv cos cot crc32 date datediff day dayofmonth dayofweek \
          dayofyear degrees elt exp extract field find_in_set floor from_base64 from_days greatest hex \
          hour if ifnull instr isnull last_day lcase least left length ln locate log log10 log2 \
          lower lpad ltrim makedate maketime md5 microsecond mid minute mod month nullif \
          oct octet_length ord pi position pow power quarter quote radians repeat replace reverse right \
          round rpad rtrim second sec_to_time sha sha1 sha2 sign sin soundex space sqrt strcmp \
          substr substring substring_index tan time_to_sec timediff to_base64 to_days to_seconds trim \
          truncate ucase unhex upper weekday year yearweek \
          timestampdiff timestampadd date_add date_sub adddate subdate period_add period_diff \
          json_extract json_unquote json_length json_type json_valid json_contains json_keys \
          inet_aton inet_ntoa inet6_aton inet6_ntoa bit_count""");

  private static final Set<String> AGGREGATE =
      FunctionNames.of(
          """
          count sum avg min max group_concat std stddev stddev_pop stddev_samp var_pop var_samp \
          variance bit_and bit_or bit_xor json_arrayagg json_objectagg any_value row_number rank \
          dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value""");

  private static final Set<String> VOLATILE =
      FunctionNames.of(
          """
          now curdate curtime current_date current_time current_timestamp localtime localtimestamp \
          sysdate utc_date utc_time utc_timestamp unix_timestamp rand uuid uuid_short random_bytes \
          connection_id current_user session_user system_user user database schema last_insert_id \
          row_count found_rows version current_role benchmark sleep get_lock release_lock is_free_lock \
          is_used_lock release_all_locks from_unixtime convert_tz date_format dayname monthname week \
          time_format str_to_date""");

  private static final Set<String> OF_THE_MOMENT =
      FunctionNames.of(
          """
          current_date current_time current_timestamp localtime localtimestamp utc_date utc_time \
          utc_timestamp current_user current_role""");

  /** Functions and procedures of the user's, unless they say that they change nothing. */
  private static final String CHANGING_ROWS =
      """
      SELECT LOWER(ROUTINE_NAME) FROM information_schema.routines \
      WHERE ROUTINE_SCHEMA = DATABASE()""";

  private static final FunctionNames NAMES = new FunctionNames(SCALAR, AGGREGATE, VOLATILE);

  @Override
  public Kind kind(Connection connection, String name, List<String> arguments) {
    return NAMES.kind(name);
  }

  /**
   * The statements are explained: what fails there would fail the user's. How many digits a
   * quotient has is a setting of the session (div_precision_increment).
   */
  @Override
  public boolean meansTheSameInTriggers(
      Connection connection, String query, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute("EXPLAIN " + each);
      }
    }
    return query.indexOf('/') < 0;
  }

  @Override
  public Set<String> ofTheMoment() {
    return OF_THE_MOMENT;
  }

  @Override
  public Set<String> changingRows(Connection connection) throws SQLException {
    return FunctionNames.read(connection, CHANGING_ROWS);
  }
}
