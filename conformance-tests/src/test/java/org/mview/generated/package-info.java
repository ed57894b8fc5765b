/**
 * Tests that nobody wrote: random tables, views, rows and statements from one seed, and a judge
 * that compares each view with its query after each commit.
 */
@NullMarked
package org.mview.generated;

import org.jspecify.annotations.NullMarked;
