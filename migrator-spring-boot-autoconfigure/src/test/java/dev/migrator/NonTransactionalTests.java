package dev.migrator;

import java.nio.file.Path;

import dev.migrator.execution.PartialRevisionException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that say {@code transaction: none}.
 */
@Tag("server")
class NonTransactionalTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table t (id int); insert into t values (1), (1)");
	}

	@Test
	void runsWhatCannotBeInATransaction() {
		this.revisions.addWithoutTransaction("b <- a", "create index concurrently i on t (id); vacuum t;");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.has("i")).isTrue();
		assertThat(this.database.value("select outcome || ' ' || statements || ' ' || statements_done "
				+ "from migrator_history where revision = 'b' and duration > interval '0'"))
			.isEqualTo("done 2 2");
	}

	@Test
	void stopsHalfWayAndGoesOnWhereItStopped() {
		this.revisions.addWithoutTransaction("b <- a", "create table once (id int); create table t (id int); vacuum;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("Revision b (0002_b.sql) failed in statement 2 of 3, line 8");
			assertThat(ex.action()).contains("1 of its 3 statements are done and stay so; the database is at a.",
					"Mend the script from statement 2 on and start again: it goes on there.");
		});
		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b failed");
		assertThat(migrator().status().revisions().get(0).state()).isEqualTo(RevisionState.PARTIAL);

		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create table once (id int);
				create table other (id int);""");
		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done");
		assertThat(this.database.has("other")).isTrue();
		assertThat(migrator().status().revisions().get(0).state()).isEqualTo(RevisionState.APPLIED);
	}

	@Test
	void refusesToGoOnWhenWhatIsDoneWasEdited() {
		this.revisions.addWithoutTransaction("b <- a", "create table once (id int); create table t (id int);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create table twice (id int);
				create table other (id int);""");

		assertThatExceptionOfType(PartialRevisionException.class).isThrownBy(this::upgrade)
			.withMessageContaining("stopped after 1 of its statements")
			.withMessageContaining("Put the first 1 statements back as they were");
		assertThat(this.database.has("other")).isFalse();
	}

	@Test
	void transactionOfTheScriptsOwnCountsWhenItIsCommitted() {
		this.revisions.addWithoutTransaction("b <- a", """
				begin;
				create table one (id int);
				create table t (id int);
				commit;""");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("0 of its 4 statements are done"));
		assertThat(this.database.has("one")).isFalse();
	}

	@Test
	void transactionThatIsLeftOpenIsRolledBackAndRefused() {
		this.revisions.addWithoutTransaction("b <- a", "begin; create table one (id int);");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("It leaves a transaction open that it began");
		assertThat(this.database.has("one")).isFalse();
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	private void upgrade() {
		migrator().upgrade();
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

}
