package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Alembic, in a process of its own for each call: its figures contain the start of
 * Python. The interpreter is that of the system property {@code python}, by default
 * {@code python3}.
 */
final class AlembicPeer implements Peer {

	private static final String PYTHON = System.getProperty("python", "python3");

	private final String name;

	private AlembicPeer(String name) {
		this.name = name;
	}

	/**
	 * Returns it, or {@code null} if it is not installed.
	 */
	static @Nullable AlembicPeer find() throws InterruptedException {
		try {
			String version = run(Path.of("."), "-c", "import alembic, psycopg2; print(alembic.__version__)");
			return new AlembicPeer("Alembic " + version.strip() + " (whole process)");
		}
		catch (IOException ex) {
			return null;
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void write(Path folder, int changes) throws IOException {
		Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = .\n");
		Files.writeString(folder.resolve("env.py"), """
				import os
				from alembic import context
				from sqlalchemy import create_engine, pool

				with create_engine(os.environ["DATABASE"], poolclass=pool.NullPool).connect() as connection:
				    context.configure(connection=connection, transaction_per_migration=True)
				    with context.begin_transaction():
				        context.run_migrations()
				""");
		Path versions = Files.createDirectory(folder.resolve("versions"));
		for (int i = 0; i < changes; i++) {
			Files.writeString(versions.resolve("r%05d.py".formatted(i)), """
					from alembic import op

					revision = "r%d"
					down_revision = %s


					def upgrade():
					    op.execute(\"""%s\""")


					def downgrade():
					    op.execute("DROP TABLE t%d")
					""".formatted(i, (i == 0) ? "None" : "\"r" + (i - 1) + "\"", RevisionFolder.upgrade(i), i));
		}
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) throws Exception {
		run(folder, "-c", """
				import os, sys
				from alembic.config import main
				os.environ["DATABASE"] = sys.argv[1]
				main(["upgrade", "head"])
				""",
				"postgresql+psycopg2://%s:%s@%s:%d/%s".formatted(database.getUser(),
						Objects.requireNonNullElse(database.getPassword(), ""), database.getServerNames()[0],
						database.getPortNumbers()[0], database.getDatabaseName()));
	}

	private static String run(Path folder, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(PYTHON));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException(output);
		}
		return output;
	}

}
