/** Says what is not as it should be in a database, and what became of it. */
@NullMarked
package org.mview.cli.doctor;

import org.jspecify.annotations.NullMarked;
