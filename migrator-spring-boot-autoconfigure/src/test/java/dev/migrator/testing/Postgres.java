package dev.migrator.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A real PostgreSQL, one for all tests of the module: in a container where Docker is,
 * otherwise from binaries that come as a dependency. Each test gets a database of its
 * own.
 */
public final class Postgres {

	/** A database takes 7 MB, and a thousand of them take a while to go. */
	private static final int KEPT = 100;

	/** The number of those created. */
	private static int databases;

	/** Those that a test has, or has left and nobody gave back; the oldest first. */
	private static final Deque<TestDatabase> used = new ArrayDeque<>();

	private static final Deque<TestDatabase> free = new ArrayDeque<>();

	private Postgres() {
	}

	/**
	 * Gives a test an empty database: a new one, or one that another test has given back.
	 * It is there until a hundred more were given out.
	 * @return the database
	 */
	public static synchronized TestDatabase newDatabase() {
		TestDatabase database = free.pollLast();
		if (database == null) {
			String name = "test_" + ++databases;
			maintenance().execute("create database %s template %s".formatted(name, Server.TEMPLATE));
			database = new TestDatabase(Server.INSTANCE.dataSource(name));
		}
		used.addLast(database);
		if (used.size() > KEPT) {
			drop(used.getFirst());
		}
		return database;
	}

	/**
	 * Those that tests have, or have left and nobody gave back.
	 */
	static synchronized Set<TestDatabase> used() {
		return Set.copyOf(used);
	}

	/**
	 * Takes a database back from a test that has ended. Of those in a field of the test
	 * {@link GivingBack} sees to it.
	 * @param database the database
	 */
	public static synchronized void giveBack(TestDatabase database) {
		if (used.contains(database) && EmptiedDatabase.empty(database, Server.UNUSED)) {
			used.remove(database);
			free.addLast(database);
		}
	}

	/**
	 * Drops a database, for tests that leave much in it: each takes 7 MB.
	 * @param database the database
	 */
	public static synchronized void drop(TestDatabase database) {
		used.remove(database);
		database.disconnect();
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

		/** The state of a database that nobody has used. */
		static final String UNUSED = warm();

		/**
		 * Half the work of the default, and the first session finds what the server keeps
		 * of the catalog.
		 */
		static final String TEMPLATE = (MAJOR_VERSION >= 15) ? "warm strategy file_copy" : "warm";

		/**
		 * Makes an empty database that somebody has been connected to, to be copied.
		 */
		private static String warm() {
			MAINTENANCE.execute("create database warm");
			TestDatabase warm = new TestDatabase(INSTANCE.dataSource("warm"));
			String state = EmptiedDatabase.state(warm);
			warm.disconnect();
			return state;
		}

	}

}
