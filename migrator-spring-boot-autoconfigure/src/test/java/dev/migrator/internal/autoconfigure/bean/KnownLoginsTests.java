package dev.migrator.internal.autoconfigure.bean;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Of which DataSources the login is known.
 */
class KnownLoginsTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void thatOfThePoolOfSpringBootAndOfWhatIsAroundIt() {
		HikariDataSource pool = DataSourceBuilder.create()
			.type(HikariDataSource.class)
			.url(this.database.url())
			.username("joe")
			.build();

		assertThat(KnownLogins.of(pool)).isPresent();
		assertThat(KnownLogins.of(new DelegatingDataSource(pool))).isPresent();
	}

	@Test
	void thatOfAPoolAroundADataSourceOfTheDriver() {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(this.database.newDataSource());

		assertThat(KnownLogins.of(pool)).isPresent();
	}

	@Test
	void thatOfMigratorUrlAndOfTheDriversDataSource() {
		assertThat(KnownLogins.of(new SimpleDriverDataSource(new Driver(), this.database.url(), "joe", "")))
			.isPresent();
		assertThat(KnownLogins.of(this.database.newDataSource())).isPresent();
	}

	@Test
	void notThatOfAPoolThatMakesItsDataSourceItself() {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSourceClassName("org.postgresql.ds.PGSimpleDataSource");

		assertThat(KnownLogins.of(pool)).isEmpty();
	}

	@Test
	void notThatOfAnotherDriverOrOfARoute() {
		DataSource h2 = DataSourceBuilder.create().type(HikariDataSource.class).url("jdbc:h2:mem:none").build();

		assertThat(KnownLogins.of(h2)).isEmpty();
		assertThat(KnownLogins.of(new AbstractRoutingDataSource() {

			@Override
			protected Object determineCurrentLookupKey() {
				return "none";
			}

		})).isEmpty();
	}

}
