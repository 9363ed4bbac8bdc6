package dev.migrator.autoconfigure;

import java.util.Set;

import dev.migrator.internal.autoconfigure.bean.FailedStart;
import dev.migrator.internal.cli.application.AdvisedCommands;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.AmbiguousRevisionException;
import dev.migrator.revision.AmbiguousTargetException;
import dev.migrator.revision.InvalidTargetException;
import dev.migrator.revision.MultipleHeadsException;
import dev.migrator.revision.UnknownRevisionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Shows a refusal or a failure of the migrator as a description and an action, without a
 * stack trace. It is asked before Spring Boot's analyzers: a Java revision that needs the
 * database has a cause that Spring Boot's own analyzer takes for a cycle between beans.
 */
class MigratorFailureAnalyzer extends AbstractFailureAnalyzer<MigratorException> implements Ordered {

	/** Problems of a target, which at start comes only from the configuration. */
	private static final Set<Class<? extends MigratorException>> OF_TARGET = Set.of(AmbiguousRevisionException.class,
			AmbiguousTargetException.class, InvalidTargetException.class, MultipleHeadsException.class,
			UnknownRevisionException.class);

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigratorException cause) {
		String migrator = FailedStart.migrator(rootFailure);
		return new FailureAnalysis(((migrator != null) ? "Migrator " + migrator + ": " : "") + cause.description(),
				AdvisedCommands.in(action(cause), migrator), cause);
	}

	private static String action(MigratorException problem) {
		return OF_TARGET.contains(problem.getClass())
				? problem.action() + "\nAt start the target is migrator.target, or heads." : problem.action();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 1;
	}

}
