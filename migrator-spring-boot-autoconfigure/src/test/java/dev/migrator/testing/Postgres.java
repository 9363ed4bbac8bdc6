package dev.migrator.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;

/**
 * A real PostgreSQL, one for all tests of the module: in a container where Docker is,
 * otherwise from binaries that come as a dependency. Each test gets a database of its
 * own.
 */
public final class Postgres {

	/** A database takes 7 MB, and a thousand of them take a while to go. */
	private static final int KEPT = 100;

	private static final AtomicInteger databases = new AtomicInteger();

	static {
		// A machine that is busy with other tests needs longer than ten seconds.
		Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
	}

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
		maintenance().execute("create database test_" + number);
		return new TestDatabase(Server.INSTANCE.dataSource("test_" + number));
	}

	/**
	 * Drops a database, for tests of which there are many: each takes 7 MB.
	 * @param database the database
	 */
	public static void drop(TestDatabase database) {
		maintenance().execute("drop database if exists " + database.dataSource().getDatabaseName() + " with (force)");
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
