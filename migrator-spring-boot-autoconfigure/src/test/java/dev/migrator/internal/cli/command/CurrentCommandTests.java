package dev.migrator.internal.cli.command;

import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code current} says where the database is, and what it lacks.
 */
class CurrentCommandTests {

	private final TestDatabase database = Postgres.newDatabase();

	private TypedCommands commands;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.commands = TypedCommands.on(this.database,
				Revisions.in(folder)
					.add("a", "create table a ();")
					.add("b <- a", "create table b ();")
					.add("c <- b", "create table c ();"));
	}

	@Test
	void whatIsPendingIsSaidBesideTheIdsThatScriptsRead() {
		this.commands.type("upgrade", "a");

		TypedCommands.Answer current = this.commands.type("current");

		assertThat(current.out()).isEqualTo("a\n");
		assertThat(current.err()).isEqualTo("2 revisions are pending; `migrator upgrade heads` applies them\n");
		assertThat(this.commands.type("current", "--quiet").err()).isEmpty();
	}

	@Test
	void whatIsPendingIsListedAmongTheEntries() {
		this.commands.type("upgrade", "a");

		TypedCommands.Answer current = this.commands.type("current", "-v");

		assertThat(current.out()).startsWith("Rev: a (current)\n").endsWith("""

				    make a

				2 revisions are pending; `migrator upgrade heads` applies them:
				    b, make b
				    c, make c
				""");
		assertThat(current.err()).isEmpty();
	}

	@Test
	void aDatabaseAtBaseSaysBoth() {
		TypedCommands.Answer current = this.commands.type("current");

		assertThat(current.out()).isEmpty();
		assertThat(current.err()).isEqualTo("""
				The database is at base: no revision is applied
				3 revisions are pending; `migrator upgrade heads` applies them
				""");
		assertThat(this.commands.type("current", "-v").out()).startsWith("3 revisions are pending");
	}

	@Test
	void oneIsOne() {
		this.commands.type("upgrade", "b");

		assertThat(this.commands.type("current").err())
			.isEqualTo("1 revision is pending; `migrator upgrade heads` applies it\n");
	}

	@Test
	void nothingPendingSaysNothing() {
		this.commands.type("upgrade");

		TypedCommands.Answer current = this.commands.type("current");

		assertThat(current.out()).isEqualTo("c (head)\n");
		assertThat(current.err()).isEmpty();
		assertThat(this.commands.type("current", "-v").out()).endsWith("\n    make c\n");
	}

	@Test
	void whatWasStampedReadsStamped() {
		this.commands.type("stamp", "b");
		this.commands.type("upgrade", "c");

		assertThat(this.commands.type("history", "-i").out()).isEqualTo("""
				b -> c (head) (current), make c
				a -> b (stamped), make b
				<base> -> a (stamped), make a
				""");
		assertThat(this.commands.type("history").out()).doesNotContain("stamped");
		assertThat(this.commands.type("show", "a", "-i").out()).contains("\nState: stamped 20", " by postgres\n");
		this.commands.type("stamp", "b");
		assertThat(this.commands.type("current").out()).isEqualTo("b (stamped)\n");
		assertThat(this.commands.type("current", "-v").out()).contains("\nState: stamped 20");
	}

	@Test
	void theCheckOfTheHeadsSaysWhatIsMissing() {
		this.commands.type("upgrade", "a");

		TypedCommands.Answer check = this.commands.type("current", "--check-heads");

		assertThat(check.exitCode()).isEqualTo(ExitCode.FOUND);
		assertThat(check.err()).isEqualTo("The database is not at all heads (c). 2 revisions are pending; "
				+ "`migrator upgrade heads` applies them\n");
	}

	@Test
	void whatIsPendingAboveARevisionThatNoScriptHasIsNotKnown() {
		this.commands.type("upgrade", "a");
		this.database.execute("insert into migrator_version values ('gone')");

		TypedCommands.Answer current = this.commands.type("current");

		assertThat(current.out()).isEqualTo("gone (unknown)\na\n");
		assertThat(current.err())
			.isEqualTo("The pending revisions are not known, because these have no script: gone\n");
		assertThat(this.commands.type("current", "--check-heads").err())
			.isEqualTo("The database is not at all heads (c). The pending revisions are not known, because these "
					+ "have no script: gone\n");
	}

	@Test
	void theHistoryOfADatabaseSaysWhatNoScriptHas() {
		this.commands.type("upgrade", "a");
		this.database.execute("insert into migrator_version values ('gone')");

		assertThat(this.commands.type("history", "-i").err())
			.isEqualTo("The pending revisions are not known, because these have no script: gone\n");
		assertThat(this.commands.type("history").err()).isEmpty();
	}

	@Test
	void scriptThatWasEditedIsNamed(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();");
		TypedCommands edited = TypedCommands.on(this.database, revisions);
		edited.type("upgrade");
		revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\ncreate table a (id int);\n");

		assertThat(edited.type("current").out()).isEqualTo("b (head)\n");
		assertThat(edited.type("current").err())
			.isEqualTo("Edited after it was applied: a; `migrator check` shows what to do\n");
	}

}
