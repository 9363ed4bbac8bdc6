package dev.migrator.autoconfigure;

import java.nio.file.Path;

import dev.migrator.Migrator;
import dev.migrator.example.store.Item;
import dev.migrator.example.store.ItemRepository;
import dev.migrator.example.store.StoreApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code @DataJpaTest} has the migrated schema, Java revisions included.
 */
@DataJpaTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = StoreApplication.class)
class DataJpaTestSliceTests {

	@TempDir
	private static Path folder;

	@Autowired
	private ItemRepository items;

	@Autowired
	private Migrator migrator;

	@Test
	void entityOfTheMigratedSchemaIsFound() {
		assertThat(this.items.findAll()).extracting(Item::getName).containsExactly("chair");
	}

	/**
	 * A slice does not tell the migrator of the entities.
	 */
	@Test
	void databaseIsNotComparedWithTheEntities() {
		assertThat(this.migrator.check().model()).isNull();
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		TestDatabase database = Postgres.newDatabase();
		Revisions revisions = Revisions.in(folder)
			.add("items", "create table items (id bigint primary key, name varchar(255));");
		Contexts.properties(registry, database, revisions);
		registry.add("spring.jpa.hibernate.ddl-auto", () -> "validate");
	}

}
