package dev.migrator.internal.autoconfigure.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The finding of a command that started the application: that the migrator is the one
 * that Spring Boot configures, and depends on nothing else of the application. It is true
 * for the same classes with the same environment.
 *
 * @param migrator the name of the migrator
 * @param packages the packages of the application
 * @param address the properties that lead the migrator to another database
 * @param javaRevisions the classes of the Java revisions
 * @param dataSource whether the DataSource too is the one that Spring Boot configures
 */
record RecordedStart(String migrator, List<String> packages, List<String> address, List<String> javaRevisions,
		boolean dataSource) {

	private static final String DATA_SOURCE = "DataSource of the environment";

	/**
	 * Understands a record.
	 * @param lines its lines
	 * @return what was found out; nothing if the application has to be started for every
	 * command
	 */
	static Optional<RecordedStart> of(List<String> lines) {
		return (lines.size() != 5) ? Optional.empty() : Optional.of(new RecordedStart(lines.get(0), list(lines.get(1)),
				list(lines.get(2)), list(lines.get(3)), lines.get(4).equals(DATA_SOURCE)));
	}

	private static List<String> list(String line) {
		return Stream.of(line.split(",")).filter((name) -> !name.isEmpty()).toList();
	}

	List<String> lines() {
		return List.of(this.migrator, String.join(",", this.packages), String.join(",", this.address),
				String.join(",", this.javaRevisions), this.dataSource ? DATA_SOURCE : "DataSource of the application");
	}

}
