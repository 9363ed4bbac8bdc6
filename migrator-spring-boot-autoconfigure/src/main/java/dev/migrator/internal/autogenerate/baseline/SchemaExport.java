package dev.migrator.internal.autogenerate.baseline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.problem.WholeFile;

/**
 * Writes a schema as files that describe it: a folder with a file for each object, or one
 * file. A file that has the text already is left alone.
 */
public final class SchemaExport {

	/** The number of files that are named. */
	private static final int SHOWN = 5;

	private final Path target;

	private final boolean force;

	/**
	 * Creates an export.
	 * @param target the folder, or a file that ends in {@code .sql}
	 * @param force whether it may replace other files: an existing file, or SQL files in
	 * the folders of the kinds that would not be written
	 */
	public SchemaExport(Path target, boolean force) {
		this.target = target;
		this.force = force;
	}

	/**
	 * Writes the schema.
	 * @param schema the schema
	 * @return the number of its files
	 * @throws ExportException if there are other files, or the files cannot be written
	 */
	public int write(WrittenSchema schema) {
		try {
			if (this.target.toString().endsWith(".sql")) {
				writeFile(schema.text());
				return 1;
			}
			Map<Path, String> files = new LinkedHashMap<>();
			schema.files().forEach((path, text) -> files.put(this.target.resolve(path), text));
			List<Path> others = others(files);
			if (!others.isEmpty() && !this.force) {
				throw otherFiles(others);
			}
			for (Map.Entry<Path, String> file : files.entrySet()) {
				write(file.getKey(), file.getValue());
			}
			for (Path other : others) {
				if (isOfExport(other)) {
					Files.delete(other);
				}
			}
			return files.size();
		}
		catch (IOException ex) {
			throw new ExportException("The schema cannot be written to %s: %s.".formatted(this.target, ex),
					"Free disk space, get permission to write there, or name another folder.", ex);
		}
	}

	private void writeFile(String text) throws IOException {
		if (Files.exists(this.target) && !this.force && !Files.readString(this.target).equals(text)) {
			throw new ExportException("There is a file %s already, with another text.".formatted(this.target),
					"Name another file, or replace it: migrator export --force.", null);
		}
		write(this.target, text);
	}

	private static void write(Path file, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
			WholeFile.write(file, (out) -> out.write(bytes));
		}
	}

	private List<Path> others(Map<Path, String> files) throws IOException {
		if (!Files.exists(this.target)) {
			return List.of();
		}
		List<Path> others = new ArrayList<>();
		try (Stream<Path> found = Files.walk(this.target)) {
			found.filter(Files::isRegularFile).filter((file) -> !files.containsKey(file)).sorted().forEach(others::add);
		}
		return others;
	}

	private boolean isOfExport(Path file) {
		Path path = this.target.relativize(file);
		return path.getNameCount() == 2 && path.toString().endsWith(".sql")
				&& SchemaFiles.isFolder(path.getName(0).toString());
	}

	private ExportException otherFiles(List<Path> others) {
		String named = others.stream()
			.limit(SHOWN)
			.map((file) -> this.target.relativize(file).toString())
			.collect(Collectors.joining(", "));
		int more = others.size() - SHOWN;
		return new ExportException(
				"The folder %s has files that the export would not write: %s%s. Nothing was written."
					.formatted(this.target, named, (more > 0) ? " and %s more".formatted(more) : ""),
				"Name another folder, or use --force: it removes the .sql files in the folders of the export "
						+ "(tables, views, ...), and leaves other files alone.",
				null);
	}

}
