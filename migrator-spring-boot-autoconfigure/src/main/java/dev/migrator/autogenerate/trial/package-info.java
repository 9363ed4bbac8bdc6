/**
 * Tries what was generated before it is written: in a scratch database that has what the
 * real one has, with a few rows. Start reading at
 * {@link dev.migrator.autogenerate.trial.RevisionTrial}.
 */
@NullMarked
package dev.migrator.autogenerate.trial;

import org.jspecify.annotations.NullMarked;
