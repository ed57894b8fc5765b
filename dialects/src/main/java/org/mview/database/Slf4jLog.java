package org.mview.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs by SLF4J; loaded only when it is there. */
final class Slf4jLog extends Log {
  private final Logger logger;

  Slf4jLog(Class<?> of) {
    logger = LoggerFactory.getLogger(of);
  }

  @Override
  public void debug(String message) {
    logger.debug(message);
  }

  @Override
  public void warn(String message, Throwable cause) {
    logger.warn(message, cause);
  }
}
