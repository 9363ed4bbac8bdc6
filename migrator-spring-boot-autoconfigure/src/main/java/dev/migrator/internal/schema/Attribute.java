package dev.migrator.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * A property of an object, which may differ between two objects of the same identity.
 *
 * @param name its name
 * @param value its value in a normal form, in which values with the same meaning are
 * equal, or {@code null} for none
 */
public record Attribute(String name, @Nullable Object value) {
}
