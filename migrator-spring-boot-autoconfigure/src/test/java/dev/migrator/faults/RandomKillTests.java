package dev.migrator.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.testing.ChildProcess;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.property.RandomSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills at random moments over a history of fifty revisions, two thirds of them in
 * transactions, the others of several kinds: of the process, and every other time of its
 * session on the server too. What a revision does can be counted: it inserts its number
 * into a table that would take it twice.
 */
@Tag("strength")
class RandomKillTests {

	private static final int KILLS = Strength.of(8, 200);

	private static final int REVISIONS = 50;

	private static final Log logger = LogFactory.getLog(RandomKillTests.class);

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private int histories;

	private int halfWay;

	private int inDoubt;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		// Of a test that had the database before it some may be idle: here all are
		// counted.
		this.database.disconnect();
		this.database.execute("create table effects (revision int, statement int)");
		createWhatIsChanged();
		this.revisions = Revisions.in(folder);
		for (int i = 1; i <= REVISIONS; i++) {
			String line = id(i) + ((i > 1) ? " <- " + id(i - 1) : "");
			if (i % 3 == 0) {
				this.revisions.addWithoutTransaction(line, Kind.of(i).script.formatted(i));
			}
			else {
				this.revisions.add(line, """
						insert into effects values (%1$d, 1);
						select pg_sleep(0.005);
						insert into effects values (%1$d, 2);""".formatted(i));
			}
		}
	}

	private void createWhatIsChanged() {
		this.database.execute("""
				create table base (id int);
				create table rebuilt (id int primary key, name text);
				insert into rebuilt select n, n from generate_series(1, 1000) n;
				create index on rebuilt (name);
				create table parts (id int) partition by list (id);
				create index on parts (id);
				""");
		for (int i = 3; i <= REVISIONS; i += 3) {
			this.database
				.execute("create index d%1$d on base (id); create table p%1$d partition of parts for values in (%1$d)"
					.formatted(i));
		}
	}

	@Test
	void nothingIsLostOrDoneTwice() {
		RandomSource random = RandomSource.ofThisTest();
		int kills = 0;
		ChildProcess next = start();
		try {
			while (kills < KILLS) {
				ChildProcess process = next;
				next = start();
				kills += killedAtRandom(process, random) ? 1 : 0;
				await().until(this::noSessionIsLeft);
				check();
			}
		}
		finally {
			next.close();
		}
		logger.info(
				"%d kills over %d histories, %d within a revision without a transaction; %d statements of one were done and not yet recorded"
					.formatted(kills, this.histories + 1, this.halfWay, this.inDoubt));

		Migrator.builder(this.database.newDataSource()).locations(this.revisions.location()).build().upgrade();

		check();
		assertThat(this.database.versionRows()).containsExactly(id(REVISIONS));
		assertThat(this.database.value("select count(*) from effects")).isEqualTo(Integer.toString(2 * REVISIONS));
		assertThatNothingIsHalfMade();
	}

	/**
	 * A process that came to its end begins the history anew for the next.
	 */
	private boolean killedAtRandom(ChildProcess process, RandomSource random) {
		try (process) {
			await().until(() -> process.output().contains("ready") || !process.alive());
			assertThat(process.alive()).as(process.output()).isTrue();
			process.go();
			if (!random.oneIn(5)) {
				// Otherwise a slow machine would mostly kill what has not begun.
				await().pollInterval(Duration.ofMillis(1))
					.until(() -> this.database.advisoryLocks() > 0 || !process.alive());
			}
			Duration moment = Duration.ofMillis(random.below(400));
			await().pollDelay(moment).pollInterval(Duration.ofMillis(1)).until(() -> true);
			if (process.alive()) {
				if (random.oneIn(2)) {
					// Otherwise the server goes on to the end of what it was sent.
					this.database.column("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' "
							+ "and database = (select oid from pg_database where datname = current_database())");
				}
				process.kill();
				return true;
			}
			assertThat(process.exitCode()).as(process.output()).isZero();
			check();
			assertThatNothingIsHalfMade();
			beginAnew();
			return false;
		}
	}

	private boolean noSessionIsLeft() {
		return "0".equals(this.database.value("select count(*) from pg_stat_activity "
				+ "where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()"));
	}

	private void assertThatNothingIsHalfMade() {
		assertThat(this.database.column("select indexrelid::regclass::text from pg_index where not indisvalid"))
			.isEmpty();
		assertThat(this.database.value("select count(*) from pg_inherits where inhdetachpending")).isEqualTo("0");
	}

	private void check() {
		List<@Nullable String> effects = this.database.column("""
				select revision || '/' || statement from effects
				union all
				select substr(relname, 2) || '/2' from pg_class c join pg_index i on i.indexrelid = c.oid
				where relname ~ '^i[0-9]+$' and i.indrelid = 'base'::regclass and i.indisvalid""");
		Stream.iterate(3, (i) -> i <= REVISIONS, (i) -> i + 3)
			.filter((i) -> Kind.of(i).isDone(i, this.database))
			.forEach((i) -> effects.add(i + "/2"));
		assertThat(effects).as("done twice").doesNotHaveDuplicates();
		if (!this.database.has("migrator_history")) {
			assertThat(effects).isEmpty();
			return;
		}
		assertThat(this.database.history()).doesNotHaveDuplicates();
		Map<String, String> recorded = this.database
			.column("select revision || '=' || coalesce(statements_done::text, outcome) from migrator_history")
			.stream()
			.map((row) -> String.valueOf(row).split("="))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[1]));
		for (int i = 1; i <= REVISIONS; i++) {
			String record = recorded.get(id(i));
			if (i % 3 == 0) {
				checkWithoutTransaction(i, (record != null) ? Integer.parseInt(record) : -1, effects);
			}
			else {
				boolean done = "done".equals(record);
				assertThat(effects.contains(i + "/1")).as("first effect of " + id(i)).isEqualTo(done);
				assertThat(effects.contains(i + "/2")).as("second effect of " + id(i)).isEqualTo(done);
			}
		}
		assertThat(this.database.versionRows()).isEqualTo(this.database
			.column("select max(revision) from migrator_history where outcome = 'done' having count(*) > 0"));
	}

	private void checkWithoutTransaction(int number, int done, List<@Nullable String> effects) {
		this.halfWay += (done == 0 || done == 1 || done == 2) ? 1 : 0;
		for (int statement = 1; statement <= 3; statement++) {
			boolean exists = effects.contains(number + "/" + statement);
			if (statement == 2 && !Kind.of(number).leavesATrace) {
				continue;
			}
			if (statement <= done) {
				assertThat(exists).as("statement %d of %s, which is recorded as done", statement, id(number)).isTrue();
			}
			else if (exists) {
				// Only what cannot share a transaction with the record of it.
				assertThat(number + "/" + statement).as("statement that is done and not recorded")
					.isEqualTo(number + "/2");
				assertThat(done).isEqualTo(1);
				this.inDoubt++;
			}
		}
	}

	private void beginAnew() {
		this.histories++;
		this.database.execute("drop table migrator_version, migrator_history, base, rebuilt, parts");
		this.database
			.execute("do $$ begin for i in 1..%d loop execute format('drop table if exists p%%s', i); end loop; end $$"
				.formatted(REVISIONS));
		this.database.execute("truncate effects");
		createWhatIsChanged();
	}

	private static String id(int number) {
		return "r%02d".formatted(number);
	}

	private ChildProcess start() {
		return ChildProcess.start(MigratingProcess.class, this.database.fullUrl(), this.revisions.location(), "wait");
	}

	/**
	 * What the revisions without a transaction do in the second of their three
	 * statements, which is the one that may be done without a record.
	 */
	private enum Kind {

		BUILD("create index concurrently i%1$d on base (id);", null, true),

		DROP("drop index concurrently d%1$d;", "to_regclass('d%1$d') is null", true),

		DETACH("alter table parts detach partition p%1$d concurrently;", """
				not exists (select from pg_inherits
				    where inhparent = 'parts'::regclass and inhrelid = to_regclass('p%1$d'))""", true),

		REBUILD("reindex table concurrently rebuilt;", null, false),

		REBUILD_PARTITIONS("reindex table parts;", null, false);

		private final String script;

		private final @Nullable String isDone;

		private final boolean leavesATrace;

		Kind(String second, @Nullable String isDone, boolean leavesATrace) {
			this.script = """
					with setting as (select set_config('my.revision', '%1$d', false))
					insert into effects select %1$d, 1 from setting;
					""" + second + """

					insert into effects select current_setting('my.revision')::int, 3 from pg_sleep(0.005);""";
			this.isDone = isDone;
			this.leavesATrace = leavesATrace;
		}

		boolean isDone(int revision, TestDatabase database) {
			return this.isDone != null && "t".equals(database.value("select " + this.isDone.formatted(revision)));
		}

		static Kind of(int revision) {
			return values()[revision / 3 % values().length];
		}

	}

}
