/** Names, types, and the SQL statements we write ourselves, as values. */
@NullMarked
package org.mview.sql;

import org.jspecify.annotations.NullMarked;
