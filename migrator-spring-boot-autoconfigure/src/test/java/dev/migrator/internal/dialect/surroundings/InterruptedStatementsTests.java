package dev.migrator.internal.dialect.surroundings;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement;
import dev.migrator.internal.dialect.inspection.ReindexStatement;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What statements leave that the server was made to break off.
 */
@Tag("server")
@Tag("oldest")
class InterruptedStatementsTests {

	private static final String LONG = "x".repeat(63);

	private final TestDatabase database = Postgres.newDatabase();

	private ServerConnection server;

	private InterruptedStatements leftovers;

	@BeforeEach
	void connect() {
		this.database.execute("""
				create table t (id int primary key, v text);
				create index %s on t (v);
				create schema s;
				create table s."P" (id int) partition by range (id);
				create index on s."P" (id);
				create table s.p1 partition of s."P" for values from (0) to (10);
				create table other (id int);
				create index t_pkey2 on t (id);""".formatted(LONG));
		this.server = ServerConnection.open(this.database.dataSource(), (notice) -> {
		});
		this.leftovers = new InterruptedStatements(this.server);
	}

	@AfterEach
	void disconnect() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			reindex index concurrently t_pkey          | t in row exclusive mode   | public.t_pkey_ccnew
			reindex (concurrently) index public.T_PKEY | t in row exclusive mode   | public.t_pkey_ccnew
			reindex index concurrently t_pkey          | t in access share mode    | public.t_pkey_ccold
			reindex table concurrently s."P"           | s.p1 in access share mode | s.p1_id_idx_ccold
			reindex index concurrently s."P_id_idx"    | s.p1 in access share mode | s.p1_id_idx_ccold
			reindex schema concurrently s              | s.p1 in row exclusive mode | s.p1_id_idx_ccnew
			reindex database concurrently %s           | s.p1 in row exclusive mode | s.p1_id_idx_ccnew
			""")
	void ofAReindexThatWasBrokenOffIsFound(String reindex, String inTheWay, String left) throws SQLException {
		breakOff(reindex.formatted(this.database.name()), inTheWay);

		assertThat(this.leftovers.leftBy(reindex(reindex)))
			.filteredOn((index) -> !index.beingBuilt() && index.mayBeDropped())
			.extracting(InvalidIndex::name)
			.contains(left);
	}

	/**
	 * PostgreSQL keeps equal rows out by one that it writes to, whether it was built to
	 * its end or not.
	 */
	@Test
	void thatAreReadyAreToldFromThoseThatAreNot() {
		this.database
			.execute("create table u (a int); create unique index one on u (a); create unique index two on u (a)");
		this.database.execute("update pg_index set indisvalid = false where indexrelid = 'one'::regclass");
		assertThat(InvalidIndex.effects(this.leftovers.invalid()))
			.isEqualTo("They do not make queries faster, and cost time at each write. They prevent duplicates in new "
					+ "rows, but not in the rows that existed before.");

		this.database
			.execute("update pg_index set indisvalid = false, indisready = false where indexrelid = 'two'::regclass");
		assertThat(InvalidIndex.effects(this.leftovers.invalid()))
			.isEqualTo("They neither make queries faster nor prevent duplicates; but public.one cost time at each "
					+ "write, and prevent duplicates in new rows.");

		this.database.execute("drop index one");
		assertThat(InvalidIndex.effects(this.leftovers.invalid()))
			.isEqualTo("They neither prevent duplicates nor make queries faster.");
	}

	@Test
	void ofAllIndexesOfATableAreFoundWithItsToastAndTheirNumbers() throws SQLException {
		breakOff("reindex table concurrently t", "t in row exclusive mode");
		breakOff("reindex table concurrently t", "t in row exclusive mode");

		assertThat(this.leftovers.leftBy(reindex("reindex table concurrently t"))).extracting(InvalidIndex::name)
			.map((name) -> name.replaceAll("toast_\\d+", "toast_N"))
			.containsExactlyInAnyOrder("pg_toast.pg_toast_N_index_ccnew", "pg_toast.pg_toast_N_index_ccnew1",
					"public.t_pkey2_ccnew", "public.t_pkey2_ccnew1", "public.t_pkey_ccnew", "public.t_pkey_ccnew1",
					"public." + LONG.substring(6) + "_ccnew", "public." + LONG.substring(7) + "_ccnew1");
		assertThat(this.leftovers.leftBy(reindex("reindex index concurrently t_pkey"))).extracting(InvalidIndex::name)
			.containsExactly("public.t_pkey_ccnew", "public.t_pkey_ccnew1");
		assertThat(this.leftovers.leftBy(reindex("reindex index concurrently " + LONG))).hasSize(2);
		assertThat(this.leftovers.leftBy(reindex("reindex table concurrently other"))).isEmpty();
		assertThat(this.leftovers.leftBy(reindex("reindex schema concurrently s"))).isEmpty();
		String toast = this.database.value("select reltoastrelid::regclass from pg_class where oid = 't'::regclass");
		assertThat(this.leftovers.leftBy(reindex("reindex table concurrently " + toast))).hasSize(2);
	}

	@Test
	void allThatWasLeftCanBeDropped() throws SQLException {
		breakOff("reindex table concurrently t", "t in row exclusive mode");
		breakOff("reindex table concurrently t", "t in access share mode");
		ReindexStatement reindex = reindex("reindex table concurrently t");
		assertThat(this.leftovers.leftBy(reindex)).extracting(InvalidIndex::name)
			.contains("public.t_pkey_ccnew", "public.t_pkey_ccold");

		this.leftovers.leftBy(reindex).forEach(this.leftovers::drop);

		assertThat(this.leftovers.invalid()).isEmpty();
		assertThat(this.database.value("select count(*) from pg_index where indrelid = 't'::regclass and indisvalid"))
			.isEqualTo("3");
	}

	@Test
	void roleThatIsNoSuperuserMayNotDropThoseOfToastTables() throws SQLException {
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
		this.database.execute("alter table t owner to migrator_guest");
		breakOff("reindex table concurrently t", "t in row exclusive mode");
		this.server.send("set role migrator_guest");

		assertThat(this.leftovers.invalid())
			.allSatisfy((index) -> assertThat(index.mayBeDropped()).isEqualTo(!index.name().startsWith("pg_toast.")));

		this.server.send("reset role");
		this.database.execute("alter table t owner to current_user");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			create index concurrently made on t (id) | public.made
			reindex table concurrently t             | public.t_pkey_ccnew
			""")
	void whatSomebodyBuildsRightNowIsNotLeftByAnybody(String statement, String built) throws SQLException {
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
		breakOff("create index concurrently left_over on t (id)", "t in row exclusive mode");
		CompletableFuture<Void> building;
		try (Connection writer = this.database.newDataSource().getConnection();
				Statement open = writer.createStatement()) {
			writer.setAutoCommit(false);
			open.execute("insert into t values (1)");
			building = CompletableFuture.runAsync(() -> this.database.execute(statement));
			await().until(() -> beingBuilt().getOrDefault(built, false));

			boolean reindex = statement.startsWith("reindex");
			assertThat(beingBuilt()).containsEntry("public.left_over", reindex);
			assertThat(this.leftovers.invalid()).extracting(InvalidIndex::name)
				.containsExactlyElementsOf(reindex ? List.of() : List.of("public.left_over"));

			// Of what another role builds only the locks are shown.
			this.server.send("set role migrator_guest");
			assertThat(beingBuilt()).containsEntry(built, true);
			this.server.send("reset role");
		}
		building.join();
		assertThat(this.leftovers.invalid()).extracting(InvalidIndex::name).containsExactly("public.left_over");
	}

	private Map<String, Boolean> beingBuilt() {
		Map<String, Boolean> indexes = new TreeMap<>();
		this.leftovers.leftBy(reindex("reindex table concurrently t"))
			.forEach((index) -> indexes.put(index.name(), index.beingBuilt()));
		for (String name : List.of("made", "left_over")) {
			this.leftovers
				.leftBy(ConcurrentStatement.of("create index concurrently " + name + " on t (id)").orElseThrow())
				.forEach((index) -> indexes.put(index.name(), index.beingBuilt()));
		}
		return indexes;
	}

	@Test
	void indexOfAPartitionedTableIsUnattachedUntilEachPartitionHasItsOwn() {
		this.database.execute("create index later on only s.\"P\" (id)");
		assertThat(this.leftovers.unattached()).containsExactly("s.later");
		assertThat(this.leftovers.invalid()).isEmpty();

		this.database.execute("create index l1 on s.p1 (id); alter index s.later attach partition s.l1");

		assertThat(this.leftovers.unattached()).isEmpty();
	}

	/**
	 * Runs a statement that has to wait for a lock of somebody, and does not wait long.
	 */
	private void breakOff(String statement, String lock) throws SQLException {
		try (Connection inTheWay = this.database.newDataSource().getConnection();
				Statement open = inTheWay.createStatement();
				Connection impatient = this.database.newDataSource().getConnection();
				Statement brokenOff = impatient.createStatement()) {
			inTheWay.setAutoCommit(false);
			open.execute("lock table " + lock);
			brokenOff.execute("set lock_timeout = 300");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> brokenOff.execute(statement));
		}
	}

	private static ReindexStatement reindex(String statement) {
		return ReindexStatement.of(statement).orElseThrow();
	}

}
