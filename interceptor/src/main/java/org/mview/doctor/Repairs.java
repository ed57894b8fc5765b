package org.mview.doctor;

import java.sql.SQLException;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.dialect.OwnObject;
import org.mview.sql.QualifiedName;

/** What a repair is made of. Nothing of it touches rows of the user. */
public interface Repairs {
  /** Removes something of ours that nothing needs. */
  void remove(OwnObject object) throws SQLException;

  /**
   * Takes rows out of a table of the registry.
   *
   * @param column by which they name what is gone
   */
  void forget(String table, String column, long id) throws SQLException;

  /** Makes logs keep nothing more for a view that is gone: what all others have read goes, too. */
  void forgetReader(long view) throws SQLException;

  /** Makes those views of the dictionary that are not there. */
  void restoreDictionary() throws SQLException;

  /** Removes a log, with its triggers. */
  void drop(LogEntry log) throws SQLException;

  /** Makes what is missing of a log, and its triggers anew; fills the views that read it. */
  void renew(LogEntry log) throws SQLException;

  /** Makes the triggers anew that note changes of a table; fills the views that watch it. */
  void renewNotes(QualifiedName master) throws SQLException;

  /** Notes changes no more for a view that reads logs. */
  void unwatch(View view) throws SQLException;

  /** Makes the table of a view anew, and fills it. */
  void remake(View view) throws SQLException;

  /** Makes the plain view in front of a hidden table. */
  void restoreFront(View view) throws SQLException;

  /** Turns a hidden table and the plain view in front of it into a plain table of its name. */
  void release(String hidden, String front) throws SQLException;

  /** Checks a view against its masters as they are now, and fills it. */
  void compile(View view) throws SQLException;

  /** Fills a view by its query, and lets it read the changes from there on. */
  void refill(View view) throws SQLException;

  /** Makes the indexes anew that the readers of a lost one want. */
  void restoreIndex(long id) throws SQLException;

  /** Removes indexes that no view wants. */
  void releaseIndexes() throws SQLException;
}
