package dev.migrator.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.example.injecting.UserService;
import dev.migrator.example.store.Item;
import dev.migrator.internal.dialect.connection.AdvisoryLock;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What a person reads when an application does not start because of its migration.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	private CapturedOutput output;

	@BeforeEach
	void setUp(@TempDir Path temporary, CapturedOutput captured) {
		this.folder = temporary;
		this.revisions = Revisions.in(temporary);
		this.output = captured;
	}

	@AfterEach
	void everythingIsSaidWithoutStackTraceAndPassword() {
		assertThat(this.output).contains("APPLICATION FAILED TO START")
			.doesNotContainPattern("(?m)^\\s+at [\\w.$/]+\\(")
			.doesNotContain("geheim");
	}

	@Test
	void failingScriptIsShownWithItsLine() {
		this.revisions.add("a", "create table a ();")
			.add("b <- a", "create table b (id int);\ncreate index ix on b (nmae);");

		fail();

		assertDescription("""
				Revision b (0002_b.sql) failed in statement 2 of 2, line 8:

				    create index ix on b (nmae)

				  column "nmae" does not exist (SQLSTATE 42703)
				""");
		assertAction("Nothing of this revision was kept; the database is at a. Fix the script and start again.");
	}

	@Test
	void passwordInAFailingScriptIsMasked() {
		this.revisions.add("a", "alter role nobody_of_that_name password 'geheim';");

		fail();

		assertDescription("Revision a (0001_a.sql) failed in statement 1 of 1, line 6:\n\n"
				+ "    alter role nobody_of_that_name password '***'\n");
	}

	@Test
	void existingTableIsShownWithTheWayToStamp() {
		this.database.execute("create table a ()");
		this.revisions.add("a", "create table a ();");

		fail();

		assertDescription("Revision a (0001_a.sql) failed in statement 1 of 1, line 6:");
		assertThat(this.output).contains("stamp it with the revision");
	}

	@Test
	void unknownRowIsShownWithItsHistory() {
		this.revisions.add("a", "create table a ();");
		succeed();
		this.database.execute("update migrator_version set version_num = 'gone'");
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, db_user) "
				+ "values ('gone', 'upgrade', '2026-01-02T03:04:05Z', 'done', 'somebody')");

		fail();

		assertDescription("""
				The version table "public"."migrator_version" contains revisions that no script has:

				    gone, applied at 2026-01-02 03:04:05 UTC by somebody

				Scripts were looked for in %s and among the Java revisions; found: 1.
				""".formatted(this.revisions.location()));
		assertAction("If the script exists, make it visible: migrator.locations");
	}

	@Test
	void changedScriptIsShownByName() throws Exception {
		this.revisions.add("a", "create table a ();");
		succeed();
		Files.writeString(this.folder.resolve("0001_a.sql"),
				Files.readString(this.folder.resolve("0001_a.sql")).replace("a ()", "a (id int)"));

		fail();

		assertDescription("A script was edited after it was applied:\n\n    a (" + this.revisions.location()
				+ "/0001_a.sql), applied at ");
		assertAction("""
				Restore the script and write a new revision for the change.
				If the database has what the script says now, accept it: migrator stamp --accept a
				""");
	}

	@Test
	void pendingRevisionsAreShown() {
		this.revisions.add("a", "create table a ();");

		fail("migrator.startup=validate");

		assertDescription("The database is at base, and 1 revision is pending: a\n");
		assertAction("Upgrade the database, or let the application do it at start with migrator.startup=upgrade.");
	}

	@Test
	void severalHeadsAreShown() {
		this.revisions.add("a", "create table a ();").add("b <- a", "select 1;").add("c <- a", "select 1;");

		fail("migrator.target=head");

		assertDescription("`head` is ambiguous, there are 2 heads:\n");
		assertThat(this.output).contains("For all of them: heads.", "migrator merge b c",
				"At start the target is migrator.target");
	}

	@Test
	void unknownTargetIsShown() {
		this.revisions.add("a", "create table a ();");

		fail("migrator.target=nowhere");

		assertDescription("There is no revision or branch label `nowhere`");
		assertThat(this.output).contains("migrator.target");
	}

	@Test
	void circleOfScriptsIsShown() {
		this.revisions.add("a", "select 1;").add("b <- c", "select 1;").add("c <- b", "select 1;");

		fail();

		assertThat(this.output).contains("Description:")
			.contains("b (" + this.revisions.location() + "/0002_b.sql)")
			.contains("Action:");
	}

	@Test
	void missingParentAndDuplicateIdAreShownTogether() {
		this.revisions.add("a", "select 1;").add("b <- nowhere", "select 1;").file("0009_again.sql", """
				-- revision: a

				-- migrator:upgrade
				select 1;
				""");

		fail();

		assertThat(this.output).contains("Description:")
			.contains("0001_a.sql")
			.contains("0009_again.sql")
			.contains("nowhere")
			.contains("0002_b.sql")
			.contains("Action:");
	}

	@Test
	void copyOfAScriptInAnotherFolderIsShownWithBothFolders() throws Exception {
		this.revisions.add("a", "select 1;");
		Files.createDirectories(this.folder.resolve("old"));
		Files.copy(this.folder.resolve("0001_a.sql"), this.folder.resolve("old/0001_a.sql"));

		fail();

		assertDescription("Revision a exists twice: in %1$s/0001_a.sql and in %1$s/old/0001_a.sql.\n"
			.formatted(this.revisions.location()));
	}

	@Test
	void revisesNoneIsShownWithTheAdviceToLeaveItOut() {
		this.revisions.add("a <- None", "select 1;");

		fail();

		assertDescription("Revision a (%s/0001_a.sql) revises \"None\", which is not a revision.\n"
			.formatted(this.revisions.location()));
		assertAction("Leave revises out if the revision follows none: it is a base.");
	}

	@Test
	void invalidHeaderIsShownWithItsLine() {
		this.revisions.file("0001_a.sql", """
				-- revision: a
				-- depnds-on: b

				-- migrator:upgrade
				select 1;
				""");

		fail();

		assertDescription("There is a problem in a revision script:\n\n  " + this.revisions.location() + "/0001_a.sql");
		assertThat(this.output)
			.contains("0001_a.sql:2: unknown header key \"depnds-on\"; did you mean \"depends-on\"?");
	}

	@Test
	void otherProductIsShown() {
		run("--spring.datasource.url=jdbc:h2:mem:other", "--spring.datasource.password=geheim",
				"--migrator.locations=" + this.revisions.location());

		assertDescription("The DataSource leads to H2, but the migrator works only with PostgreSQL.\n");
		assertAction("Point the application to PostgreSQL");
	}

	@Test
	void lockOfAnotherMigratorIsShown() throws Exception {
		this.revisions.add("a", "create table a ();");
		long key = new AdvisoryLock("public", "migrator_version").key();
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + key + ")");

			fail("migrator.lock.wait=50ms");
		}

		assertDescription("Another migrator holds the lock of this database (advisory lock " + key
				+ "); waited 50 ms for it.\nIt is held by process ");
		assertAction("Check what the holder does.");
	}

	@Test
	void unreachableDatabaseIsShown() {
		run("--spring.datasource.url=jdbc:postgresql://localhost:1/shop?user=me&password=geheim",
				"--spring.datasource.hikari.connection-timeout=250", "--logging.level.com.zaxxer.hikari=off",
				"--migrator.locations=" + this.revisions.location());

		assertDescription(
				"The database could not be reached (localhost:1/shop):\n\n  Connection to localhost:1 refused. "
						+ "Check that the hostname and port are correct and that the postmaster is accepting TCP/IP "
						+ "connections. (SQLSTATE 08001)\n\nAction:");
		assertAction("Check that the server is running, and check spring.datasource.*");
	}

	@Test
	void unknownHostIsShownWithItsNameAndTheDatabase() {
		run("--spring.datasource.url=jdbc:postgresql://db.invalid/shop?user=me&password=geheim",
				"--spring.datasource.hikari.connection-timeout=250", "--logging.level.com.zaxxer.hikari=off",
				"--migrator.locations=" + this.revisions.location());

		assertDescription("""
				The database could not be reached (db.invalid:5432/shop):

				  The connection attempt failed. (SQLSTATE 08001)
				  The host db.invalid is unknown.
				""");
		assertAction("Check that the server is running, and check spring.datasource.*");
	}

	@Test
	void failureIsShownOnce() {
		this.revisions.add("a", "create table a ();\ncreate index ix on a (nmae);");

		fail();

		assertThat(this.output.toString().lines().filter((line) -> line.contains("create index ix on a (nmae)")))
			.hasSize(1);
		assertThat(this.output.toString().lines().filter((line) -> line.contains("failed in statement"))).hasSize(2)
			.first()
			.asString()
			.contains(" WARN ")
			.endsWith("Revision a (0001_a.sql) failed in statement 2 of 2, line 7");
	}

	@Test
	void unreachableDatabaseOfItsOwnIsShown() {
		fail("migrator.url=jdbc:postgresql://localhost:1/shop?user=me&password=geheim");

		assertDescription(
				"The database could not be reached (localhost:1/shop):\n\n  Connection to localhost:1 refused. "
						+ "Check that the hostname and port are correct and that the postmaster is accepting TCP/IP "
						+ "connections. (SQLSTATE 08001)\n\nAction:");
	}

	@Test
	void refusedLoginIsShownWithoutItsPassword() {
		this.database.execute(
				"do $$ begin create role migrator_locked login; exception when duplicate_object then null; end $$");
		this.database.execute("alter role migrator_locked nologin");

		fail("migrator.url=" + this.database.url(), "migrator.username=migrator_locked", "migrator.password=geheim");

		assertDescription("The server refused the login (%s:%s/%s):\n\n".formatted(this.database.host(),
				this.database.port(), this.database.name()));
		assertAction("Check spring.datasource.username and spring.datasource.password");
		assertThat(this.output).contains("migrator_locked").doesNotContain("server is up");
	}

	@Test
	void missingDatabaseIsShown() {
		fail("migrator.url=" + this.database.url().replaceAll("/[^/?]+(\\?|$)", "/no_such_shop$1"),
				"migrator.username=" + this.database.user(), "migrator.password=" + this.database.password());

		assertDescription("The server is running, but the database does not exist (%s:%s/no_such_shop):\n\n"
			.formatted(this.database.host(), this.database.port()));
		assertAction("Create it, or correct its name in spring.datasource.url (or migrator.url).");
		assertThat(this.output).contains("no_such_shop");
	}

	@Test
	void urlThatIsNoneIsShownWithoutItsPassword() {
		fail("migrator.url=jdbc:postgresql://host:port/shop?password=geheim");

		assertThat(this.output).contains("Description:").contains("Action:").contains("migrator.url");
	}

	@Test
	void urlOfAnotherSchemeIsShownWithTheFormsThatAreRead() {
		fail("migrator.url=mysql://localhost/shop?password=geheim");

		assertDescription("migrator.url cannot be read: it does not start with jdbc:postgresql://, postgresql:// or "
				+ "postgres://.\n");
		assertAction("It must look like postgresql://user:password@host:5432/database?sslmode=require or "
				+ "jdbc:postgresql://host:5432/database?user=user&password=password.\n");
	}

	@Test
	void urlOfAnotherPrefixIsShownWithTheRightOne() {
		fail("migrator.url=jdbc:postgres://me:geheim@localhost/shop");

		assertDescription("migrator.url cannot be read: it starts with jdbc:postgres:, but the driver "
				+ "accepts only jdbc:postgresql:.\n");
		assertAction("Write jdbc:postgresql: there, and keep the rest.\n");
	}

	@Test
	void urlInTheFormThatHostsGiveIsShownInThatOfJdbc() {
		run("--spring.datasource.url=postgres://ann:gehe%69m@[2001:db8::7]/shop?sslmode=require&password=geheim");

		assertDescription(
				"spring.datasource.url has the form that hosts give (postgresql://...), but JDBC needs another one.\n");
		assertAction("""
				Write it as:

				    spring.datasource.url=jdbc:postgresql://[2001:db8::7]/shop?sslmode=require
				    spring.datasource.username=ann
				    spring.datasource.password=***

				Or let the migrator read it from an environment variable, including user and password:

				    spring.datasource.url=${migrator.jdbc-url.DATABASE_URL}
				""");
	}

	@Test
	void urlOfAVariableIsShownWithThatVariable() {
		run("--SHOP_DB=postgresql://db.example.org:5433/shop", "--spring.datasource.url=${SHOP_DB}");

		assertAction("""
				Write it as:

				    spring.datasource.url=jdbc:postgresql://db.example.org:5433/shop

				Or let the migrator read it from an environment variable, including user and password:

				    spring.datasource.url=${migrator.jdbc-url.SHOP_DB}
				""");
	}

	@Test
	void urlInTheFormThatHostsGiveThatCannotBeReadIsShownWithTheReason() {
		run("--spring.datasource.url=postgresql://ann:ge/heim@localhost/shop");

		assertDescription("spring.datasource.url cannot be read: the user or the password contains a character that "
				+ "ends it too early.\n");
		assertAction("In a user or a password the characters : / ? # [ ] @ % must be percent-encoded, for example @ "
				+ "as %40.\n");
		assertThat(this.output).doesNotContain("heim@");
	}

	@Test
	void variableThatIsNotSetIsShown() {
		run("--spring.datasource.url=${migrator.jdbc-url.SHOP_DB}");

		assertDescription("spring.datasource.url is ${migrator.jdbc-url.SHOP_DB}, and SHOP_DB is not set.\n");
		assertAction("Set it, or write a default after a colon: spring.datasource.url="
				+ "${migrator.jdbc-url.SHOP_DB:jdbc:postgresql://<host>:<port>/<database>}\n");
	}

	@Test
	void emptyVariableIsShown() {
		run("--SHOP_DB=", "--spring.datasource.url=${migrator.jdbc-url.SHOP_DB}");

		assertDescription("SHOP_DB is empty.\n");
		assertAction("Set it, or remove it. It must look like postgresql://");
	}

	@Test
	void settingsThatContradictAreShown() {
		fail("migrator.password=geheim");

		assertDescription("migrator.username or migrator.password is set, but migrator.url is not.\n");
		assertAction("Set migrator.url too.");
	}

	@Test
	void hibernateThatMayNotChangeTheSchemaIsShown() {
		failWithEntities("spring.jpa.hibernate.ddl-auto=create", "migrator.on-ddl-auto=fail");

		assertDescription(
				"Hibernate drops the tables of the entities with all their rows and creates them again at each "
						+ "start (spring.jpa.hibernate.ddl-auto=create).\n");
		assertAction("Set spring.jpa.hibernate.ddl-auto=validate; revisions change the schema (migrator revision "
				+ "--autogenerate). migrator.on-ddl-auto=warn lets the application start.\n");
	}

	@Test
	void databaseThatDoesNotFitTheEntitiesIsShownWithTheCommandThatGeneratesTheRevision() {
		this.revisions.add("a", "create table items (id bigint primary key);");

		failWithEntities("spring.jpa.hibernate.ddl-auto=validate");

		assertDescription("The database does not fit the entities: missing column [name] in table [items]\n");
		assertAction("""
				Generate a revision from the entities, read it, and start again:

				    migrator revision --autogenerate -m "<what changes>"

				If the database is right, correct the entities.
				""");
	}

	@Test
	void databaseThatDoesNotFitTheEntitiesIsShownWithThePendingRevisionsIfTheStartAppliesNone() {
		this.revisions.add("a", "create table items (id bigint primary key, name varchar(255));");

		failWithEntities("spring.jpa.hibernate.ddl-auto=validate", "migrator.startup=none");

		assertDescription("The database does not fit the entities: missing table [items]\n");
		assertAction("""
				The start applied nothing (migrator.startup=none). Apply the pending revisions, with `migrator \
				upgrade`. \
				If nothing is pending:

				Generate a revision from the entities, read it, and start again:
				""");
	}

	@Test
	void javaRevisionThatNeedsTheDatabaseIsShownAndNotAsACircleOfBeans() {
		fail("migrator.packages=dev.migrator.example.injecting");

		assertDescription("The Java revision dev.migrator.example.injecting.NeedsUserService needs a bean that itself "
				+ "waits for the migration:\n");
		assertAction("Do not inject it.");
		assertThat(this.output).doesNotContain("form a cycle");
	}

	private void assertDescription(String text) {
		assertThat(this.output.toString().replaceAll("(?m)[ \t]+$", "")).contains("Description:\n\n" + text);
	}

	private void assertAction(String text) {
		assertThat(this.output).contains("Action:\n\n" + text);
	}

	private void succeed() {
		builder().run(arguments()).close();
	}

	private void fail(String... properties) {
		run(arguments(properties));
	}

	private void failWithEntities(String... properties) {
		assertThatException()
			.isThrownBy(() -> new SpringApplicationBuilder(ApplicationWithEntities.class).web(WebApplicationType.NONE)
				.properties("migrator.packages=none")
				.run(arguments(properties))
				.close());
	}

	private void run(String... arguments) {
		assertThatException().isThrownBy(() -> builder().run(arguments).close());
	}

	private static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
	}

	private String[] arguments(String... properties) {
		List<String> arguments = new ArrayList<>();
		for (String property : this.database.properties()) {
			arguments.add("--" + property);
		}
		arguments.add("--migrator.locations=" + this.revisions.location());
		for (String property : properties) {
			arguments.add("--" + property);
		}
		return arguments.toArray(String[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, MigratorAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class })
	static class Application {

		@Bean
		UserService userService(JdbcClient jdbcClient) {
			return new UserService(jdbcClient);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Item.class)
	@ImportAutoConfiguration({ HibernateJpaAutoConfiguration.class, MigratorHibernateAutoConfiguration.class })
	static class ApplicationWithEntities extends Application {

	}

}
