package dev.migrator.testing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database that belongs to one test.
 */
public final class TestDatabase {

	private final PGSimpleDataSource dataSource;

	TestDatabase(PGSimpleDataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * A DataSource without a pool.
	 * @return the data source
	 */
	public PGSimpleDataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * The URL, with the password if one is needed.
	 * @return the JDBC URL
	 */
	public String url() {
		return this.dataSource.getUrl();
	}

	/**
	 * Name of the superuser that the DataSource logs in with.
	 * @return the user
	 */
	public String user() {
		return String.valueOf(this.dataSource.getUser());
	}

	/**
	 * Password of that user.
	 * @return the password, or an empty text if none is needed
	 */
	public String password() {
		return (this.dataSource.getPassword() != null) ? this.dataSource.getPassword() : "";
	}

	/**
	 * What makes this the database of a Spring Boot application, with a small pool.
	 * @return pairs such as {@code spring.datasource.url=jdbc:postgresql:...}
	 */
	public String[] properties() {
		return new String[] { "spring.datasource.url=" + url(), "spring.datasource.username=" + user(),
				"spring.datasource.password=" + password(), "spring.datasource.hikari.maximum-pool-size=2",
				"spring.datasource.hikari.connection-timeout=5000" };
	}

	/**
	 * Runs a statement.
	 * @param sql the statement
	 */
	public void execute(String sql) {
		JdbcClient.create(this.dataSource).sql(sql).update();
	}

	/**
	 * Reads one column as text.
	 * @param sql a query
	 * @return its first column
	 */
	public List<@Nullable String> column(String sql) {
		return JdbcClient.create(this.dataSource).sql(sql).query((row, number) -> row.getString(1)).list();
	}

	/**
	 * Reads one value as text.
	 * @param sql a query for one row
	 * @return its first column
	 */
	public @Nullable String value(String sql) {
		List<@Nullable String> values = column(sql);
		return values.isEmpty() ? null : values.get(0);
	}

	/**
	 * The version rows of a migrator with the default tables.
	 * @return the rows in order
	 */
	public List<@Nullable String> versionRows() {
		return column("select version_num from migrator_version order by 1");
	}

	/**
	 * What the history says, in its order.
	 * @return lines such as {@code upgrade abc123 done}
	 */
	public List<@Nullable String> history() {
		return column("select direction || ' ' || revision || ' ' || outcome from migrator_history order by id");
	}

	/**
	 * Whether a relation exists.
	 * @param name its name
	 * @return whether it does
	 */
	public boolean has(String name) {
		return value("select to_regclass('" + name + "')") != null;
	}

}
