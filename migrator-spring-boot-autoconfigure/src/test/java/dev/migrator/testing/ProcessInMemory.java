package dev.migrator.testing;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import dev.migrator.internal.cli.application.CommandProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * The process of a command that has no terminal, and whose end is not that of the JVM.
 */
public final class ProcessInMemory implements CommandProcess {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err;

	private @Nullable Integer exitCode;

	private ProcessInMemory(boolean oneStream) {
		this.err = oneStream ? this.out : new ByteArrayOutputStream();
	}

	public static ProcessInMemory withTwoStreams() {
		return new ProcessInMemory(false);
	}

	/**
	 * Has all that is printed in one text, in its order.
	 */
	public static ProcessInMemory withOneStream() {
		return new ProcessInMemory(true);
	}

	/**
	 * What is printed to standard output.
	 */
	public String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	/**
	 * What is printed to standard error.
	 */
	public String printedErrors() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	/**
	 * With what it ended, or {@code null} if it did not.
	 */
	public @Nullable Integer exitCode() {
		return this.exitCode;
	}

	@Override
	public InputStream in() {
		return InputStream.nullInputStream();
	}

	@Override
	public OutputStream out() {
		return this.out;
	}

	@Override
	public OutputStream err() {
		return this.err;
	}

	@Override
	public boolean terminal() {
		return false;
	}

	@Override
	public boolean interactive() {
		return false;
	}

	@Override
	public void exit(int code) {
		this.exitCode = code;
		throw new SpringApplication.AbandonedRunException();
	}

}
