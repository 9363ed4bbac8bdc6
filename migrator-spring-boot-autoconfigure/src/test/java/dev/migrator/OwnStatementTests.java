package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.TransactionMode;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A script can make the migrator's own statements fail. The message names the script, and
 * the statement that they came after.
 */
@Tag("server")
class OwnStatementTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
	}

	@ParameterizedTest
	@EnumSource
	void scriptLetsItsTransactionOnlyRead(TransactionMode mode) {
		this.revisions.add("a", "select 1;\nset transaction_read_only = on;\n\n");

		ScriptFailedException failure = failure(mode);

		assertThat(failure.description()).isEqualTo("""
				Revision a (0001_a.sql) failed while recording it in the version table, after statement 2 of 2, line 7:

				  cannot execute SELECT in a read-only transaction (SQLSTATE 25006)""");
		assertThat(failure.action()).contains("The script sets transaction_read_only or default_transaction_read_only");
		assertThat(this.database.has("migrator_version")).isEqualTo(mode == TransactionMode.PER_REVISION);
	}

	@Test
	void schemaOfTheMigratorsTablesIsDropped() {
		this.revisions.add("a", "create table t ();").add("b <- a", """
				create table u ();
				drop schema public
				    cascade;
				create schema public;""");

		ScriptFailedException failure = failure(TransactionMode.PER_REVISION);

		assertThat(failure.description()).isEqualTo("""
				Revision b (0002_b.sql) failed while recording it in the version table, after statement 3 of 3, line 10:

				  relation "public.migrator_version" does not exist (SQLSTATE 42P01)""");
		assertThat(failure.action()).isEqualTo("""
				Nothing of this revision was kept; the database is at a. Fix the script and start again.

				The script runs drop schema public cascade in line 8: this dropped \
				"public"."migrator_version" and "public"."migrator_history", where the revision is recorded. \
				The script must drop only objects of the application. Or keep these tables in a schema of \
				their own: set migrator.schema, and move them there \
				(ALTER TABLE ... SET SCHEMA ...).""");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void schemaOfTheMigratorsTablesIsDroppedWithoutATransaction() {
		this.revisions.addWithoutTransaction("a",
				"create table t ();\ndrop schema public cascade;\ncreate schema public;");

		ScriptFailedException failure = failure(TransactionMode.PER_REVISION);

		assertThat(failure.description()).isEqualTo("""
				Revision a (0001_a.sql) failed while recording it in the history, after statement 2 of 3, line 8:

				  relation "public.migrator_history" does not exist (SQLSTATE 42P01)""");
		assertThat(failure.action()).contains("1 of its 3 statements were completed",
				"The script runs drop schema public cascade in line 8", "set migrator.schema");
	}

	@Test
	void tableOfTheMigratorIsDropped() {
		this.revisions.addWithoutTransaction("a", "create table t ();\ndrop table migrator_version;");

		ScriptFailedException failure = failure(TransactionMode.PER_REVISION);

		assertThat(failure.description())
			.contains("failed while recording it in the version table, after statement 2 of 2, line 8:");
		assertThat(failure.action()).contains("2 of its 2 statements were completed",
				"or a function that it calls, dropped", "set migrator.schema");
	}

	@Test
	void blockOfCodeLetsTheTransactionOnlyRead() {
		this.revisions.add("a", "create table t ();\ndo $$ begin set transaction_read_only = on; end $$");

		assertThat(failure(TransactionMode.PER_REVISION).description()).contains(", after statement 2 of 2, line 7:");
	}

	@Test
	void styleOfDatesThatACodeBlockSetsIsNamedWhereTheDriverGivesUp() {
		this.revisions.addWithoutTransaction("a", "create table t ();\ndo $$ begin set datestyle = 'German'; end $$;");

		ScriptFailedException failure = failure(TransactionMode.PER_REVISION);

		assertThat(failure.description()).startsWith("Revision a (0001_a.sql) failed in statement 2 of 2, line 8:")
			.contains("DateStyle");
		assertThat(failure.action()).contains("1 of its 2 statements were completed. Fix the script and start again",
				"gives DateStyle a value that the driver does not support");
	}

	@Test
	void longScriptIsSentInSeveralMessages() {
		this.revisions.add("a",
				"select '%s';\nset transaction read only;\nselect '%1$s';\n".formatted("x".repeat(1_000_000))
						+ "copy (select 1) to program 'cat >/dev/null';");

		assertThat(failure(TransactionMode.PER_REVISION).description()).startsWith(
				"Revision a (0001_a.sql) failed while recording it in the version table, after statement 4 of 4, "
						+ "line 9:");
	}

	@Test
	void codeOverLiveDataComesLast() {
		Migrator migrator = Migrator.builder(this.database.newDataSource())
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> {
				op.execute("select 1");
				op.data("only read", (jdbc) -> jdbc.sql("set transaction_read_only = on").update());
			})))
			.build();

		assertThat(failure(migrator).description())
			.contains("failed while recording it in the version table, after operation 2 of 2, a data change:");
	}

	private ScriptFailedException failure(TransactionMode mode) {
		return failure(Migrator.builder(this.database.newDataSource())
			.locations(this.revisions.location())
			.transaction(mode)
			.build());
	}

	private static ScriptFailedException failure(Migrator migrator) {
		return catchThrowableOfType(ScriptFailedException.class, migrator::upgrade);
	}

}
