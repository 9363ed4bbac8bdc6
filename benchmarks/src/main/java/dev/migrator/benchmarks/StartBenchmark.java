package dev.migrator.benchmarks;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;

import org.springframework.boot.Banner;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a start costs when nothing is pending: an application without the migrator, one
 * with it, and the migrator's part alone.
 */
class StartBenchmark {

	void run() throws Exception {
		System.out.println("\n| revisions | start without the migrator | start, nothing pending | upgrade() alone |");
		System.out.println("|---|---|---|---|");
		for (int size : List.of(0, 1_000, 5_000)) {
			Database database = Database.create();
			String location = RevisionFolder.of(size);
			migrator(database, location).stamp("heads");
			Measurement without = Measurement.of(3, 11, () -> start(database, location, false));
			Measurement with = Measurement.of(3, 11, () -> start(database, location, true));
			Measurement alone = Measurement.of(3, 11, () -> migrator(database, location).upgrade());
			System.out.printf("| %d | %s | %s | %s |%n", size, without, with, alone);
		}
	}

	private static Migrator migrator(Database database, String location) {
		return Migrator.builder(database.dataSource()).locations(location).build();
	}

	private static Object start(Database database, String location, boolean enabled) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("spring.datasource.url=" + database.dataSource().getUrl(),
					"spring.datasource.username=postgres", "migrator.locations=" + location,
					"migrator.enabled=" + enabled, "logging.level.root=off")
			.run()) {
			return context.getBean(DataSource.class);
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
