package dev.migrator.testing;

import java.util.concurrent.atomic.AtomicInteger;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, one for all tests of the module: in a container where Docker is,
 * otherwise from binaries that come as a dependency. Each test gets a database of its
 * own.
 */
public final class Postgres {

	private static final AtomicInteger databases = new AtomicInteger();

	private Postgres() {
	}

	/**
	 * Creates an empty database.
	 * @return the database
	 */
	public static TestDatabase newDatabase() {
		String name = "test_" + databases.incrementAndGet();
		PGSimpleDataSource admin = Server.INSTANCE.dataSource("postgres");
		new TestDatabase(admin).execute("create database " + name);
		return new TestDatabase(Server.INSTANCE.dataSource(name));
	}

	/**
	 * Drops a database, for tests of which there are many: each takes 7 MB.
	 * @param database the database
	 */
	public static void drop(TestDatabase database) {
		maintenance().execute("drop database " + database.dataSource().getDatabaseName() + " with (force)");
	}

	/**
	 * The server's maintenance database, where roles can be made and statistics read.
	 * @return the database {@code postgres}
	 */
	public static TestDatabase maintenance() {
		return new TestDatabase(Server.INSTANCE.dataSource("postgres"));
	}

	/**
	 * The major version of the server.
	 * @return the version, such as 18
	 */
	public static int majorVersion() {
		return Integer.parseInt(maintenance().value("select current_setting('server_version_num')::int / 10000"));
	}

	/**
	 * Started when the first test asks for it.
	 */
	private static final class Server {

		static final PostgresServer INSTANCE = PostgresServer.start();

	}

}
