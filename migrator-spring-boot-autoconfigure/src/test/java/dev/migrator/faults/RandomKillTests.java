package dev.migrator.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills at random moments over a history of fifty revisions, two thirds of them in
 * transactions. What a revision does can be counted: it inserts its number into a table
 * that would take it twice.
 */
class RandomKillTests {

	/** More of them in the profile {@code faults}. */
	private static final int KILLS = Integer.getInteger("migrator.test.kills", 30);

	private static final int REVISIONS = 50;

	private static final Log logger = LogFactory.getLog(RandomKillTests.class);

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private int histories;

	private int inDoubt;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.database.execute("create table effects (revision int, statement int)");
		this.database.execute("create table base (id int)");
		this.revisions = Revisions.in(folder);
		for (int i = 1; i <= REVISIONS; i++) {
			String line = id(i) + ((i > 1) ? " <- " + id(i - 1) : "");
			if (i % 3 == 0) {
				this.revisions.addWithoutTransaction(line, """
						insert into effects values (%1$d, 1);
						create index concurrently i%1$d on base (id);
						insert into effects select %1$d, 3 from pg_sleep(0.005);""".formatted(i));
			}
			else {
				this.revisions.add(line, """
						insert into effects values (%1$d, 1);
						select pg_sleep(0.005);
						insert into effects values (%1$d, 2);""".formatted(i));
			}
		}
	}

	@Test
	void nothingIsLostOrDoneTwice() {
		int kills = 0;
		ChildProcess next = start();
		try {
			while (kills < KILLS) {
				ChildProcess process = next;
				next = start();
				kills += killedAtRandom(process) ? 1 : 0;
				await().atMost(Duration.ofSeconds(30)).until(this::noSessionIsLeft);
				check();
			}
		}
		finally {
			next.close();
		}
		logger.info("%d kills over %d histories; %d statements without a transaction were done and not yet recorded"
			.formatted(kills, this.histories + 1, this.inDoubt));

		Migrator.builder(this.database.newDataSource()).locations(this.revisions.location()).build().upgrade();

		check();
		assertThat(this.database.versionRows()).containsExactly(id(REVISIONS));
		assertThat(this.database.value("select count(*) from effects")).isEqualTo(Integer.toString(2 * REVISIONS));
	}

	/**
	 * A process that came to its end begins the history anew for the next.
	 */
	private boolean killedAtRandom(ChildProcess process) {
		try (process) {
			await().atMost(Duration.ofSeconds(30)).until(() -> process.output().contains("ready"));
			process.go();
			Duration moment = Duration.ofMillis(ThreadLocalRandom.current().nextInt(400));
			await().pollDelay(moment).pollInterval(Duration.ofMillis(1)).until(() -> true);
			if (process.alive()) {
				process.kill();
				return true;
			}
			assertThat(process.exitCode()).as(process.output()).isZero();
			check();
			beginAnew();
			return false;
		}
	}

	private boolean noSessionIsLeft() {
		return "0".equals(this.database.value("select count(*) from pg_stat_activity "
				+ "where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()"));
	}

	private void check() {
		assertThat(this.database.column("select revision || '/' || statement from effects group by 1 having count(*) > 1"))
			.as("done twice")
			.isEmpty();
		if (!this.database.has("migrator_history")) {
			assertThat(this.database.value("select count(*) from effects")).isEqualTo("0");
			return;
		}
		for (int i = 1; i <= REVISIONS; i++) {
			if (i % 3 == 0) {
				checkWithoutTransaction(i);
			}
			else {
				boolean done = this.database.history().contains("upgrade " + id(i) + " done");
				assertThat(effects(i)).as("effects of " + id(i)).isEqualTo(done ? 2 : 0);
			}
		}
		assertThat(this.database.history()).doesNotHaveDuplicates();
		assertThat(this.database.versionRows()).isEqualTo(
				this.database.column("select max(revision) from migrator_history where outcome = 'done' having count(*) > 0"));
	}

	private void checkWithoutTransaction(int number) {
		String recorded = this.database
			.value("select statements_done from migrator_history where revision = '" + id(number) + "'");
		int done = (recorded != null) ? Integer.parseInt(recorded) : 0;
		for (int statement = 1; statement <= 3; statement++) {
			boolean exists = exists(number, statement);
			if (statement <= done) {
				assertThat(exists).as("statement %d of %s, which is recorded as done", statement, id(number)).isTrue();
			}
			else if (exists) {
				// Killed between a statement and its record: the one that was being run.
				assertThat(statement).as("statement of %s that is not recorded", id(number)).isEqualTo(done + 1);
				assertThat(recorded).as("record of " + id(number)).isNotNull();
				this.inDoubt++;
				undo(number, statement);
			}
		}
	}

	private boolean exists(int number, int statement) {
		return (statement == 2) ? this.database.has("i" + number)
				: !this.database
					.column("select 1 from effects where revision = %d and statement = %d".formatted(number, statement))
					.isEmpty();
	}

	private void undo(int number, int statement) {
		this.database.execute((statement == 2) ? "drop index i" + number
				: "delete from effects where revision = %d and statement = %d".formatted(number, statement));
	}

	private int effects(int number) {
		return Integer
			.parseInt(String.valueOf(this.database.value("select count(*) from effects where revision = " + number)));
	}

	private void beginAnew() {
		this.histories++;
		this.database.execute("drop table migrator_version, migrator_history, base");
		this.database.execute("create table base (id int)");
		this.database.execute("truncate effects");
	}

	private static String id(int number) {
		return "r%02d".formatted(number);
	}

	private ChildProcess start() {
		return ChildProcess.start(MigratingProcess.class, this.database.fullUrl(), this.revisions.location(), "wait");
	}

}
