package dev.migrator.autoconfigure;

import dev.migrator.problem.MigratorException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Shows what the migrator refused or failed to do as a description and an action, without
 * a stack trace.
 */
class MigratorFailureAnalyzer extends AbstractFailureAnalyzer<MigratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigratorException cause) {
		return new FailureAnalysis(cause.description(), cause.action(), cause);
	}

}
