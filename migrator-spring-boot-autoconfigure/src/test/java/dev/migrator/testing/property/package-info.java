/**
 * Properties: what holds for every input, tried with inputs made at random. Start with
 * {@link dev.migrator.testing.property.ForAll}, the sentence that a test says; what it
 * tries is made by a {@link dev.migrator.testing.property.Generator}. In the normal run
 * all seeds are fixed, so that it never depends on chance; the profile {@code thorough}
 * draws new ones.
 */
@NullMarked
package dev.migrator.testing.property;

import org.jspecify.annotations.NullMarked;
