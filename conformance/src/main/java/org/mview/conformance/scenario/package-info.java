/** Scenarios: what they say, read from their files, and carried out on a database. */
@NullMarked
package org.mview.conformance.scenario;

import org.jspecify.annotations.NullMarked;
