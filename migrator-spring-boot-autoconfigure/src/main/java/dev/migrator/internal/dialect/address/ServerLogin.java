package dev.migrator.internal.dialect.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * Opens other databases of a server. Holds the address, the login and the settings of the
 * driver, also those for SSL. None of this is ever shown.
 */
public final class ServerLogin {

	private final BaseDataSource known;

	private ServerLogin(BaseDataSource known) {
		this.known = known;
	}

	/**
	 * Takes the login of a DataSource that is the driver's own.
	 * @param dataSource the DataSource
	 * @return the login, or nothing if it is another kind of DataSource
	 */
	public static Optional<ServerLogin> of(DataSource dataSource) {
		return (dataSource instanceof BaseDataSource known) ? Optional.of(new ServerLogin(known)) : Optional.empty();
	}

	/**
	 * Takes the login that a pool gives to the driver.
	 * @param url the JDBC URL; its parameters take precedence, as in the driver
	 * @param username the user, or {@code null}
	 * @param password the password, or {@code null}
	 * @param settings more settings of the driver
	 * @return the login, or nothing if the URL is not for this driver
	 */
	public static Optional<ServerLogin> of(String url, @Nullable String username, @Nullable String password,
			Properties settings) {
		if (UrlMistake.in(url).isPresent()) {
			return Optional.empty();
		}
		Properties said = new Properties();
		settings.stringPropertyNames().forEach((name) -> said.setProperty(name, settings.getProperty(name)));
		if (username != null) {
			said.setProperty(PGProperty.USER.getName(), username);
		}
		if (password != null) {
			said.setProperty(PGProperty.PASSWORD.getName(), password);
		}
		Properties parsed = Driver.parseURL(url, said);
		if (parsed == null) {
			return Optional.empty();
		}
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		for (String name : parsed.stringPropertyNames()) {
			PGProperty property = PGProperty.forName(name);
			if (property != null) {
				dataSource.setProperty(property, parsed.getProperty(name));
			}
		}
		return Optional.of(new ServerLogin(dataSource));
	}

	/**
	 * Returns whether another login leads to the same database, as far as the addresses
	 * say.
	 * @param other the other login, of any user
	 * @return whether both name the same servers (names with the same address are equal),
	 * the same ports and the same database
	 */
	public boolean leadsToDatabaseOf(ServerLogin other) {
		return Arrays.equals(this.known.getPortNumbers(), other.known.getPortNumbers())
				&& Objects.equals(this.known.getDatabaseName(), other.known.getDatabaseName())
				&& Arrays.equals(this.known.getServerNames(), other.known.getServerNames(), ServerLogin::compareHosts);
	}

	/**
	 * Returns zero if both are one host, so that arrays of hosts can be compared.
	 */
	private static int compareHosts(String one, String other) {
		return (one.equalsIgnoreCase(other) || !Collections.disjoint(addresses(one), addresses(other))) ? 0 : 1;
	}

	private static List<InetAddress> addresses(String host) {
		try {
			return List.of(InetAddress.getAllByName(host));
		}
		catch (UnknownHostException ex) {
			return List.of();
		}
	}

	/**
	 * Returns whether another login may lead to the same schema.
	 * @param other the other login, of any user
	 * @return whether both name the same database, and not two different schemas
	 */
	public boolean leadsToSchemaOf(ServerLogin other) {
		String one = this.known.getCurrentSchema();
		String two = other.known.getCurrentSchema();
		return leadsToDatabaseOf(other) && (one == null || two == null || one.equals(two));
	}

	/**
	 * Returns the address that it leads to, for messages.
	 * @return hosts with their ports, and the database
	 */
	String address() {
		String[] hosts = this.known.getServerNames();
		int[] ports = this.known.getPortNumbers();
		String servers = IntStream.range(0, hosts.length)
			.mapToObj((index) -> hosts[index] + ((ports[index] > 0) ? ":" + ports[index] : ""))
			.collect(Collectors.joining(","));
		return servers + "/" + Objects.requireNonNullElse(this.known.getDatabaseName(), "");
	}

	/**
	 * Opens a database.
	 * @param name its name
	 * @return a DataSource of its connections, without a pool
	 */
	public DataSource database(String name) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		try {
			dataSource.initializeFrom(this.known);
		}
		catch (IOException | ClassNotFoundException ex) {
			throw new IllegalStateException("A DataSource of the driver cannot be copied", ex);
		}
		dataSource.setDatabaseName(name);
		return dataSource;
	}

}
