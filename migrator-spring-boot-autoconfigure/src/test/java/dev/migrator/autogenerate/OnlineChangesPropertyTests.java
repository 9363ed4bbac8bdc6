package dev.migrator.autogenerate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.property.ForAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other and back, in two revisions.
 */
@Tag("server")
@Tag("strength")
class OnlineChangesPropertyTests {

	@Test
	void upgradesLeadToTheWantedSchemaAndDowngradesBack() {
		ForAll.of(FromTo.ANY).tries(Strength.of(5, 50)).check((pair) -> {
			RealAndWanted schemas = RealAndWanted.of(pair);
			TestDatabase database = schemas.database();
			List<String> before = OnlineRevisions.lines(database);
			OnlineRevisions revisions = OnlineRevisions
				.of(OnlineChanges.of(schemas.differences().changes(), schemas.real()));
			Path folder = Files.createTempDirectory("online");
			Migrator migrator = revisions.migrator(database, folder);

			migrator.upgrade();
			assertThat(OnlineRevisions.lines(database)).as(revisions.toString())
				.isEqualTo(OnlineRevisions.lines(schemas.other()));

			migrator.downgrade("base");
			assertThat(OnlineRevisions.lines(database)).as(revisions.toString()).isEqualTo(before);
			schemas.giveBack();
			FileSystemUtils.deleteRecursively(folder);
		});
	}

}
