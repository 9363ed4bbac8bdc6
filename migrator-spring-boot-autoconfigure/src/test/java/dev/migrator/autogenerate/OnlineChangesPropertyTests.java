package dev.migrator.autogenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other and back, in two revisions.
 */
@Tag("server")
class OnlineChangesPropertyTests {

	@Property(tries = 25)
	void upgradesLeadToTheWantedSchemaAndDowngradesBack(@ForAll long from, @ForAll long to) throws IOException {
		DatabaseSchema real = RandomSchemas.of(from);
		DatabaseSchema wanted = RandomSchemas.of(to);
		TestDatabase database = Postgres.newDatabase();
		TestDatabase other = Postgres.newDatabase();
		GeneratedSqlServerTests.run(database, Schemas.differences(DatabaseSchema.empty(), real));
		GeneratedSqlServerTests.run(other, Schemas.differences(DatabaseSchema.empty(), wanted));
		List<String> before = OnlineRevisions.lines(database);
		OnlineRevisions revisions = OnlineRevisions
			.of(OnlineChanges.of(Schemas.differences(real, wanted).changes(), real));
		Path folder = Files.createTempDirectory("online");
		Migrator migrator = revisions.migrator(database, folder);

		migrator.upgrade();
		assertThat(OnlineRevisions.lines(database)).as(revisions.toString()).isEqualTo(OnlineRevisions.lines(other));

		migrator.downgrade("base");
		assertThat(OnlineRevisions.lines(database)).as(revisions.toString()).isEqualTo(before);
		Postgres.drop(database);
		Postgres.drop(other);
		FileSystemUtils.deleteRecursively(folder);
	}

}
