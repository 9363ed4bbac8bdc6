package dev.migrator.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * Something of an object that may be different in another one of the same identity.
 *
 * @param name its name
 * @param value what it is, in the form in which all that mean the same are equal, or
 * {@code null} if there is nothing
 */
public record Attribute(String name, @Nullable Object value) {
}
