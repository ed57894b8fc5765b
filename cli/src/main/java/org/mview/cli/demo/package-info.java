/** The demonstration: views over TPC-H, kept up to date while the tables change. */
@NullMarked
package org.mview.cli.demo;

import org.jspecify.annotations.NullMarked;
