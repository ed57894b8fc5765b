/** Results, warnings and errors as text: tables, CSV, JSON. */
@NullMarked
package org.mview.cli.output;

import org.jspecify.annotations.NullMarked;
