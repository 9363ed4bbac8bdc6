package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.internal.problem.WholeFile;

/**
 * The file with the records of the last starts of an application. Somebody who uses two
 * terminals, two folders or two profiles in turn has several environments.
 *
 * @param file the file, which need not exist
 */
record StartRecords(Path file) {

	private static final int MOST = 8;

	/** Begins each line of a record below its key. */
	private static final String INDENT = "\t";

	/**
	 * Reads a record.
	 * @param key the classes and the environment as they are now
	 * @return its lines, if there is a record that is still true
	 */
	Optional<List<String>> lines(String key) {
		return Optional.ofNullable(all().get(key));
	}

	/**
	 * Writes a record, and keeps the newest others. Without the permission nothing is
	 * recorded.
	 * @param key the classes and the environment
	 * @param lines the lines of the record
	 */
	void write(String key, List<String> lines) {
		Map<String, List<String>> records = new LinkedHashMap<>();
		records.put(key, lines);
		all().forEach((other, kept) -> {
			if (records.size() < MOST) {
				records.putIfAbsent(other, kept);
			}
		});
		StringBuilder text = new StringBuilder();
		records.forEach((of, kept) -> {
			text.append(of).append("\n");
			kept.forEach((line) -> text.append(INDENT).append(line).append("\n"));
		});
		try {
			WholeFile.write(this.file, (out) -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			// the next command starts the application again
		}
	}

	/**
	 * Returns the records by their keys, the newest first.
	 */
	private Map<String, List<String>> all() {
		Map<String, List<String>> records = new LinkedHashMap<>();
		List<String> record = new ArrayList<>();
		for (String line : content()) {
			if (line.startsWith(INDENT)) {
				record.add(line.substring(INDENT.length()));
			}
			else {
				record = new ArrayList<>();
				records.put(line, record);
			}
		}
		return records;
	}

	private List<String> content() {
		try {
			return Files.isRegularFile(this.file) ? Files.readAllLines(this.file) : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
