package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server counts: statements with {@code pg_stat_statements}, commits with
 * {@code pg_stat_database}.
 */
class ServerTrafficTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase observer = Postgres.maintenance();

	private Revisions revisions;

	private String name;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();");
		this.observer.execute("create extension if not exists pg_stat_statements");
		this.name = String.valueOf(this.database.dataSource().getDatabaseName());
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
	void eachRevisionIsOneCommit() {
		migrator().upgrade();
		for (int i = 1; i <= 10; i++) {
			this.revisions.add("r%d <- %s".formatted(i, (i == 1) ? "a" : "r" + (i - 1)),
					"create table r%d (); insert into r%1$d default values;".formatted(i));
		}
		long ten = commitsOfAnUpgrade();

		this.revisions.add("s1 <- r10", "create table s1 ();").add("s2 <- s1", "create table s2 ();");
		long two = commitsOfAnUpgrade();

		assertThat(ten - two).as("commits for eight revisions more").isEqualTo(8);
	}

	/**
	 * With a pool of one connection, so that nothing is counted of those who watch.
	 */
	private long commitsOfAnUpgrade() {
		long before = commits();
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(this.database.url());
			pool.setUsername(this.database.user());
			pool.setPassword(this.database.password());
			pool.setMaximumPoolSize(1);
			Migrator.builder(pool).locations(this.revisions.location()).build().upgrade();
		}
		return commits() - before;
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
	 * A backend reports what it has counted when it ends, at the latest.
	 */
	private long commits() {
		Awaitility.await()
			.until(() -> "0".equals(this.observer
				.value("select count(*) from pg_stat_activity where datname = '%s'".formatted(this.name))));
		return Long.parseLong(String.valueOf(this.observer
			.value("select xact_commit from pg_stat_database where datname = '%s'".formatted(this.name))));
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

}
