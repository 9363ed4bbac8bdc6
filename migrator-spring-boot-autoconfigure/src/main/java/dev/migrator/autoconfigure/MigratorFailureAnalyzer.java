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
 * Shows what the migrator refused or failed to do as a description and an action, without
 * a stack trace. Asked before Spring Boot: a Java revision that needs the database has a
 * cause that Spring Boot's own analyzer takes for a cycle between beans.
 */
class MigratorFailureAnalyzer extends AbstractFailureAnalyzer<MigratorException> implements Ordered {

	/** What is wrong with a target, which at start nobody but the configuration names. */
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
				? problem.action() + "\nAt start the target is that of migrator.target, or heads." : problem.action();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 1;
	}

}
