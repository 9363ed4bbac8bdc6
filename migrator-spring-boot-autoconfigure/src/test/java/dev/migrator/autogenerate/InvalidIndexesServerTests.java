package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.RevisionTrial;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An index that was not built to its end is there, and does nothing of what it is for.
 */
@Tag("server")
class InvalidIndexesServerTests {

	private static final String TABLE = "create table t (id int primary key, email text, n int);";

	private static final String UNIQUE = "create unique index ux on t (email);";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@Test
	void uniqueIndexOfABuildThatFailedIsBuiltAgain() {
		failed(UNIQUE);

		SqlRevisionBody body = generated(TABLE + UNIQUE);

		assertThat(body).isEqualTo(new SqlRevisionBody(
				"""
						-- TODO: the index has not prevented duplicates; PostgreSQL refuses this while several rows of t have the same key in it;
						-- first make the keys different
						REINDEX INDEX ux;""",
				"-- nothing to undo: the index ux stays as it was built"));
		runs(body, TABLE + UNIQUE);
	}

	@Test
	void indexThatKeepsNoDuplicatesOutIsBuiltAgainWithoutARemark() {
		this.database.execute(TABLE + "insert into t values (1, '', 0)");
		String index = "create index ix on t ((1 / n));";
		breaksOff(index.replace("index", "index concurrently"));
		this.database.execute("update t set n = 1");

		SqlRevisionBody body = generated(TABLE + index);

		assertThat(body.upgrade()).isEqualTo("REINDEX INDEX ix;");
		runs(body, TABLE + index);
	}

	@Test
	void indexIsNamedInTheOutput() {
		failed(UNIQUE);

		assertThat(found(TABLE + UNIQUE, true).detected()).containsExactly("Detected invalid index 'ux' on 't'");
	}

	@Test
	void indexBehindAUniqueConstraintIsBuiltAgain() {
		this.database.execute(TABLE.replace("email text", "email text unique"));
		this.database.execute("update pg_index set indisvalid = false where indexrelid = 't_email_key'::regclass");

		SqlRevisionBody body = generated(TABLE.replace("email text", "email text unique"));

		assertThat(body.upgrade()).endsWith("REINDEX INDEX t_email_key;");
		runs(body, TABLE.replace("email text", "email text unique"));
	}

	/**
	 * Such an index is not even written to.
	 */
	@Test
	void indexThatIsNotReadyIsBuiltAgain() {
		this.database.execute(TABLE + UNIQUE);
		this.database
			.execute("update pg_index set indisvalid = false, indisready = false where indexrelid = 'ux'::regclass");
		this.database.execute("insert into t values (1, 'a', 1)");

		runs(generated(TABLE + UNIQUE), TABLE + UNIQUE);

		assertThatThrownBy(() -> this.database.execute("insert into t values (2, 'a', 1)"))
			.hasMessageContaining("duplicate key");
	}

	@Test
	void entityThatIsUniqueFindsAnInvalidIndexInPlaceOfItsConstraint() {
		failed(UNIQUE);

		ProposedChanges changes = found(TABLE.replace("email text", "email text unique"), false);

		assertThat(SqlRevisionBody.of(changes).upgrade()).endsWith("REINDEX INDEX ux;");
	}

	/**
	 * What a REINDEX CONCURRENTLY that failed leaves is named by check, which says how to
	 * drop it.
	 */
	@Test
	void indexThatNobodyWantsIsNotBuiltAgain() {
		failed(UNIQUE);
		this.database.execute("alter index ux rename to ux_ccnew");

		assertThat(found(TABLE, false).changes()).isEmpty();
		assertThat(SqlRevisionBody.of(found(TABLE, true)).upgrade()).isEqualTo("DROP INDEX ux_ccnew;");
	}

	/**
	 * The rows that kept it from being built are still there on the way back.
	 */
	@Test
	void indexThatGoesDoesNotComeBackBeforeEqualRowsAreGone() {
		failed(UNIQUE);
		this.database.execute("insert into t values (2, 'a', 1)");

		SqlRevisionBody body = generated(TABLE);

		assertThat(body).isEqualTo(new SqlRevisionBody("DROP INDEX ux;", """
				-- TODO: the index was INVALID; PostgreSQL refuses this while several rows of t have the same key in it
				CREATE UNIQUE INDEX ux ON t (email);"""));
		this.database.execute(body.upgrade());
		assertThatThrownBy(() -> this.database.execute(body.downgrade())).hasMessageContaining("duplicated");
	}

	/**
	 * PostgreSQL builds all indexes of a table that it writes anew, and those over a
	 * column that gets another type.
	 */
	@ParameterizedTest
	@CsvSource({ "n int,n bigint,ALTER TABLE t ALTER COLUMN n TYPE bigint;",
			"email text,email varchar(80),ALTER TABLE t ALTER COLUMN email TYPE varchar(80);",
			"n int,'n int, m int generated always as (n + 1) stored',ALTER TABLE t ADD COLUMN m",
			"create table,create unlogged table,ALTER TABLE t SET UNLOGGED;" })
	void indexIsBuiltAgainWithItsTable(String was, String wanted, String statement) {
		failed(UNIQUE);
		this.database.execute("insert into t values (2, 'a', 1)");

		SqlRevisionBody body = SqlRevisionBody.of(keeping(TABLE.replace(was, wanted)));

		assertThat(body.upgrade())
			.contains(
					"""
							-- TODO: PostgreSQL builds the INVALID index ux again here, and refuses this while several rows of t have the same key in it;
							-- first make the keys different, or drop the index
							""")
			.contains(statement);
		assertThatThrownBy(() -> this.database.execute(body.upgrade())).hasMessageContaining("duplicated");
		this.database.execute("delete from t where id = 2;" + body.upgrade());
		assertThat(invalid()).isEmpty();
		this.database.execute(body.downgrade());
	}

	/**
	 * What is built with its table is not built again behind.
	 */
	@ParameterizedTest
	@CsvSource({ "create unique index ux on t (n);,true", "create index ux on t (n);,false",
			"create unique index ux on t (email);,true" })
	void indexThatIsWantedIsBuiltOnceWithItsTable(String index, boolean unique) {
		this.database.execute(TABLE + "insert into t values (1, 'a', 1);" + index);
		this.database.execute("update pg_index set indisvalid = false where indexrelid = 'ux'::regclass");
		String wanted = TABLE.replace("n int", "n bigint") + index;

		ProposedChanges found = found(wanted, true);
		SqlRevisionBody body = SqlRevisionBody.of(found);

		assertThat(body.upgrade()).doesNotContain("REINDEX").contains("ALTER TABLE t ALTER COLUMN n TYPE bigint;");
		assertThat(body.upgrade().contains("TODO: PostgreSQL builds the INVALID index ux again here"))
			.isEqualTo(unique);
		assertThat(String.join(";", found.detected())).containsIgnoringCase("detected invalid index 'ux' on 't'");
		runs(body, wanted);
	}

	@Test
	void indexThatIsMadeAnewWithTheTypeOfItsColumnIsRefusedWhileRowsAreEqual() {
		String index = "create unique index ux on t ((n + 1));";
		failed(index);
		this.database.execute("insert into t values (2, 'b', 1)");

		SqlRevisionBody body = generated(TABLE.replace("n int", "n bigint") + index);

		assertThat(body.upgrade()).contains("DROP INDEX ux;",
				"""
						-- TODO: the index has not prevented duplicates; PostgreSQL refuses this while several rows of t have the same key in it;
						-- first make the keys different
						CREATE UNIQUE INDEX ux ON t ((n + 1));""");
		assertThatThrownBy(() -> this.database.execute(body.upgrade())).hasMessageContaining("duplicated");
	}

	@Test
	void typeThatChangesBehindTheIndexIsNoMatter() {
		failed(UNIQUE);

		assertThat(generated(TABLE.replace("n int", "n bigint")).upgrade()).doesNotContain("TODO");
	}

	/**
	 * One that is ready is written to, and refuses what is equal.
	 */
	@Test
	void indexThatIsReadyIsKeptAndRefusesWhatTheModelAllows() {
		failed(UNIQUE);
		assertThat(differences(TABLE, false).kept()).isEmpty();

		this.database.execute("update pg_index set indisready = true where indexrelid = 'ux'::regclass");

		assertThat(differences(TABLE, false).kept()).extracting(KeptObject::toString)
			.containsExactly("Kept: unique index 'ux' (email) on table 't'");
		assertThat(SqlRevisionBody.of(found(TABLE + UNIQUE, true)).upgrade()).startsWith(
				"""
						-- TODO: the index has not prevented duplicates in the rows that existed when it was built; PostgreSQL refuses this while \
						several rows of t have the same key in it;
						-- first make the keys different
						REINDEX INDEX ux;""");
	}

	@Test
	void indexThatIsOtherwiseInTheModelIsMadeAnewOnly() {
		failed(UNIQUE);
		String other = TABLE + "create unique index ux on t (lower(email));";

		SqlRevisionBody body = generated(other);

		assertThat(body.upgrade()).isEqualTo("DROP INDEX ux;\n\nCREATE UNIQUE INDEX ux ON t ((lower(email)));");
		assertThat(body.downgrade()).isEqualTo("""
				DROP INDEX ux;

				-- TODO: the index was INVALID; PostgreSQL refuses this while several rows of t have the same key in it
				CREATE UNIQUE INDEX ux ON t (email);""");
		runs(body, other);
	}

	@Test
	void indexIsBuiltAgainUnderTheNameThatItGets() {
		failed(UNIQUE);
		String other = TABLE + UNIQUE.replace("ux", "ux_email");

		SqlRevisionBody body = generated(other);

		assertThat(body.upgrade()).startsWith("ALTER INDEX ux RENAME TO ux_email;").endsWith("REINDEX INDEX ux_email;");
		runs(body, other);
	}

	@Test
	void indexGoesWithItsColumn() {
		failed(UNIQUE);

		assertThat(generated(TABLE.replace("email text, ", "")).upgrade()).doesNotContain("REINDEX");
	}

	/**
	 * REINDEX of it builds those that are attached to it, and attaches none.
	 */
	@Test
	void indexOfAPartitionedTableIsMadeAnew() {
		String partitioned = """
				create table p (id int, email text) partition by range (id);
				create table p1 partition of p for values from (0) to (10);
				create table p2 partition of p for values from (10) to (20);
				create index ix_first on p1 (email);""";
		String whole = partitioned + "create index ix on p (email); comment on index ix is 'said';";
		this.database.execute(partitioned);
		this.database.execute(
				"create index ix on only p (email); alter index ix attach partition ix_first; comment on index ix is 'said'");

		SqlRevisionBody body = generated(whole);

		assertThat(body.upgrade()).isEqualTo("""
				-- not every partition has an index that is attached to this one; the new index gives each partition one
				DROP INDEX ix;

				CREATE INDEX ix ON p (email);

				COMMENT ON INDEX ix IS 'said';""");
		runs(body, whole);
	}

	@Test
	void trialStartsFromAValidIndex() {
		failed(UNIQUE);

		ModelDifferences found = differences(TABLE + UNIQUE, true);
		TriedRevision revision = new TriedRevision(found.differences().changes(), true);
		ServerLogin login = ServerLogin.of(this.database.newDataSource()).orElseThrow();

		assertThat(new RevisionTrial((dataSource) -> Optional.of(login), "UTC",
				new ModelComparison(Comparing.REMOVING_ALL, List.of()))
			.of(this.database.dataSource(), List.of(revision), found)
			.lines()).first().asString().startsWith("Tried in a scratch database: the upgrade and the downgrade");
	}

	@Test
	void othersWriteMeanwhileOnline(@TempDir Path folder) {
		failed(UNIQUE);

		OnlineChanges online = OnlineChanges.of(found(TABLE + UNIQUE, true).changes(), real());
		OnlineRevisions revisions = OnlineRevisions.of(online);

		assertThat(online.inTransaction()).isEmpty();
		assertThat(revisions.second().upgrade()).endsWith("REINDEX INDEX CONCURRENTLY ux;");
		assertThat(revisions.second().downgrade()).isEqualTo("-- nothing to undo: the index ux stays as it was built");
		Migrator migrator = revisions.migrator(this.database, folder);
		migrator.upgrade();
		assertThat(invalid()).isEmpty();
		migrator.downgrade("base");
		assertThat(invalid()).isEmpty();
	}

	@Test
	void foreignKeyComesBehindTheKeyThatIsBuiltAgain() {
		failed(UNIQUE);
		String wanted = TABLE + UNIQUE + "create table r (email text references t (email));";

		runs(generated(wanted), wanted);
	}

	private void failed(String unique) {
		this.database.execute(TABLE + "insert into t values (1, 'a', 1), (2, 'a', 1)");
		breaksOff(unique.replace("index", "index concurrently"));
		this.database.execute("delete from t where id = 2");
	}

	private void breaksOff(String sql) {
		assertThatThrownBy(() -> this.database.execute(sql)).isNotNull();
		assertThat(invalid()).hasSize(1);
	}

	private List<String> invalid() {
		return this.database
			.column("select indexrelid::regclass from pg_index where not (indisvalid and indisready and indislive)")
			.stream()
			.map(String::valueOf)
			.toList();
	}

	private void runs(SqlRevisionBody body, String wanted) {
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(invalid()).isEmpty();
		assertThat(found(wanted, true).isEmpty()).isTrue();
		GeneratedSqlServerTests.run(this.database, body.downgrade());
		assertThat(invalid()).isEmpty();
	}

	private ProposedChanges keeping(String wanted) {
		this.other.become(wanted);
		return Comparing.with(this.database.dataSource(), MadeSchema.read(this.other), ComparisonSettings.DEFAULT);
	}

	private SqlRevisionBody generated(String wanted) {
		return SqlRevisionBody.of(found(wanted, true));
	}

	private ProposedChanges found(String wanted, boolean complete) {
		return differences(wanted, complete).differences();
	}

	private ModelDifferences differences(String wanted, boolean complete) {
		this.other.become(wanted);
		WantedModel model = WantedModel.builder(MadeSchema.read(this.other), new ModelSources(List.of(), List.of()))
			.complete(complete)
			.build();
		return Comparing.model(this.database, model, complete ? Comparing.REMOVING_ALL : ComparisonSettings.DEFAULT);
	}

	private SchemaObjects real() {
		return MadeSchema.read(this.database);
	}

}
