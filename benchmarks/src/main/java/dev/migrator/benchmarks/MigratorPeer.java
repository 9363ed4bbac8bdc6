package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.migrator.Migrator;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.ResourceLoader;

/**
 * The migrator, with scripts that are files like those of the other tools, or in a jar,
 * as in a packaged application.
 */
final class MigratorPeer implements Peer {

	private final boolean packed;

	private final Map<Path, ResourceLoader> jars = new HashMap<>();

	MigratorPeer(boolean packed) {
		this.packed = packed;
	}

	@Override
	public String name() {
		return this.packed ? "Migrator, scripts in a jar" : "Migrator";
	}

	@Override
	public void write(Path folder, int changes) throws IOException {
		RevisionFolder.write(folder, changes);
		if (this.packed) {
			this.jars.put(folder, RevisionJar.of(folder));
		}
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) {
		ResourceLoader jar = this.jars.get(folder);
		if (jar != null) {
			Migrator.builder(database).resourceLoader(jar).locations(RevisionJar.LOCATION).build().upgrade();
		}
		else {
			Migrator.builder(database).locations("file:" + folder).build().upgrade();
		}
	}

}
