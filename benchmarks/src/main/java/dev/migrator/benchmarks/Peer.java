package dev.migrator.benchmarks;

import java.nio.file.Path;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A tool that applies the same changes. Each call of {@code migrate} begins anew, as at
 * the start of an application.
 */
interface Peer {

	/**
	 * Returns its name and version.
	 */
	String name();

	/**
	 * Writes changes in its own format: change {@code i} has the SQL of
	 * {@link RevisionFolder#upgrade(int)}.
	 */
	void write(Path folder, int changes) throws Exception;

	/**
	 * Applies what is pending of the folder.
	 */
	void migrate(Path folder, PGSimpleDataSource database) throws Exception;

}
