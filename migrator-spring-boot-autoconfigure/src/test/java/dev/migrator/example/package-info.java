/**
 * Small applications that tests migrate. Not below the packages of the tests, which would
 * find their Java revisions otherwise.
 */
@NullMarked
package dev.migrator.example;

import org.jspecify.annotations.NullMarked;
