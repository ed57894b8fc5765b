package org.mview.cli;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.sql.SQLException;
import org.mview.cli.output.Complaints;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a user sees of a failure: a line or two, and with --debug all of it. */
final class FailureHandler implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult arguments) {
    MViewCommand program = arguments.commandSpec().root().commandLine().getCommand();
    PrintWriter err = commandLine.getErr();
    if (failure instanceof SQLException sql) {
      new Complaints(err, program.debug()).error(sql);
    } else {
      err.println("error: " + description(failure));
      if (program.debug()) {
        failure.printStackTrace(err);
      }
    }
    return ExitCode.FAILED;
  }

  /** The message alone is often no more than a name; the class then says what about it. */
  private static String description(Exception failure) {
    String kind = failure.getClass().getSimpleName();
    if (failure.getMessage() == null) {
      return kind;
    }
    return failure instanceof FileNotFoundException
        ? failure.getMessage()
        : kind + ": " + failure.getMessage();
  }
}
