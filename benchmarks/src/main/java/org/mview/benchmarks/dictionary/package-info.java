/** What a database of many views costs: its dictionary, and new views. */
@NullMarked
package org.mview.benchmarks.dictionary;

import org.jspecify.annotations.NullMarked;
