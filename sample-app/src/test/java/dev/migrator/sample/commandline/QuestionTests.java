package dev.migrator.sample.commandline;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees and is asked.
 */
class QuestionTests {

	private static final String ESCAPE = "\u001b[";

	private final Database database = Database.create();

	@Test
	void coloursCanBeHadAndLeft() {
		assertThat(Command.answered(this.database, "", "heads", "--color", "never").out())
			.isEqualTo("64f7a09e1cbd (profiles, statistics) (head)\n");
		assertThat(Command.migrator(this.database, "heads", "--color", "always").out())
			.contains(ESCAPE + "33m64f7a09e1cbd" + ESCAPE + "0m", "(head)");
	}

	@Test
	void aDowngradeThatIsNotWantedIsNotRun() {
		Command.migrator(this.database, "upgrade", "+2");

		Command down = Command.answered(this.database, "n\n", "downgrade", "base");

		assertThat(down.exitCode()).isEqualTo(1);
		assertThat(down.err()).contains("8b06d2e5a719 -> 3fa41c7d9e02, create workouts",
				"3fa41c7d9e02 -> <base>, create users", "[y/N]", "Nothing was done");
		assertThat(this.database.versionRows()).containsExactly("8b06d2e5a719");
	}

	@Test
	void aResetShowsWhatGoesAndAsks() {
		Command.migrator(this.database, "upgrade", "+1");

		Command reset = Command.answered(this.database, "n\n", "reset", "--spring.profiles.active=dev");

		assertThat(reset.exitCode()).isEqualTo(1);
		assertThat(reset.err()).contains("table public.users", "[y/N]");
		assertThat(this.database.has("users")).isTrue();
	}

	@Test
	void aRenameIsAskedAbout(@TempDir Path project) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("src/main"), project.resolve("src/main"));
		Command.migrator(this.database, "upgrade");
		this.database.execute("alter table workouts rename column title to name");

		Command migrate = Command.answered(this.database, "y\n", "migrate", "-m", "rename",
				"--migrator.new-scripts.project-directory=" + project);

		assertThat(migrate.exitCode()).as(migrate.err()).isZero();
		assertThat(migrate.err())
			.contains("Was the column workouts.name renamed to workouts.title? [y/N]",
					"Detected renamed column 'workouts.name' to 'workouts.title'")
			.doesNotContain("Destructive");
	}

	@Test
	void anUpgradeShowsHowFarItIs() {
		Command up = Command.answered(this.database, "", "upgrade", "+2");

		assertThat(up.exitCode()).as(up.err()).isZero();
		assertThat(up.err()).contains("Running upgrade <base> -> 3fa41c7d9e02, create users (1 of 2)",
				"Running upgrade 3fa41c7d9e02 -> 8b06d2e5a719, create workouts (2 of 2)");
	}

}
