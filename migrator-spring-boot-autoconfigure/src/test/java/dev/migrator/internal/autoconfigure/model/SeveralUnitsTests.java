package dev.migrator.internal.autoconfigure.model;

import java.util.Map;

import javax.sql.DataSource;

import dev.migrator.autoconfigure.PersistenceUnits;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.internal.autoconfigure.bean.CommandApplicationContext;
import dev.migrator.schema.ObjectName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for applications with several entity manager factories of their own: the entities
 * of each can be read, and none is started. Nobody listens at their databases.
 */
class SeveralUnitsTests {

	private static final TargetServer SERVER = new TargetServer(18, 0, "public");

	@Test
	void eachUnitIsReadByTheNameOfItsFactory() {
		try (CommandApplicationContext context = command(TwoUnits.class)) {
			PersistenceUnits units = context.getBean(PersistenceUnits.class);

			assertThat(units.named("orders").read(SERVER).schema().table(ObjectName.of("t_orders"))).isPresent();
			WantedModel stock = units.named("stock").read(SERVER);
			assertThat(stock.schema().tables()).extracting((table) -> table.name().toString())
				.containsExactly("depot.stocked");
			assertThat(stock.sources().entities()).containsExactly(Stocked.class.getName());
		}
	}

	@Test
	void noFactoryIsCreatedAndNothingIsLeft() {
		try (CommandApplicationContext context = command(TwoUnits.class)) {
			String[] before = context.getBeanDefinitionNames();

			context.getBean(PersistenceUnits.class).named("orders").read(SERVER);

			assertThat(context.getBeanDefinitionNames()).containsExactly(before);
			assertThat(context.getBeanFactory().containsSingleton("orders")).isFalse();
		}
	}

	@Test
	void oneIsChosenByAProperty() {
		try (CommandApplicationContext context = command(TwoUnits.class,
				"migrator.autogenerate.entity-manager-factory=orders")) {
			assertThat(context.getBean(WantedSchema.class).read(SERVER).schema().table(ObjectName.of("t_orders")))
				.isPresent();
		}
	}

	@Test
	void amongSeveralOneHasToBeChosen() {
		try (CommandApplicationContext context = command(TwoUnits.class)) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> wanted.read(SERVER))
				.withMessageStartingWith(
						"There are several entity manager factories (orders, stock), and none of them is the "
								+ "primary one.")
				.satisfies((ex) -> assertThat(ex.action()).contains("migrator.autogenerate.entity-manager-factory"));
		}
	}

	@Test
	void unknownNameIsTold() {
		try (CommandApplicationContext context = command(TwoUnits.class,
				"migrator.autogenerate.entity-manager-factory=order")) {
			WantedSchema wanted = context.getBean(WantedSchema.class);

			assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> wanted.read(SERVER))
				.withMessageStartingWith("There is no entity manager factory 'order'. There are: orders, stock.");
		}
	}

	@Test
	void primaryOneIsRead() {
		try (CommandApplicationContext context = command(PrimaryUnit.class)) {
			assertThat(context.getBean(WantedSchema.class).read(SERVER).schema().table(ObjectName.of("t_orders")))
				.isPresent();
		}
	}

	private static CommandApplicationContext command(Class<?> application, String... properties) {
		CommandApplicationContext context = new CommandApplicationContext();
		TestPropertyValues.of(properties).applyTo(context);
		new AnnotatedBeanDefinitionReader(context).register(application);
		context.refresh();
		return context;
	}

	private static LocalContainerEntityManagerFactoryBean factory(DataSource dataSource, Class<?> entity,
			Map<String, String> settings) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setDataSource(dataSource);
		factory.setManagedTypes(PersistenceManagedTypes.of(entity.getName()));
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setJpaPropertyMap(settings);
		return factory;
	}

	private static DataSource nobody() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setPortNumbers(new int[] { 1 });
		return dataSource;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TwoUnits {

		@Bean
		DataSource ordersData() {
			return nobody();
		}

		@Bean
		DataSource stockData() {
			return nobody();
		}

		@Bean
		LocalContainerEntityManagerFactoryBean orders(DataSource ordersData) {
			return factory(ordersData, Order.class, Map.of());
		}

		@Bean
		LocalContainerEntityManagerFactoryBean stock(DataSource stockData) {
			return factory(stockData, Stocked.class,
					Map.of("hibernate.default_schema", "depot", "hibernate.hbm2ddl.auto", "create"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class PrimaryUnit extends TwoUnits {

		@Override
		@Bean
		@Primary
		LocalContainerEntityManagerFactoryBean orders(DataSource ordersData) {
			return super.orders(ordersData);
		}

	}

	@Entity(name = "t_orders")
	static class Order {

		@Id
		Long id;

	}

	@Entity(name = "stocked")
	static class Stocked {

		@Id
		Long id;

	}

}
