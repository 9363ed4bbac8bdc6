package dev.migrator.internal.autogenerate.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.definition.DefinedKind;
import dev.migrator.internal.problem.Sha256;
import dev.migrator.schema.ObjectName;

/**
 * Divides a schema into files: one for each object of a schema, in a folder for its kind.
 * Overloaded functions share a file.
 */
final class SchemaFiles {

	/** A name that every file system has, and tells from all others. */
	private static final Pattern PLAIN = Pattern.compile("[a-z0-9_][a-z0-9_-]*");

	/** Names that mean devices on Windows. */
	private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

	private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9_-]");

	/** The digits of the digest that make a name unique. */
	private static final int DIGITS = 8;

	/** The length of the readable part of a name that is not plain. */
	private static final int READABLE = 40;

	private SchemaFiles() {
	}

	/**
	 * Returns the texts of the files.
	 * @param pieces the pieces, in their order
	 * @return the texts by path: {@code tables/users.sql}
	 */
	static Map<String, String> of(List<SchemaPiece> pieces) {
		Map<String, StringBuilder> texts = new LinkedHashMap<>();
		for (SchemaPiece piece : pieces) {
			StringBuilder text = texts.computeIfAbsent(path(piece.file(), piece.name()), (path) -> new StringBuilder());
			text.append(text.isEmpty() ? "" : "\n").append(piece.create()).append('\n');
		}
		Map<String, String> files = new LinkedHashMap<>();
		texts.forEach((path, text) -> files.put(path, text.toString()));
		return files;
	}

	/**
	 * Returns the names of the folders in which the files are.
	 */
	static boolean isFolder(String name) {
		return Set.of(DefinedKind.values()).stream().anyMatch((kind) -> name.equals(kind.folder()));
	}

	private static String path(DefinedKind kind, ObjectName name) {
		String schema = name.schema();
		String file = (schema != null) ? fileName(schema) + "." + fileName(name.name()) : fileName(name.name());
		return kind.folder() + "/" + file + ".sql";
	}

	private static String fileName(String name) {
		if (PLAIN.matcher(name).matches() && !DEVICE.matcher(name).matches()) {
			return name;
		}
		String readable = NOT_PLAIN.matcher(name).replaceAll("_");
		return readable.substring(0, Math.min(readable.length(), READABLE)) + "-"
				+ Sha256.of(name).substring(0, DIGITS);
	}

}
