package dev.migrator.internal.dialect.surroundings;

/**
 * An object of a kind that is not compared, with the SQL that creates it in another
 * database.
 *
 * @param description the server's description: {@code view active_users}
 * @param create statements that create it, in the server's words
 */
public record PresentObject(String description, String create) {
}
