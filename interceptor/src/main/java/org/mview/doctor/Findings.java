package org.mview.doctor;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All kinds of findings, in the order in which they are mended: each stands on those before it. */
public final class Findings {
  private static final List<Kind> KINDS =
      List.of(
          LostRow::in,
          LostReader::in,
          LostDictionary::in,
          LostTrigger::in,
          LogOfNothing::in,
          LostLog::in,
          StrangeContainer::in,
          ForgottenView::in,
          LostTable::in,
          ChangedMaster::in,
          LostContainer::in,
          LostFront::in,
          LostTriggers::in,
          ChangedTriggers::in,
          SpareNotes::in,
          ChangedNotes::in,
          HalfMadeView::in,
          DeafView::in,
          UnreadLog::in,
          LostIndex::in,
          UnwantedIndex::in);

  private Findings() {}

  /** Finds all of one kind. */
  @FunctionalInterface
  private interface Kind {
    List<Finding> in(Sight sight) throws SQLException;
  }

  /** Everything that is not as it should be; what follows from something else is not told twice. */
  public static List<Finding> in(Sight sight) throws SQLException {
    List<Finding> all = new ArrayList<>();
    for (Kind kind : KINDS) {
      all.addAll(kind.in(sight));
    }
    return all;
  }
}
