package dev.migrator.internal.autogenerate.hibernate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;

/**
 * Hibernate with the naming of Spring Boot.
 */
final class Hibernate {

	private Hibernate() {
	}

	static WantedModel model(Class<?>... entities) {
		return model(Map.of(), "public", entities);
	}

	static WantedModel model(Map<String, Object> more, String defaultSchema, Class<?>... entities) {
		Map<String, Object> settings = new HashMap<>(Map.of("hibernate.boot.allow_jdbc_metadata_access", "false",
				"jakarta.persistence.database-product-name", "PostgreSQL", "jakarta.persistence.database-major-version",
				String.valueOf(Postgres.majorVersion())));
		settings.putAll(more);
		TargetServer server = new TargetServer(Postgres.majorVersion(), 0, defaultSchema);
		return bind(settings, entities, (metadata) -> HibernateModel.read(metadata, server, List.of("shop")));
	}

	/**
	 * Has Hibernate create its tables, and their schemas; with their columns in the order
	 * of the entities, not of the sizes of their types.
	 */
	static void create(TestDatabase database, Class<?>... entities) {
		start(database, "create-only", "legacy", entities);
	}

	/**
	 * Has Hibernate create its tables as it does by default, the columns in the order of
	 * the sizes of their types.
	 */
	static void createSorted(TestDatabase database, Class<?>... entities) {
		start(database, "create-only", "default", entities);
	}

	/**
	 * The same with more settings.
	 */
	static void createSorted(TestDatabase database, Map<String, Object> more, Class<?>... entities) {
		start(database, "create-only", "default", more, entities);
	}

	/**
	 * Has Hibernate look at the tables.
	 */
	static void validate(TestDatabase database, Class<?>... entities) {
		start(database, "validate", "default", entities);
	}

	static void start(TestDatabase database, String action, String order, Class<?>... entities) {
		start(database, action, order, Map.of(), entities);
	}

	static void start(TestDatabase database, String action, String order, Map<String, Object> more,
			Class<?>... entities) {
		Map<String, Object> settings = new HashMap<>(Map.of("hibernate.connection.datasource", database.dataSource(),
				"hibernate.hbm2ddl.auto", action, "hibernate.hbm2ddl.create_namespaces", "true",
				"hibernate.hbm2ddl.halt_on_error", "true", "hibernate.column_ordering_strategy", order));
		settings.putAll(more);
		bind(settings, entities, (metadata) -> {
			metadata.buildSessionFactory().close();
			return action;
		});
	}

	/**
	 * Has an application, just started, insert rows.
	 */
	static <T> void insert(TestDatabase database, Class<T> entity, Supplier<T> row, int rows) {
		bind(Map.of("hibernate.connection.datasource", database.dataSource()), new Class<?>[] { entity },
				(metadata) -> {
					try (SessionFactory factory = metadata.buildSessionFactory()) {
						factory.inTransaction((session) -> Stream.generate(row).limit(rows).forEach(session::persist));
					}
					return rows;
				});
	}

	private static <T> T bind(Map<String, Object> settings, Class<?>[] entities, Function<MetadataImplementor, T> use) {
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder().applySettings(settings).build();
		try {
			return use.apply((MetadataImplementor) new MetadataSources(registry).addAnnotatedClasses(entities)
				.getMetadataBuilder()
				.applyImplicitNamingStrategy(new SpringImplicitNamingStrategy())
				.applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
				.build());
		}
		finally {
			StandardServiceRegistryBuilder.destroy(registry);
		}
	}

}
