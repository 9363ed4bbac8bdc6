/**
 * All directives, one example for each: what each writes, does and undoes, and the page
 * of the documentation that is made of them.
 */
@NullMarked
package dev.migrator.directives;

import org.jspecify.annotations.NullMarked;
