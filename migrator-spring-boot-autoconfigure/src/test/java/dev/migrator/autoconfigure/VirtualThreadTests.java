package dev.migrator.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose requests and tasks run on virtual threads, of which Spring Boot
 * makes use from Java 21 on. Its pool has two connections.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void theEndpointAnswersManyRequestsAtOnce(@TempDir Path folder) {
		try (ConfigurableApplicationContext application = start(folder)) {
			assertThat(get(application, "/thread").join().body()).contains("VirtualThread");
			List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 60)
				.mapToObj((number) -> get(application, "/actuator/migrations"))
				.toList();

			assertThat(answers).allSatisfy((answer) -> {
				assertThat(answer.join().statusCode()).isEqualTo(200);
				assertThat(answer.join().body()).contains("\"current\":[\"b\"]");
			});
		}
	}

	@Test
	void aMigrationRunsOnAVirtualThreadWhileOthersWaitForIt(@TempDir Path folder) {
		try (ConfigurableApplicationContext application = start(folder)) {
			Migrator migrator = application.getBean(Migrator.class);
			AsyncTaskExecutor executor = application.getBean("applicationTaskExecutor", AsyncTaskExecutor.class);
			migrator.downgrade("base");

			List<CompletableFuture<String>> upgrades = IntStream.range(0, 8)
				.mapToObj((number) -> executor.submitCompletable(() -> {
					migrator.upgrade();
					return Thread.currentThread().toString();
				}))
				.toList();

			assertThat(upgrades).allSatisfy((upgrade) -> assertThat(upgrade.join()).contains("VirtualThread"));
			assertThat(this.database.versionRows()).containsExactly("b");
			assertThat(this.database.column("select revision from migrator_history where direction = 'upgrade'"))
				.containsExactly("a", "b", "a", "b");
		}
	}

	@Test
	void aCommandRuns(@TempDir Path folder) {
		CommandRun upgrade = CommandRun.of(Application.class,
				Stream.concat(Stream.of("migrator", "upgrade"), Stream.of(arguments(folder))).toArray(String[]::new));

		assertThat(upgrade.exitCode()).as(upgrade.output()).isZero();
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	private ConfigurableApplicationContext start(Path folder) {
		return SpringApplication.run(Application.class, arguments(folder));
	}

	private String[] arguments(Path folder) {
		Revisions revisions = Revisions.in(folder)
			.add("a", "create table a ();", "drop table a;")
			.add("b <- a", "select pg_sleep(0.2); create table b ();", "drop table b;");
		return Stream
			.concat(Stream.of(this.database.properties()),
					Stream.of("migrator.locations=" + revisions.location(), "spring.threads.virtual.enabled=true",
							"server.port=0", "management.endpoints.web.exposure.include=migrations"))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
	}

	private CompletableFuture<HttpResponse<String>> get(ConfigurableApplicationContext application, String path) {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return this.client.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@GetMapping("/thread")
		String thread() {
			return Thread.currentThread().toString();
		}

	}

}
