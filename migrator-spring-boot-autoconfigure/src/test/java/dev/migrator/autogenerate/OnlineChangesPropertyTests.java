package dev.migrator.autogenerate;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

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
			OnlineRevisions revisions = OnlineRevisions
				.of(OnlineChanges.of(schemas.differences().changes(), schemas.real()));
			Path folder = Files.createTempDirectory("online");

			revisions.assertLeadThereAndBack(schemas.database(), schemas.other(), folder);
			schemas.giveBack();
			FileSystemUtils.deleteRecursively(folder);
		});
	}

}
