/** SQLite: its data, and the clauses that only it has. */
@NullMarked
package org.mview.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
