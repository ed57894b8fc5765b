/** The figures as a page of Markdown. */
@NullMarked
package org.mview.benchmarks.report;

import org.jspecify.annotations.NullMarked;
