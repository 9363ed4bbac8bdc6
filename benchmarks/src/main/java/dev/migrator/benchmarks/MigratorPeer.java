package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrator.Migrator;
import org.postgresql.ds.PGSimpleDataSource;

final class MigratorPeer implements Peer {

	@Override
	public String name() {
		return "Migrator";
	}

	@Override
	public void write(Path folder, int changes) throws IOException {
		RevisionFolder.write(folder, changes);
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) {
		Migrator.builder(database).locations("file:" + folder).build().upgrade();
	}

}
