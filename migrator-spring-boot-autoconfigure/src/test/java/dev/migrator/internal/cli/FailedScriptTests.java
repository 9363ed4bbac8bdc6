package dev.migrator.internal.cli;

import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.internal.cli.application.TypedCommands.Answer;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command says of a script that failed.
 */
class FailedScriptTests {

	@TempDir
	private Path folder;

	@Test
	void databaseIsNotAskedAboutOtherToolsThatCannotBeTheReason() {
		Revisions revisions = Revisions.in(this.folder).add("a", "select pg_terminate_backend(pg_backend_pid());");

		Answer answer = TypedCommands.on(Postgres.newDatabase(), revisions).type("upgrade");

		assertThat(answer.exitCode()).isEqualTo(1);
		assertThat(answer.err()).contains("terminating connection due to administrator command");
	}

}
