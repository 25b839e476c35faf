package gouji.ingest;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param path where it is, for Hadoop's file systems
 * @param file its path relative to the input folder
 * @param kind its kind
 * @param charset encoding of a text file, null otherwise
 * @param content how many contents this path has had, this one included
 * @param problem why it cannot be read, null when it can
 */
public record FileTask(
    String path, String file, FileKind kind, String charset, int content, String problem)
    implements Serializable {}
