package dev.migrator.internal.cli.output;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import dev.migrator.internal.cli.application.CommandProcess;
import dev.migrator.internal.problem.Printable;

/**
 * Writes the result of a command to standard output, everything else to standard error.
 * Asks questions if a person can answer them.
 */
public final class Screen {

	private static final Set<String> YES = Set.of("y", "yes");

	private static final Set<String> NO = Set.of("n", "no");

	private final InputStream in;

	private final ResultStream result;

	private final PrintWriter out;

	private final PrintWriter err;

	private final boolean terminal;

	private final boolean interactive;

	private volatile boolean asking;

	public Screen(CommandProcess process) {
		this.in = process.in();
		this.result = new ResultStream(process.out());
		this.terminal = process.terminal();
		this.interactive = process.interactive();
		// Output that is not shown to a person is read by a program or run by psql.
		this.out = writer(this.result, this.terminal ? Charset.defaultCharset() : StandardCharsets.UTF_8);
		this.err = writer(process.err(), Charset.defaultCharset());
	}

	private static PrintWriter writer(OutputStream stream, Charset charset) {
		return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)), true);
	}

	/**
	 * Returns the writer for the result only.
	 */
	public PrintWriter out() {
		return this.out;
	}

	public PrintWriter err() {
		return this.err;
	}

	/**
	 * Returns whether the result is shown to a person.
	 */
	public boolean terminal() {
		return this.terminal;
	}

	/**
	 * Returns whether a person sees questions and can answer them; the result may go
	 * elsewhere.
	 */
	public boolean interactive() {
		return this.interactive;
	}

	/**
	 * Asks a person, and asks again if the answer is neither yes nor no.
	 * @return whether the answer was yes
	 */
	public boolean confirm(String question) {
		this.out.flush();
		this.asking = true;
		try {
			BufferedReader input = new BufferedReader(new InputStreamReader(this.in, Charset.defaultCharset()));
			while (true) {
				this.err.print(Printable.text(question) + " [y/N] ");
				this.err.flush();
				String answer = input.readLine();
				String word = (answer != null) ? answer.strip().toLowerCase(Locale.ROOT) : "";
				if (word.isEmpty() || YES.contains(word) || NO.contains(word)) {
					return YES.contains(word);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.asking = false;
		}
	}

	public boolean asking() {
		return this.asking;
	}

	/**
	 * Flushes the output, and reports if the result did not arrive. A reader that stopped
	 * reading (as {@code head} does) needs no report.
	 * @return whether all of it arrived
	 */
	public boolean finish() {
		this.out.flush();
		IOException failure = this.result.failure();
		if (failure != null && !"Broken pipe".equals(failure.getMessage())) {
			this.err.println("The result could not be written to standard output: " + failure.getMessage() + ".");
		}
		return failure == null;
	}

}
