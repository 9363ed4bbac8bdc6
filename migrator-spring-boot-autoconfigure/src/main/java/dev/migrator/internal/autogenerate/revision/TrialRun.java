package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.DowngradeChanges;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.Attempt;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.value.HeldValues;
import dev.migrator.internal.dialect.value.SampleRows;
import dev.migrator.internal.dialect.value.SequencePositions;
import dev.migrator.internal.execution.seed.StatementRun;
import dev.migrator.internal.execution.words.FailedStatement;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Runs upgrades and downgrades in a scratch database that has the present schema.
 */
final class TrialRun {

	private static final ComparisonSettings ALL = ComparisonSettings.builder()
		.removals(EnumSet.allOf(Droppable.class))
		.build();

	private static final String OPEN = "the revision has an open TODO";

	private static final String NOT_MADE = "some objects could not be created in the scratch database";

	/** The number of tables that are named. */
	private static final int SHOWN = 3;

	private final ServerConnection connection;

	private final Collection<String> schemas;

	private final List<TriedRevision> revisions;

	/** The report of the trial, for the user. */
	private final List<String> lines = new ArrayList<>();

	private final SchemaObjects before;

	private final boolean made;

	/** The tables without rows, with the reason. */
	private Map<ObjectName, String> withoutRows = Map.of();

	private boolean emptied;

	/**
	 * @param connection the session of the scratch database, outside of a transaction
	 * @param schemas the schemas to read
	 * @param made whether all objects could be created: a statement may fail because of a
	 * missing one
	 */
	TrialRun(ServerConnection connection, Collection<String> schemas, List<TriedRevision> revisions, boolean made) {
		this.connection = connection;
		this.schemas = schemas;
		this.revisions = revisions;
		this.made = made;
		this.before = read();
	}

	private SchemaObjects read() {
		return new CatalogReader(this.connection, Set.of()).read(this.schemas);
	}

	/**
	 * Tries the revisions.
	 * @param comparison finds the differences afterwards
	 * @param model the wanted schema
	 * @param complete whether the scratch database has everything of the real one
	 * @return descriptions of what was tried
	 * @throws TrialFailedException if a result is not the wanted one
	 */
	List<String> run(ModelComparison comparison, WantedModel model, boolean complete) {
		fill();
		TrialValues values = values();
		if (!upgrade()) {
			return this.lines;
		}
		values = this.emptied ? values.withoutRows() : values;
		values.lostUp(this.revisions, values()).ifPresent(this::lost);
		checkWanted(comparison, model, complete);
		this.lines.add(0, tried(downgrade(values)));
		return this.lines;
	}

	/**
	 * Inserts the rows. A deferred constraint may refuse them only when all are inserted.
	 */
	private void fill() {
		this.connection.send(TransactionSql.BEGIN);
		this.withoutRows = SampleRows.write(this.connection, this.before);
		SequencePositions.advance(this.connection, this.schemas);
		Optional<ServerError> refused = Attempt.of(this.connection, TransactionSql.CHECK_DEFERRED);
		this.connection.send(refused.isPresent() ? TransactionSql.ROLLBACK : TransactionSql.COMMIT);
		this.emptied = refused.isPresent();
		refused.ifPresent((error) -> this.lines.add("No rows could be inserted: " + error.message()));
	}

	private String tried(boolean back) {
		int tables = this.before.tables().size();
		String directions = back ? "the upgrade and the downgrade" : "the upgrade";
		if (this.emptied || tables == 0) {
			return "Tried in a scratch database: %s, without rows".formatted(directions);
		}
		String named = this.withoutRows.entrySet()
			.stream()
			.limit(SHOWN)
			.map((table) -> "%s (%s)".formatted(table.getKey(), table.getValue()))
			.collect(Collectors.joining(", "));
		int more = this.withoutRows.size() - SHOWN;
		return "Tried in a scratch database: %s, with rows in %s of %s %s".formatted(directions,
				tables - this.withoutRows.size(), tables, (tables == 1) ? "table" : "tables")
				+ (named.isEmpty() ? "" : "; without rows: " + named)
				+ ((more > 0) ? " and %s more".formatted(more) : "");
	}

	private TrialValues values() {
		SchemaObjects now = read();
		ServerSchemas server = ServerSchemas.read(this.connection);
		return new TrialValues(now, HeldValues.read(this.connection, now.tables()),
				SequencePositions.read(this.connection, server, this.schemas), server.defaultSchema());
	}

	private boolean open() {
		return this.revisions.stream().anyMatch((revision) -> isOpen(revision.changes()));
	}

	private static boolean isOpen(List<Change> changes) {
		return changes.stream().anyMatch((change) -> change.remark() != null && change.remark().contains("TODO"));
	}

	/**
	 * @return whether all of them ran
	 */
	private boolean upgrade() {
		for (TriedRevision revision : this.revisions) {
			FailedStatement failed = run(body(revision).upgrade(), revision.transaction());
			if (failed != null && failed.ofRows() && revision.transaction() && revision.equals(this.revisions.get(0))) {
				FailedStatement withRows = failed;
				empty();
				failed = run(body(revision).upgrade(), true);
				if (failed == null || !isSame(failed, withRows)) {
					this.lines.add(("The result depends on the rows. With the rows of the trial, statement %s of the "
							+ "upgrade failed: %s")
						.formatted(withRows.number(), firstLine(withRows)));
				}
			}
			if (failed != null) {
				fail("upgrade", failed, open());
				return false;
			}
		}
		return true;
	}

	/**
	 * Removes the rows, to try without them what failed because of them.
	 */
	private void empty() {
		HeldValues.clear(this.connection, this.before.tables());
		this.emptied = true;
	}

	/**
	 * Returns whether a statement fails for the same reason no matter which rows exist.
	 */
	private static boolean isSame(FailedStatement some, FailedStatement other) {
		return some.number() == other.number() && firstLine(some).equals(firstLine(other));
	}

	private static String firstLine(FailedStatement failed) {
		return failed.said().strip().lines().findFirst().orElse("");
	}

	private void fail(String direction, FailedStatement failed, boolean open) {
		String what = "Statement %s of %s of the %s failed:%n%n%s%n%n%s".formatted(failed.number(), failed.of(),
				direction, failed.excerpt(), failed.said());
		// what fails without rows would not succeed with other rows
		if (this.made && !open && (!failed.ofRows() || this.emptied)) {
			throw new TrialFailedException(what, failed.failure());
		}
		String why = open ? OPEN : this.made ? "the result depends on the rows" : NOT_MADE;
		this.lines.add("Not verified in a scratch database, because %s: statement %s of the %s failed: %s"
			.formatted(why, failed.number(), direction, firstLine(failed)));
	}

	private boolean isExempt() {
		return !this.made || open();
	}

	private String exemption() {
		return open() ? OPEN : NOT_MADE;
	}

	private void lost(String what) {
		if (!isExempt()) {
			throw new TrialFailedException(what + "\n\nThe revision does not mark this as destructive.", null);
		}
		this.lines.add("Check this, because %s: %s".formatted(exemption(), what));
	}

	private void checkWanted(ModelComparison comparison, WantedModel model, boolean complete) {
		try {
			checkWanted(comparison.compare(this.connection, model, Set.of()).differences(), complete);
		}
		catch (DefinitionRefusedException ex) {
			if (this.made) {
				throw ex;
			}
			this.lines
				.add("The result was not compared with the model: " + ex.description().lines().findFirst().orElse(""));
		}
	}

	private void checkWanted(ProposedChanges left, boolean complete) {
		if (left.isEmpty()) {
			return;
		}
		String what = left.described().stream().map((line) -> "  " + line).collect(Collectors.joining("\n"));
		if (complete && !open()) {
			throw new TrialFailedException("After the upgrade the database still differs from the model:\n\n" + what,
					null);
		}
		this.lines
			.add("After the upgrade the scratch database still differs from the model, because the revision has an "
					+ "open TODO or some objects could not be created: " + String.join("; ", left.described()));
	}

	/**
	 * @return whether the downgrade exists, and leads back
	 */
	private boolean downgrade(TrialValues values) {
		List<TriedRevision> reversed = new ArrayList<>(this.revisions);
		Collections.reverse(reversed);
		for (TriedRevision revision : reversed) {
			if (!DowngradeChanges.of(revision.changes()).irreversible().isEmpty()) {
				return false;
			}
			FailedStatement failed = run(body(revision).downgrade(), revision.transaction());
			if (failed != null) {
				fail("downgrade", failed, open() || isOpen(DowngradeChanges.of(revision.changes()).changes()));
				return false;
			}
		}
		TrialValues after = values();
		ProposedChanges left = new SchemaComparison(ALL).compare(after.schema(), this.before);
		if (!left.isEmpty() && isExempt()) {
			this.lines.add("The downgrade does not restore the old schema, because %s: %s".formatted(exemption(),
					String.join("; ", left.described())));
			return false;
		}
		if (!left.isEmpty()) {
			throw new TrialFailedException(
					"The downgrade does not restore the old schema. The differences:\n\n"
							+ left.described().stream().map((line) -> "  " + line).collect(Collectors.joining("\n")),
					null);
		}
		values.lostBack(this.revisions, after).ifPresent(this::lost);
		return true;
	}

	private static SqlRevisionBody body(TriedRevision revision) {
		return revision.transaction() ? SqlRevisionBody.of(revision.changes(), List.of())
				: SqlRevisionBody.withoutTransaction(revision.changes(), List.of());
	}

	private @Nullable FailedStatement run(String sql, boolean transaction) {
		if (!transaction) {
			return StatementRun.oneByOne(this.connection, sql).orElse(null);
		}
		this.connection.send(TransactionSql.BEGIN);
		Optional<FailedStatement> failed = StatementRun.of(this.connection, sql)
			.or(() -> StatementRun.of(this.connection, TransactionSql.CHECK_DEFERRED));
		this.connection.send(failed.isPresent() ? TransactionSql.ROLLBACK : TransactionSql.COMMIT);
		return failed.orElse(null);
	}

}
