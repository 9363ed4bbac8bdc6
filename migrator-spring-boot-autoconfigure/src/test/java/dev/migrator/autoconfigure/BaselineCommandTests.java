package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first revision of a database that has a schema, from the command line.
 */
@Tag("server")
@Tag("oldest")
class BaselineCommandTests {

	/** What a downgrade may leave: the tables of the migrator, and extensions. */
	private static final String LEFT = """
			select x.name from (
			    select 'relation ' || c.oid::regclass, c.relnamespace, 'pg_class'::regclass, c.oid from pg_class c where c.relkind <> 'i'
			        and c.relname !~ '^migrator_'
			    union all select 'type ' || t.oid::regtype, t.typnamespace, 'pg_type'::regclass, t.oid from pg_type t
			        where t.typname !~ '^_?migrator_'
			    union all select 'function ' || p.oid::regprocedure, p.pronamespace, 'pg_proc'::regclass, p.oid from pg_proc p
			    ) x (name, schema, class, oid)
			where x.schema::regnamespace::text in ('public', 'other') and not exists (select from pg_depend d
			    where d.classid = x.class and d.objid = x.oid and (d.deptype = 'e' or d.deptype = 'i' and exists (
			        select from pg_depend e where e.classid = d.refclassid and e.objid = d.refobjid and e.deptype = 'e')))
			""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase empty = Postgres.newDatabase();

	private ExercisesProject project;

	@BeforeEach
	void setUp(@TempDir Path folder) throws Exception {
		this.project = ExercisesProject.in(folder);
	}

	@Test
	void everyKindOfObjectIsMadeAgainAndDropped() throws IOException {
		this.database
			.execute(new ClassPathResource("baseline/every-kind.sql").getContentAsString(StandardCharsets.UTF_8));
		this.database.execute(
				"""
						select nextval('invoice_no'), nextval('invoice_no'), nextval('users_id_seq'), nextval('other.notes_id_seq');
						insert into b default values; insert into b default values""");

		CommandRun baseline = run(this.database, "baseline", "-m", "as of 2026", "--rev-id", "ba5e");

		assertThat(baseline.exitCode()).as(baseline.output()).isZero();
		assertThat(baseline.output()).contains(
				"Tried in a scratch database: the upgrade makes the schema of this database",
				"Generated " + script("as_of_2026"), "which is stamped with it. It can be applied now.",
				"Stamp other databases that have this schema: migrator stamp ba5e");
		assertThat(baseline.output()).doesNotContain("Not in the revision");
		assertThat(this.database.versionRows()).containsExactly("ba5e");
		assertThat(run(this.database, "upgrade").output()).contains("nothing to upgrade");
		assertThat(Files.readString(script("as_of_2026"))).contains("-- as of 2026\n",
				"-- destructive: drops the table users with its rows\nDROP TABLE users;",
				"-- destructive: drops the sequence invoice_no and its position\nDROP SEQUENCE invoice_no;");

		CommandRun upgrade = run(this.empty, "upgrade");
		assertThat(upgrade.exitCode()).as(upgrade.output()).isZero();
		assertThat(CatalogSnapshot.of(this.empty).lines())
			.containsExactlyElementsOf(CatalogSnapshot.of(this.database).lines());
		assertThat(exported(this.empty, "empty.sql")).isEqualTo(exported(this.database, "database.sql"));
		for (String sequence : List.of("invoice_no", "users_id_seq", "other.notes_id_seq", "b_id_seq", "a_id_seq")) {
			String next = "select nextval('%s')".formatted(sequence);
			assertThat(this.empty.value(next)).as(sequence).isEqualTo(this.database.value(next));
		}

		CommandRun downgrade = run(this.empty, "downgrade", "base", "--yes");
		assertThat(downgrade.exitCode()).as(downgrade.output()).isZero();
		assertThat(this.empty.column(LEFT)).isEmpty();
		assertThat(run(this.empty, "upgrade").exitCode()).isZero();
	}

	@Test
	void resultIsJson() throws IOException {
		this.database.execute("create table t (id int); grant select on t to public");

		CommandRun baseline = run(this.database, "baseline", "--rev-id", "ba5e", "--format", "json");

		assertThat(baseline.output()).contains("Not in the revision: rights on table t");
		assertThat(baseline.output().replaceAll("\\s", "")).contains("""
				{"revision":"ba5e","downRevisions":[],"message":"baseline","path":"%s","objects":1,\
				"notWritten":["rightsontablet"]}""".formatted(script("baseline")));
	}

	@Test
	void secondRevisionIsNone() throws IOException {
		this.database.execute("create table t (id int)");
		this.project.revisions().add("a", "create table u (id int)");

		assertRefused(run(this.database, "baseline"),
				"A baseline is the first revision, and there are revisions already: a (", "migrator stamp heads");
		assertThat(this.database.has("migrator_version")).isFalse();
		assertThat(scripts()).hasSize(1);
	}

	@Test
	void databaseOfLostRevisionsHasNone() throws IOException {
		this.database.execute("create table t (id int)");
		this.project.revisions().add("a", "create table u (id int)");
		run(this.database, "stamp", "a");
		Files.delete(scripts().get(0));

		assertRefused(run(this.database, "baseline"), "The database is at a already (table", "migrator stamp --purge");
		assertThat(scripts()).isEmpty();
	}

	@Test
	void emptyDatabaseHasNone() throws IOException {
		assertRefused(run(this.database, "baseline"), "The database has no objects in the schemas public.",
				"migrator migrate -m");
		assertThat(scripts()).isEmpty();
	}

	@Test
	void projectWithoutSourcesGetsNone(@TempDir Path elsewhere) {
		this.database.execute("create table t (id int)");

		assertRefused(run(this.database, "baseline", "--migrator.locations=classpath:none",
				"--migrator.new-scripts.project-directory=" + elsewhere.resolve("missing")), "missing");
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void whatCannotBeMadeAgainIsNotWritten() throws IOException {
		this.database.execute("""
				create operator === (leftarg = int, rightarg = int, function = int4eq);
				create table t (id int); create view v as select id === 1 as one from t""");

		assertRefused(run(this.database, "baseline"),
				"The trial of the baseline in a scratch database failed. Nothing was written.",
				"operator does not exist: integer === integer", "--migrator.autogenerate.trial=false");
		assertThat(scripts()).isEmpty();
		assertThat(this.database.has("migrator_version")).isFalse();

		CommandRun untried = run(this.database, "baseline", "--migrator.autogenerate.trial=false");
		assertThat(untried.output()).contains("Not tried in a scratch database: migrator.autogenerate.trial is false.",
				"Not in the revision: operator ===(integer,integer)");
		assertThat(scripts()).hasSize(1);
	}

	@Test
	void bodiesOfRoutinesAreNotChecked() throws IOException {
		this.database.execute("""
				set check_function_bodies = off; create type one as (a int); create table t (id int);
				create function a() returns int language sql as 'select b()';
				create function b() returns int language sql as 'select 1'""");

		run(this.database, "baseline", "--rev-id", "ba5e");

		assertThat(Files.readString(script("baseline"))).containsSubsequence("SET LOCAL check_function_bodies = off;",
				"CREATE TYPE one", "CREATE TABLE t", "SET LOCAL check_function_bodies = on;", "-- migrator:downgrade");
	}

	@Test
	void roleThatCannotCreateDatabasesGetsIt() throws IOException {
		this.database.execute("create table t (id int)");
		String role = "limited_" + this.database.name();
		this.database
			.execute("create role %1$s login password 'pw'; grant all on schema public to %1$s".formatted(role));
		this.database.execute("alter table t owner to " + role);

		CommandRun baseline = run(this.database, "baseline", "--spring.datasource.username=" + role,
				"--spring.datasource.password=pw");

		assertThat(baseline.exitCode()).as(baseline.output()).isZero();
		assertThat(baseline.output())
			.contains("Not tried in a scratch database: the role " + role + " cannot create databases.");
		assertThat(this.database.versionRows()).hasSize(1);
	}

	@Test
	void schemaOfTheVersionTableIsKept() throws IOException {
		this.database.execute("create schema audit; create table audit.log (id int); create table t (id int)");

		CommandRun baseline = run(this.database, "baseline", "--migrator.schema=audit");
		assertThat(baseline.exitCode()).as(baseline.output()).isZero();

		assertThat(run(this.empty, "upgrade", "--migrator.schema=audit").exitCode()).isZero();
		CommandRun downgrade = run(this.empty, "downgrade", "base", "--yes", "--migrator.schema=audit");
		assertThat(downgrade.exitCode()).as(downgrade.output()).isZero();
		assertThat(this.empty.has("t")).isFalse();
		assertThat(this.empty.has("audit.log")).isFalse();
	}

	private static void assertRefused(CommandRun command, String... messages) {
		assertThat(command.exitCode()).as(command.output()).isOne();
		assertThat(command.output()).contains(messages).doesNotContain("\tat ");
	}

	private String exported(TestDatabase of, String file) throws IOException {
		Path path = this.project.path(file);
		CommandRun export = run(of, "export", path.toString());
		assertThat(export.exitCode()).as(export.output()).isZero();
		return Files.readString(path);
	}

	private Path script(String slug) throws IOException {
		return scripts().stream().filter((file) -> file.toString().contains(slug)).findFirst().orElseThrow();
	}

	private List<Path> scripts() throws IOException {
		try (Stream<Path> files = Files.walk(this.project.path("revisions"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	private CommandRun run(TestDatabase database, String... arguments) {
		return this.project.run(database, arguments);
	}

}
