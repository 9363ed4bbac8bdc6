package dev.migrator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.autogenerate.schemafile.SchemaFile;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.session.UnknownTimeZoneException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A script means the same whatever machine migrates: that of the driver has another time
 * zone than any that is expected here.
 */
@Tag("server")
@Tag("oldest")
@ExtendWith(OutputCaptureExtension.class)
class RunSettingsTests {

	private static final String USER = "migrator_dated";

	private static final String SEEN = """
			create table seen as select current_setting('TimeZone') || ' | ' || current_setting('DateStyle') as settings,
			    to_char('02/03/04'::timestamptz at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as date,
			    '\\' || 'x' as text;""";

	private final TestDatabase database = Postgres.newDatabase();

	private final HikariDataSource pool = new HikariDataSource();

	private final TimeZone machine = TimeZone.getDefault();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
		this.database.execute("drop role if exists %1$s; create role %1$s login superuser".formatted(USER));
		this.pool.setJdbcUrl(this.database.url());
		this.pool.setUsername(USER);
		this.pool.setMaximumPoolSize(1);
	}

	@AfterEach
	void close() {
		TimeZone.setDefault(this.machine);
		this.pool.close();
		this.database.execute("drop owned by %1$s; drop role %1$s".formatted(USER));
	}

	@Test
	void whereNobodySaysSoTheTimeZoneIsUtc(CapturedOutput output) {
		upgrade();

		assertThat(seen()).isEqualTo("UTC | ISO, MDY 2004-02-03 00:00");
		assertThat(output).contains("Migrating with time zone UTC (migrator.session-time-zone), DateStyle ISO, MDY");
	}

	@Test
	void propertyIsForWhereNobodySaysSo(CapturedOutput output) {
		this.revisions.add("a", SEEN);

		Migrator.builder(this.pool)
			.locations(this.revisions.location())
			.sessionTimeZone("Asia/Tokyo")
			.build()
			.upgrade();

		assertThat(seen()).isEqualTo("Asia/Tokyo | ISO, MDY 2004-02-02 15:00");
		assertThat(output).contains("time zone Asia/Tokyo (migrator.session-time-zone)");
	}

	@ParameterizedTest
	@CsvSource({ "database, set for the database", "role, set for the role", "both, set for the role in the database" })
	void whatRoleAndDatabaseSayCountsInTheServersOrder(String last, String origin, CapturedOutput output) {
		sayOf("database %s".formatted(name()), "Europe/Madrid", "SQL, DMY");
		if (!last.equals("database")) {
			sayOf("role " + USER, "Asia/Tokyo", "YMD");
		}
		if (last.equals("both")) {
			sayOf("role %s in database %s".formatted(USER, name()), "Asia/Kathmandu", "German");
		}

		upgrade();

		assertThat(seen()).isEqualTo(switch (last) {
			case "database" -> "Europe/Madrid | ISO, DMY 2004-03-01 23:00";
			case "role" -> "Asia/Tokyo | ISO, YMD 2002-03-03 15:00";
			default -> "Asia/Kathmandu | ISO, DMY 2004-03-01 18:15";
		});
		assertThat(output).contains("(" + origin + ")");
	}

	@Test
	void timeZoneThatTheServerDoesNotKnowIsRefused() {
		this.revisions.add("a", SEEN);
		Migrator migrator = Migrator.builder(this.pool)
			.locations(this.revisions.location())
			.sessionTimeZone("Utopia/Here")
			.build();

		assertThatExceptionOfType(UnknownTimeZoneException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("The server does not know the time zone Utopia/Here (migrator.session-time-zone).");
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	@Test
	void schemaIsComparedInTheSameTimeZone() {
		sayOf("database %s".formatted(name()), "Europe/Madrid", "SQL, DMY");
		String table = "create table t (at timestamptz default '02/03/04', text text default '\\');";
		this.revisions.add("a", table);
		SchemaFile file = new SchemaFile("schema.sql",
				() -> new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8)), () -> this.pool, ServerLogin::of,
				"Asia/Tokyo");
		Migrator migrator = Migrator.builder(this.pool)
			.locations(this.revisions.location())
			.wantedSchema(() -> file)
			.build();
		migrator.upgrade();

		assertThat(migrator.compareModel(List.of()).differences().changes()).isEmpty();
	}

	@Test
	void printedScriptSetsTheSame() {
		this.revisions.add("a", SEEN);
		sayOf("database %s".formatted(name()), "Europe/Madrid", "SQL, DMY");
		Migrator migrator = Migrator.builder(this.pool).locations(this.revisions.location()).build();
		String script = PrintedSql.ofUpgrade(migrator, "head");

		ScriptRunner.DRIVER.run(this.database, script);

		assertThat(seen()).isEqualTo("Europe/Madrid | ISO, DMY 2004-03-01 23:00");
	}

	@Test
	void printedScriptDoesNotDependOnTheMachineEither() {
		this.revisions.add("a", SEEN);
		Migrator migrator = Migrator.builder(this.pool)
			.locations(this.revisions.location())
			.sessionTimeZone("Asia/Tokyo")
			.build();
		String script = PrintedSql.ofUpgrade(migrator, "head");

		ScriptRunner.PSQL.run(this.database, script, "set timezone = 'Asia/Dubai'");

		assertThat(seen()).isEqualTo("Asia/Tokyo | ISO, MDY 2004-02-02 15:00");
	}

	@Test
	void applicationsSessionGetsItsOwnBack() throws SQLException {
		this.pool.setConnectionInitSql("set standard_conforming_strings = off; set datestyle = 'ISO, YMD'; "
				+ "set idle_in_transaction_session_timeout = '20s'");
		sayOf("database %s".formatted(name()), "Europe/Madrid", "SQL, DMY");
		String settings = "select string_agg(name || '=' || setting || ' ' || source, ', ' order by name) from pg_settings "
				+ "where name in ('TimeZone', 'DateStyle', 'standard_conforming_strings', 'idle_session_timeout', "
				+ "'idle_in_transaction_session_timeout')";
		String before = ofTheApplication(settings);

		upgrade();

		assertThat(ofTheApplication(settings)).isEqualTo(before).contains("TimeZone=Pacific/Kiritimati client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "database", "role" })
	void backslashEndsAStringWhateverRoleAndDatabaseSay(String what) {
		this.database.execute("alter %s set standard_conforming_strings = off"
			.formatted(what.equals("role") ? "role " + USER : "database " + name()));
		this.database.execute("create table kept ()");
		this.revisions.add("a", "create table said as select '\\' as one, '; drop table kept; select ' as two;")
			.addWithoutTransaction("b <- a", "insert into said values ('\\', '; drop table kept; select ');");

		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();

		assertThat(this.database.has("kept")).isTrue();
		assertThat(this.database.column("select one || two from said")).containsOnly("\\; drop table kept; select ")
			.hasSize(2);
	}

	@Test
	void backslashEndsAStringAfterAResetOfAllToo() {
		this.database.execute("alter role %s set standard_conforming_strings = off".formatted(USER));
		this.database.execute("create table kept (); create table said (id int, text text)");
		String insert = "insert into said select %s, '\\' || '; drop table kept; select ';";
		this.revisions.addWithoutTransaction("a", "reset all; " + insert.formatted(1))
			.add("b <- a", "reset all; select '" + "x".repeat(1_100_000) + "';\ncopy said from stdin;\n2\tx\n\\.\n"
					+ insert.formatted(3));

		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();

		assertThat(this.database.has("kept")).isTrue();
		assertThat(this.database.column("select id::text from said order by 1")).containsExactly("1", "2", "3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PER_REVISION", "SINGLE" })
	void timeoutsOfRoleAndDatabaseAreLifted(TransactionMode mode) {
		this.database.execute("alter database %s set idle_in_transaction_session_timeout = '1s'".formatted(name()));
		this.database.execute("alter role %s set idle_session_timeout = '1s'".formatted(USER));
		if (Postgres.majorVersion() >= 17) {
			this.database.execute("alter role %s set transaction_timeout = '1s'".formatted(USER));
		}
		this.revisions.add("a", "create table seen as select name, setting from pg_settings "
				+ "where name ~ '(idle.*session|transaction|statement)_timeout$'; select pg_sleep(1.2)");

		Migrator.builder(this.pool).locations(this.revisions.location()).transaction(mode).build().upgrade();

		assertThat(this.database.column("select distinct setting from seen")).containsExactly("0");
	}

	private void sayOf(String who, String timeZone, String dateStyle) {
		this.database.execute("alter %s set timezone = '%s'".formatted(who, timeZone));
		this.database.execute("alter %s set datestyle = %s".formatted(who, dateStyle));
	}

	private String name() {
		return '"' + this.database.name() + '"';
	}

	private String seen() {
		return this.database.value("select settings || ' ' || date from seen where text = E'\\\\x'");
	}

	private void upgrade() {
		this.revisions.add("a", SEEN);
		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();
	}

	private String ofTheApplication(String sql) {
		return new JdbcTemplate(this.pool).queryForObject(sql, String.class);
	}

}
