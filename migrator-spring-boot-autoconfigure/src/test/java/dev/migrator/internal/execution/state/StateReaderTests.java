package dev.migrator.internal.execution.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.migrator.Migrator;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.store.MigratorTables;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.SqlScriptReader;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which entries of the history are read, if the scripts are known.
 */
@Tag("server")
class StateReaderTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "create table a ();")
			.add("b <- a", "create table b ();", "drop table b;")
			.add("ü <- b", "create table c ();", "drop table c;");
		migrator().upgrade();
	}

	@Test
	void noEntryIsReadIfAllSayWhatTheScriptsSay() {
		assertThat(entries()).isEmpty();
	}

	@Test
	void allAreReadIfOneScriptWasEdited() {
		edit();

		assertThat(entries()).containsExactlyInAnyOrder("a", "b", "ü");
	}

	@Test
	void allAreReadIfOneRevisionIsNotApplied() {
		migrator().downgrade("b");

		assertThat(entries()).containsExactlyInAnyOrder("a", "b");
	}

	@Test
	void entryOfAJavaRevisionIsNotReadIfTheRevisionIsStillJava() {
		insertWithoutChecksum("java");

		assertThat(entries(JavaRevisionScript.of(JavaChange.class, JavaChange::new))).isEmpty();
	}

	@Test
	void allAreReadIfNoScriptHasARevision() {
		insertWithoutChecksum("java");

		assertThat(entries()).containsExactlyInAnyOrder("a", "b", "ü", "java");
	}

	@Test
	void allAreReadIfAnEntryOfAFileHasNoChecksum() {
		this.database
			.execute("update migrator_history set checksum = null, checksum_version = null where revision = 'a'");

		assertThat(entries()).containsExactlyInAnyOrder("a", "b", "ü");
	}

	private void insertWithoutChecksum(String revision) {
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, db_user) "
				+ "values ('%s', 'upgrade', now(), 'done', 'me')".formatted(revision));
	}

	@Test
	void unfinishedEntryIsAlwaysRead() {
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, checksum, "
				+ "checksum_version, db_user) values ('x', 'upgrade', now(), 'failed', 'abc', 1, 'me')");

		assertThat(entries()).containsExactly("x");
	}

	@Test
	void entryOfAnOtherVersionOfTheChecksumIsAnotherOne() {
		this.database.execute("update migrator_history set checksum_version = 2 where revision = 'a'");

		assertThat(entries()).containsExactlyInAnyOrder("a", "b", "ü");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 2000 })
	void onlyTheLastEntryOfARevisionCountsInAShortHistoryAndInALongOne(int times) {
		this.database.execute(
				"""
						insert into migrator_history (id, revision, direction, started, outcome, checksum, checksum_version, db_user)
						overriding system value
						select -i, 'a', case when i %% 2 = 0 then 'upgrade' else 'downgrade' end, now(), 'done', 'old', 1, 'me'
						from generate_series(1, %s) i"""
					.formatted(times));
		assertThat(entries()).isEmpty();

		edit();

		assertThat(entries()).containsExactlyInAnyOrder("a", "b", "ü");
	}

	private void edit() {
		this.revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\ncreate table a (id int);");
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

	private Set<String> entries(Script... classes) {
		List<String> locations = List.of(this.revisions.location());
		RevisionScripts scripts = RevisionScripts.of(new SqlScriptReader(new DefaultResourceLoader()).read(locations),
				List.of(classes), locations);
		MigratorTables tables = new MigratorTables(null, "migrator_version", "migrator_history");
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			return new StateReader(tables).readChanges(connection, scripts).lastEntries().keySet();
		}
	}

	@RevisionScript(revision = "java", revises = "ü")
	static class JavaChange implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
