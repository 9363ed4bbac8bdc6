package dev.migrator.internal.execution.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.execution.Scripts;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.dialect.session.SavedSession;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.execution.state.ExecutionSettings;
import dev.migrator.internal.execution.statement.RevisionSummary;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a revision in a transaction consists of.
 */
class RevisionInTransactionTests {

	private static final Script SCRIPT = Scripts.script("b <- a", "select 1;");

	private static final Step STEP = new Step(Direction.UPGRADE, SCRIPT.revision(), List.of("a"), List.of("b"),
			List.of());

	private final Told told = new Told();

	@Test
	void authorsSqlIsCheckedRecordedAndCommitted() {
		write(TransactionMode.PER_REVISION, Scripts.body("select 1; select 2"));

		assertThat(this.told.lines).satisfiesExactly((line) -> assertThat(line).isEqualTo("author 0: 2 statements"),
				(line) -> assertThat(line).isEqualTo("checking deferred constraints: SET CONSTRAINTS ALL IMMEDIATE;"),
				(line) -> assertThat(line).startsWith("restoring the session's settings: "),
				(line) -> assertThat(line).startsWith("recording it in the version table: ").contains("UPDATE \"v\""),
				(line) -> assertThat(line).startsWith("recording it in the history: ").contains("'upgrade', now(), "),
				(line) -> assertThat(line).isEqualTo("committing: COMMIT;"));
	}

	@Test
	void inATransactionOfTheWholeRunConstraintsAreDeferredAgainAndNothingIsCommitted() {
		write(TransactionMode.SINGLE, Scripts.body("select 1"));

		assertThat(this.told.lines)
			.containsSequence("checking deferred constraints: SET CONSTRAINTS ALL IMMEDIATE;",
					"deferring constraints again: SET CONSTRAINTS ALL DEFERRED;")
			.noneMatch((line) -> line.contains("COMMIT"));
	}

	@Test
	void operationsKeepTheirOrderAndTheirNumbers() {
		write(TransactionMode.PER_REVISION, new ScriptBody(
				List.of(ExecuteSql.of("select 1"), new DataMigration("fill it", new DataMigration.Body() {
				}, null), ExecuteSql.of("select 2; select 3; select 4")), 1));

		assertThat(this.told.lines).containsSequence("author 0: 1 statements", "data 1: fill it",
				"author 2: 3 statements");
	}

	private void write(TransactionMode mode, ScriptBody body) {
		ExecutionSettings settings = ExecutionSettings.builder()
			.transaction(mode)
			.lockWait(Duration.ZERO)
			.lockTimeout(Duration.ZERO)
			.lockRetries(0)
			.uploadTimeout(Duration.ZERO)
			.build();
		new RevisionInTransaction(SCRIPT, body, RevisionSummary.of(body), new MigratorTables(null, "v", "h"),
				new SavedSession(), settings)
			.write(this.told, STEP, "now()");
	}

	private static final class Told implements RevisionInTransaction.Statements {

		private final List<String> lines = new ArrayList<>();

		@Override
		public void own(String purpose, String sql) {
			this.lines.add(purpose + ": " + sql);
		}

		@Override
		public void author(int operation, ExecuteSql sql, int statements) {
			this.lines.add("author %s: %s statements".formatted(operation, statements));
		}

		@Override
		public void data(int operation, DataMigration data) {
			this.lines.add("data %s: %s".formatted(operation, data.why()));
		}

	}

}
