package dev.migrator.internal.cli.output;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.result.History;
import dev.migrator.revision.RevisionRange;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The marks of a real history.
 */
class RevisionFlagsTests {

	private Migrator migrator;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder)
			.add("a", "select 1;")
			.add("b <- a", "select 1;")
			.add("c <- b", "select 1;");
		this.migrator = Migrator.builder(Postgres.newDatabase().dataSource()).locations(revisions.location()).build();
	}

	@Test
	void currentIsMarkedWhereADatabaseWasAsked() {
		this.migrator.upgrade("b");

		assertThat(lines(this.migrator.history())).containsExactly("b -> c (head), make c", "a -> b (current), make b",
				"<base> -> a, make a");
	}

	@Test
	void nothingIsCurrentWhereNoDatabaseWasAsked() {
		this.migrator.upgrade("b");

		assertThat(lines(this.migrator.writtenHistory())).containsExactly("b -> c (head), make c", "a -> b, make b",
				"<base> -> a, make a");
	}

	private static List<String> lines(History history) {
		RevisionLine line = new RevisionLine(RevisionFlags.of(history, Styler.PLAIN, null));
		return history.range(RevisionRange.all()).stream().map(line::history).toList();
	}

}
