package org.mview.conformance.scenario;

import org.mview.conformance.DuckdbDatabase;

class DuckdbCoreTest extends CoreTest {
  DuckdbCoreTest() {
    super(DuckdbDatabase.IN_A_FILE);
  }
}
