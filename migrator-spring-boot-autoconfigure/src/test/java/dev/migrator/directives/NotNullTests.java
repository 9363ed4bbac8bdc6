package dev.migrator.directives;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.testing.LambdaRevision;
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
 * NOT NULL on a table that is in use, and directives that cannot be run as they are.
 */
@Tag("server")
class NotNullTests {

	private final TestDatabase database = Postgres.newDatabase();

	@BeforeEach
	void setUp() {
		this.database.execute("create table t (id int primary key, a text)");
		this.database.execute("insert into t values (1, 'x'), (2, null)");
	}

	@Test
	void goesOnAtTheValidationWhenTheRowsAreFixed() {
		Migrator migrator = migrator(
				LambdaRevision.withoutTransaction((op) -> op.alterColumn("t", "a", (c) -> c.notNull())));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("failed in statement 2 of 4")
			.withMessageContaining("check constraint \"t_a_not_null_check\" of relation \"t\" is violated by some row");
		assertThat(notNull()).isEqualTo("f");

		this.database.execute("update t set a = 'y' where id = 2");
		migrator.upgrade();

		assertThat(notNull()).isEqualTo("t");
		assertThat(this.database
			.column("select conname from pg_constraint where conrelid = 't'::regclass and contype = 'c'")).isEmpty();
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	@Test
	void readersAndWritersAreLetInWhileTheRowsAreLookedAt() throws Exception {
		this.database.execute("update t set a = 'y' where id = 2");
		// VALIDATE waits for who holds this lock only if it locks more than it has to.
		try (Connection other = this.database.newDataSource().getConnection();
				Statement statement = other.createStatement()) {
			Migrator migrator = migrator(LambdaRevision.withoutTransaction((op) -> {
				op.createCheck("t", "a IS NOT NULL", (c) -> c.notValid());
				op.data("somebody writes", (jdbc) -> {
					other.setAutoCommit(false);
					statement.execute("update t set a = 'z' where id = 1");
				});
				op.validateConstraint("t", "t_check");
				op.data("and is done", (jdbc) -> other.commit());
			}));

			migrator.upgrade();
		}

		assertThat(this.database.value("select convalidated from pg_constraint where conname = 't_check'"))
			.isEqualTo("t");
	}

	@Test
	void directiveThatCannotBeStopsThePlanBeforeAnythingRuns(@TempDir Path folder) {
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(Revisions.in(folder).add("0", "create table before_it ();").location())
			.javaRevisions(List.of(LambdaRevision
				.inTransaction((op) -> op.createIndex("ix", "t", (i) -> i.column("a").concurrently()))))
			.build();

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("Revision a (")
			.withMessageContaining("Set transactional = false in its @RevisionScript.");
		assertThat(this.database.has("before_it")).isFalse();
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	private String notNull() {
		return String.valueOf(this.database
			.value("select attnotnull from pg_attribute where attrelid = 't'::regclass and attname = 'a'"));
	}

	private Migrator migrator(JavaRevisionScript script) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.lockTimeout(Duration.ofMillis(500))
			.lockRetries(0)
			.javaRevisions(List.of(script))
			.build();
	}

}
