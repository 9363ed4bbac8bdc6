package dev.migrator.internal.autoconfigure.bean;

import java.util.Optional;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.util.ClassUtils;

/**
 * Finds out how a DataSource logs in, with all its settings of the driver, if all its
 * settings are known. If one were left out, {@code sslmode} for example, the password
 * could be sent to somebody else.
 */
public final class KnownLogins {

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			KnownLogins.class.getClassLoader());

	private KnownLogins() {
	}

	/**
	 * Returns whether two DataSources are the same, or are known to lead to one database,
	 * with any user.
	 */
	public static boolean sameDatabase(DataSource one, DataSource other) {
		return one.equals(other) || of(one).flatMap((login) -> of(other).filter(login::leadsToDatabaseOf)).isPresent();
	}

	/**
	 * Returns the same as {@link #sameDatabase}, unless both are known to work in
	 * different schemas of the database.
	 */
	private static boolean sameSchema(DataSource one, DataSource other) {
		return one.equals(other) || of(one).flatMap((login) -> of(other).filter(login::leadsToSchemaOf)).isPresent();
	}

	/**
	 * Returns whether a DataSource is known to lead to the database of a migrator.
	 */
	public static boolean isMigrated(DataSource used, Migrator migrator) {
		try {
			return sameSchema(migrator.dataSource(), used);
		}
		catch (MigratorException ex) {
			// The migrator reports that itself when it migrates, and it may never
			// migrate.
			return false;
		}
	}

	public static Optional<ServerLogin> of(DataSource dataSource) {
		Optional<ServerLogin> pool = HIKARI ? Hikari.login(dataSource) : Optional.empty();
		if (pool.isPresent()) {
			return pool;
		}
		AbstractDriverBasedDataSource driverBased = DataSourceUnwrapper.unwrap(dataSource,
				AbstractDriverBasedDataSource.class);
		return (driverBased != null) ? login(driverBased.getUrl(), driverBased.getUsername(), driverBased.getPassword(),
				driverBased.getConnectionProperties()) : ServerLogin.of(dataSource);
	}

	private static Optional<ServerLogin> login(@Nullable String url, @Nullable String username,
			@Nullable String password, @Nullable Properties settings) {
		return (url != null) ? ServerLogin.of(url, username, password, (settings != null) ? settings : new Properties())
				: Optional.empty();
	}

	/**
	 * Loaded only if the pool is on the class path.
	 */
	private static final class Hikari {

		static Optional<ServerLogin> login(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			if (pool == null) {
				return Optional.empty();
			}
			if (pool.getDataSource() != null) {
				return of(pool.getDataSource());
			}
			return KnownLogins.login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword(),
					pool.getDataSourceProperties());
		}

	}

}
