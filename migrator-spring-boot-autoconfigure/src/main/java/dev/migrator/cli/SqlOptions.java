package dev.migrator.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a command that can write a script instead of running something.
 */
final class SqlOptions {

	@Option(names = "--sql", description = "Write a script for psql instead, and ask no database.")
	boolean sql;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE",
			description = "With --sql: where to write it. Default: standard output.")
	@Nullable Path output;

	/**
	 * Writes a script, all of it or, if it fails on the way, nothing.
	 */
	void write(Invocation invocation, Consumer<Appendable> script) {
		try {
			Path folder = (this.output != null) ? this.output.toAbsolutePath().getParent() : null;
			Path written = (folder != null) ? Files.createTempFile(folder, ".migrator", ".sql")
					: Files.createTempFile("migrator", ".sql");
			try {
				try (BufferedWriter writer = Files.newBufferedWriter(written)) {
					script.accept(writer);
				}
				publish(written, invocation);
			}
			finally {
				Files.deleteIfExists(written);
			}
		}
		catch (IOException ex) {
			throw new OutputException(this.output, ex);
		}
	}

	private void publish(Path written, Invocation invocation) throws IOException {
		if (this.output != null) {
			Files.move(written, this.output, StandardCopyOption.REPLACE_EXISTING);
			invocation.say("Wrote " + this.output);
			return;
		}
		try (BufferedReader reader = Files.newBufferedReader(written)) {
			reader.transferTo(invocation.screen().out());
		}
		invocation.screen().out().flush();
	}

}
