package dev.migrator.directives;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What rows there are, and which numbers they get, behind a directive or its reverse.
 */
@Tag("server")
class RowsAfterReversalTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void rowsAreDeletedByAKeyThatIsStoredInAnotherType() {
		this.database.execute("create table r (k real); create table t (k text, n int)");
		Migrator migrator = migrator((op) -> {
			op.bulkInsert("r", List.of("k"), (rows) -> rows.key("k").row(new BigDecimal("0.3")));
			op.bulkInsert("t", List.of("k", "n"), (rows) -> rows.key("k").row(42, 1).row(true, 2));
			op.bulkInsert("t", List.of("k", "n"), (rows) -> rows.key("k", "n").row(43, 3));
		});

		migrator.upgrade();
		assertThat(this.database.column("select k from t order by n")).containsExactly("42", "true", "43");
		assertThat(this.database.column("select k from r")).containsExactly("0.3");

		migrator.downgrade("base");
		assertThat(this.database.column("select k from t")).isEmpty();
		assertThat(this.database.column("select k from r")).isEmpty();
	}

	@Test
	void identityOfAColumnWithNumbersGoesOnBehindThem() {
		this.database.execute("create table \"My t\" (\"Id\" bigint not null)");
		this.database.execute("insert into \"My t\" values (1), (7)");

		migrator((op) -> op.alterColumn("My t", "Id", (c) -> c.identity())).upgrade();

		assertThat(this.database.value("insert into \"My t\" default values returning \"Id\"")).isEqualTo("8");
	}

	@Test
	void identityBeginsWhereItIsToldIfNoNumberIsThereYet() {
		this.database.execute("create table t (up int not null, down int not null, free int not null)");
		this.database.execute("insert into t values (5, -5, 1)");
		this.database.execute("create table nothing (id int not null)");

		migrator((op) -> {
			op.alterColumn("t", "up", (c) -> c.identity((s) -> s.startWith(100)));
			op.alterColumn("t", "down", (c) -> c.identity((s) -> s.incrementBy(-1)));
			op.alterColumn("nothing", "id", (c) -> c.identity());
		}).upgrade();

		assertThat(this.database.value("insert into t (free) values (1) returning up || ' ' || down"))
			.isEqualTo("100 -6");
		assertThat(this.database.value("insert into nothing default values returning id")).isEqualTo("1");
	}

	@Test
	void identityThatComesBackGoesOnBehindTheNumbersThatAreThere() {
		this.database.execute("create table t (id bigint generated always as identity, a int)");
		this.database.execute("insert into t (a) values (1), (2), (3)");
		Migrator migrator = migrator((op) -> op.alterColumn("t", "id", (c) -> c.noIdentity(), (was) -> was.identity()));

		migrator.upgrade();
		migrator.downgrade("base");

		assertThat(this.database.value("insert into t (a) values (4) returning id")).isEqualTo("4");
	}

	private Migrator migrator(Consumer<Operations> upgrade) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade)))
			.build();
	}

}
