package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.StepListener;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.result.Finding;
import dev.migrator.revision.Step;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
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
 * Scripts that are not run as they are written: what the operator reads.
 */
@Tag("server")
@Tag("oldest")
class RefusedScriptTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.folder = folder;
		this.revisions = Revisions.in(folder);
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
	}

	@Test
	void everythingInAllPendingScriptsIsToldAtOnceAndNothingRuns() {
		this.revisions.add("a", "create table t (id int);")
			.add("b <- a", "create index concurrently i on t (id);\n\\i grants.sql\ncommit;")
			.addWithoutTransaction("c <- b", "create index concurrently i on t (id);\ndiscard all;");
		this.builder.javaRevisions(List.of(JavaRevisionScript.of(VacuumInJava.class, VacuumInJava::new)));

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.getMessage()).isEqualTo(
					"""
							There are 5 places in pending revisions that cannot be run as they are written:

							  file:%1$s/0002_b.sql:7: PostgreSQL does not run CREATE INDEX CONCURRENTLY in a transaction; add the line \
							"-- transaction: none" to the header of the script
							  file:%1$s/0002_b.sql:8: \\i is a psql command, which the server does not know; write the SQL of \
							that file here, or in a separate revision
							  file:%1$s/0002_b.sql:9: COMMIT would begin or end a transaction, but the script already runs in \
							one, together with its version row; remove it, or add the line "-- transaction: none" to the header of the script
							  file:%1$s/0003_c.sql:9: DISCARD ALL would release the migration lock; remove it: \
							changes of a script to its session end with the script anyway
							  dev.migrator.RefusedScriptTests$VacuumInJava:2: in operation 2: PostgreSQL does not run VACUUM in a \
							transaction; set transactional = false in its @RevisionScript

							Fix them and start again.
							Nothing has been run.""",
					this.folder);
			assertThat(ex.problems()).extracting("line").containsExactly(7, 8, 9, 9, 2);
		});
		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(this.database.has("t")).isFalse();
	}

	@Test
	void appliedScriptIsNotLookedAt() {
		this.revisions.add("a", "create table t (id int);").add("b <- a", "vacuum;");
		this.builder.build().stamp("b");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void downgradeIsLookedAtWhenItIsPlanned() {
		this.revisions.add("a", "create table t (id int);").add("b <- a", "create table u ();", "vacuum;");
		upgrade();

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> this.builder.build().downgrade("a"))
			.withMessageContaining("0002_b.sql:10: PostgreSQL does not run VACUUM in a transaction");
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void indexWithoutANameIsRefusedWithOneToWrite() {
		this.revisions.add("a", "create table t (id int, j int);").addWithoutTransaction("b <- a", """
				select 1;
				create index concurrently on t (lower(j::text));
				create index concurrently "I" on t (j);
				create unique index concurrently on t (j);
				create index concurrently on t (j);""");

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("0002_b.sql:9: CREATE INDEX CONCURRENTLY gives the index no name. After an "
					+ "interruption it would build a second index; give it a name; PostgreSQL would call it t_lower_idx\n")
			.withMessageContaining("0002_b.sql:11: ")
			.withMessageContaining("call it t_j_idx\n")
			.withMessageContaining("call it t_j_idx1\n")
			.satisfies((ex) -> assertThat(ex.problems()).extracting("line").containsExactly(9, 11, 12));
		assertThat(this.database.has("t")).isFalse();
		assertThat(this.builder.build().checkRevisions()).extracting(Finding::kind)
			.containsExactly(Finding.Kind.REFUSED_SCRIPT, Finding.Kind.REFUSED_SCRIPT, Finding.Kind.REFUSED_SCRIPT);
	}

	@Test
	void indexWithoutANameIsNotRefusedWhereItWasBuilt() {
		this.revisions.add("a", "create table t (id int, j int);")
			.addWithoutTransaction("b <- a", "create index concurrently on t (j); select 1 / 0;");
		this.builder.build().upgrade("a");
		this.database.execute("create index concurrently on t (j)");
		this.database.execute("""
				insert into migrator_history (revision, direction, started, outcome, statements, statements_done,
				    done_hash, db_user)
				values ('b', 'upgrade', now(), 'failed', 2, 1,
				    encode(sha256('create index concurrently on t (j)' || '\\000'::bytea), 'hex'), 'me')""");
		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				create index concurrently on t (j); select 1;""");

		upgrade();

		assertThat(this.database.versionRows()).containsExactly("b");
		this.revisions.add("c <- b", "select 1");
		upgrade();
		assertThat(this.database.versionRows()).containsExactly("c");
		assertThat(this.builder.build().checkRevisions()).isEmpty();
	}

	@Test
	void enumValueOfAnEarlierRevisionFailsOnlyInOneTransaction() {
		this.revisions.add("a", "create type mood as enum ('a');");
		upgrade();
		this.revisions.add("b <- a", "alter type mood add value 'b';").add("c <- b", "select 'b'::mood;");

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> this.builder.transaction(TransactionMode.SINGLE).build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.line()).isEqualTo(7);
				assertThat(ex.action()).contains("can be used only when that is committed",
						"Either takes a run with migrator.transaction=per-revision: with single, nothing is committed "
								+ "before the end, and a script without a transaction is refused.");
			});

		this.builder.transaction(TransactionMode.PER_REVISION).build().upgrade();
		assertThat(this.database.versionRows()).containsExactly("c");
	}

	@Test
	void textThatEqualsANewEnumValueIsNoUseOfIt() {
		this.revisions.add("a", "create type st as enum ('a'); create table label (name text);").add("b <- a", """
				alter type st add value 'DRAFT';
				insert into label values ('DRAFT');
				comment on table label is 'DRAFT';
				create function draft() returns text language sql as $$ select 'DRAFT' $$;""");

		upgrade();

		assertThat(this.database.value("select name from label")).isEqualTo("DRAFT");
	}

	@Test
	void enumValueThatIsUsedTooEarlyIsRolledBackWithTheAdvice() {
		this.revisions.add("a", "create type mood as enum ('a');").file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- migrator:upgrade
				alter type mood add value 'bad';
				do $$ begin execute 'select ''b''''ad''::mood'; end $$;
				""".replace("''b''''ad''", "''' || 'b' || 'ad' || '''"));

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.description()).contains("failed in statement 2 of 2, line 5",
					"unsafe use of new value \"bad\" of enum type mood (SQLSTATE 55P04)");
			assertThat(ex.action()).isEqualTo(
					"""
							Nothing of this revision was kept; the database is at a. Fix the script and start again.

							A value that is added to an enum can be used only when that is committed. Move what uses it to a later \
							revision, or add the line "-- transaction: none" to the header of the script. Then its statements run one \
							by one, each committed by itself.""");
		});
	}

	@Test
	void whatOnlyTheServerCanSeeIsRolledBackWithTheAdvice() {
		this.revisions.add("a", "create table p (id int) partition by list (id);").add("b <- a", "reindex table p;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("REINDEX TABLE cannot run inside a transaction block")
			.withMessageContaining("""
					PostgreSQL does not run this in a transaction, and the script runs in one. To run it, add the line \
					"-- transaction: none" to the header of the script.""");
	}

	@Test
	void whatNoTransactionWouldMendGetsNoSuchAdvice() {
		this.revisions.add("a", "do $$ begin execute 'vacuum'; end $$;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("VACUUM cannot run inside a transaction block")
			.withMessageEndingWith("Fix the script and start again.");
	}

	@Test
	void scriptThatIsEditedDuringTheRunIsNotRun() {
		this.revisions.add("a", "create table t (id int);");
		this.builder.listeners(List.of(new StepListener() {

			@Override
			public void beforeStep(Step step) {
				RefusedScriptTests.this.revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\nselect 1;");
			}

		}));

		assertThatExceptionOfType(ScriptChangedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("0001_a.sql was changed after the revisions had been read");
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void scriptThatFailedMayBeEditedAndRun() {
		this.revisions.add("a", "create table t (id int); select 1/0;");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);

		this.revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\ncreate table t (id bigint);");
		upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.history()).containsExactly("upgrade a done");
	}

	private void upgrade() {
		this.builder.build().upgrade();
	}

	@RevisionScript(revision = "d", revises = "c")
	static final class VacuumInJava implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.execute("select 1");
			op.execute("select 2;\nvacuum");
		}

	}

}
