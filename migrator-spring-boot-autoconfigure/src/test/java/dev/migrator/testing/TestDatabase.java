package dev.migrator.testing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * A database that belongs to one test.
 */
public final class TestDatabase {

	/** What new sessions do not take over from those that there are. */
	private static final Pattern FOR_NEW_SESSIONS = Pattern
		.compile("(?is).*\\balter\\s+(database|role|user|system)\\b.*");

	private final PGSimpleDataSource dataSource;

	private final SessionPool sessions;

	TestDatabase(PGSimpleDataSource dataSource) {
		this.dataSource = dataSource;
		this.sessions = new SessionPool(dataSource);
	}

	/**
	 * A DataSource whose sessions are used again, each as if it were new.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return this.sessions;
	}

	/**
	 * A DataSource without a pool, to be configured by a test.
	 * @return a new data source
	 */
	public PGSimpleDataSource newDataSource() {
		PGSimpleDataSource copy = new PGSimpleDataSource();
		copy.setServerNames(this.dataSource.getServerNames());
		copy.setPortNumbers(this.dataSource.getPortNumbers());
		copy.setDatabaseName(this.dataSource.getDatabaseName());
		copy.setUser(this.dataSource.getUser());
		copy.setPassword(this.dataSource.getPassword());
		return copy;
	}

	/**
	 * A pool as an application has it, which opens its first connection when it is asked
	 * for one; to be closed.
	 * @return the pool
	 */
	public HikariDataSource newPool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url());
		pool.setUsername(user());
		pool.setPassword(password());
		return pool;
	}

	/**
	 * The URL, with the password if one is needed.
	 * @return the JDBC URL
	 */
	public String url() {
		return this.dataSource.getUrl();
	}

	/**
	 * A URL for another process, with the user and the password.
	 * @param parameters more of its parameters, such as {@code ApplicationName=x}
	 * @return the JDBC URL
	 */
	public String fullUrl(String... parameters) {
		return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s%s".formatted(this.dataSource.getServerNames()[0], port(),
				this.dataSource.getDatabaseName(), user(), password(),
				Stream.of(parameters).map((parameter) -> "&" + parameter).collect(Collectors.joining()));
	}

	/**
	 * Its name.
	 * @return the name
	 */
	public String name() {
		return String.valueOf(this.dataSource.getDatabaseName());
	}

	/**
	 * The host of the server.
	 * @return the host
	 */
	public String host() {
		return this.dataSource.getServerNames()[0];
	}

	/**
	 * The port of the server.
	 * @return the port
	 */
	public int port() {
		return this.dataSource.getPortNumbers()[0];
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
				"spring.datasource.hikari.minimum-idle=0", "spring.datasource.hikari.connection-timeout=30000" };
	}

	/**
	 * Runs statements, all of them in one transaction.
	 * @param sql the statements
	 */
	public void execute(String sql) {
		run((statement) -> statement.execute(sql));
		if (FOR_NEW_SESSIONS.matcher(sql).matches()) {
			disconnect();
		}
	}

	/**
	 * Has it hold nothing but what some SQL makes. The schema {@code public} itself stays
	 * as it is, so that another test can have the database.
	 * @param sql the statements, in the same transaction
	 */
	public void become(String sql) {
		execute(EmptiedDatabase.EMPTY + sql);
	}

	/**
	 * Ends the sessions that nobody uses.
	 */
	public void disconnect() {
		this.sessions.close();
	}

	/**
	 * How many sessions the DataSource keeps that nobody uses.
	 */
	int idleSessions() {
		return this.sessions.idle();
	}

	/**
	 * Reads one column as text.
	 * @param sql a query
	 * @return its first column
	 */
	public List<@Nullable String> column(String sql) {
		return run((statement) -> column(statement, sql));
	}

	/**
	 * Reads the first columns of several queries with an empty search path, so that all
	 * names are shown with their schema.
	 * @param queries the queries
	 * @return the values of all of them
	 */
	List<String> describe(List<String> queries) {
		return run((statement) -> {
			statement.execute("set search_path = ''");
			List<String> lines = new ArrayList<>();
			for (String query : queries) {
				column(statement, query).forEach((line) -> lines.add(String.valueOf(line)));
			}
			return lines;
		});
	}

	private static List<@Nullable String> column(Statement statement, String sql) throws SQLException {
		List<@Nullable String> values = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	private <T> T run(StatementCallback<T> work) {
		return Objects.requireNonNull(new JdbcTemplate(this.sessions).execute(work));
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
	 * Kills the other sessions of the database that run a statement with a text in it.
	 * @param text the text
	 */
	public void terminate(String text) {
		column("select pg_terminate_backend(pid) " + others(text));
	}

	/**
	 * How many other sessions of the database run, or ran last, a statement with a text
	 * in it.
	 * @param text the text
	 * @return the number
	 */
	public int sessions(String text) {
		return Integer.parseInt(String.valueOf(value("select count(*) " + others(text))));
	}

	/**
	 * Whether another session is running a statement with a text in it now.
	 * @param text the text
	 * @return whether one is
	 */
	public boolean runs(String text) {
		return !column("select pid " + others(text) + " and state = 'active'").isEmpty();
	}

	private static String others(String text) {
		return "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
				+ "and position('%s' in query) > 0".formatted(text.replace("'", "''"));
	}

	/**
	 * How many advisory locks are held in the database.
	 * @return the number
	 */
	public int advisoryLocks() {
		return Integer.parseInt(String.valueOf(value("""
				select count(*) from pg_locks where locktype = 'advisory' and granted
				    and database = (select oid from pg_database where datname = current_database())""")));
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
