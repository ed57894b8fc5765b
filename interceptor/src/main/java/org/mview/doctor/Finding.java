package org.mview.doctor;

import java.sql.SQLException;

/** Something that is not as it should be: one record for each kind, which also finds it. */
public sealed interface Finding
    permits ChangedMaster,
        ChangedNotes,
        ChangedTriggers,
        DeafView,
        ForgottenView,
        HalfMadeView,
        LogOfNothing,
        LostContainer,
        LostDictionary,
        LostFront,
        LostIndex,
        LostLog,
        LostReader,
        LostRow,
        LostTable,
        LostTrigger,
        LostTriggers,
        SpareNotes,
        StrangeContainer,
        UnreadLog,
        UnwantedIndex {

  /** What it is about, by the name that its user knows. */
  String object();

  /** What is not as it should be. */
  String what();

  /** What that does to those who use the database. */
  String meaning();

  /** What a repair does; where none can, what the user can do. */
  String remedy();

  /** Whether a repair mends it. */
  default boolean isMendable() {
    return true;
  }

  /** Mends it, in a transaction of its own. */
  void mend(Repairs repairs) throws SQLException;
}
