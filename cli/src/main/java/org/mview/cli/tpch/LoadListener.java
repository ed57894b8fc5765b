package org.mview.cli.tpch;

/** Is told how far a load has come. */
public interface LoadListener {
  /** Does not want to know. */
  LoadListener NONE =
      new LoadListener() {
        @Override
        public void begins(String table, long expectedRows) {}

        @Override
        public void loaded(long rows) {}
      };

  /**
   * The next table begins.
   *
   * @param expectedRows about how many rows it will have
   */
  void begins(String table, long expectedRows);

  /** So many more rows of that table are in the database. */
  void loaded(long rows);
}
