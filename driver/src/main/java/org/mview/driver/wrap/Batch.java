package org.mview.driver.wrap;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mview.session.SqlCall;
import org.mview.session.Verdict;

/**
 * The texts that a statement is to run as a batch.
 *
 * <p>They go into the real batch as they come, and it runs as one: as one watched call when one of
 * them is watched. From the first text on that cannot go with those before it, because it is one of
 * ours or is watched for another reason, they wait here, and the batch runs piece by piece, in
 * order, up to the first failure.
 */
final class Batch {
  private record Waiting(Verdict verdict, String sql) {}

  private final StatementInSession statement;
  private final Statement real;
  private final List<Waiting> waiting = new ArrayList<>();
  private Verdict piece = Verdict.PASS;
  private int pieceSize;

  Batch(StatementInSession statement, Statement real) {
    this.statement = statement;
    this.real = real;
  }

  void add(Verdict verdict, String sql) throws SQLException {
    if (waiting.isEmpty() && fits(verdict)) {
      addToPiece(verdict, sql);
    } else {
      waiting.add(new Waiting(verdict, sql));
    }
  }

  private boolean fits(Verdict verdict) {
    return verdict instanceof Verdict.Pass
        || verdict.equals(piece)
        || (verdict instanceof Verdict.Watched && piece instanceof Verdict.Pass);
  }

  private void addToPiece(Verdict verdict, String sql) throws SQLException {
    real.addBatch(sql);
    pieceSize++;
    if (verdict instanceof Verdict.Watched) {
      piece = verdict;
    }
  }

  int[] execute() throws SQLException {
    if (waiting.isEmpty()) {
      return ran(real::executeBatch);
    }
    long[] counts = piecewise(() -> Arrays.stream(real.executeBatch()).asLongStream().toArray());
    return Arrays.stream(counts).mapToInt(Math::toIntExact).toArray();
  }

  long[] executeLarge() throws SQLException {
    return waiting.isEmpty() ? ran(real::executeLargeBatch) : piecewise(real::executeLargeBatch);
  }

  /** Runs what is in the real batch; when that fails, it is still watched for what it was. */
  private <A> A ran(SqlCall<A> realBatch) throws SQLException {
    Verdict verdict = statement.begin(piece);
    A counts = statement.executed(verdict, null, realBatch);
    piece = Verdict.PASS;
    pieceSize = 0;
    return counts;
  }

  private long[] piecewise(SqlCall<long[]> realBatch) throws SQLException {
    List<Waiting> rest = List.copyOf(waiting);
    waiting.clear();
    BatchCounts counts = new BatchCounts();
    try {
      for (Waiting next : rest) {
        if (!fits(next.verdict())) {
          counts.add(ranPiece(realBatch));
        }
        if (next.verdict() instanceof Verdict.Ours ours) {
          statement.carryOutWithoutRows(ours, Map.of());
          counts.add(0);
        } else {
          addToPiece(next.verdict(), next.sql());
        }
      }
      counts.add(ranPiece(realBatch));
      return counts.all();
    } catch (SQLException failure) {
      throw counts.before(failure);
    }
  }

  private long[] ranPiece(SqlCall<long[]> realBatch) throws SQLException {
    return pieceSize == 0 ? new long[0] : ran(realBatch);
  }
}
