package dev.migrator.sample.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Commands beside the application as it runs, on the database that it brings along, and
 * after it has ended.
 */
class RunningApplicationTests {

	@TempDir
	Path folder;

	@Test
	void commandsWorkWhileTheApplicationIsUpAndWhileItIsDown() throws IOException {
		Path log = this.folder.resolve("application.log");
		List<String> line = ApplicationProcess.line("--server.port=0",
				"--spring.datasource.hikari.maximum-pool-size=2");
		ProcessBuilder builder = new ProcessBuilder(line).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().remove("DATABASE_URL");
		Process application = builder.start();
		try {
			await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(log).contains("Started Workout"));

			assertThat(migrator("current").out()).isEqualTo("64f7a09e1cbd (profiles, statistics) (head)\n");
			assertThat(migrator("downgrade", "-1").out()).contains("the database is at 0e83b5d7c2fa");
			assertThat(migrator("upgrade", "+1").out()).contains("the database is at 64f7a09e1cbd (head)");
			assertThat(application.isAlive()).isTrue();
		}
		finally {
			application.destroy();
			application.onExit().join();
		}

		Command alone = ApplicationProcess.run(this.folder, Map.of(), "current");
		assertThat(alone.out()).isEqualTo("64f7a09e1cbd (profiles, statistics) (head)\n");
	}

	/** In this process, which is not that of the application. */
	private Command migrator(String... arguments) {
		String[] all = Stream
			.concat(Stream.of(arguments), Stream.of("--sample.postgres.directory=" + this.folder.resolve(".postgres")))
			.toArray(String[]::new);
		return Command.migratorOnEmbeddedServer(all);
	}

}
