package dev.migrator.internal.script.text;

import java.io.IOException;

import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * An SQL file in a location.
 *
 * @param resource the file
 * @param description the configured location and the path inside it
 * @param path the path inside the location
 * @param packed what the jar says of the file, or {@code null} if it is not in a jar
 */
public record FoundScript(Resource resource, String description, String path, @Nullable PackedFile packed) {

	public FoundScript {
		description = Printable.line(description);
	}

	/**
	 * A file that is not in a jar.
	 */
	public FoundScript(Resource resource, String description, String path) {
		this(resource, description, path, null);
	}

	/**
	 * Returns an identity, which is the same if a file is found twice.
	 */
	public String identity() throws IOException {
		return this.resource.isFile() ? this.resource.getFile().toPath().toRealPath().toString()
				: this.resource.getURL().toString();
	}

	boolean isFolder() {
		try {
			return this.resource.isFile() && this.resource.getFile().isDirectory();
		}
		catch (IOException ex) {
			return false;
		}
	}

	public String fileName() {
		return Printable.line(this.path.substring(this.path.lastIndexOf('/') + 1));
	}

}
