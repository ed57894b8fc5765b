/** Scripts: cut into statements, and run one after the other. */
@NullMarked
package org.mview.cli.script;

import org.jspecify.annotations.NullMarked;
