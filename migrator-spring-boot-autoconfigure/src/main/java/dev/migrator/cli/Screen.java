package dev.migrator.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where a command writes: its result to standard output, everything else to standard
 * error. On a terminal it may ask a person.
 */
final class Screen {

	private final PrintWriter out;

	private final PrintWriter err;

	private final @Nullable Console console;

	Screen(OutputStream out, OutputStream err, @Nullable Console console) {
		// What is not shown to a person is read by a program or run by psql.
		Charset charset = (console != null) ? console.charset() : StandardCharsets.UTF_8;
		this.out = writer(out, charset);
		this.err = writer(err, charset);
		this.console = console;
	}

	/**
	 * Those of the process, whatever {@code System.out} is.
	 */
	static Screen ofProcess() {
		return new Screen(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
				console());
	}

	/**
	 * Since Java 22 there may be a console where there is no terminal.
	 */
	private static @Nullable Console console() {
		Console console = System.console();
		if (console == null) {
			return null;
		}
		try {
			boolean terminal = (boolean) Console.class.getMethod("isTerminal").invoke(console);
			return terminal ? console : null;
		}
		catch (ReflectiveOperationException ex) {
			return console;
		}
	}

	private static PrintWriter writer(OutputStream stream, Charset charset) {
		return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)), true);
	}

	/**
	 * For the result, and for nothing else.
	 */
	PrintWriter out() {
		return this.out;
	}

	PrintWriter err() {
		return this.err;
	}

	/**
	 * Whether a person sees what is written and can answer.
	 */
	boolean interactive() {
		return this.console != null;
	}

	/**
	 * Asks a person. Only on a terminal.
	 * @return whether the answer was yes
	 */
	boolean confirm(String question) {
		return answer(question + " [y/N] ").map((answer) -> answer.strip().toLowerCase(Locale.ROOT))
			.filter((answer) -> answer.equals("y") || answer.equals("yes"))
			.isPresent();
	}

	private Optional<String> answer(String question) {
		if (this.console == null) {
			throw new IllegalStateException("There is nobody to ask");
		}
		this.out.flush();
		this.err.flush();
		return Optional.ofNullable(this.console.readLine("%s", question));
	}

}
