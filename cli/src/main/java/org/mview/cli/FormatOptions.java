package org.mview.cli;

import java.util.Locale;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.TableLayout;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How results are written: the same for every subcommand that shows rows. */
final class FormatOptions {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "How results are written: table, csv or json (default: ${DEFAULT-VALUE}).")
  private Name name = Name.TABLE;

  @Option(
      names = "--column-width",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "The widest that a column of text becomes in a table (default: ${DEFAULT-VALUE}); what is"
              + " longer is cut.")
  private int columnWidth;

  /** The formats, as they are written on the command line. */
  enum Name {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Fails like any other argument that is not valid.
   *
   * @throws ParameterException when the column width is too small to show anything
   */
  void check(CommandLine commandLine) {
    if (columnWidth < TableLayout.NARROWEST) {
      throw new ParameterException(
          commandLine, "--column-width must be at least " + TableLayout.NARROWEST);
    }
  }

  /** Whether what is written is read by people, so that a word about it is welcome. */
  boolean isForPeople() {
    return name == Name.TABLE;
  }

  /** The format, for lines of this width where that matters. */
  ResultFormat resultFormat(int lineWidth) {
    return switch (name) {
      case TABLE -> ResultFormat.table(new TableLayout(columnWidth, lineWidth));
      case CSV -> ResultFormat.CSV;
      case JSON -> ResultFormat.JSON;
    };
  }
}
