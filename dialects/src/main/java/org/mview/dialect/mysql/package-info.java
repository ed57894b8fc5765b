/** MySQL and MariaDB: their data, and the clauses that only they have. */
@NullMarked
package org.mview.dialect.mysql;

import org.jspecify.annotations.NullMarked;
