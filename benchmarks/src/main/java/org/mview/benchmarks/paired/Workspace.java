package org.mview.benchmarks.paired;

import java.nio.file.Path;

/**
 * Where the files of a subject are. All is gone when everything has been measured.
 *
 * @param own an empty directory
 * @param shared a directory for what is made once and then copied
 */
public record Workspace(Path own, Path shared) {}
