package dev.migrator.internal.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.function.UnaryOperator;

import dev.migrator.internal.cli.application.ApplicationBeans;
import dev.migrator.internal.dialect.address.MistakenUrlException;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.Shortened;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Describes a failure for the person who has to fix it.
 */
public final class FailureText {

	private final @Nullable ApplicationBeans application;

	private final PrintWriter err;

	private final UnaryOperator<String> named;

	/**
	 * Creates the description of failures of a command.
	 * @param named names the migrator in each line, if there are several
	 */
	public FailureText(@Nullable ApplicationBeans application, PrintWriter err, UnaryOperator<String> named) {
		this.application = application;
		this.err = err;
		this.named = named;
	}

	public void print(Throwable failure) {
		MigratorException problem = problemIn(failure);
		// Only the application knows which of its settings has a URL.
		if (problem != null && !(problem instanceof MistakenUrlException)) {
			print(problem.description(), problem.action());
			return;
		}
		FailureAnalysis analysis = (this.application != null) ? this.application.analyze(failure) : null;
		if (analysis != null) {
			print(Objects.requireNonNullElse(analysis.getDescription(), describe(failure)), analysis.getAction());
			return;
		}
		print(describe(failure), "To see where, run the command with --stacktrace.");
	}

	public void printWithStackTrace(Throwable failure) {
		print(failure);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		this.err.print(Printable.text(trace.toString()));
		this.err.flush();
	}

	private static @Nullable MigratorException problemIn(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigratorException problem) {
				return problem;
			}
		}
		return null;
	}

	private static String describe(Throwable failure) {
		Throwable root = failure;
		String bean = "";
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BeanCreationException creation && creation.getBeanName() != null) {
				bean = "The bean '" + creation.getBeanName() + "' could not be created: ";
			}
			root = cause;
		}
		return bean + Shortened.of(Secrets.mask(root.toString()));
	}

	private void print(String description, @Nullable String action) {
		boolean oneLine = !description.contains("\n") && action != null && !action.contains("\n");
		String what = description.stripTrailing();
		String end = (oneLine && !what.matches(".*[.!?:]")) ? "." : "";
		String text = what + end + ((action == null) ? "" : (oneLine ? " " : "\n\n") + action);
		this.err.println(Printable.text(this.named.apply(text)));
	}

}
