package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Flyway Community with one SQL migration for each change.
 */
final class FlywayPeer implements Peer {

	@Override
	public String name() {
		return "Flyway " + VersionPrinter.getVersion();
	}

	@Override
	public void write(Path folder, int changes) throws IOException {
		for (int i = 0; i < changes; i++) {
			Files.writeString(folder.resolve("V%d__create_table_t%d.sql".formatted(i + 1, i)),
					RevisionFolder.upgrade(i));
		}
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) {
		Flyway.configure().dataSource(database).locations("filesystem:" + folder).load().migrate();
	}

}
