/**
 * The revisions that are about to be written. Public: a
 * {@link dev.migrator.autogenerate.draft.RevisionCustomizer} sees and changes them.
 */
@NullMarked
package dev.migrator.autogenerate.draft;

import org.jspecify.annotations.NullMarked;
