package dev.migrator.sample.commandline;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpgradeAndDowngradeTests {

	private final Database database = Database.create();

	@Test
	void upgradeGoesUpAndDowngradeDown() {
		Command up = Command.migrator(this.database, "upgrade", "+1");

		assertThat(up.exitCode()).isZero();
		assertThat(up.out()).matches("Applied 1 revision in .+; the database is at 3fa41c7d9e02\n");
		assertThat(up.err()).contains("Running upgrade <base> -> 3fa41c7d9e02, create users");
		assertThat(this.database.versionRows()).containsExactly("3fa41c7d9e02");
		assertThat(this.database.has("users")).isTrue();

		Command down = Command.migrator(this.database, "downgrade", "-1");

		assertThat(down.exitCode()).isZero();
		assertThat(down.out()).matches("Undid 1 revision in .+; the database is at base\n");
		assertThat(this.database.has("users")).isFalse();
	}

	@Test
	void upgradeWithoutATargetGoesToTheConfiguredOne() {
		Command all = Command.migrator(this.database, "upgrade", "--quiet");

		assertThat(all.exitCode()).isZero();
		assertThat(all.err()).isEmpty();
		assertThat(all.out()).contains("Applied 16 revisions", "the database is at 64f7a09e1cbd (head)");

		Command again = Command.migrator(this.database, "upgrade", "heads", "--format", "json");

		assertThat(again.out()).contains("\"to\"", "\"64f7a09e1cbd\"").startsWith("{").endsWith("}\n");
		assertThat(again.err()).isEmpty();

		Command rollback = Command.migrator(this.database, "rollback", "--yes");

		assertThat(rollback.exitCode()).isZero();
		assertThat(this.database.versionRows()).containsExactly("0e83b5d7c2fa");
	}

	@Test
	void aFailureIsOneParagraphOnStandardError() {
		Command unknown = Command.migrator(this.database, "upgrade", "3fa41c7d9e03");

		assertThat(unknown.exitCode()).isEqualTo(1);
		assertThat(unknown.out()).isEmpty();
		assertThat(unknown.err()).startsWith("There is no revision or branch label `3fa41c7d9e03`")
			.contains("Did you mean `3fa41c7d9e02`?")
			.doesNotContain("\tat ", "Exception");
	}

	@Test
	void aDatabaseThatIsDownIsSaidWithoutAStackTrace() {
		Command down = Command.migrator(Database.nowhere(), "current");

		assertThat(down.exitCode()).isEqualTo(1);
		assertThat(down.out()).isEmpty();
		assertThat(down.err()).contains("localhost:1").doesNotContain("\tat ");
	}

	@Test
	void optionsOfTheApplicationMayStandAnywhere() {
		Command first = Command.migrator(this.database, "stamp", "3fa4", "--migrator.version-table=other_version");

		assertThat(first.exitCode()).isZero();
		assertThat(this.database.column("select version_num from other_version")).containsExactly("3fa41c7d9e02");
	}

}
