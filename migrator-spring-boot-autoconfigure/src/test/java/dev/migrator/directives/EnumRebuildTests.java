package dev.migrator.directives;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of the rows when an enum gets other values.
 */
@Tag("server")
class EnumRebuildTests {

	private final TestDatabase database = Postgres.newDatabase();

	@BeforeEach
	void setUp() {
		this.database.execute("create type e as enum ('A', 'B', 'C')");
		this.database.execute("create table t (id int, one e, many e[])");
		this.database
			.execute("insert into t values (1, 'A', '{A,B,NULL,C}'), (2, 'B', '{{A,B},{C,A}}'), (3, null, null)");
	}

	@Test
	void valuesThatChangePlacesDoSoInArraysToo() {
		upgrade((op) -> op.rebuildEnum("e",
				(e) -> e.values("A", "B", "C")
					.replace("A", "B")
					.replace("B", "A")
					.column("t", "one")
					.arrayColumn("t", "many"),
				(was) -> was.values("A", "B", "C")));

		assertThat(rows()).containsExactly("1 B {B,A,NULL,C}", "2 A {{B,A},{C,B}}", "3 - -");
	}

	@Test
	void valueThatReplacesOneAndIsReplacedItselfIsReplacedOnce() {
		upgrade((op) -> op.rebuildEnum("e",
				(e) -> e.values("B", "C")
					.replace("A", "B")
					.replace("B", "C")
					.column("t", "one")
					.arrayColumn("t", "many"),
				(was) -> was.values("A", "B", "C")));

		assertThat(rows()).containsExactly("1 B {B,C,NULL,C}", "2 C {{B,C},{C,B}}", "3 - -");
	}

	private List<String> rows() {
		return this.database.column(
				"select id || ' ' || coalesce(one::text, '-') || ' ' || coalesce(many::text, '-') from t order by id");
	}

	private void upgrade(Consumer<Operations> upgrade) {
		Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade)))
			.build()
			.upgrade();
	}

}
