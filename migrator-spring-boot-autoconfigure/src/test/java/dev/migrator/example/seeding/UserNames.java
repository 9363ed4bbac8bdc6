package dev.migrator.example.seeding;

import java.util.List;

/**
 * A bean that does not need the database.
 *
 * @param names the names of the users to seed
 */
public record UserNames(List<String> names) {

}
