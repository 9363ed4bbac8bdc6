package dev.migrator.internal.autoconfigure.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.autoconfigure.Contexts;
import dev.migrator.autoconfigure.MigratorEntitiesAutoConfiguration;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.example.store.Item;
import dev.migrator.internal.autogenerate.schemafile.SchemaFile;
import dev.migrator.schema.ObjectName;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code migrator.autogenerate.schema-file} takes the place of the entities.
 */
class SchemaFileTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path project;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path temporary) throws IOException {
		this.project = Files.createDirectory(temporary.resolve("project"));
		Files.writeString(this.project.resolve("schema.sql"), "create table exercises (id serial primary key);");
		this.runner = Contexts
			.runner(this.database, Revisions.in(Files.createDirectory(temporary.resolve("revisions"))))
			.withPropertyValues("migrator.new-scripts.project-directory=" + this.project,
					"spring.datasource.hikari.maximum-pool-size=1");
	}

	@Test
	void anApplicationWithoutEntitiesHasAWantedSchema() {
		this.runner.withPropertyValues("migrator.autogenerate.schema-file=schema.sql")
			.withClassLoader(new FilteredClassLoader("org.hibernate", "jakarta.persistence"))
			.run((context) -> {
				WantedModel model = read(context);

				assertThat(model.schema().table(ObjectName.of("exercises"))).isPresent();
				assertThat(model.sources().files()).containsExactly("schema.sql");
				assertThat(this.database.has("exercises")).isFalse();
			});
	}

	@Test
	void aFileAnywhereAndOneOfTheClassPathAreFound() {
		this.runner.withPropertyValues("migrator.autogenerate.schema-file=file:" + this.project.resolve("schema.sql"))
			.run((context) -> assertThat(read(context).schema().tables()).hasSize(1));
		this.runner.withPropertyValues("migrator.autogenerate.schema-file=classpath:no/schema.sql")
			.run((context) -> assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> read(context))
				.withMessageContaining("classpath:no/schema.sql"));
	}

	@Test
	void theLoginOfTheMigratorIsTaken() {
		String role = "writer_" + this.database.value("select current_database()");
		this.database.execute("create role " + role + " login createdb password 'writer'");
		this.runner
			.withPropertyValues("migrator.autogenerate.schema-file=schema.sql", "migrator.startup=none",
					"migrator.url=" + this.database.url(), "migrator.username=" + role, "migrator.password=writer",
					"spring.datasource.username=nobody_there")
			.run((context) -> assertThat(read(context).schema().tables()).hasSize(1));
		this.database.execute("drop role " + role);
	}

	@Test
	void withoutAFileTheEntitiesAreRead() {
		withEntities()
			.run((context) -> assertThat(context).getBean(WantedSchema.class).isInstanceOf(EntityModel.class));
	}

	@Test
	void aFileTakesPrecedenceOverEntities() {
		withEntities().withPropertyValues("migrator.autogenerate.schema-file=schema.sql")
			.run((context) -> assertThat(context).getBean(WantedSchema.class).isInstanceOf(SchemaFile.class));
	}

	@Test
	void aWantedSchemaOfTheApplicationTakesPrecedenceOverTheFile() {
		this.runner.withUserConfiguration(Own.class)
			.withPropertyValues("migrator.autogenerate.schema-file=schema.sql")
			.run((context) -> assertThat(context.getBeanNamesForType(WantedSchema.class)).containsExactly("mine"));
	}

	private ApplicationContextRunner withEntities() {
		return this.runner.withUserConfiguration(Entities.class)
			.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class,
					MigratorEntitiesAutoConfiguration.class));
	}

	private static WantedModel read(ApplicationContext context) {
		return context.getBean(WantedSchema.class).read(new TargetServer(Postgres.majorVersion(), 0, "public"));
	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = Item.class)
	static class Entities {

	}

	@Configuration(proxyBeanMethods = false)
	static class Own {

		@Bean
		WantedSchema mine() {
			return (server) -> {
				throw new IllegalStateException("Nobody asked for it");
			};
		}

	}

}
