package dev.migrator.internal.script.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A template that is part of the migrator. {@link ProjectSetup} copies it into a project,
 * where it can be changed.
 */
public enum BuiltInTemplate {

	/**
	 * For SQL scripts.
	 */
	SQL("SQL script: header, upgrade and downgrade section"),

	/**
	 * For Java revisions.
	 */
	JAVA("Java class with @RevisionScript, upgrade and downgrade");

	private final String description;

	BuiltInTemplate(String description) {
		this.description = description;
	}

	/**
	 * Returns the purpose of the template.
	 * @return the description on one line
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Finds the template with a label.
	 * @param label {@code sql} or {@code java}
	 * @return the template, if there is one
	 */
	public static Optional<BuiltInTemplate> find(String label) {
		return Arrays.stream(values()).filter((template) -> template.label().equals(label)).findFirst();
	}

	/**
	 * Returns its name in commands.
	 * @return {@code sql} or {@code java}
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the file that it is copied to, among the resources of a project.
	 */
	String path() {
		return "db/revision." + label() + ".template";
	}

	/**
	 * Returns the property that names a template to use instead.
	 */
	String property() {
		return "migrator.new-scripts." + label() + "-template";
	}

	String text() {
		try (InputStream stream = BuiltInTemplate.class.getResourceAsStream("revision." + label() + ".template")) {
			if (stream == null) {
				throw new IOException("There is no template " + label());
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
