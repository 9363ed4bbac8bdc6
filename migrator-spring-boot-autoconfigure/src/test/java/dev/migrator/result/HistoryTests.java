package dev.migrator.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.internal.command.StatusJson;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionRange;
import dev.migrator.revision.UnknownRowsException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

class HistoryTests {

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "select 1;")
			.add("b <- a", "select 1;")
			.add("c <- b", "select 1;")
			.add("d <- b", "select 1;");
	}

	@Test
	void whatTheScriptsSayNeedsNoDatabase() {
		History history = Migrator.builder(new PGSimpleDataSource())
			.locations(this.revisions.location())
			.build()
			.writtenHistory();

		assertThat(ids(history.range(RevisionRange.all()))).isEqualTo("d c b a");
		assertThat(ids(history.range(RevisionRange.parse("b:c")))).isEqualTo("c b");
		assertThat(ids(history.heads())).isEqualTo("d c");
		assertThat(ids(history.branchPoints())).isEqualTo("b");
		assertThat(ids(history.children("b"))).isEqualTo("d c");
		assertThat(ids(history.locate("heads"))).isEqualTo("d c");
		assertThat(ids(history.locate("c-1"))).isEqualTo("b");
		assertThat(ids(history.locate("base"))).isEmpty();
		assertThat(history.heads()).extracting(RevisionStatus::state).containsOnlyNulls();
		assertThat(history.status()).isNull();
		assertThatIllegalStateException().isThrownBy(history::current);
		assertThatIllegalStateException().isThrownBy(() -> history.range(RevisionRange.parse("current:")));
		assertThatIllegalStateException().isThrownBy(() -> history.locate("-1"));
	}

	@Test
	void whatTheDatabaseSaysIsAdded() {
		Migrator migrator = migrator(Postgres.newDatabase());
		migrator.upgrade("c");

		History history = migrator.history();

		assertThat(ids(history.range(RevisionRange.parse("current:")))).isEqualTo("c");
		assertThat(ids(history.range(RevisionRange.parse("-1:current")))).isEqualTo("c b");
		assertThat(ids(history.locate("current"))).isEqualTo("c");
		assertThat(ids(history.locate("-1"))).isEqualTo("b");
		assertThat(history.heads()).extracting(RevisionStatus::state)
			.containsExactly(RevisionState.PENDING, RevisionState.APPLIED);
	}

	@Test
	void rowThatNoScriptKnowsIsCurrentAndInTheWayOfNothingElse() {
		TestDatabase database = Postgres.newDatabase();
		Migrator migrator = migrator(database);
		migrator.upgrade("c");
		database.execute("insert into migrator_version values ('gone')");

		History history = migrator.history();

		assertThat(history.current()).extracting(RevisionStatus::revision, RevisionStatus::state)
			.containsExactly(tuple("gone", RevisionState.UNKNOWN), tuple("c", RevisionState.APPLIED));
		assertThat(ids(history.range(RevisionRange.all()))).isEqualTo("d c b a");
		assertThatExceptionOfType(UnknownRowsException.class)
			.isThrownBy(() -> history.range(RevisionRange.parse("current:")));
	}

	@Test
	void shapeHasTheKeysOfTheStateWithOrWithoutADatabase() {
		Migrator migrator = migrator(Postgres.newDatabase());
		History written = migrator.writtenHistory();

		Map<String, Object> shape = StatusJson.of(written, written.heads());

		assertThat(shape.keySet()).isEqualTo(StatusJson.of(migrator.status()).keySet());
		assertThat(shape).containsEntry("current", null)
			.containsEntry("pending", null)
			.containsEntry("heads", List.of("c", "d"))
			.containsEntry("branchPoints", List.of("b"));
		assertThat(StatusJson.of(migrator.history(), List.of())).containsEntry("current", List.of())
			.containsEntry("pending", List.of("a", "b", "c", "d"));
		assertThat(StatusJson.of(written.heads().get(0))).containsEntry("revision", "d")
			.containsEntry("state", null)
			.containsEntry("appliedAt", null)
			.containsEntry("duration", null)
			.containsEntry("appliedBy", null)
			.containsEntry("appliedHow", null);
	}

	@Test
	void whatWasStampedIsToldFromWhatWasRun() {
		Migrator migrator = migrator(Postgres.newDatabase());
		migrator.stamp("b");
		migrator.upgrade("c");

		List<RevisionStatus> applied = migrator.history().range(RevisionRange.parse(":c"));

		assertThat(applied).extracting(RevisionStatus::revision, RevisionStatus::state, RevisionStatus::appliedHow)
			.containsExactly(tuple("c", RevisionState.APPLIED, Direction.UPGRADE),
					tuple("b", RevisionState.APPLIED, Direction.STAMP),
					tuple("a", RevisionState.APPLIED, Direction.STAMP));
		assertThat(applied.get(2).appliedAt()).isEqualTo(applied.get(1).appliedAt());
		assertThat(migrator.show("a").status().stamped()).isTrue();
		assertThat(StatusJson.of(applied.get(0))).containsEntry("appliedHow", "upgrade");
		assertThat(StatusJson.of(applied.get(1))).containsEntry("state", "applied")
			.containsEntry("appliedHow", "stamp");
	}

	@Test
	void whatWasUndoneAndRunAgainIsNotStampedAnyMore() {
		Migrator migrator = migrator(Postgres.newDatabase());
		migrator.stamp("b");
		migrator.stamp("base");
		migrator.upgrade("b");

		assertThat(migrator.history().range(RevisionRange.parse(":b"))).extracting(RevisionStatus::stamped)
			.containsOnly(false);
	}

	private Migrator migrator(TestDatabase database) {
		return Migrator.builder(database.dataSource()).locations(this.revisions.location()).build();
	}

	private static String ids(List<RevisionStatus> revisions) {
		return String.join(" ", revisions.stream().map(RevisionStatus::revision).toList());
	}

}
