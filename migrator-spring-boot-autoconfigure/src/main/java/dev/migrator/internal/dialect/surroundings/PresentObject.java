package dev.migrator.internal.dialect.surroundings;

/**
 * An object of a kind that is not compared, as it can be made elsewhere.
 *
 * @param description as the server describes it: {@code view active_users}
 * @param create statements that create it, in the server's words
 */
public record PresentObject(String description, String create) {
}
