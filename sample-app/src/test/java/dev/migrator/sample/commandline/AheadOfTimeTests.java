package dev.migrator.sample.commandline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.sample.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application as it runs after it was processed ahead of time.
 */
@Tag("thorough")
class AheadOfTimeTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	@TempDir
	static Path folder;

	private static ProcessedApplication application;

	@BeforeAll
	static void process() throws IOException {
		application = ProcessedApplication.in(folder, Map.of("DATABASE_URL", Database.nowhere()));
	}

	/**
	 * From an empty database to one that has everything, and on.
	 */
	@Test
	void eachCommandGivesTheAnswerThatItGivesWithoutProcessing() {
		Database processed = Database.create();
		Database unprocessed = Database.create();
		List<String> commands = List.of("heads", "history -i", "current --check-heads", "check", "upgrade +1",
				"upgrade 3fa4:8b06 --sql", "upgrade heads --sql", "upgrade --dry-run", "upgrade", "check",
				"revision --autogenerate -m nothing", "show 5d2f", "downgrade -1 --format json", "current -v", "seed",
				"reset --yes --spring.profiles.active=dev");

		for (String command : commands) {
			CompletableFuture<Command> expected = CompletableFuture
				.supplyAsync(() -> ApplicationProcess.run(folder, environment(unprocessed), command.split(" ")));
			Command answer = ApplicationProcess.java(folder, environment(processed),
					application.line(("migrator " + command).split(" ")));

			assertThat(withoutTimes(answer)).as(command).isEqualTo(withoutTimes(expected.join()));
		}
		assertThat(processed.versionRows()).containsExactly("64f7a09e1cbd");
		assertThat(processed.column("select display_name from users")).containsExactly("Demo");
	}

	private static Map<String, String> environment(Database database) {
		return Map.of("DATABASE_URL", database.url());
	}

	private static Command withoutTimes(Command command) {
		return new Command(command.exitCode(), withoutTimes(command.out()), withoutTimes(command.err()));
	}

	private static String withoutTimes(String text) {
		return text.replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d+ ", "")
			.replaceAll("in [0-9.,]+ (ms|s)\\b", "in TIME")
			.replaceAll("PT[0-9.]+S", "TIME")
			.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC by", "WHEN by");
	}

	@Test
	void theApplicationMigratesAnEmptyDatabaseAndAnswers() throws Exception {
		Database database = Database.create();
		Path log = Files.createTempFile(folder, "application", ".log");
		List<String> line = application.line("--server.port=0", "--logging.level.root=info");
		ProcessBuilder builder = new ProcessBuilder(ApplicationProcess.javaLine(line)).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().put("DATABASE_URL", database.url());
		Process process = builder.start();
		try {
			await().atMost(Duration.ofMinutes(2)).until(() -> Files.readString(log).contains("Started Workout"));
			assertThat(Files.readString(log)).contains("Applied 16 revisions");
			assertThat(database.versionRows()).containsExactly("64f7a09e1cbd");
			assertThat(get(log, "/actuator/migrations")).contains("\"current\":[\"64f7a09e1cbd\"]", "\"pending\":[]");
			assertThat(get(log, "/actuator/migrations/5d2f8a60c1b7")).contains("seed exercises");
			assertThat(get(log, "/actuator/health")).contains("\"migrator\":{");
			assertThat(get(log, "/exercises")).contains("Push-up");
		}
		finally {
			process.destroy();
			process.onExit().join();
		}
	}

	private static String get(Path log, String path) throws IOException, InterruptedException {
		Matcher port = PORT.matcher(Files.readString(log));
		assertThat(port.find()).isTrue();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.group(1) + path)).build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
	}

}
