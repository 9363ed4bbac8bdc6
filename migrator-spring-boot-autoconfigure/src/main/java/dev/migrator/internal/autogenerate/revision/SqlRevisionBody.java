package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.DowngradeChanges;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.problem.Printable;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * The two sections of a SQL revision.
 *
 * @param upgrade the upgrade section
 * @param downgrade the downgrade section
 */
public record SqlRevisionBody(String upgrade, String downgrade) {

	/**
	 * Writes differences.
	 * @param differences the differences
	 * @return the sections, empty if there are none
	 */
	public static SqlRevisionBody of(ProposedChanges differences) {
		return of(differences.changes(), differences.renameCandidates());
	}

	/**
	 * Writes changes.
	 * @param changes the changes in the order in which they run
	 * @param candidates possible renames, for a comment
	 * @return the sections
	 * @throws dev.migrator.schema.InvalidDefinitionException if SQL that is part of a
	 * change cannot be
	 */
	public static SqlRevisionBody of(List<Change> changes, List<RenameCandidate> candidates) {
		return write(changes, candidates, DirectiveSql::inTransaction);
	}

	/**
	 * Writes changes for a revision in which each statement is committed by itself.
	 * @param changes the changes in the order in which they run
	 * @param candidates possible renames, for a comment
	 * @return the sections
	 * @throws dev.migrator.schema.InvalidDefinitionException if SQL that is part of a
	 * change cannot be
	 */
	public static SqlRevisionBody withoutTransaction(List<Change> changes, List<RenameCandidate> candidates) {
		return write(changes, candidates, DirectiveSql::withoutTransaction);
	}

	private static SqlRevisionBody write(List<Change> changes, List<RenameCandidate> candidates,
			Function<Directive, ExecuteSql> writer) {
		DowngradeChanges downgrade = DowngradeChanges.of(changes);
		List<String> up = new ArrayList<>();
		if (!candidates.isEmpty()) {
			up.add(candidates.stream()
				.map((candidate) -> comment(candidate.toString()))
				.collect(Collectors.joining("\n")));
		}
		changes.forEach((change) -> up.add(paragraph(change, writer)));
		List<String> down = new ArrayList<>();
		downgrade.irreversible().forEach((operation) -> down.add(refusal(operation)));
		downgrade.changes().forEach((change) -> down.add(paragraph(change, writer)));
		return new SqlRevisionBody(String.join("\n\n", up), String.join("\n\n", down));
	}

	private static String paragraph(Change change, Function<Directive, ExecuteSql> writer) {
		StringBuilder text = new StringBuilder();
		if (change.loss() != null) {
			text.append(comment("destructive: " + change.loss())).append('\n');
		}
		String remark = (change.remark() != null) ? comment(change.remark()) : null;
		if (remark != null && !change.isRemarkBehind()) {
			text.append(remark).append('\n');
		}
		text.append(sql(change.operation(), writer));
		return ((remark != null && change.isRemarkBehind()) ? text.append('\n').append(remark) : text).toString();
	}

	private static String sql(Operation operation, Function<Directive, ExecuteSql> writer) {
		if (operation instanceof Directive directive) {
			return writer.apply(directive).source().text();
		}
		if (operation instanceof ExecuteSql execute) {
			return SqlStatements.ended(execute.source().text().strip());
		}
		return comment(
				"%s: code over live data, which only a Java revision can contain".formatted(operation.describe()));
	}

	/**
	 * Returns a statement that refuses. An incomplete way back would be worse than none.
	 */
	private static String refusal(Operation operation) {
		return AdvisedSql.refusal("this cannot be undone: " + operation.describe());
	}

	private static String comment(String text) {
		return Printable.text(text).lines().map((line) -> "-- " + line).collect(Collectors.joining("\n"));
	}

}
