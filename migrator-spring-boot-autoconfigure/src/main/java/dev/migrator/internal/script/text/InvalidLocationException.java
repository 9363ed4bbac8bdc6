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
		return new InvalidLocationException(location, "what " + prefix + " means is not known.",
				"Begin each entry of migrator.locations and migrator.seed.locations with classpath: or file:, or "
						+ "with neither (then it is on the class path).",
				null);
	}

	static InvalidLocationException file(String location) {
		return new InvalidLocationException(location, "it is a file.",
				"Name the folder that it is in; each .sql file of it is a script.", null);
	}

	static InvalidLocationException unreadable(String location, IOException cause) {
		return new InvalidLocationException(location, String.valueOf(cause),
				"Give the application the right to read it, or take it out of migrator.locations or migrator.seed.locations.",
				cause);
	}

	/**
	 * The location as configured.
	 * @return the location
	 */
	public String location() {
		return this.location;
	}

}
