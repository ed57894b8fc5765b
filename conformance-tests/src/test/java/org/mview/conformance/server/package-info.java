/** The database servers that the tests start by themselves. */
@NullMarked
package org.mview.conformance.server;

import org.jspecify.annotations.NullMarked;
