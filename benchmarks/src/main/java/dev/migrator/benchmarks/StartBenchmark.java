package dev.migrator.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrator.Migrator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a start costs when nothing is pending: an application without the migrator, one
 * with it, and the migrator's part alone, with scripts that are files and with those of a
 * jar. The kinds of start are measured in turn. The application asks the database
 * something itself, as those do that have one: without that, the migrator's time would
 * include opening the pool.
 */
class StartBenchmark {

	private static final int WARM_UP = 5;

	private static final int ROUNDS = 15;

	void run() throws Exception {
		System.out.println(
				"\n| revisions | start without the migrator | files: start | upgrade() alone | jar: start | upgrade() alone | connection and a query |");
		System.out.println("|---|---|---|---|---|---|---|");
		for (int size : List.of(0, 1_000, 5_000)) {
			Database database = Database.create();
			String files = RevisionFolder.of(size);
			ResourceLoader jar = RevisionJar.of(Path.of(files.substring("file:".length())));
			migrator(database, files, jar).upgrade();
			List<Measurement> measured = Measurement.inTurn(WARM_UP, ROUNDS,
					List.of(() -> start(database, files, jar, false), () -> start(database, files, jar, true),
							() -> migrator(database, files, jar).upgrade(),
							() -> start(database, RevisionJar.LOCATION, jar, true),
							() -> migrator(database, RevisionJar.LOCATION, jar).upgrade(),
							() -> database.number("select 1")));
			System.out.println(measured.stream()
				.map(Measurement::toString)
				.collect(Collectors.joining(" | ", "| " + size + " | ", " |")));
		}
	}

	private static Migrator migrator(Database database, String location, ResourceLoader resources) {
		return Migrator.builder(database.dataSource()).resourceLoader(resources).locations(location).build();
	}

	private static @Nullable Object start(Database database, String location, ResourceLoader resources,
			boolean enabled) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.resourceLoader(resources)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("spring.datasource.url=" + database.dataSource().getUrl(),
					"spring.datasource.username=postgres", "migrator.locations=" + location,
					"migrator.enabled=" + enabled, "logging.level.root=off")
			.run()) {
			return new JdbcTemplate(context.getBean(DataSource.class)).queryForObject("select 1", Integer.class);
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
