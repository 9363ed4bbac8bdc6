package dev.migrator.internal.command;

import java.util.function.Supplier;

import dev.migrator.internal.script.RevisionScripts;

/**
 * Reads the scripts while a connection is opened: both wait for something else most of
 * the time. The connection is opened by the thread of the caller, as any DataSource may
 * expect.
 */
public final class ReadAhead implements AutoCloseable {

	private final Supplier<RevisionScripts> scripts;

	private final Thread reader;

	/**
	 * Begins to read.
	 * @param scripts reads the scripts once
	 */
	@SuppressWarnings("ReturnValueIgnored") // the supplier keeps what it has read
	public ReadAhead(Supplier<RevisionScripts> scripts) {
		this.scripts = scripts;
		this.reader = new Thread(scripts::get, "migrator-scripts");
		this.reader.setDaemon(true);
		// What fails is tried again by the thread that needs the scripts, and told there.
		this.reader.setUncaughtExceptionHandler((thread, ex) -> {
		});
		this.reader.start();
	}

	/**
	 * Opens a session. If that fails, invalid scripts are the first thing to be told.
	 */
	@SuppressWarnings("ReturnValueIgnored") // read to fail, if the scripts are invalid
	public DatabaseSession open(Database database) {
		try {
			return database.open();
		}
		catch (RuntimeException ex) {
			this.scripts.get();
			throw ex;
		}
	}

	/**
	 * Waits until the scripts are read, so that nothing is left behind.
	 */
	@Override
	public void close() {
		boolean interrupted = false;
		while (this.reader.isAlive()) {
			try {
				this.reader.join();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
