package dev.migrator.autoconfigure;

import java.nio.file.Path;

import dev.migrator.example.store.StoreApplication;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code @JdbcTest} has the migrated schema, Java revisions included.
 */
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = StoreApplication.class)
class JdbcTestSliceTests {

	@TempDir
	private static Path folder;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void rowsOfTheMigratedSchemaAreFound() {
		assertThat(this.jdbc.sql("select name from items").query(String.class).list()).containsExactly("chair");
	}

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		TestDatabase database = Postgres.newDatabase();
		Revisions revisions = Revisions.in(folder)
			.add("items", "create table items (id bigint primary key, name varchar(255));");
		Contexts.properties(registry, database, revisions);
	}

}
