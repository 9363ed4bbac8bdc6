package dev.migrator;

import java.nio.file.Path;

import dev.migrator.execution.HalfWay;
import dev.migrator.execution.HalfWayException;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.Resolution;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.result.Finding;
import dev.migrator.revision.Direction;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Half-way is a state: while a revision without a transaction is half-way, in either
 * direction, nothing is done that would make a version row untrue.
 */
@Tag("oldest")
class HalfWayTests {

	private static final String INDEXES = """
			create index concurrently ix_users_name on users (name);
			create unique index concurrently ux_users_email on users (email);""";

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void addRevisions(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "create table users (name text, email text); insert into users values ('x', 'e'), ('y', 'e')",
					"drop table users");
	}

	@Test
	void nothingIsUndoneBelowWhatIsHalfApplied() {
		this.revisions.addWithoutTransaction("b <- a", INDEXES, "drop index ix_users_name, ux_users_email");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());

		assertRefused(() -> migrator().downgrade("-1"));
		assertRefused(() -> migrator().downgrade("base"));
		assertRefused(() -> migrator().stamp("base"));
		assertRefused(() -> migrator().stamp("heads"));
		assertRefused(() -> migrator().stampPurged("base"));
		this.database.execute("delete from users where name = 'y'");
		migrator().upgrade();

		assertThat(this.database.has("ix_users_name")).isTrue();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().downgrade("-1").to()).containsExactly("a");
	}

	@Test
	void progressThatOutlivedWhatItStandsOnIsNotGoneOnWith() {
		this.revisions.addWithoutTransaction("b <- a", INDEXES);
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());
		// as an older version of the migrator did it
		this.database.execute("drop table users; delete from migrator_version");

		assertThatExceptionOfType(HalfWayException.class).isThrownBy(() -> migrator().upgrade())
			.withMessageContainingAll("Revision b is half-way: its upgrade stopped after 1 of 2 statements.",
					"the revisions that it follows are not applied, or were applied again since it began", ": a.",
					"migrator resolve b --not-applied");

		migrator().resolve("b", Resolution.NOT_APPLIED);
		this.revisions.file("0001_a.sql", """
				-- make a
				--
				-- revision: a
				-- migrator:upgrade
				create table users (name text, email text);""");
		migrator().upgrade();
		assertThat(this.database.has("ix_users_name")).isTrue();
	}

	@Test
	void halfDoneDowngradeIsNotPassedOver() {
		this.revisions.addWithoutTransaction("b <- a", "create index ix on users (name)",
				"drop index ix; select 1/0; select 2");
		migrator().upgrade();
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().downgrade("a"));
		this.revisions.add("c <- b", "create table c (id int)");

		assertRefused(() -> migrator().upgrade());
		assertRefused(() -> migrator().upgrade("b"));
		assertRefused(() -> migrator().validate());
		assertRefused(() -> migrator().stamp("a"));
		assertThat(this.database.has("c")).isFalse();
		assertThat(migrator().status().halfWay()).singleElement().satisfies((halfWay) -> {
			assertThat(halfWay.direction()).isEqualTo(Direction.DOWNGRADE);
			assertThat(halfWay.statements()).isEqualTo(3);
			assertThat(halfWay.statementsDone()).isEqualTo(1);
			assertThat(halfWay.running()).isFalse();
			assertThat(halfWay.error())
				.matches("in statement 2 of 3, line \\d+: division by zero \\(SQLSTATE 22012\\)");
			assertThat(halfWay.command()).isEqualTo("migrator downgrade b-1");
		});
		assertThat(migrator().checkRevisions()).first()
			.satisfies((finding) -> assertThat(finding.description()).contains("its downgrade stopped", "22012"));
	}

	@Test
	void halfDoneDowngradeGoesOn() {
		this.revisions.addWithoutTransaction("b <- a", "create index ix on users (name)",
				"drop index ix; select 1 / count(*) from users; select 2");
		migrator().upgrade();
		this.database.execute("delete from users");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().downgrade("a"));
		this.database.execute("insert into users values ('z', 'z')");

		assertThat(migrator().downgrade("b-1").to()).containsExactly("a");

		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done", "downgrade b done");
		assertThat(migrator().status().halfWay()).isEmpty();
	}

	@Test
	void resetBeginsAnewBecauseNothingOfItIsLeft() {
		this.revisions.addWithoutTransaction("b <- a", INDEXES);
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());
		this.revisions.file("0001_a.sql", """
				-- make a
				--
				-- revision: a
				-- migrator:upgrade
				create table users (name text, email text);""");

		builder().resetAllowed(true).build().reset();

		assertThat(this.database.has("ix_users_name")).isTrue();
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void revisionBesideIsAppliedWhileAnotherIsHalfApplied() {
		this.revisions.addWithoutTransaction("b <- a", INDEXES).add("x <- a", "create table x (id int)");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade("b"));

		migrator().upgrade("x");

		assertThat(this.database.has("x")).isTrue();
		assertRefused(() -> migrator().downgrade("a"));
	}

	@Test
	void commandThatGoesOnWithADowngradeLeavesWhatIsBeside() {
		this.revisions
			.addWithoutTransaction("b <- a", "create table one (id int)", "drop table one; select 1/0; select 2")
			.add("x <- a", "create table x (id int)", "drop table x");
		builder().allowSeveralHeads(true).build().upgrade("heads");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().downgrade("b@-1"));

		assertThat(migrator().status().halfWay()).singleElement()
			.extracting(HalfWay::command)
			.isEqualTo("migrator downgrade b@-1");
		assertThat(migrator().planDowngrade("b@-1").to()).containsExactly("x");
	}

	@Test
	void personSaysHowManyStatementsAreDone() {
		this.revisions.addWithoutTransaction("b <- a",
				"create table one (id int);\ncreate table one (id int);\ncreate table two (id int);");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());

		assertThat(migrator().internals().halfWay("b").rest()).extracting("number", "line", "text")
			.containsExactly(tuple(2, 9, "create table one (id int)"), tuple(3, 10, "create table two (id int)"));
		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> migrator().resolve("b", 4))
			.withMessageContaining("has 3 statements, so --done 4 is not possible");
		assertThat(migrator().resolve("b", 2).summary()).isEqualTo(
				"Of the upgrade of revision b, 2 of 3 statements count as done from now on. To continue: migrator "
						+ "upgrade b");
		migrator().upgrade();

		assertThat(this.database.has("two")).isTrue();
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(migrator().status().halfWay()).isEmpty();
	}

	@Test
	void whoeverWaitsForARunSeesWhatBecameOfIt() {
		this.revisions.addWithoutTransaction("b <- a", "create index ix on users (name)", "drop index ix; select 1");
		migrator().upgrade();
		this.database
			.execute("update migrator_history set direction = 'downgrade', outcome = 'running', statements = 2 "
					+ "where revision = 'b'");

		// nobody holds the lock: it was killed
		assertRefused(() -> migrator().upgrade());
		assertThat(migrator().status().halfWay()).extracting(HalfWay::running).containsExactly(true);
	}

	@Test
	void halfUndoneMergeGoesOnWithoutWhatStandsBesideIt() {
		this.revisions.add("b <- a", "select 1", "select 1")
			.add("x <- a", "select 1", "select 1")
			.add("y <- b", "select 1", "select 1")
			.addWithoutTransaction("m <- b, x", "select 1", "select 1; select 1 / count(*) from users");
		migrator().upgrade("heads");
		this.database.execute("delete from users");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().downgrade("m@b"));
		this.database.execute("insert into users values ('z', 'z')");

		assertThat(migrator().status().halfWay()).extracting(HalfWay::command)
			.containsExactly("migrator downgrade m@b");
		assertThat(migrator().downgrade("m@b").to()).containsExactlyInAnyOrder("x", "y");
	}

	@Test
	void checkNamesItBeforeTheIndexThatItLeft() {
		this.revisions.addWithoutTransaction("b <- a", INDEXES);
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().upgrade());

		assertThat(migrator().checkRevisions()).extracting(Finding::kind)
			.startsWith(Finding.Kind.HALF_DONE)
			.contains(Finding.Kind.INVALID_INDEX);
	}

	private static void assertRefused(ThrowingCallable command) {
		assertThatExceptionOfType(HalfWayException.class).isThrownBy(command)
			.withMessageContainingAll("Revision b is half-way: its ", "Continue it: migrator ", "migrator resolve b");
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.database.dataSource())
			.locations(this.revisions.location())
			.allowSeveralHeads(true);
	}

	private Migrator migrator() {
		return builder().build();
	}

}
