/**
 * Java revisions among the beans, and the project into which new scripts are written.
 * Start reading at
 * {@link dev.migrator.internal.autoconfigure.revision.JavaRevisionBeans}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.revision;

import org.jspecify.annotations.NullMarked;
