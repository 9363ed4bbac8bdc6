package dev.migrator.sample.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL for those who have configured none. It keeps its data in a folder and
 * has them again at the next start.
 * <p>
 * One server serves a folder, and one process owns it: the one that started it, and that
 * stops it when it ends. A second process, a command run while the application is up for
 * one, attaches to the running server and never stops it. If the owner ends first it
 * stops the server all the same, because nobody else ever would; it says so in its log if
 * others have sessions, and those who are attached say in theirs what became of their
 * database. Their transactions are rolled back, and they have to be started again. An
 * owner that is killed stops nothing: its server lives on, and whoever comes next
 * attaches to it.
 */
final class EmbeddedServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final String DATABASE = "workout_buddy";

	private static final Duration LOCK_WAIT = Duration.ofMinutes(2);

	/** The very first start unpacks the binaries and initializes the folder. */
	private static final Duration START_WAIT = Duration.ofSeconds(30);

	private final ServerFolder folder;

	private final RunningServer server;

	private final @Nullable EmbeddedPostgres own;

	private volatile boolean closed;

	private EmbeddedServer(ServerFolder folder, RunningServer server, @Nullable EmbeddedPostgres own) {
		this.folder = folder;
		this.server = server;
		this.own = own;
	}

	/**
	 * Attaches to the server of a folder, or starts one if none runs there.
	 * @param directory the folder, created if need be
	 * @return the server, ready to be connected to
	 * @throws DatabaseSetupException if there is no way to get one
	 */
	static EmbeddedServer in(Path directory) {
		ServerFolder folder = ServerFolder.at(directory);
		FolderLock lock = FolderLock.acquire(folder.lock(), LOCK_WAIT);
		try {
			Optional<RunningServer> running = RunningServer.in(folder.data());
			EmbeddedServer server = running.isPresent() ? attach(folder, running.get()) : start(folder);
			folder.markFinished();
			return server;
		}
		finally {
			lock.release();
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored") // it only logs
	private static EmbeddedServer attach(ServerFolder folder, RunningServer running) {
		running.createDatabaseIfMissing(DATABASE);
		EmbeddedServer server = new EmbeddedServer(folder, running, null);
		logger.info("Attached to the embedded PostgreSQL that runs at port {} on {} (process {})", running.port(),
				folder.path(), running.process().pid());
		running.process().onExit().thenRun(server::sayThatItHasEnded);
		return server;
	}

	private static EmbeddedServer start(ServerFolder folder) {
		folder.prepare();
		EmbeddedPostgres own = startProcess(folder);
		boolean ready = false;
		try {
			// Not simply the port that was asked for: somebody else may have it.
			RunningServer running = RunningServer.in(folder.data())
				.orElseThrow(() -> doesNotStart(folder, "It is gone already", null));
			running.createDatabaseIfMissing(DATABASE);
			logger.info("Started an embedded PostgreSQL at port {} on {}", running.port(), folder.path());
			ready = true;
			return new EmbeddedServer(folder, running, own);
		}
		finally {
			if (!ready) {
				stop(own);
			}
		}
	}

	private static EmbeddedPostgres startProcess(ServerFolder folder) {
		// Appended to a file and not piped through this process, which it may survive.
		ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(folder.log().toFile());
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(folder.data())
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setOutputRedirector(log)
				.setErrorRedirector(log)
				.setPGStartupWait(START_WAIT)
				// The same order of text everywhere, whatever the machine's locale.
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				// Faster without, and made for tests; but this one is to keep its data.
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("unix_socket_directories", "")
				.start();
		}
		catch (IOException | RuntimeException | ExceptionInInitializerError ex) {
			throw doesNotStart(folder, String.valueOf(ex.getMessage()), ex);
		}
	}

	private static DatabaseSetupException doesNotStart(ServerFolder folder, String reason, @Nullable Throwable cause) {
		return new DatabaseSetupException(
				"The embedded PostgreSQL on %s does not start: %s. The end of %s:%n%n%s".formatted(folder.path(),
						reason, folder.log().getFileName(), folder.endOfLog()),
				"Fix what the log says; if binaries are missing, build the sample on this machine, or with "
						+ "-Dpostgresql.platform for it; or use a PostgreSQL of your own: "
						+ "DATABASE_URL=postgresql://user:password@host:5432/database",
				cause);
	}

	/**
	 * Where to connect.
	 * @return the settings of the application's own database on this server
	 */
	ConnectionSettings connectionSettings() {
		return new ConnectionSettings(
				"jdbc:postgresql://localhost:%s/%s?ApplicationName=%s".formatted(port(), DATABASE, applicationName()),
				DATABASE, null);
	}

	int port() {
		return this.server.port();
	}

	/**
	 * Whether this process started the server, and therefore stops it.
	 * @return whether it is its owner
	 */
	boolean isOwner() {
		return this.own != null;
	}

	/**
	 * Stops the server if this process started it.
	 */
	@Override
	public void close() {
		this.closed = true;
		if (this.own == null) {
			return;
		}
		FolderLock lock = FolderLock.acquire(this.folder.lock(), LOCK_WAIT);
		try {
			String others = this.server.otherApplications(applicationName());
			if (others != null) {
				logger.warn("Stopping the embedded PostgreSQL at port {} under the sessions of {}", port(), others);
			}
			stop(this.own);
			logger.info("Stopped the embedded PostgreSQL at port {}", port());
		}
		finally {
			lock.release();
		}
	}

	private static void stop(EmbeddedPostgres own) {
		try {
			own.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void sayThatItHasEnded() {
		if (!this.closed) {
			logger.error("The embedded PostgreSQL at port {} has ended, with the process that started it or otherwise. "
					+ "There is no database any more; start this application again to get one on the same data.",
					port());
		}
	}

	private static String applicationName() {
		return "workout-buddy-" + ProcessHandle.current().pid();
	}

}
