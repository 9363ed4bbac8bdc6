package dev.migrator.sample.commandline;

import java.util.List;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands that only show something.
 */
class ReadingTests {

	private final Database database = Database.create();

	@Test
	void historyHeadsBranchesAndShowNeedNoDatabase() {
		Command history = Command.migrator(Database.nowhere(), "history");

		assertThat(history.exitCode()).as(history.err()).isZero();
		assertThat(history.err()).isEmpty();
		assertThat(history.out().lines()).hasSize(16)
			.startsWith("0e83b5d7c2fa -> 64f7a09e1cbd (profiles, statistics) (head), index the workouts of a user",
					"9c35a7f2d01e, d6f19a40b85e -> 0e83b5d7c2fa (profiles, statistics) (mergepoint), merge profiles and statistics")
			.endsWith("<base> -> 3fa41c7d9e02, create users");

		assertThat(Command.migrator(Database.nowhere(), "heads").out())
			.isEqualTo("64f7a09e1cbd (profiles, statistics) (head)\n");

		assertThat(Command.migrator(Database.nowhere(), "branches").out()).isEqualTo("""
				b70e5f94c28a (branchpoint)
				             -> f28b6c0e94d3 (statistics)
				             -> 40d9e1b6f85c (profiles)
				""");

		assertThat(Command.migrator(Database.nowhere(), "show", "40d9", "--verbose").out()).isEqualTo("""
				Rev: 40d9e1b6f85c
				Parent: b70e5f94c28a
				Branch names: profiles
				Path: classpath:db/revisions/20260216_1105_40d9e1b6f85c_add_user_avatar.sql
				Created: 2026-02-16 11:05:00 UTC

				    add avatars to users

				Upgrade:

				    ALTER TABLE users ADD COLUMN avatar_url varchar(500);

				Downgrade:

				    ALTER TABLE users DROP COLUMN avatar_url;
				""");
	}

	@Test
	void historyIsDrawn() {
		Command graph = Command.migrator(Database.nowhere(), "history", "--graph", "-r", "b70e:0e83");

		assertThat(graph.out()).isEqualTo("""
				* 0e83b5d7c2fa (profiles, statistics) (mergepoint), merge profiles and statistics
				|\\
				| * d6f19a40b85e (statistics), require the volume of exercise logs
				| * 2bd07e619fc4 (statistics), validate that every exercise log has a volume
				| * a5c8f3270e6b (statistics), check that new exercise logs have a volume
				| * 7e04d1a9b35f (statistics), compute the volume of earlier exercise logs
				| * f28b6c0e94d3 (statistics), add the training volume to exercise logs
				* | 9c35a7f2d01e (profiles), ignore the case of e-mail addresses
				* | 40d9e1b6f85c (profiles), add avatars to users
				|/
				* b70e5f94c28a (branchpoint), make the status of a workout an enum
				~
				""");
		assertThat(Command.migrator(Database.nowhere(), "history", "--format", "mermaid").out())
			.startsWith("flowchart BT\n");
		assertThat(Command.migrator(Database.nowhere(), "history", "--format", "dot").out())
			.startsWith("digraph revisions {\n");
	}

	@Test
	void currentSaysWhereTheDatabaseIsAndWhetherThatIsAtTheHeads() {
		Command empty = Command.migrator(this.database, "current", "--check-heads");

		assertThat(empty.exitCode()).isEqualTo(3);
		assertThat(empty.out()).isEmpty();
		assertThat(empty.err()).contains("migrator upgrade heads");
		assertThat(this.database.has("migrator_version")).isFalse();

		Command.migrator(this.database, "upgrade");
		Command current = Command.migrator(this.database, "current", "--check-heads");

		assertThat(current.exitCode()).isZero();
		assertThat(current.out()).isEqualTo("64f7a09e1cbd (profiles, statistics) (head)\n");
		assertThat(current.err()).isEmpty();
	}

	@Test
	void everythingIsWrittenForProgramsToo() {
		Command.migrator(this.database, "upgrade", "+1");

		for (String command : List.of("current", "history -i", "heads", "branches")) {
			Command json = Command.migrator(this.database, (command + " --format json").split(" "));

			assertThat(json.out()).startsWith("{\n  \"halfWay\": ")
				.contains("\"current\": ", "\"revisions\": [", "\"branchPoints\": [");
		}
		assertThat(Command.migrator(this.database, "show", "current", "--format", "json").out())
			.contains("\"state\": \"applied\"", "\"upgrade\": \"");
	}

	@Test
	void checkFindsWhatWouldStopAMigration() {
		Command.migrator(this.database, "upgrade", "+2");

		assertThat(Command.migrator(this.database, "check", "--no-model").exitCode()).isZero();
		Command pending = Command.migrator(this.database, "check");
		assertThat(pending.exitCode()).isEqualTo(3);
		assertThat(pending.out()).contains("Target database is not up to date.", "14 revisions are pending");
		assertThat(Command.migrator(Database.nowhere(), "check", "--scripts-only").exitCode()).isZero();

		this.database.execute("update migrator_history set checksum = 'edited' where revision = '3fa41c7d9e02'");
		Command edited = Command.migrator(this.database, "check", "--no-model", "--format", "json");

		assertThat(edited.exitCode()).isEqualTo(3);
		assertThat(edited.out()).contains("\"kind\": \"changed-script\"", "\"3fa41c7d9e02\"");
	}

}
