package dev.migrator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New scripts, from being written to being applied and undone.
 */
class NewRevisionTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void newRevisionsAreAppliedAndUndone() {
		CreatedRevision first = migrator().internals()
			.project()
			.create(NewRevision.builder("one").upgrade("create table one ();").downgrade("drop table one;").build());
		CreatedRevision left = migrator().internals()
			.project()
			.create(NewRevision.builder("left").upgrade("create table l ();").downgrade("drop table l;").build());
		CreatedRevision right = migrator().internals()
			.project()
			.create(NewRevision.builder("right").heads(first.id()).splice(true).build());
		CreatedRevision merge = migrator().internals().project().merge(List.of("heads"), NewRevision.of("merge"));

		migrator().upgrade();

		assertThat(merge.downRevisions()).containsExactlyInAnyOrder(left.id(), right.id());
		assertThat(this.database.versionRows()).containsExactly(merge.id());
		assertThat(this.database.has("l")).isTrue();
		assertThat(migrator().internals().project().sourceOf("current", () -> migrator().status().current()))
			.isEqualTo(merge.path());

		migrator().downgrade("base");

		assertThat(this.database.has("l")).isFalse();
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void sourceOfARevisionIsFoundWithoutADatabase() {
		CreatedRevision created = migrator().internals().project().create(NewRevision.of("one"));

		assertThat(migrator().internals().project().sourceOf(created.id().substring(0, 6), List::of))
			.isEqualTo(created.path());
	}

	@Test
	void nothingIsMergedWhereThereIsOneHead() {
		migrator().internals().project().create(NewRevision.of("one"));

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> migrator().internals().project().merge(List.of("heads"), NewRevision.of("merge")))
			.withMessageContaining("nothing to merge");
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource())
			.locations("file:" + this.folder)
			.development(DevelopmentSettings.of(Optional::empty))
			.build();
	}

}
