/**
 * Measures what the documentation says of speed. Each figure is a median of several runs
 * after a warm-up.
 */
@NullMarked
package dev.migrator.benchmarks;

import org.jspecify.annotations.NullMarked;
