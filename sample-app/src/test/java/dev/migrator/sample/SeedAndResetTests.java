package dev.migrator.sample;

import dev.migrator.Migrator;
import dev.migrator.execution.Seeded;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A developer starts over: all is dropped, migrated and seeded.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("dev")
@DirtiesContext
class SeedAndResetTests {

	private static final Database database = Database.create();

	@Autowired
	Migrator migrator;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		database.giveTo(registry);
	}

	@Test
	void demoUserIsSeededOnceAndComesBackWithAReset() {
		this.migrator.seed();
		assertThat(this.migrator.seed().skipped()).containsExactly("demo_user.sql");
		this.jdbc.sql("update users set display_name = 'Somebody'").update();

		assertThat(this.migrator.reset().seeded().seeded()).extracting(Seeded::script).containsExactly("demo_user.sql");

		assertThat(text("select string_agg(display_name, ', ') from users")).isEqualTo("Demo");
		assertThat(text("select string_agg(title || ' ' || status, ', ' order by title) from workouts"))
			.isEqualTo("Chest and arms PLANNED, Legs COMPLETED");
		assertThat(text("select sum(volume_kg)::int from exercise_logs")).isEqualTo("1800");
	}

	@Test
	void seedMayRunTwice() {
		this.migrator.seed();
		this.jdbc.sql("update workouts set title = 'Renamed'").update();
		// As if it had been edited since.
		this.jdbc.sql("update migrator_history set checksum = 'of before' where direction = 'seed'").update();

		assertThat(this.migrator.seed().seeded()).hasSize(1);

		assertThat(text("select count(*) from users")).isEqualTo("1");
		assertThat(text("select string_agg(title, ', ' order by title) from workouts"))
			.isEqualTo("Chest and arms, Legs");
	}

	private String text(String sql) {
		return this.jdbc.sql(sql).query(String.class).single();
	}

}
