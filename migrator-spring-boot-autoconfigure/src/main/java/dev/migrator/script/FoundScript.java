package dev.migrator.script;

import org.springframework.core.io.Resource;

/**
 * A SQL file in a location.
 *
 * @param resource the file
 * @param description the location as configured and the path inside
 * @param path the path inside the location
 */
record FoundScript(Resource resource, String description, String path) {

	String fileName() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

}
