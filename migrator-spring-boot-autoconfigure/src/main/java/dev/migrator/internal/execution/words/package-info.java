/**
 * The words of a run for steps, scripts and places in them. Values only. Start reading at
 * {@link dev.migrator.internal.execution.words.StepDescription}.
 */
@NullMarked
package dev.migrator.internal.execution.words;

import org.jspecify.annotations.NullMarked;
