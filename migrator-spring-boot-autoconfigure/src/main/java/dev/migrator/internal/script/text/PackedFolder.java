package dev.migrator.internal.script.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jspecify.annotations.Nullable;

/**
 * A folder of scripts in a jar.
 */
public final class PackedFolder {

	/**
	 * The name of a file that has an index of the other files in the folder. The period
	 * keeps it from being searched for scripts.
	 */
	public static final String INDEX = ".migrator-index";

	private final JarFile jar;

	private final String url;

	private final @Nullable JarEntry index;

	PackedFolder(JarFile jar, String url, @Nullable JarEntry index) {
		this.jar = jar;
		this.url = url;
		this.index = index;
	}

	/**
	 * Returns the URL of the folder.
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Reads the index that was packed into the folder.
	 * @return its content, or {@code null} if there is none, or if the jar was closed
	 */
	public byte @Nullable [] index() throws IOException {
		if (this.index == null) {
			return null;
		}
		try (InputStream content = this.jar.getInputStream(this.index)) {
			return content.readAllBytes();
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
