/**
 * Exercises: the catalogue that everybody logs from.
 */
@NullMarked
package dev.migrator.sample.exercise;

import org.jspecify.annotations.NullMarked;
