package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.HalfWayException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A rollback undoes what was applied last, as the history says it.
 */
class RollbackTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void addRevisions(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		for (String line : List.of("a", "b1 <- a", "c1 <- b1", "b2 <- a", "c2 <- b2")) {
			String table = line.substring(0, line.contains(" ") ? line.indexOf(' ') : line.length());
			this.revisions.add(line, "create table " + table + " ()", "drop table " + table);
		}
	}

	@Test
	void lastThatWereAppliedAreUndoneOfWhateverBranch() {
		List.of("b2", "c1", "c2").forEach((target) -> migrator().upgrade(target));

		assertThat(migrator().planRollback(3).to()).containsExactly("b2");
		assertThat(migrator().rollback(1).to()).containsExactlyInAnyOrder("b2", "c1");
		assertThat(migrator().rollback(2).to()).containsExactly("b2");
		assertThat(this.database.has("b2")).isTrue();
		assertThat(this.database.has("b1")).isFalse();
		assertThat(migrator().rollback(2).to()).isEmpty();
	}

	@Test
	void whatWasAppliedAgainCountsByItsLastEntry() {
		List.of("b1", "b2").forEach((target) -> migrator().upgrade(target));
		migrator().downgrade("b1@-1");
		migrator().upgrade("b1");

		assertThat(migrator().rollback(1).to()).containsExactly("b2");
	}

	@Test
	void whatWasStampedCountsByTheStamp() {
		migrator().upgrade("b2");
		migrator().stamp("c1");
		migrator().upgrade("c2");

		assertThat(migrator().planRollback(1).to()).containsExactlyInAnyOrder("b2", "c1");
		assertThat(migrator().planRollback(3).to()).containsExactly("b2");
	}

	@Test
	void whatWasPurgedDoesNotCount() {
		migrator().upgrade("heads");
		migrator().stampPurged("b1", "b2");
		this.database.execute("drop table c1; drop table c2");

		assertThat(migrator().planRollback(2).to()).containsExactly("a");
		assertThat(migrator().rollback(3).to()).isEmpty();
	}

	@Test
	void downgradeThatIsHalfWayIsGoneOnWith() {
		this.database.execute("create table gate (id int)");
		this.revisions.addWithoutTransaction("d <- c1", "create table d ()",
				"drop table d; select 1 / (select count(*) from gate); select 2");
		List.of("c2", "d").forEach((target) -> migrator().upgrade(target));
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> migrator().rollback(1));
		assertThatExceptionOfType(HalfWayException.class).isThrownBy(() -> migrator().downgrade("c2@-1"));

		this.database.execute("insert into gate values (1)");
		assertThat(migrator().rollback(1).to()).containsExactlyInAnyOrder("c1", "c2");
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource())
			.locations(this.revisions.location())
			.allowSeveralHeads(true)
			.build();
	}

}
