/** DuckDB: its data, and the clauses that only it has. */
@NullMarked
package org.mview.dialect.duckdb;

import org.jspecify.annotations.NullMarked;
