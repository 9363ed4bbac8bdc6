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
 * Where a command writes: its result to standard output, everything else to standard
 * error. Where somebody sits there, it may ask.
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
		// What is not shown to a person is read by a program or run by psql.
		this.out = writer(this.result, this.terminal ? Charset.defaultCharset() : StandardCharsets.UTF_8);
		this.err = writer(process.err(), Charset.defaultCharset());
	}

	private static PrintWriter writer(OutputStream stream, Charset charset) {
		return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)), true);
	}

	/**
	 * For the result, and for nothing else.
	 */
	public PrintWriter out() {
		return this.out;
	}

	public PrintWriter err() {
		return this.err;
	}

	/**
	 * Whether the result is shown to a person.
	 */
	public boolean terminal() {
		return this.terminal;
	}

	/**
	 * Whether a person sees questions and can answer them; the result may go elsewhere.
	 */
	public boolean interactive() {
		return this.interactive;
	}

	/**
	 * Asks a person, again where the answer is neither.
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
	 * Writes out what is left, and says so if the result did not arrive. Somebody who
	 * stopped reading (as {@code head} does) knows it.
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
