package dev.migrator.internal.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.migrator.internal.cli.output.OutputException;
import dev.migrator.internal.cli.output.OutputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The options of a command that can write a script instead of running something.
 */
public final class SqlOptions {

	@Option(names = "--sql", description = "Write a script for psql instead, and ask no database.")
	public boolean sql;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE",
			description = "With --sql: the file to write. Default, and -: standard output.")
	@Nullable public Path output;

	/**
	 * Checks whether the options can be combined.
	 */
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(!this.sql && this.output != null, spec, "--output needs --sql");
		Usage.refuseIf(this.sql && spec.commandLine().getParseResult().hasMatchedOption("--format"), spec,
				"--format cannot be used with --sql");
	}

	/**
	 * Writes a script as a whole; if that fails, writes nothing.
	 */
	public void write(Invocation invocation, Consumer<Appendable> script) {
		Path file = this.output;
		try {
			if (file == null || file.toString().equals("-")) {
				OutputFile.temporary(script, (text) -> text.transferTo(invocation.screen().out()));
			}
			else {
				new OutputFile(file).write(script);
				invocation.say("Wrote " + file);
			}
		}
		catch (IOException ex) {
			throw new OutputException(file, ex);
		}
	}

}
