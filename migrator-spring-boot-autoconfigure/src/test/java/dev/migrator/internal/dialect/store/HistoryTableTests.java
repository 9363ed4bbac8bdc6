package dev.migrator.internal.dialect.store;

import dev.migrator.revision.Direction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statements that write the history.
 */
class HistoryTableTests {

	private static final RecordedScript SCRIPT = new RecordedScript("b", "b.sql", "0123abcd", 2);

	private final HistoryTable history = new HistoryTable(new MigratorTables("app", "v", "h"), "it's");

	@Test
	void revisionThatIsDoneIsRecordedWithItsScriptAndHowLongItTook() {
		assertThat(this.history.done(SCRIPT, Direction.UPGRADE, "transaction_timestamp()")).isEqualTo("""
				INSERT INTO "app"."h" (revision, direction, started, duration, outcome, statements, statements_done, \
				done_hash, script, checksum, checksum_version, db_user, application, version_table) \
				VALUES ('b', 'upgrade', transaction_timestamp(), clock_timestamp() - transaction_timestamp(), 'done', \
				NULL, NULL, NULL, 'b.sql', '%s', %s, current_user, 'it''s', 'v');
				""".formatted("0123abcd", 2));
	}

	@Test
	void javaRevisionHasNoChecksumAndAnApplicationMayHaveNoName() {
		HistoryTable nameless = new HistoryTable(new MigratorTables("app", "v", "h"), null);

		assertThat(nameless.done(new RecordedScript("a", "example.A", null, 0), Direction.DOWNGRADE, "x"))
			.contains("VALUES ('a', 'downgrade', x, clock_timestamp() - x, 'done', NULL, NULL, NULL, ")
			.endsWith("'example.A', NULL, NULL, current_user, NULL, 'v');\n");
	}

	@Test
	void revisionThatBeginsIsAnsweredWithTheIdOfItsRow() {
		assertThat(this.history.running(SCRIPT, Direction.UPGRADE, 5))
			.contains("'upgrade', clock_timestamp(), NULL, 'running', 5, 0, NULL, 'b.sql',")
			.endsWith(", current_user, 'it''s', 'v') RETURNING id;");
	}

	@Test
	void howFarARevisionCameIsKeptInItsRow() {
		assertThat(this.history.progress("b", "7", 3, "abcd"))
			.isEqualTo("UPDATE \"app\".\"h\" SET outcome = 'running', statements_done = 3, done_hash = 'abcd', "
					+ "session = current_setting('migrator.script_session'), error = NULL WHERE revision = 'b' AND id = 7;\n");
		assertThat(this.history.failed("b", "7", "it's full"))
			.isEqualTo("UPDATE \"app\".\"h\" SET outcome = 'failed', duration = clock_timestamp() - started, "
					+ "error = 'it''s full' WHERE revision = 'b' AND id = 7;\n");
		assertThat(this.history.finished("b", "7"))
			.isEqualTo("UPDATE \"app\".\"h\" SET outcome = 'done', duration = clock_timestamp() - started, "
					+ "session = NULL, error = NULL WHERE revision = 'b' AND id = 7;\n");
		assertThat(this.history.resumed("7", SCRIPT, 6))
			.isEqualTo(("UPDATE \"app\".\"h\" SET outcome = 'running', error = NULL, statements = 6, script = 'b.sql', "
					+ "checksum = '%s' WHERE revision = 'b' AND id = 7;\n")
				.formatted("0123abcd"));
		assertThat(this.history.resolved(SCRIPT, Direction.UPGRADE, 6, 2, "abcd"))
			.contains("VALUES ('b', 'upgrade', clock_timestamp(), NULL, 'failed', 6, 2, 'abcd', 'b.sql', ");
	}

	@Test
	void whatIsStampedWasNotRun() {
		assertThat(this.history.stamped(SCRIPT))
			.contains("VALUES ('b', 'stamp', transaction_timestamp(), NULL, 'done', NULL, NULL, NULL, 'b.sql', '"
					+ "0123abcd");
		assertThat(this.history.undone(RecordedScript.without("gone"))).contains(
				"VALUES ('gone', 'downgrade', transaction_timestamp(), NULL, 'done', NULL, NULL, NULL, NULL, NULL, NULL, current_user");
	}

}
