package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of SQL revisions in a temporary folder, each of which creates a table.
 */
final class RevisionFolder {

	private RevisionFolder() {
	}

	static String of(int revisions) throws IOException {
		Path folder = Files.createTempDirectory("revisions");
		folder.toFile().deleteOnExit();
		write(folder, revisions).forEach((file) -> file.toFile().deleteOnExit());
		return "file:" + folder;
	}

	/**
	 * Writes the revisions to a folder.
	 */
	static List<Path> write(Path folder, int revisions) throws IOException {
		List<Path> files = new ArrayList<>();
		for (int i = 0; i < revisions; i++) {
			files.add(Files.writeString(folder.resolve("%05d_r%d.sql".formatted(i, i)), """
					-- create table t%1$d
					--
					-- revision: r%1$d
					%2$s
					-- migrator:upgrade
					%3$s
					-- migrator:downgrade
					DROP TABLE t%1$d;
					""".formatted(i, (i == 0) ? "" : "-- revises: r" + (i - 1), upgrade(i))));
		}
		return files;
	}

	/**
	 * Returns the files of such a folder, in their order.
	 */
	static List<Path> scripts(String location) throws IOException {
		try (Stream<Path> files = Files.list(Path.of(location.substring("file:".length())))) {
			return files.sorted().toList();
		}
	}

	/**
	 * What a revision does.
	 */
	static String upgrade(int revision) {
		return """
				CREATE TABLE t%1$d (
				    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
				    name text NOT NULL
				);
				CREATE INDEX t%1$d_name ON t%1$d (name);
				""".formatted(revision);
	}

}
