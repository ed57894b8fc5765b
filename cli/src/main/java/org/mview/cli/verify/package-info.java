/** Compares materialized views with their queries. */
@NullMarked
package org.mview.cli.verify;

import org.jspecify.annotations.NullMarked;
