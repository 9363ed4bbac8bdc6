package dev.migrator.directives;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code show} prints can be read, and run.
 */
class ShownRevisionTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void statementsAreSeparated() {
		assertThat(shown((op) -> {
			op.execute("select 1");
			op.execute("select 2;");
			op.execute("select 3 -- three");
			op.dropTable("t");
			op.execute("select 4");
		})).isEqualTo("select 1;\nselect 2;\nselect 3 -- three\n;\nDROP TABLE t;\nselect 4");
	}

	@Test
	void whatCodeIsForStaysInItsComment() {
		assertThat(shown((op) -> op.data("a\nDROP TABLE b;\u2028c", (jdbc) -> {
		}))).isEqualTo("-- data: a\\nDROP TABLE b;\\u2028c");
	}

	private String shown(Consumer<Operations> upgrade) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade)))
			.build()
			.show("a")
			.upgrade();
	}

}
