package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is not the model's business is neither reported nor removed, even where all that
 * the model does not have is to go.
 */
@Tag("server")
class UntouchedObjectsServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void tablesOfOtherToolsStay() {
		this.database.execute("""
				create table flyway_schema_history (installed_rank int primary key);
				create table databasechangelog (id text); create table databasechangeloglock (id int primary key);
				create table alembic_version (version_num varchar(32) primary key);
				create table qrtz_triggers (a text primary key); create table "QRTZ_LOCKS" (a text);
				create table batch_job_instance (id bigint primary key); create sequence batch_job_seq;
				create table spring_session (id char(36) primary key);
				create table spring_session_attributes (id char(36) references spring_session);
				create table mine (id int)
				""");

		assertThat(found(SchemaObjects.none())).containsExactly("Detected removed table 'mine'");
	}

	@Test
	void tablesOfAnotherMigratorStay(@TempDir Path folder) {
		Revisions.in(folder).add("a", "");
		for (String application : List.of("billing", "shop")) {
			Migrator.builder(this.database.dataSource())
				.locations("file:" + folder)
				.versionTable(application + "_version")
				.historyTable(application + "_history")
				.build()
				.upgrade();
		}

		assertThat(Migrator.builder(this.database.dataSource())
			.locations("file:" + folder)
			.development(DevelopmentSettings.of(Optional::empty))
			.versionTable("shop_version")
			.historyTable("shop_history")
			.wantedSchema(() -> (server) -> Comparing.complete(SchemaObjects.none()))
			.comparison(Comparing.REMOVING_ALL)
			.build()
			.compareModel(List.of())
			.differences()
			.detected()).isEmpty();
	}

	@Test
	void partitionsAndTheirSequencesStay() {
		this.database.execute(
				"""
						create table p (id int not null, a text) partition by range (id);
						create table p1 (id serial, a text default 'x'); alter table p attach partition p1 for values from (1) to (9);
						create table p2 partition of p for values from (10) to (19) partition by list (id);
						create table p21 partition of p2 for values in (11); create index on p (a)
						""");

		assertThat(found(schema((op) -> op.createTable("p", (t) -> {
			t.column("id", integer()).notNull();
			t.column("a", text());
			t.index("a");
		})))).isEmpty();
	}

	@Test
	void objectsOfExtensionsStay() {
		this.database.execute(
				"""
						create extension citext; create table t (a citext default 'x' check (a <> 'y')); create table of_extension (a serial);
						create type mood as enum ('A'); alter extension citext add table of_extension;
						alter extension citext add sequence of_extension_a_seq; alter extension citext add type mood
						""");

		assertThat(found(schema((op) -> op.createTable("t",
				(t) -> t.column("a", named("citext")).defaultSql("'x'").check("a <> 'y'")))))
			.isEmpty();
	}

	@Test
	void constraintsThatAreNotValidAreValidated() {
		this.database.execute(
				"""
						create table p (id int primary key); create table t (p_id int, gone int); insert into p values (1); insert into t values (1, 1);
						alter table t add constraint fk foreign key (p_id) references p not valid;
						alter table t add constraint ck check (p_id > 0) not valid
						""");
		Consumer<Operations> creation = (op) -> {
			op.createTable("p", (t) -> t.column("id", integer()).primaryKey());
			op.createTable("t", (t) -> {
				t.column("p_id", integer());
				t.foreignKey("p_id", "p", "id").named("fk");
				t.check("p_id>0").named("ck");
			});
		};

		ProposedChanges differences = Comparing.with(this.database, schema(creation));
		GeneratedSqlServerTests.run(this.database, differences);

		assertThat(differences.detected()).containsExactly(
				"Detected changed check constraint 'ck' on table 't': not valid to valid",
				"Detected changed foreign key 'fk' (p_id) on table 't' to 'p' (id): not valid to valid",
				"Detected removed column 't.gone'");
		assertThat(this.database.column("select conname from pg_constraint where not convalidated")).isEmpty();
	}

	@Test
	void whatGoesWithSomethingElseIsSaid() {
		this.database.execute(
				"""
						create table p (id int primary key, code int unique); create table q (id int primary key);
						create table legacy_x (p_code int references p (code), q_id int constraint fk_q references q, other int references p);
						create table t (no int, b int, constraint uq_no_b unique (no, b)); create index ix_no_b on t (no, b);
						create index ix_b on t (b)
						""");
		ComparisonSettings settings = ComparisonSettings.builder()
			.tables(new NamePatterns(List.of(), List.of("legacy_*")))
			.build();

		ProposedChanges differences = Comparing.with(this.database.dataSource(), schema((op) -> {
			op.createTable("p", (t) -> t.column("id", integer()).primaryKey());
			op.createTable("t", (t) -> t.column("no", integer()));
		}), settings);
		GeneratedSqlServerTests.run(this.database, differences);

		assertThat(differences.detected()).containsExactlyInAnyOrder(
				"Detected removed foreign key 'legacy_x_p_code_fkey' (p_code) on table 'legacy_x' to 'p' (code)",
				"Detected removed foreign key 'fk_q' (q_id) on table 'legacy_x' to 'q' (id)",
				"Detected removed index 'ix_no_b' (no, b) on table 't'",
				"Detected removed unique constraint 'uq_no_b' (no, b) on table 't'", "Detected removed column 'p.code'",
				"Detected removed column 't.b'", "Detected removed table 'q'");
		assertThat(differences.losses()).contains("drops the index ix_no_b, which also uses no",
				"drops the constraint uq_no_b, which also uses no",
				"drops the foreign key fk_q of legacy_x, which references q");
	}

	@Test
	void whatComesBackAfterATypeChangeIsToBeLookedAt() {
		this.database.execute(
				"""
						create type state as enum ('A', 'B'); create table t (state state, n int constraint ck check (n > 0::int));
						create index ix on t (n) where state = 'A'::state; create index ix_n on t (n)
						""");

		ProposedChanges differences = Comparing.with(this.database.dataSource(),
				schema((op) -> op.createTable("t", (t) -> {
					t.column("state", text());
					t.column("n", bigint());
				})), ComparisonSettings.DEFAULT);

		assertThat(differences.changes()).filteredOn((change) -> change.remark() != null)
			.extracting((change) -> change.operation().describe(), Change::remark)
			.containsExactly(
					tuple("add constraint ck to t",
							"TODO: this was written for the old type of a column; check that it fits the new type"),
					tuple("create index ix on t",
							"TODO: this was written for the old type of a column; check that it fits the new type"));
	}

	@Test
	void whatOperatorsMadeStays() {
		this.database.execute("""
				create domain label as text check (value <> ''); create table t (a label, b int);
				alter table t enable row level security; create policy p on t using (b > 0);
				create function f() returns trigger language plpgsql as 'begin return new; end';
				create trigger g before update of b on t for each row execute function f();
				create view v as select b from t; create materialized view m as select b from t;
				create rule r as on insert to v do instead nothing; create statistics s on a, b from t;
				comment on view v is 'x'; comment on type label is 'y'
				""");

		assertThat(found(schema((op) -> op.createTable("t", (t) -> {
			t.column("a", named("label"));
			t.column("b", integer());
		})))).isEmpty();
	}

	@Test
	void sequenceOfATableThatIsNotLookedAtStays() {
		this.database.execute("create table legacy (id serial); create table t (id int)");
		ComparisonSettings settings = Comparing.REMOVING_ALL.toBuilder()
			.tables(new NamePatterns(List.of(), List.of("legacy")))
			.build();

		assertThat(Comparing.with(this.database.dataSource(), SchemaObjects.none(), settings).detected())
			.containsExactly("Detected removed table 't'");
	}

	@Test
	void schemasThatTheModelDoesNotUseStay() {
		this.database.execute("create schema other; create table other.t (a serial); create type other.e as enum ()");

		assertThat(found(SchemaObjects.none())).isEmpty();
	}

	@Test
	void ownTablesOfTheMigratorStayInAnySchema(@TempDir Path folder) {
		Revisions.in(folder).add("a", "");
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations("file:" + folder)
			.development(DevelopmentSettings.of(Optional::empty))
			.schema("ops")
			.wantedSchema(() -> (server) -> Comparing
				.complete(schema((op) -> op.createTable("ops.t", (t) -> t.column("a", text())))))
			.comparison(Comparing.REMOVING_ALL)
			.build();
		migrator.upgrade();

		assertThat(Set.copyOf(migrator.compareModel(List.of()).differences().detected()))
			.isEqualTo(Set.of("Detected added table 'ops.t'"));
	}

	private List<String> found(SchemaObjects wanted) {
		return Comparing.with(this.database, wanted).detected();
	}

	private static SchemaObjects schema(Consumer<Operations> creation) {
		return Schemas.schema(creation);
	}

}
