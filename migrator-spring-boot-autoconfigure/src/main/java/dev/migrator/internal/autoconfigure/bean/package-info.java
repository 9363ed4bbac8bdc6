/**
 * Looks at beans without creating them, and at how their DataSources log in.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.bean;

import org.jspecify.annotations.NullMarked;
