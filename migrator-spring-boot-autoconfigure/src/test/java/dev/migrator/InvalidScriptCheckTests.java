package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.result.Finding;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts that cannot be read are a finding of every check, not its failure.
 */
class InvalidScriptCheckTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void everyCheckFindsThem(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder)
			.file("0001_a.sql", "-- revision: a\n-- colour: red\n-- migrator:upgrade\nselect 1;\n");
		Migrator migrator = Migrator.builder(this.database.dataSource()).locations(revisions.location()).build();

		assertInvalid(migrator.checkScripts());
		assertInvalid(migrator.checkRevisions());
		assertInvalid(migrator.check().findings());
	}

	private static void assertInvalid(List<Finding> findings) {
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.kind()).isEqualTo(Finding.Kind.INVALID_SCRIPTS);
			assertThat(finding.description()).contains("0001_a.sql", "colour");
		});
	}

}
