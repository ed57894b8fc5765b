/** HSQLDB: its data, and the clauses that only it has. */
@NullMarked
package org.mview.dialect.hsqldb;

import org.jspecify.annotations.NullMarked;
