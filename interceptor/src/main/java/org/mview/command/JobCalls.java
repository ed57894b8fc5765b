package org.mview.command;

import static org.mview.error.MViewError.JOB_MISSING;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mview.catalog.Job;
import org.mview.statement.BoundCall;

/** DBMS_JOB, as far as it concerns the jobs of refresh groups and logs. */
final class JobCalls {
  private final CallArguments arguments;
  private final Transactions transactions;

  JobCalls(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  void run(BoundCall call) throws SQLException {
    long id = arguments.number(call, "job");
    if (call.signature().name().equals("DBMS_JOB.RUN")) {
      new RunJob(transactions).runNow(id);
      return;
    }
    transactions.run(
        work -> {
          Job job = work.registry().jobs().job(id).orElseThrow(() -> JOB_MISSING.of(id));
          change(work, job, call);
          return true;
        });
  }

  private void change(Work work, Job job, BoundCall call) throws SQLException {
    Times times = Times.of(work);
    switch (call.signature().name()) {
      case "DBMS_JOB.REMOVE" -> work.registry().jobs().remove(job);
      case "DBMS_JOB.BROKEN" -> {
        boolean broken = arguments.truth(call, "broken");
        Optional<Instant> next = arguments.date(call, "next_date", times);
        Job at = broken ? job : job.with(next.or(job::next), job.interval(), job.zone());
        work.registry().jobs().update(at.withBroken(broken));
      }
      case "DBMS_JOB.NEXT_DATE" -> {
        Optional<Instant> next = arguments.date(call, "next_date", times);
        work.registry().jobs().update(job.with(next, job.interval(), job.zone()));
      }
      default -> {
        Optional<String> interval =
            Optional.of(arguments.text(call, "interval"))
                .filter(text -> !text.isBlank() && !text.strip().equalsIgnoreCase("null"));
        times.next(interval);
        work.registry().jobs().update(job.with(job.next(), interval, times.zone()));
      }
    }
  }
}
