/** PostgreSQL: its data, and the clauses that only it has. */
@NullMarked
package org.mview.dialect.postgres;

import org.jspecify.annotations.NullMarked;
