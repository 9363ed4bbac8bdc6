package dev.migrator.internal.script.text;

import java.io.IOException;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a location cannot be searched for scripts.
 */
public final class InvalidLocationException extends MigratorException {

	private final String location;

	private InvalidLocationException(String location, String why, String action, @Nullable Throwable cause) {
		super("The location " + location + " cannot be searched for scripts: " + why, action, cause);
		this.location = location;
	}

	static InvalidLocationException unknownPrefix(String location, String prefix) {
		return new InvalidLocationException(location, "the prefix " + prefix + " is unknown.",
				"Begin each entry of migrator.locations and migrator.seed.locations with classpath: or file:, or "
						+ "without a prefix (then it is on the class path).",
				null);
	}

	static InvalidLocationException file(String location) {
		return new InvalidLocationException(location, "it is a file.",
				"Give its folder; each .sql file in the folder is a script.", null);
	}

	static InvalidLocationException unreadable(String location, IOException cause) {
		return new InvalidLocationException(location, String.valueOf(cause),
				"Allow the application to read it, or remove it from migrator.locations or migrator.seed.locations.",
				cause);
	}

	/**
	 * Returns the configured location.
	 * @return the location
	 */
	public String location() {
		return this.location;
	}

}
