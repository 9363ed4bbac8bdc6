package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A second opinion on a schema: that of pg_dump, where it is installed and not older than
 * the server.
 */
public final class PgDump {

	private PgDump() {
	}

	/**
	 * Dumps the schema.
	 * @param database the database
	 * @return SQL that creates it, or empty where pg_dump cannot serve
	 */
	public static Optional<String> ofSchema(TestDatabase database) {
		if (version() < Postgres.majorVersion()) {
			return Optional.empty();
		}
		ProcessBuilder builder = new ProcessBuilder("pg_dump", "--schema-only", "--no-owner", "-h", database.host(),
				"-p", Integer.toString(database.port()), "-U", database.user(), "-d", database.name());
		builder.environment().put("PGPASSWORD", database.password());
		// Its first and last command carry a word that is new in each dump.
		return Optional.of(output(builder).lines()
			.filter((line) -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
			.collect(Collectors.joining("\n")));
	}

	private static int version() {
		try {
			return Integer
				.parseInt(output(new ProcessBuilder("pg_dump", "--version")).replaceAll("(?s)\\D*(\\d+).*", "$1"));
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

	private static String output(ProcessBuilder builder) {
		try {
			Process process = builder.redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
