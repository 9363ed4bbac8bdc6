package dev.migrator.sample.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that set, fill and empty a database.
 */
class StateTests {

	private final Database database = Database.create();

	@Test
	void stampSetsTheRowsAndRunsNothing() {
		Command stamp = Command.migrator(this.database, "stamp", "b70e");

		assertThat(stamp.exitCode()).as(stamp.err()).isZero();
		assertThat(stamp.out()).matches("Stamped in .+; the database is at b70e5f94c28a\n");
		assertThat(this.database.versionRows()).containsExactly("b70e5f94c28a");
		assertThat(this.database.has("users")).isFalse();

		Command.migrator(this.database, "stamp");
		assertThat(this.database.versionRows()).containsExactly("64f7a09e1cbd");

		this.database.execute("update migrator_version set version_num = 'gone'");
		assertThat(Command.migrator(this.database, "current").out()).isEqualTo("gone (unknown)\n");
		Command refused = Command.migrator(this.database, "stamp", "3fa4");
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.err()).contains("migrator stamp --purge <revision>");

		assertThat(Command.migrator(this.database, "stamp", "--purge", "3fa4").exitCode()).isZero();
		assertThat(this.database.versionRows()).containsExactly("3fa41c7d9e02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "current", "history -i", "check --no-model", "upgrade", "migrate" })
	void commandsSayWhatIsNotBuiltYet(String command, @TempDir Path project) throws IOException {
		FileSystemUtils.copyRecursively(Path.of("src/main"), project.resolve("src/main"));
		Files.writeString(project.resolve("src/main/resources/db/revisions/next.sql"),
				"-- revision: feed5eed0001\n-- revises: 64f7a09e1cbd\n-- migrator:upgrade\n");

		Command asked = Command.migrator(this.database,
				(command + " --migrator.new-scripts.project-directory=" + project).split(" "));

		assertThat(asked.exitCode()).as(asked.err()).isZero();
		assertThat(asked.err()).contains(
				"Revisions not built yet: feed5eed0001 (next.sql). Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
	}

	@Test
	void ensureVersionCreatesTheTables() {
		Command ensured = Command.migrator(this.database, "ensure-version");

		assertThat(ensured.exitCode()).as(ensured.err()).isZero();
		assertThat(ensured.out()).isEmpty();
		assertThat(this.database.versionRows()).isEmpty();
		assertThat(this.database.has("migrator_history")).isTrue();
	}

	@Test
	void resolveEndsWhatStoppedHalfWay() {
		Command.migrator(this.database, "upgrade", "f28b");
		this.database.execute(
				"""
						insert into migrator_history (revision, direction, started, outcome, statements, statements_done, db_user)
						values ('7e04d1a9b35f', 'upgrade', now(), 'failed', 1, 0, 'postgres')""");

		Command check = Command.migrator(this.database, "check");
		assertThat(check.exitCode()).isEqualTo(3);
		assertThat(check.out()).contains("7e04d1a9b35f", "migrator resolve 7e04d1a9b35f --applied");

		Command resolved = Command.migrator(this.database, "resolve", "7e04", "--applied");

		assertThat(resolved.exitCode()).as(resolved.err()).isZero();
		assertThat(resolved.out()).contains("counts as applied from now on");
		assertThat(this.database.versionRows()).containsExactly("7e04d1a9b35f");
	}

	@Test
	void seedAndResetFillAndEmptyTheDatabase() {
		Command early = Command.migrator(this.database, "seed");
		assertThat(early.exitCode()).isEqualTo(1);
		assertThat(early.err()).contains("pending");

		assertThat(Command.migrator(this.database, "migrate").exitCode()).isZero();
		assertThat(Command.migrator(this.database, "seed").out()).startsWith("Ran 1 seed script in ");
		assertThat(Command.migrator(this.database, "seed").out()).startsWith("Nothing to seed");

		Command refused = Command.migrator(this.database, "reset", "--force");
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.err()).contains("migrator.reset-allowed");

		Command asked = Command.migrator(this.database, "reset", "--spring.profiles.active=dev");
		assertThat(asked.exitCode()).isEqualTo(1);
		assertThat(asked.err()).contains("table public.exercise_logs", "migrator reset --yes");
		assertThat(this.database.column("select display_name from users")).containsExactly("Demo");

		this.database.execute("update users set display_name = 'Somebody'");
		Command reset = Command.migrator(this.database, "reset", "-f", "--spring.profiles.active=dev");
		assertThat(reset.exitCode()).as(reset.err()).isZero();
		assertThat(reset.out()).contains("Applied 16 revisions", "Ran 1 seed script");
		assertThat(this.database.column("select display_name from users")).containsExactly("Demo");
	}

	@Test
	void aDryRunLeavesNothing() {
		Command dry = Command.migrator(this.database, "upgrade", "+2", "--dry-run");

		assertThat(dry.exitCode()).as(dry.err()).isZero();
		assertThat(dry.out()).contains("<base> -> 3fa41c7d9e02, create users in ",
				"Tried 2 of 2 revisions and rolled them back");
		assertThat(this.database.has("users")).isFalse();
		assertThat(this.database.has("migrator_version")).isFalse();
	}

}
