/**
 * Java revisions among the beans, and the project that new scripts are written into.
 * Start reading at
 * {@link dev.migrator.internal.autoconfigure.revision.JavaRevisionBeans}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.revision;

import org.jspecify.annotations.NullMarked;
