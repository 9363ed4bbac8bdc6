package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.testing.ChildProcess;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.agent.RuntimeHintsAgent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that commands do by reflection is kept in a native image.
 */
@Tag("thorough")
@SuppressWarnings("removal") // GraalVM, which Spring recommends instead, is not needed
								// for it
class RuntimeHintsTests {

	@Test
	void everyReflectionOfACommandHasItsHint(@TempDir Path project) throws IOException {
		TestDatabase database = Postgres.newDatabase();
		Path folder = Files.createDirectories(project.resolve("src/main/resources/db/revisions"));
		Revisions revisions = Revisions.in(folder)
			.add("items", "create table items (id bigint primary key, name varchar(100));");
		Path agent = Path.of(RuntimeHintsAgent.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		try (ChildProcess recorder = ChildProcess.start(
				List.of("-javaagent:" + agent + "=+dev.migrator,+picocli,-dev.migrator.testing"),
				ReflectionRecorder.class, """
						heads
						upgrade items:items --sql
						upgrade items --dry-run
						upgrade
						history -i --graph
						current -v
						branches
						check
						revision --autogenerate --rename a=b -m wrong
						revision --autogenerate -m wider
						check --scripts-only
						revision -m second --type java
						upgrade
						downgrade -1 --format json
						stamp heads
						merge heads
						show heads
						edit heads
						resolve stock --applied
						rollback
						migrate -m third
						seed
						reset --yes
						init
						list-templates
						ensure-version
						completion
						completion fish
						targets
						help upgrade
						help
						upgrade --help
						--version
						upgrad
						upgrade --format xml""", database.properties()[0], database.properties()[1],
				database.properties()[2], "migrator.reset-allowed=true", "migrator.locations=" + revisions.location(),
				"migrator.new-scripts.project-directory=" + project)) {
			assertThat(recorder.exitCode()).as(recorder::output).isZero();
			assertThat(recorder.output()).contains("All that was recorded has its hint");
		}
	}

}
