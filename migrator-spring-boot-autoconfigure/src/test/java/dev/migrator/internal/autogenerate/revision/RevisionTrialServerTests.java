package dev.migrator.internal.autogenerate.revision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import static dev.migrator.autogenerate.Schemas.record;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is found out by trying revisions with changes that are mistaken on purpose.
 */
@Tag("server")
class RevisionTrialServerTests {

	private static final String USERS = "create table users (id serial primary key, name text not null);";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void goodRevisionIsTriedUpAndDownWithRows() {
		this.database.execute(USERS);

		assertThat(
				tried(USERS + "alter table users add nickname text", (op) -> op.addColumn("users", "nickname", text())))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 1 of 1 table");
		assertThat(this.database.value("select count(*) from users")).isEqualTo("0");
		assertThat(this.database.value("select count(*) from pg_database where datname like 'migrator_scratch_%'"))
			.isEqualTo("0");
	}

	@Test
	void statementThatFailsIsNamedWithWhatTheServerSaid() {
		this.database.execute(USERS);

		assertFails(USERS, sql("ALTER TABLE users DROP CONSTRAINT users_name_key")).contains("Nothing was written",
				"Statement 1 of 1 of the upgrade failed", "ALTER TABLE users DROP CONSTRAINT users_name_key",
				"constraint \"users_name_key\" of relation \"users\" does not exist");
	}

	/**
	 * Sequences have counted, also where one has no numbers for that.
	 */
	@Test
	void sequenceThatIsBelowItsNewBoundsIsNamed() {
		this.database.execute("create sequence ends maxvalue 2; create sequence s");

		assertFails("create sequence ends maxvalue 2; create sequence s minvalue 100",
				sql("ALTER SEQUENCE s START WITH 100 MINVALUE 100"))
			.contains("RESTART value (5) cannot be less than MINVALUE (100)");
	}

	@Test
	void whatIsStillMissingAfterwardsIsNamed() {
		this.database.execute(USERS);

		assertFails(USERS + "alter table users add nickname text", sql("ANALYZE users"))
			.contains("After the upgrade the database still differs from the model", "users.nickname");
	}

	@Test
	void downgradeThatFailsIsNamed() {
		this.database.execute(USERS);
		Change change = change("ALTER TABLE users ADD nickname text").toBuilder()
			.undo(List.of(ExecuteSql.of("ALTER TABLE users DROP nick")))
			.build();

		assertFails(USERS + "alter table users add nickname text", List.of(change))
			.contains("Statement 1 of 1 of the downgrade failed", "column \"nick\" of relation \"users\"");
	}

	@Test
	void downgradeThatLeadsElsewhereIsNamed() {
		this.database.execute(USERS);
		Change change = change("ALTER TABLE users ADD nickname text").toBuilder().undo(List.of()).build();

		assertFails(USERS + "alter table users add nickname text", List.of(change))
			.contains("The downgrade does not restore the old schema", "Detected removed column 'users.nickname'");
	}

	@Test
	void valueOfAnEnumThatHasAnotherNameIsNotGone() {
		String schema = "create type status as enum ('PLANNED', 'DONE'); create table t (s status, a status[]);";
		this.database.execute(schema);

		assertThat(tried(schema.replace("PLANNED", "SCHEDULED"),
				(op) -> op.renameEnumValue("status", "PLANNED", "SCHEDULED")))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 1 of 1 table");
	}

	@Test
	void valuesThatAreGoneAreNamed() {
		this.database.execute(USERS);

		assertFails(USERS,
				sql("ALTER TABLE users DROP name; ALTER TABLE users ADD name text NOT NULL DEFAULT '-';"
						+ "ALTER TABLE users ALTER name DROP DEFAULT"))
			.contains(
					"After the upgrade the column users.name contains -, -, -. Before, it contained text 1, text 2, text 3.",
					"The revision does not mark this as destructive");
	}

	@Test
	void valuesThatOnlyTheWayBackLosesAreNamed() {
		this.database.execute(USERS);
		Change change = change("ALTER TABLE users ALTER name TYPE varchar(100)").toBuilder()
			.undo(List.of(ExecuteSql.of("ALTER TABLE users ALTER name TYPE text USING left(name, 3)")))
			.build();

		assertFails("create table users (id serial primary key, name varchar(100) not null)", List.of(change))
			.contains("After the downgrade the column users.name contains tex, tex, tex");
	}

	@Test
	void valuesOfWhatIsMarkedMayGo() {
		this.database.execute(USERS);
		Operation drop = record((op) -> op.reverse((was) -> was.addColumn("users", "name", text(), (c) -> c.notNull())))
			.get(0);

		assertThat(tried("create table users (id serial primary key)",
				List.of(Change.builder(drop).loss("drops users.name with its data").build())))
			.first()
			.asString()
			.startsWith("Tried");
	}

	@Test
	void valuesAreFoundUnderTheirNewNames() {
		this.database.execute(USERS);

		assertThat(
				tried(USERS + "alter table users rename to people; alter table people rename name to label", (op) -> {
					op.renameTable("users", "people");
					op.renameColumn("people", "name", "label");
				}))
			.first()
			.asString()
			.startsWith("Tried");
	}

	@Test
	void sequenceThatBeginsAgainIsNamed() {
		this.database.execute(USERS);

		assertFails(USERS, sql("SELECT setval('users_id_seq', 1)"))
			.contains("the numbers of users.id continue after 1");
	}

	@Test
	void whatIsNotComparedIsThereToo() {
		this.database.execute(USERS + """
				create type pair as (a int, b text);
				create function length_of(users) returns int language sql as 'select length($1.name)';
				create view named as select name, length_of(users) from users;
				create view named_again as select * from named;
				create function refuse() returns trigger language plpgsql as 'begin return new; end';
				create trigger watch before update on users for each row execute function refuse();
				create policy all_rows on users using (true);
				create rule nothing as on delete to named do instead nothing;
				""");

		assertFails(USERS, sql("ALTER TABLE users ALTER name TYPE varchar(5)"))
			.contains("cannot alter type of a column used by a view or rule");
		assertFails(USERS, sql("DROP TYPE pair; DROP FUNCTION refuse()"))
			.contains("cannot drop function refuse() because other objects depend on it");
	}

	@Test
	void partitionsAndHeirsAreThereToo() {
		this.database.execute("""
				create table event (day date not null) partition by range (day);
				create table event_old partition of event for values from ('2000-01-01') to ('2010-01-01');
				create table parent (a int, constraint positive check (a > 0));
				create table child (b int) inherits (parent);
				""");

		assertFails("", sql("ALTER TABLE child DROP CONSTRAINT positive")).contains("cannot drop inherited constraint");
		assertFails("",
				sql("INSERT INTO event VALUES ('2001-01-01'); ALTER TABLE event ADD CHECK (day < '2001-01-01')"
						+ " NOT VALID; ALTER TABLE event_old ALTER day TYPE timestamp"))
			.contains("cannot alter inherited column");
	}

	/**
	 * Only a COMMIT would say it.
	 */
	@Test
	void rowsThatADeferredConstraintRefusesAreLeftOut() {
		String schema = "create table a (id int primary key);";
		this.database.execute(schema + """
				create function refuse() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$;
				create constraint trigger late after insert on a deferrable initially deferred
				    for each row execute function refuse()""");

		assertThat(tried(schema + "alter table a add c int", sql("ALTER TABLE a ADD c int", "ALTER TABLE a DROP c")))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, without rows",
					"No rows could be inserted: not this one");
	}

	@Test
	void whatADeferredConstraintRefusesIsOfTheRows() {
		String schema = "create table a (id int primary key, b int not null unique deferrable initially deferred);";
		this.database.execute(schema);

		assertThat(tried(schema, sql("UPDATE a SET b = 1", "SELECT 1")))
			.anySatisfy((line) -> assertThat(line).contains("The result depends on the rows", "duplicate key value"));
	}

	@Test
	void schemaThatHoldsNothingIsThere() {
		this.database.execute("create schema two");

		assertThat(tried("create schema two; create table two.a (id int)",
				(op) -> op.createTable("two.a", (t) -> t.column("id", integer()))))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, without rows");
	}

	@Test
	void whatDependsOnRowsIsTriedWithoutThem() {
		this.database.execute("create table t (a int not null, b int not null)");

		assertThat(tried("create table t (a int not null, b int not null, constraint c check (a > 5))",
				sql("ALTER TABLE t ADD CONSTRAINT c CHECK (a > 5)", "ALTER TABLE t DROP CONSTRAINT c")))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, without rows",
					"The result depends on the rows. With the rows of the trial, statement 1 of the upgrade failed: "
							+ "check constraint \"c\" of relation \"t\" is violated by some row (SQLSTATE 23514)");
	}

	/**
	 * What is refused with rows and without them does not depend on them.
	 */
	@Test
	void whatIsRefusedWithAndWithoutRowsIsSaidOnce() {
		this.database.execute("create table t (a int not null, b int not null)");
		Change change = change("DO $$ BEGIN RAISE check_violation USING MESSAGE = 'never'; END $$").toBuilder()
			.remark("TODO: say how")
			.build();

		assertThat(tried("create table t (a int not null, b int not null)", List.of(change))).containsExactly(
				"Not verified in a scratch database, because the revision has an open TODO: statement 1 of the upgrade "
						+ "failed: never (SQLSTATE 23514)");
	}

	@Test
	void openTodoIsNamedAndNotRefused() {
		this.database.execute(USERS);
		Change change = change("ALTER TABLE users ALTER name TYPE date").toBuilder().remark("TODO: say how").build();

		assertThat(tried(USERS, List.of(change))).singleElement()
			.asString()
			.startsWith("Not verified in a scratch database, because the revision has an open TODO: statement 1 of the "
					+ "upgrade failed");
	}

	/**
	 * An array becomes JSON by itself; what JSON becomes only its owner knows.
	 */
	@Test
	void openTodoOfTheDowngradeIsNamedAndNotRefused() {
		this.database.execute("create table t (a int[])");
		String wanted = "create table t (a jsonb)";
		List<Change> changes = new SchemaComparison(ComparisonSettings.DEFAULT)
			.compare(read(this.database).schema(), found(wanted, List.of()).model().schema())
			.changes();

		assertThat(tried(wanted, changes)).hasSize(2)
			.anySatisfy((line) -> assertThat(line).startsWith("Tried in a scratch database: the upgrade, with rows"))
			.anySatisfy((line) -> assertThat(line).startsWith(
					"Not verified in a scratch database, because the revision has an open TODO: statement 1 of the downgrade "
							+ "failed"));
	}

	/**
	 * The view is on a table of a schema that is not looked at.
	 */
	@Test
	void whatMayFailForWantOfSomethingIsNotRefused() {
		this.database.execute(USERS + "create schema other; create table other.o (a int);"
				+ "create view v as select a from other.o");

		assertThat(tried(USERS, sql("ALTER VIEW v RENAME TO w"))).hasSize(2)
			.satisfies((lines) -> assertThat(lines.get(0)).startsWith(
					"Not verified in a scratch database, because some objects could not be created in the scratch database: statement 1 "
							+ "of the upgrade failed: relation \"v\" does not exist"))
			.satisfies((lines) -> assertThat(lines.get(1)).startsWith("Missing in the trial: view public.v (")
				.contains("\"other.o\" does not exist"));
	}

	@Test
	void tableThatTakesNoRowsIsNamed() {
		this.database.execute("create table t (a int not null, constraint never check (a <> a))");

		assertThat(tried("create table t (a int not null, b int, constraint never check (a <> a))",
				(op) -> op.addColumn("t", "b", integer())))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 0 of 1 table; "
					+ "without rows: t (new row for relation \"t\" violates check constraint \"never\")");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			a int check (a between 100 and 200)
			a text check (a in ('NEW', 'DONE')) not null
			a numeric(4, 2), b numeric(2, 2), c numeric(3)
			a int[], b text[], c jsonb, d json, e uuid, f bytea, g inet, h interval
			a int unique, b varchar(1) unique, c char(3), d date, e timestamptz, f time, g bit(3), h boolean
			a int4range, b tstzrange, c daterange, d point, e xml, f macaddr, g money, h real
			a int generated always as identity, b int generated always as (3) stored
			a int, b int, check (a < b)
			a mood not null, b positive not null
			""")
	void tablesOfManyTypesTakeRows(String columns) {
		String types = "create type mood as enum ('sad', 'glad'); create domain positive as int check (value > 7);";
		this.database.execute(types + "create table t (" + columns + ")");

		assertThat(tried(types + "create table t (" + columns + ", added int)",
				(op) -> op.addColumn("t", "added", integer())))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 1 of 1 table");
	}

	@Test
	void rowsReferenceOthers() {
		String schema = """
				create table a (id int primary key, parent int references a);
				create table b (id int primary key, a int not null references a, unique (a));
				create table c (b int references b, a int references a, primary key (b, a));
				""";
		this.database.execute(schema);

		assertThat(tried(schema + "alter table c add added int", (op) -> op.addColumn("c", "added", integer())))
			.containsExactly("Tried in a scratch database: the upgrade and the downgrade, with rows in 3 of 3 tables");
	}

	/**
	 * The last value, of a type and of a check, and the last number.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			e mood      | e <> 'bored'
			e mood not null, t text check (t in ('A', 'B', 'C', 'D', 'E')) | t <> 'E'
			t varchar(9) not null check (t in ('A', 'B', 'C', 'D', 'E')) | t <> 'C'
			n smallint check (n between 0 and 4) | n <> 4
			d answer    | d <> 'perhaps'
			""")
	void rowsHaveEachValueOfAList(String columns, String without) {
		String types = "create type mood as enum ('sad', 'glad', 'mad', 'calm', 'bored'); "
				+ "create domain answer as text check (value in ('yes', 'no', 'maybe', 'perhaps'));";
		String table = "create table t (id int primary key, " + columns;
		this.database.execute(types + table + ")");

		assertThat(tried(types + table + ", constraint less check (" + without + "))",
				sql("ALTER TABLE t ADD CONSTRAINT less CHECK (" + without + ")", "ALTER TABLE t DROP CONSTRAINT less")))
			.anySatisfy((line) -> assertThat(line).startsWith("The result depends on the rows").contains("\"less\""));
	}

	/**
	 * Whatever the order of their names, and where they reference each other.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					create table z (id int primary key); create table a (id int primary key, z int references z)
					create table a (id int primary key, z int references a)
					create table a (id int primary key, z int unique references a)
					create table z (id int primary key, a int); create table a (id int primary key, z int references z); alter table z add foreign key (a) references a
					create table z (id int primary key, x int, unique (id, x)); create table a (id int, z int, x int, foreign key (z, x) references z (id, x))
					""")
	void columnsThatTakeNullReferenceRowsToo(String schema) {
		this.database.execute(schema);

		assertThat(tried(schema + "; alter table a add constraint none check (z is null)",
				sql("ALTER TABLE a ADD CONSTRAINT none CHECK (z IS NULL)", "ALTER TABLE a DROP CONSTRAINT none")))
			.anySatisfy((line) -> assertThat(line).startsWith("The result depends on the rows").contains("\"none\""));
	}

	@Test
	void secondRevisionRunsWithoutTransaction() {
		this.database.execute(USERS);
		List<TriedRevision> revisions = List.of(
				new TriedRevision(List.of(change("ALTER TABLE users ADD a int", "ALTER TABLE users DROP a")), true),
				new TriedRevision(
						List.of(change("CREATE INDEX CONCURRENTLY ix ON users (a)", "DROP INDEX CONCURRENTLY ix")),
						false));

		assertThat(of(ServerLogin.of(this.database.newDataSource()),
				USERS + "alter table users add a int;" + "create index ix on users (a)", revisions))
			.first()
			.asString()
			.startsWith("Tried");
	}

	@Test
	void roleThatMayCreateNoDatabaseIsTold() {
		String role = this.database.name() + "_small";
		this.database.execute("create role %s login password 'secret' in role pg_read_all_data".formatted(role));
		this.database.execute(USERS);
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(role);
		dataSource.setPassword("secret");

		assertThat(new RevisionTrial(ServerLogin::of, "UTC", comparison())
			.of(dataSource, List.of(new TriedRevision(sql("SELECT 1"), true)), found(USERS, List.of()))
			.lines())
			.containsExactly("Not tried in a scratch database: the role %1$s cannot create databases. ".formatted(role)
					+ "To allow it: ALTER ROLE %s CREATEDB".formatted(role));

		this.database.execute("drop role " + role);
	}

	@Test
	void loginThatIsNotKnownIsTold() {
		this.database.execute(USERS);

		assertThat(of(Optional.empty(), USERS, List.of(new TriedRevision(sql("SELECT 1"), true)))).singleElement()
			.asString()
			.startsWith(
					"Not tried in a scratch database: the login for another database is not known for a DataSource of this kind");
	}

	private List<String> tried(String wanted, Consumer<Operations> changes) {
		return tried(wanted, record(changes).stream().map(Change::of).toList());
	}

	private List<String> tried(String wanted, List<Change> changes) {
		return of(ServerLogin.of(this.database.newDataSource()), wanted, List.of(new TriedRevision(changes, true)));
	}

	private List<String> of(Optional<ServerLogin> login, String wanted, List<TriedRevision> revisions) {
		List<Change> changes = revisions.stream().flatMap((revision) -> revision.changes().stream()).toList();
		return new RevisionTrial((dataSource) -> login, "UTC", comparison())
			.of(this.database.dataSource(), revisions, found(wanted, changes))
			.lines();
	}

	private static ModelComparison comparison() {
		return new ModelComparison(ComparisonSettings.DEFAULT, List.of());
	}

	private ModelDifferences found(String wanted, List<Change> changes) {
		TestDatabase other = Postgres.newDatabase();
		other.execute(wanted);
		WantedModel model = WantedModel.builder(read(other).schema(), new ModelSources(List.of(), List.of())).build();
		CatalogContents real = read(this.database);
		Postgres.giveBack(other);
		return new ModelDifferences(new ProposedChanges(changes, List.of()), model, real.schema(), real.uncompared());
	}

	private static CatalogContents read(TestDatabase database) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new CatalogReader(connection, Set.of()).readAll(ServerSchemas.read(connection),
					List.of("public", "two"));
		}
	}

	private AbstractStringAssert<?> assertFails(String wanted, List<Change> changes) {
		TrialFailedException failure = catchThrowableOfType(TrialFailedException.class, () -> tried(wanted, changes));
		assertThat(failure).isNotNull();
		return assertThat(failure.getMessage());
	}

	private static List<Change> sql(String sql) {
		return List.of(change(sql));
	}

	private static List<Change> sql(String sql, String back) {
		return List.of(change(sql, back));
	}

	private static Change change(String sql) {
		return change(sql, "SELECT 1");
	}

	private static Change change(String sql, String back) {
		return Change.builder(ExecuteSql.of(sql)).undo(List.of(ExecuteSql.of(back))).build();
	}

}
