package org.mview.cli.demo;

/**
 * How long transactions took.
 *
 * @param whole from the first statement to the end of the commit
 * @param commit the commit alone
 */
record TransactionTimes(Times whole, Times commit) {
  TransactionTimes() {
    this(new Times(), new Times());
  }

  TransactionTimes warm() {
    return new TransactionTimes(whole.warm(), commit.warm());
  }
}
