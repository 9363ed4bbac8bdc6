package dev.migrator.internal.autoconfigure.model;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Set;

import dev.migrator.autoconfigure.MigratorEntitiesAutoConfiguration;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.example.store.Item;
import dev.migrator.internal.autoconfigure.bean.CommandApplicationContext;
import dev.migrator.schema.ObjectName;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.HibernateException;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The entities of an application are read as its entity manager factory would read them,
 * and none is started.
 */
class EntityModelTests {

	private static final TargetServer SERVER = new TargetServer(18, 0, "public");

	/** Nobody listens there. */
	private static final String NO_DATABASE = "spring.datasource.url=jdbc:postgresql://localhost:1/nothing";

	@Test
	void aCommandReadsTheEntitiesWithoutADatabase() {
		try (CommandApplicationContext context = command(Store.class)) {
			WantedModel model = context.getBean(WantedSchema.class).read(SERVER);

			assertThat(model.schema().table(ObjectName.of("items"))).isPresent();
			assertThat(model.sources().entities()).containsExactly(Item.class.getName());
			assertThat(model.sources().packages()).containsExactly("dev.migrator.example.store");
			assertThat(model.sources().files()).isEmpty();
			assertThat(context.getBeanFactory().containsSingleton("entityManagerFactory")).isFalse();
		}
	}

	@Test
	void ofEntitiesThatAreNamedOneByOneNoPackagesAreSaid() {
		try (CommandApplicationContext context = command(OneByOne.class)) {
			WantedModel model = context.getBean(WantedSchema.class).read(SERVER);

			assertThat(model.sources().entities()).containsExactly(Item.class.getName());
			assertThat(model.sources().packages()).isEmpty();
			assertThat(model.sources().files()).isEmpty();
		}
	}

	@Test
	void ofABeanThatIsCalledLikeSpringBootsNoPackagesAreSaidEither() {
		try (CommandApplicationContext context = command(CalledLikeSpringBoots.class)) {
			assertThat(context.getBean(WantedSchema.class).read(SERVER).sources().packages()).isEmpty();
		}
	}

	@Test
	void settingsNamingStrategiesAndCustomizersApply() {
		try (CommandApplicationContext context = command(Customized.class, "spring.jpa.hibernate.ddl-auto=create",
				"spring.jpa.properties.hibernate.default_schema=shop", "spring.jpa.bootstrap=async")) {
			WantedModel model = context.getBean(WantedSchema.class).read(SERVER);

			assertThat(model.schema().tables()).extracting((table) -> table.name().toString())
				.containsExactly("shop_eu.t_items");
		}
	}

	@Test
	void theModelCanBeReadAgain() {
		try (CommandApplicationContext context = command(Store.class)) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThat(wanted.read(SERVER)).isEqualTo(wanted.read(SERVER));
		}
	}

	@Test
	void aMappingThatIsWrongIsSaidInHibernatesWords() {
		try (CommandApplicationContext context = command(Wrong.class)) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> wanted.read(SERVER))
				.withMessageContaining("WrongEntity")
				.satisfies((ex) -> assertThat(ex.action())
					.isEqualTo("Correct the mapping; the application would not start with it either."));
		}
	}

	@Test
	void whatOnlyTheCreationOfTablesNeedsIsNotSaidToKeepTheApplicationFromStarting() {
		try (CommandApplicationContext context = command(UntoldStore.class)) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> wanted.read(SERVER))
				.satisfies((ex) -> {
					assertThat(ex.description())
						.isEqualTo("Hibernate cannot tell which tables the entities need: nobody knows");
					assertThat(ex.action()).isEqualTo("Correct the mapping. Hibernate itself needs this only when "
							+ "it creates tables, so the application may start anyway.");
				});
		}
	}

	@Test
	void anApplicationThatMakesItsFactoryItselfIsToldWhatIsMissing() {
		try (CommandApplicationContext context = command(OwnFactory.class)) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> wanted.read(SERVER))
				.withMessageContaining("mine")
				.withMessageContaining("PersistenceManagedTypes");
		}
	}

	@Test
	void withoutHibernateThereIsNoModel() {
		runner().withClassLoader(new FilteredClassLoader("org.hibernate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WantedSchema.class));
	}

	@Test
	void aWantedSchemaOfTheApplicationTakesPrecedence() {
		try (CommandApplicationContext context = command(OwnSchema.class)) {
			assertThat(context.getBeanNamesForType(WantedSchema.class)).containsExactly("mine");
		}
	}

	private static ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, MigratorEntitiesAutoConfiguration.class))
			.withPropertyValues(NO_DATABASE);
	}

	private static CommandApplicationContext command(Class<?> application, String... properties) {
		CommandApplicationContext context = new CommandApplicationContext();
		TestPropertyValues
			.of(NO_DATABASE, "spring.jpa.hibernate.ddl-auto=validate", "migrator.startup=none",
					"migrator.packages=none", "spring.autoconfigure.exclude=" + R2dbcAutoConfiguration.class.getName())
			.and(properties)
			.applyTo(context);
		new AnnotatedBeanDefinitionReader(context).register(application);
		context.refresh();
		return context;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Item.class)
	static class Store {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class UntoldStore {

		@Bean
		PersistenceManagedTypes entities() {
			return PersistenceManagedTypes.of(UntoldEntity.class.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OneByOne {

		@Bean
		PersistenceManagedTypes entities() {
			return PersistenceManagedTypes.of(Item.class.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class CalledLikeSpringBoots {

		@Bean
		static PersistenceManagedTypes persistenceManagedTypes() {
			return PersistenceManagedTypes.of(Item.class.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = Item.class)
	static class Customized {

		@Bean
		PhysicalNamingStrategy prefixed() {
			return new PhysicalNamingStrategyStandardImpl() {

				@Override
				public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
					return Identifier.toIdentifier("t_" + name.getText());
				}

			};
		}

		@Bean
		HibernatePropertiesCustomizer schema() {
			return (properties) -> properties.put("hibernate.default_schema",
					properties.get("hibernate.default_schema") + "_eu");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = EntityModelTests.class)
	static class Wrong {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnFactory {

		@Bean
		EntityManagerFactory mine() {
			throw new IllegalStateException("Nobody asked for it");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnSchema {

		@Bean
		WantedSchema mine() {
			throw new IllegalStateException("Nobody asked for it");
		}

	}

	@IdGeneratorType(UntoldNumbers.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Untold {

	}

	/** Needs something in the database, and does not say what. */
	public static class UntoldNumbers implements IdentifierGenerator {

		@Override
		public void registerExportables(Database database) {
			database.addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(Set.of(), null, null, null, null) {

				@Override
				public String[] sqlCreateStrings(SqlStringGenerationContext context) {
					throw new HibernateException("nobody knows");
				}

			});
		}

		@Override
		public Object generate(SharedSessionContractImplementor session, Object object) {
			return 1L;
		}

	}

	@Entity
	static class UntoldEntity {

		@Id
		@Untold
		long id;

	}

	@Entity
	static class WrongEntity {

		@Id
		long id;

		@ManyToOne
		String noEntity;

	}

}
