/**
 * The Java revisions of the cookbook.
 */
@NullMarked
package dev.migrator.cookbook;

import org.jspecify.annotations.NullMarked;
