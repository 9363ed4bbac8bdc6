package dev.migrator.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.example.busy.BusyApplication;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever names, messages and texts hold that a terminal would obey or a log would take
 * for another line, no output has it: each command, its log and its files.
 */
@DisabledOnOs(OS.WINDOWS)
class HostileOutputTests {

	/** Clears the screen, turns the direction, and ends the line in four ways. */
	private static final String HOSTILE = "x\u001b[2J\u009b31m\u202e\u2066\u0007\u0085\u2028";

	private static final Pattern OBEYED = Pattern.compile(
			"[\\p{Cc}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]|(?m)^\\s{0,3}FORGED");

	/** The same where a line of a script cannot have the separators of lines. */
	private static final String HOSTILE_IN_LINE = HOSTILE.replace("\u0085", "").replace("\u2028", "");

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@TempDir
	private Path folder;

	@BeforeEach
	void setUp() {
		this.revisions = Revisions.in(this.folder).file("0001_a\u001b[2J\nFORGED.sql", """
				-- make %1$s
				-- and %1$s
				--
				-- revision: a\u202e
				-- branch-labels: label\u2066\u202e

				-- migrator:upgrade
				create table "t%1$s" (id int);
				do $$ begin raise notice E'said %1$s\\nFORGED'; end $$;

				-- migrator:downgrade
				drop table "t%1$s";
				""".formatted(HOSTILE_IN_LINE)).file("0002_b.sql", """
				-- b
				--
				-- revision: b
				-- revises: a\u202e

				-- migrator:upgrade
				-- %1$s
				select '%1$s';
				""".formatted(HOSTILE_IN_LINE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "history", "history --verbose", "history --indicate-current", "history --graph",
			"history --format=dot", "history --format=mermaid", "history --format=json", "heads", "heads --verbose",
			"show heads", "show base:heads", "show b-1 --verbose", "show b-1 --format=json", "check --no-model",
			"upgrade --dry-run", "upgrade heads --sql", "upgrade heads", "upgrade no\u001b[2Jne", "stamp heads",
			"stamp heads --sql", "resolve b --applied", "downgrade b-1 --yes --dry-run", "edit b-1" })
	void noCommandPrintsWhatATerminalObeys(String command) {
		String output = run(command.split(" "));

		assertThat(output).isNotEmpty();
	}

	@Test
	void noCommandPrintsItOfADatabaseThatHasBeenMigrated() {
		run("upgrade", "b-1");
		this.database.execute("update migrator_history set db_user = " + SqlText.literal(HOSTILE + "\nFORGED"));

		assertThat(run("current")).contains("a\\u202E");
		assertThat(run("current", "--verbose")).contains("by x\\u001B[2J");
		run("history", "--indicate-current");
		run("upgrade", "heads", "--dry-run");
		run("downgrade", "base", "--yes");
	}

	@Test
	void noticeIsOneLineOfTheLog() {
		assertThat(run("upgrade", "b-1")).contains("The server says: said x\\u001B[2J").contains("\\nFORGED");
	}

	@Test
	void rowsThatNoScriptKnowsAreShownEscaped() {
		run("upgrade");
		this.database
			.execute("update migrator_version set version_num = " + SqlText.literal("gone" + HOSTILE + "\nFORGED"));

		assertThat(run("upgrade")).contains("gonex\\u001B[2J");
		assertThat(run("current", "--verbose")).contains("gonex\\u001B[2J");
		run("check", "--no-model");
	}

	@Test
	void namesOfRevisionsThatAreRefusedAreShownEscaped() {
		this.revisions.file("0003_c.sql",
				"-- revision: c" + HOSTILE_IN_LINE + "\n-- branch-labels: l\u001b\n-- migrator:upgrade\n");

		assertThat(run("history")).contains("c" + "x\\u001B[2J", "l\\u001B");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"do $$ begin raise exception E'%s\\nFORGED' using hint = E'%s\\nFORGED', detail = E'\\nFORGED'; end $$",
			"select '%s'::int", "select * from \"%s\nFORGED\"",
			"insert into hostile values ('%s\nFORGED'), ('%s\nFORGED')",
			"create view \"%s\nFORGED\" as select * from hostile; drop table hostile",
			"select '%s\n\r\u0085\u2028FORGED', 1/0", "do $$ begin execute E'select 1/0 -- %s\\nFORGED'; end $$" })
	void whatTheServerSaysOfAFailureIsShownEscaped(String sql) {
		this.database.execute("create table hostile (name text primary key)");
		this.revisions.add("c <- b", sql.replace("%s", "x\u001b[2J\u009b31m\u202e") + ";");

		for (String option : List.of("--quiet", "--stacktrace")) {
			String output = ended("upgrade", "heads", option).output();

			assertThat(output).contains("Revision c ").contains("\\u001B[2J");
			assertThat(output.replaceAll("(?m)^\\s+at .*|^Caused by.*(\\n.*)*", "")).doesNotContainPattern(OBEYED);
		}
	}

	@Test
	void sessionsInTheWayAreNamedEscaped() throws Exception {
		this.database.execute("create table busy (id int)");
		this.revisions.add("c <- b", "alter table busy add name text;");
		try (Connection other = this.database.newDataSource().getConnection();
				Statement statement = other.createStatement()) {
			statement.execute("set application_name = 'x\nFORGED'");
			statement.execute("begin; lock table busy; select 'x\u001b[2J\u202e\nFORGED'");

			assertThat(run("upgrade", "heads", "--migrator.lock.timeout=1s", "--migrator.lock.retries=0"))
				.contains("It waited for process")
				.contains("select 'x\\u001B[2J\\u202E");
		}
	}

	@Test
	void objectsOfTheDatabaseAreShownEscaped() {
		this.database.execute("create table \"x\u001b[2J\u202e\nFORGED\" (id int)");

		assertThat(run("reset", "--migrator.reset-allowed=true")).contains("\\u001B[2J\\u202E\\nFORGED");
	}

	@Test
	void filesHaveItEscaped() throws Exception {
		Path script = this.folder.resolve("up.txt");

		run("upgrade", "heads", "--sql", "--output", script.toString());

		String progress = String.join("\n",
				Files.readAllLines(script).stream().filter((line) -> line.startsWith("\\echo ")).toList());
		assertThat(progress).contains("make x\\\\u001B[2J").doesNotContainPattern(OBEYED);
	}

	private String run(String... command) {
		String output = ended(command).output();
		boolean script = List.of(command).contains("--sql");
		assertThat(script ? output.replaceAll("(?m)^(?!\\\\echo ).*$", "") : output).doesNotContainPattern(OBEYED);
		return output;
	}

	private CommandRun ended(String... command) {
		return CommandRun.of(BusyApplication.class,
				Stream
					.concat(Stream.of("migrator"),
							Stream.concat(Stream.of(command),
									Stream.of("--busy.url=" + this.database.fullUrl(),
											"--migrator.locations=" + this.revisions.location(),
											"--migrator.packages=none", "--spring.jpa.hibernate.ddl-auto=none")))
					.toArray(String[]::new));
	}

}
