package dev.migrator.cli;

import java.io.PrintWriter;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what went wrong, for the person who has to mend it.
 */
final class FailureText {

	private final @Nullable ApplicationBeans application;

	FailureText(@Nullable ApplicationBeans application) {
		this.application = application;
	}

	void print(Throwable failure, PrintWriter err) {
		MigratorException problem = problemIn(failure);
		if (problem != null) {
			print(problem.description(), problem.action(), err);
			return;
		}
		FailureAnalysis analysis = (this.application != null) ? this.application.analyze(failure) : null;
		if (analysis != null) {
			print(String.valueOf(analysis.getDescription()), analysis.getAction(), err);
			return;
		}
		// Nobody knows it, so it is no user's mistake, and whoever mends it needs it all.
		failure.printStackTrace(err);
	}

	private static @Nullable MigratorException problemIn(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MigratorException problem) {
				return problem;
			}
		}
		return null;
	}

	private static void print(String description, @Nullable String action, PrintWriter err) {
		boolean oneLine = !description.contains("\n") && action != null && !action.contains("\n");
		err.println(description.stripTrailing() + ((action == null) ? "" : (oneLine ? " " : "\n\n") + action));
	}

}
