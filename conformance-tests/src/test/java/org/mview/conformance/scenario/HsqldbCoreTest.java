package org.mview.conformance.scenario;

import org.mview.conformance.HsqldbDatabase;

class HsqldbCoreTest extends CoreTest {
  HsqldbCoreTest() {
    super(HsqldbDatabase.IN_MEMORY);
  }
}
