/**
 * What an operator sees of the migrators: the endpoint {@code migrations} and the health
 * indicator.
 */
@NullMarked
package dev.migrator.actuate;

import org.jspecify.annotations.NullMarked;
