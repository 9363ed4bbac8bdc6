package dev.migrator.autogenerate;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.revision.RevisionTrial;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is put back over a column of another type was written for the old one.
 */
@Tag("server")
class RetypedDependantsServerTests {

	private static final String TODO = "-- TODO: this was written for the old type of a column; check that it fits the new type\n";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	/**
	 * What PostgreSQL refuses of it is named, and the revision written all the same.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "create view v as select upper(state) as s from t",
			"create view v as select id from t where state <> ''",
			"create view v as select id from t order by lower(state)",
			"create view v as select state from t union select note from t",
			"create materialized view v as select length(state) as n from t",
			"create materialized view v as select state from t; create index ix on v (lower(state))",
			"create view u as select state as s from t; create view v as select lower(s) as l from u",
			"create policy p on t using (state like 'a%')",
			"create function f() returns trigger language plpgsql as 'begin return new; end';"
					+ "create trigger g before update on t for each row when (new.state like 'a%') execute function f()",
			"create rule r as on insert to t where new.state like 'a%' do instead nothing" })
	void thatComputesSomethingOfItIsToBeLookedAt(String dependant) {
		there(dependant);

		ModelDifferences found = found("integer");
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());

		assertThat(body.upgrade()).contains(TODO + "CREATE ");
		assertThat(body.downgrade()).doesNotContain("TODO: this was written");
		assertThat(tried(found)).last()
			.asString()
			.startsWith("Not verified in a scratch database, because the revision has an open TODO: statement ");
	}

	/**
	 * The body of a function in the new syntax is known.
	 */
	@Test
	void routineThatSelectsItIsToBeLookedAt() {
		there("create function f() returns text begin atomic select state from t; end");

		assertThat(SqlRevisionBody.of(found("integer").differences()).upgrade()).contains(TODO + "CREATE FUNCTION");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create view v as select id, state from t where id > 0 order by state",
			"create view v as select state as s, count(*) as n from t group by state; create view w as select s from v",
			"create view v as select x.state from (select state from t) x",
			"create materialized view v as select state from t; create index ix on v (state);"
					+ "comment on column v.state is 'x'",
			"create view state as select id, state from t; grant select (state) on state to public",
			"create function f() returns trigger language plpgsql as 'begin return new; end';"
					+ "create trigger g before update of state on t for each row execute function f()" })
	void thatOnlyListsItComesBackAsItWas(String dependant) {
		there(dependant);

		ModelDifferences found = found("integer");

		assertThat(SqlRevisionBody.of(found.differences()).upgrade()).contains("created again below")
			.doesNotContain("TODO: this was written");
		assertThat(tried(found)).first()
			.asString()
			.startsWith("Tried in a scratch database: the upgrade and the downgrade");
	}

	@Test
	void textIsATextWhateverItsLength() {
		there("create view v as select upper(state) as s from t where state <> ''");

		assertThat(SqlRevisionBody.of(found("varchar(80)").differences()).upgrade()).contains("created again below")
			.doesNotContain("TODO");
	}

	/**
	 * An operator takes any integer, a function not.
	 */
	@Test
	void integerThatIsPassedToAFunctionIsToBeLookedAt() {
		this.database.execute("create table t (id int, d date); create view v as select repeat('x', id) as r from t;"
				+ "create view w as select id + 1 as more, sum(id) as s from t group by id;"
				+ "create view x as select d + id as then from t");

		SqlRevisionBody body = SqlRevisionBody
			.of(Comparing.with(this.database, MadeSchema.of(this.other, "create table t (id bigint, d date)")));

		assertThat(body.upgrade()).contains(TODO + "CREATE VIEW v AS").doesNotContain(TODO + "CREATE VIEW w");
	}

	private void there(String dependant) {
		this.database.execute("create table t (id int, state text, note text); " + dependant);
	}

	private ModelDifferences found(String type) {
		WantedModel model = Comparing
			.complete(MadeSchema.of(this.other, "create table t (id int, state %s, note text)".formatted(type)));
		return Comparing.model(this.database, model, Comparing.REMOVING_ALL);
	}

	private List<String> tried(ModelDifferences found) {
		ServerLogin login = ServerLogin.of(this.database.newDataSource()).orElseThrow();
		return new RevisionTrial((dataSource) -> Optional.of(login), "UTC",
				new ModelComparison(Comparing.REMOVING_ALL, List.of()))
			.of(this.database.dataSource(), List.of(new TriedRevision(found.differences().changes(), true)), found)
			.lines();
	}

}
