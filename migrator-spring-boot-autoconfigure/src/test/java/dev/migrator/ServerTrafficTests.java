package dev.migrator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server counts with {@code pg_stat_statements}, and the messages of a run, read
 * from the wire: {@code docs/architecture.md} has the reason for each.
 */
class ServerTrafficTests {

	private static final Comparator<String> BEGINNING = (message, beginning) -> message.startsWith(beginning) ? 0 : 1;

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase observer = Postgres.maintenance();

	private Revisions revisions;

	private String name;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();", "drop table a;");
		this.observer.execute("create extension if not exists pg_stat_statements");
		this.name = this.database.name();
	}

	@Test
	void nothingPendingIsOneStatementThatTakesNoLockAndWritesNothing() {
		Migrator migrator = migrator();
		migrator.upgrade();
		List<String> before = statements();

		migrator.upgrade();

		List<String> sent = new java.util.ArrayList<>(statements());
		before.forEach(sent::remove);
		assertThat(sent).filteredOn((statement) -> !driverSends(statement))
			.singleElement()
			.asString()
			.startsWith("select current_schema()");
	}

	@Test
	void nothingPendingIsOneStatementAfterRevisionsThatRanAgain() throws IOException {
		migrator().upgrade();
		migrator().downgrade("base");
		migrator().upgrade();

		assertThat(messagesOfAnUpgrade("select current_schema()")).singleElement()
			.asString()
			.startsWith("select current_schema()");
	}

	@Test
	void eachRevisionIsOneCommit() {
		migrator().upgrade();
		for (int i = 1; i <= 10; i++) {
			this.revisions.add("r%d <- %s".formatted(i, (i == 1) ? "a" : "r" + (i - 1)),
					"create table r%d (); insert into r%1$d default values;".formatted(i));
		}
		long before = commits();

		migrator().upgrade();

		assertThat(commits() - before).isEqualTo(10);
	}

	@Test
	void runIsEightMessagesAndOneForEachRevision() throws IOException {
		migrator().upgrade();
		this.revisions.add("b <- a", "create table b (id int);");
		this.revisions.add("c <- b", "insert into b values (1);");

		assertThat(messagesOfAnUpgrade()).usingElementComparator(BEGINNING)
			.containsExactly("select current_schema(), v.version_num", "select current_schema(), v.version_num",
					"select case when pid = ", "select current_schema(), v.version_num", "select pg_is_in_recovery()",
					"SET client_connection_check_interval", "BEGIN;SET LOCAL lock_timeout",
					"BEGIN;SET LOCAL lock_timeout", "SELECT DISTINCT undo", "select pg_catalog.pg_advisory_unlock");
	}

	@Test
	void firstRunIsFourMoreMessages() throws IOException {
		assertThat(messagesOfAnUpgrade()).usingElementComparator(BEGINNING)
			.containsExactly("select current_schema(), v.version_num", "select current_schema(), to_regclass",
					"select case when pid = ", "select current_schema(), v.version_num",
					"select current_schema(), to_regclass", "select pg_is_in_recovery()",
					"SET client_connection_check_interval", "select to_regnamespace", "CREATE TABLE",
					"BEGIN;SET LOCAL lock_timeout", "SELECT DISTINCT undo", "select pg_catalog.pg_advisory_unlock");
	}

	private List<String> messagesOfAnUpgrade() throws IOException {
		return messagesOfAnUpgrade("select case when pid = ");
	}

	private List<String> messagesOfAnUpgrade(String own) throws IOException {
		try (CountingProxy proxy = CountingProxy.of(this.database)) {
			Migrator.builder(proxy.dataSource()).locations(this.revisions.location()).build().upgrade();
			return proxy.queriesBeside(own).stream().filter((message) -> !driverSends(message)).toList();
		}
	}

	private List<String> statements() {
		return this.observer.column("""
				select s.query from pg_stat_statements s join pg_database d on d.oid = s.dbid,
				    generate_series(1, s.calls) where d.datname = '%s' order by 1
				""".formatted(this.name)).stream().map(String::valueOf).toList();
	}

	private static boolean driverSends(String statement) {
		return statement.startsWith("SET extra_float_digits") || statement.startsWith("SET application_name");
	}

	/**
	 * Counted by the statement: of all transactions of a database, those of autovacuum
	 * are among them.
	 */
	private long commits() {
		return statements().stream().filter("COMMIT"::equals).count();
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.newDataSource()).locations(this.revisions.location()).build();
	}

}
