package dev.migrator.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, one for all tests of the module: in a container where Docker is,
 * otherwise from binaries that come as a dependency. Each test gets a database of its
 * own.
 */
public final class Postgres {

	/** A database takes 7 MB, and a thousand of them take a while to go. */
	private static final int KEPT = 100;

	private static final AtomicInteger databases = new AtomicInteger();

	private Postgres() {
	}

	/**
	 * Creates an empty database. It is there until a hundred more have been created.
	 * @return the database
	 */
	public static TestDatabase newDatabase() {
		int number = databases.incrementAndGet();
		if (number > KEPT) {
			maintenance().execute("drop database if exists test_%d with (force)".formatted(number - KEPT));
		}
		maintenance().execute("create database test_%d template %s".formatted(number, Server.TEMPLATE));
		return new TestDatabase(Server.INSTANCE.dataSource("test_" + number));
	}

	/**
	 * Drops a database, for tests of which there are many: each takes 7 MB.
	 * @param database the database
	 */
	public static void drop(TestDatabase database) {
		maintenance().execute("drop database if exists " + database.name() + " with (force)");
	}

	/**
	 * The server's maintenance database, where roles can be made and statistics read.
	 * @return the database {@code postgres}
	 */
	public static TestDatabase maintenance() {
		return Server.MAINTENANCE;
	}

	/**
	 * The major version of the server.
	 * @return the version, such as 18
	 */
	public static int majorVersion() {
		return Server.MAJOR_VERSION;
	}

	/**
	 * Started when the first test asks for it.
	 */
	private static final class Server {

		static final PostgresServer INSTANCE = PostgresServer.start();

		static final TestDatabase MAINTENANCE = new TestDatabase(INSTANCE.dataSource("postgres"));

		static final int MAJOR_VERSION = Integer
			.parseInt(String.valueOf(MAINTENANCE.value("select current_setting('server_version_num')::int / 10000")));

		static final String TEMPLATE = template();

		/**
		 * An empty database that somebody has been connected to, copied by its files:
		 * half the work of the default, and the first session finds what the server keeps
		 * of the catalog.
		 */
		private static String template() {
			MAINTENANCE.execute("create database warm");
			TestDatabase warm = new TestDatabase(INSTANCE.dataSource("warm"));
			warm.execute("create table t (); drop table t");
			warm.disconnect();
			return (MAJOR_VERSION >= 15) ? "warm strategy file_copy" : "warm";
		}

	}

}
