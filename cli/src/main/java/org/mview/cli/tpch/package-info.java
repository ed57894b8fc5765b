/** TPC-H over plain JDBC: its tables, their rows, and a stream of changes to them. No terminal. */
@NullMarked
package org.mview.cli.tpch;

import org.jspecify.annotations.NullMarked;
