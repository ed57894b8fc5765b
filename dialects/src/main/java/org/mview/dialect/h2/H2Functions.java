package org.mview.dialect.h2;

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
final class H2Functions implements Functions {
  private static final Set<String> SCALAR =
      FunctionNames.of(
          """
          abs acos asin atan atan2 bitand bitor bitxor bitnot bitnand bitnor bitxnor bitget \
          bitcount lshift rshift ulshift urshift rotateleft rotateright ceil ceiling cos cosh cot \
          degrees exp floor ln log log10 mod pi power radians round sign sin sinh sqrt tan \
          tanh trunc truncate ora_hash hash compress expand zero ascii bit_length char chr length \
          char_length character_length octet_length concat concat_ws difference hextoraw rawtohex \
          insert instr left lower lcase upper ucase locate lpad rpad ltrim rtrim trim btrim \
          position quote_ident regexp_replace regexp_like regexp_substr repeat replace reverse \
          right soundex space stringdecode stringencode stringtoutf8 utf8tostring substring \
          substr translate xmlattr xmlcdata xmlcomment xmlnode xmlstartdoc xmltext \
          dateadd timestampadd datediff timestampdiff day_of_month day_of_week day_of_year \
          dayofmonth dayofweek dayofyear day hour iso_day_of_week iso_week iso_year minute month \
          quarter second week year extract last_day date_trunc \
          coalesce nullif greatest least nvl nvl2 ifnull isnull decode casewhen cardinality \
          array_length array_cat array_append array_contains array_get array_slice array_max_cardinality \
          trim_array data_type_sql gcd lcm""");

  private static final Set<String> AGGREGATE =
      FunctionNames.of(
          """
          count sum avg min max any some every bool_or bool_and any_value bit_and_agg bit_or_agg \
          bit_xor_agg bit_nand_agg bit_nor_agg bit_xnor_agg bit_and bit_or listagg string_agg \
          group_concat array_agg stddev_pop stddev_samp stddev var_pop var_samp variance median \
          mode percentile_cont percentile_disc covar_pop covar_samp corr regr_slope \
          regr_intercept regr_count regr_r2 regr_avgx regr_avgy regr_sxx regr_syy regr_sxy \
          envelope json_arrayagg json_objectagg histogram gcd_agg lcm_agg row_number rank \
          dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value \
          ratio_to_report""");

  private static final Set<String> VOLATILE =
      FunctionNames.of(
          """
          now curdate curtime sysdate systimestamp today current_date current_time \
          current_timestamp localtime localtimestamp rand random secure_rand random_uuid uuid \
          newid session_id transaction_id identity scope_identity lock_timeout lock_mode \
          current_user session_user system_user user current_role current_schema schema \
          current_catalog database database_path memory_free memory_used autocommit cancel_session \
          csvread csvwrite file_read file_write link_schema rownum nextval currval readonly \
          truncate_value timestamp_at unix_timestamp from_unixtime formatdatetime parsedatetime \
          to_char to_date to_timestamp to_timestamp_tz dayname monthname month_name day_name \
          h2version table_name set abort_session disk_space_used estimated_envelope signal \
          db_object_id db_object_sql db_object_size""");

  /** Functions of users are written in Java. */
  private static final String CHANGING_ROWS =
      """
      SELECT DISTINCT LOWER(ROUTINE_NAME) FROM INFORMATION_SCHEMA.ROUTINES \
      WHERE ROUTINE_SCHEMA <> 'INFORMATION_SCHEMA'""";

  /** Columns whose values mean something else under another time zone. */
  private static final String OF_A_ZONE =
      """
      SELECT DISTINCT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS \
      WHERE DATA_TYPE LIKE '%WITH TIME ZONE' AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA' \
      AND TABLE_NAME NOT LIKE 'mview$%'""";

  private static final Pattern ZONE = Pattern.compile("(?i)\\btime\\s+zone\\b");

  private static final String DEPENDS =
      "it has times with a zone, of which the session's zone may make something else";

  /** FINAL TABLE (INSERT …): a query that changes rows, and tells them. */
  private static final Set<String> OF_CHANGING_QUERIES = Set.of("final", "new", "old");

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
  public Set<String> changingRows(Connection connection) throws SQLException {
    Set<String> names = FunctionNames.read(connection, CHANGING_ROWS);
    names.addAll(OF_CHANGING_QUERIES);
    return names;
  }
}
