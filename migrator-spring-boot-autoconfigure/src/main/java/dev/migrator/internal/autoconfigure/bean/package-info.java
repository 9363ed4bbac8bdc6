/**
 * Reads beans without creating them, and the logins of their DataSources.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.bean;

import org.jspecify.annotations.NullMarked;
