/** The same behaviour on every database: scenarios, and what they run on. */
@NullMarked
package org.mview.conformance;

import org.jspecify.annotations.NullMarked;
