/** The SQLite files that are measured. */
@NullMarked
package org.mview.benchmarks.database;

import org.jspecify.annotations.NullMarked;
