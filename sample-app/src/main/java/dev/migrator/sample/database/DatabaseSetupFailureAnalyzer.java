package dev.migrator.sample.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows a {@link DatabaseSetupException} as two sentences instead of a stack trace.
 */
class DatabaseSetupFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseSetupException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseSetupException cause) {
		return new FailureAnalysis(cause.description(), cause.action(), cause);
	}

}
