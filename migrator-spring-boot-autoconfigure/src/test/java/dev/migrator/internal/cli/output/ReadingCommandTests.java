package dev.migrator.internal.cli.output;

import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that show what the scripts say.
 */
class ReadingCommandTests {

	private TypedCommands commands;

	private String location;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder).file("0001_a.sql", """
				-- add exercises
				--
				-- Each belongs to a workout.
				-- Its name is unique there.
				--
				-- revision: a

				-- migrator:upgrade
				select 1;
				""").add("b <- a", "select 1;").add("c <- a", "select 1;");
		this.commands = TypedCommands.withoutADatabase(revisions);
		this.location = revisions.location();
	}

	@Test
	void anEntryHasTheWholeMessageAndALineTheFirstOfIt() {
		String entry = """
				Rev: a (branchpoint)
				Parent: <base>
				Branches into: b, c
				Path: LOCATION/0001_a.sql

				    add exercises

				    Each belongs to a workout.
				    Its name is unique there.
				""".replace("LOCATION", this.location);

		assertThat(this.commands.type("show", "a").out()).isEqualTo(entry);
		assertThat(this.commands.type("history", "-v").out()).endsWith(entry);
		assertThat(this.commands.type("history", "-v", "--graph").out()).contains("""
				Each belongs to a workout.
				""");
		assertThat(this.commands.type("history").out()).endsWith("<base> -> a (branchpoint), add exercises\n");
		assertThat(this.commands.type("show", "a", "--format", "json").out()).contains("\"message\": \"add exercises\"",
				"\"wholeMessage\": \"add exercises\\n\\nEach belongs to a workout.\\nIts name is unique there.\"");
	}

	@Test
	void whatFollowsABranchPointStandsBelowItAndToTheRight(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder)
			.add("a", "select 1;")
			.add("b <- a", "select 1;")
			.add("c <- a", "select 1;")
			.add("d <- c", "select 1;")
			.add("e <- c", "select 1;");

		assertThat(TypedCommands.withoutADatabase(revisions).type("branches", "-v").out()).isEqualTo("""
				Rev: c (branchpoint)
				Parent: a
				Branches into: d, e
				Path: LOCATION/0003_c.sql

				    make c

				 -> Rev: e (head)
				    Parent: c
				    Path: LOCATION/0005_e.sql

				        make e

				 -> Rev: d (head)
				    Parent: c
				    Path: LOCATION/0004_d.sql

				        make d

				Rev: a (branchpoint)
				Parent: <base>
				Branches into: b, c
				Path: LOCATION/0001_a.sql

				    make a

				 -> Rev: c (branchpoint)
				    Parent: a
				    Branches into: d, e
				    Path: LOCATION/0003_c.sql

				        make c

				 -> Rev: b (head)
				    Parent: a
				    Path: LOCATION/0002_b.sql

				        make b
				""".replace("LOCATION", revisions.location()));
	}

	@Test
	void scriptsThatCannotBeReadAreAFindingOfTheCheck(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder).file("0001_a.sql", "-- revision: a\n-- colour: red\nselect 1;\n");

		TypedCommands.Answer check = TypedCommands.withoutADatabase(revisions)
			.type("check", "--scripts-only", "--format", "json");

		assertThat(check.exitCode()).isEqualTo(ExitCode.FOUND);
		assertThat(check.out()).contains("\"kind\": \"invalid-scripts\"", "colour");
	}

}
