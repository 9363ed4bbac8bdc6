package dev.migrator.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A kind of difference that is not compared stays as the database has it in what exists
 * on both sides.
 */
@Tag("server")
class UncomparedKindsServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					LENGTHS | t (a varchar(50), b numeric(10, 2), c varchar(3)[], d timestamp(3), e char(3)) | t (a varchar(255), b numeric(38, 2), c varchar(9)[], d timestamp, e char(4))
					LENGTHS | t (a varchar(50)) | t (a varchar)
					NULLABILITY | t (a int not null, b int) | t (a int, b int not null)
					CHECKS | t (a int check (a > 0), b int constraint kept check (b > 0)) | t (a int, b int)
					CHECKS | t (a int, b int check (b > 1)) | t (a int check (a > 0), b int check (b > 2))
					CHECKS | t (a int constraint one check (a > 0)) | t (a int constraint two check (a > 1))
					FOREIGN_KEY_ACTIONS | t (id int primary key, a int references t on delete cascade on update cascade) | t (id int primary key, a int references t on delete set null)
					FOREIGN_KEY_ACTIONS | t (id int primary key, a int references t) | t (id int primary key, a int references t on delete cascade)
					""")
	void kindIsLeftAsTheDatabaseHasIt(ComparedKind kind, String real, String wanted) {
		this.database.execute("create table " + real);
		Set<ComparedKind> others = EnumSet.complementOf(EnumSet.of(kind));

		for (boolean complete : List.of(true, false)) {
			ModelDifferences found = found(complete, "create table " + wanted, others);
			assertThat(found.differences().changes()).isEmpty();
			assertThat(found.kept()).isEmpty();
			assertThat(found(complete, "create table " + wanted, Set.of()).isEmpty()).isTrue();
			assertThat(found(complete, "create table " + wanted, Set.of(kind)).isEmpty()).isFalse();
		}
	}

	@Test
	void whatIsNewIsCreatedInFull() {
		this.database.execute("create table t (id int primary key)");
		String wanted = """
				create table t (id int primary key, a varchar(9) not null default 'x' check (a > 'a'),
				    b int references t on delete cascade);
				create table n (a varchar(9) not null check (a > 'a'))""";

		GeneratedSqlServerTests.run(this.database,
				SqlRevisionBody.of(found(true, wanted, Set.of()).differences()).upgrade());

		assertThat(found(true, wanted, EnumSet.allOf(ComparedKind.class)).isEmpty()).isTrue();
	}

	@Test
	void otherDifferencesOfTheSameColumnAreFound() {
		this.database.execute("create table t (a varchar(9) not null, b varchar(9) check (b > 'a'))");

		ModelDifferences found = found(true, "create table t (a text, b text)", Set.of());

		assertThat(found.differences().detected()).containsExactly(
				"Detected type change from VARCHAR(9) to TEXT on 't.a'",
				"Detected type change from VARCHAR(9) to TEXT on 't.b'");
		GeneratedSqlServerTests.run(this.database, SqlRevisionBody.of(found.differences()).upgrade());
		assertThat(this.database
			.value("select count(*) from pg_constraint where contype = 'c' and conrelid = 't'::regclass"))
			.isEqualTo("1");
		assertThat(found(true, "create table t (a text, b text)", Set.of()).isEmpty()).isTrue();
	}

	@Test
	void newIdentityMakesItsColumnNotNull() {
		this.database.execute("create table t (id int)");
		String wanted = "create table t (id int generated always as identity)";

		GeneratedSqlServerTests.run(this.database,
				SqlRevisionBody.of(found(true, wanted, Set.of()).differences()).upgrade());

		assertThat(found(true, wanted, EnumSet.allOf(ComparedKind.class)).isEmpty()).isTrue();
	}

	@Test
	void checkGoesWithItsColumn() {
		this.database.execute("create table t (id int primary key, a int check (a > 0))");

		ModelDifferences found = found(true, "create table t (id int primary key)", Set.of());

		assertThat(found.differences().detected()).containsExactly("Detected removed column 't.a'");
		assertThat(found.kept()).isEmpty();
	}

	@Test
	void domainsKeepWhatIsNotCompared() {
		this.database.execute("create domain d as varchar(9) not null check (value > 'a')");

		assertThat(found(true, "create domain d as varchar(20)", Set.of()).isEmpty()).isTrue();
		assertThat(found(true, "create domain d as varchar(20)", Set.of(ComparedKind.CHECKS)).isEmpty()).isFalse();
	}

	/**
	 * NOT NULL has a name that somebody chose, since PostgreSQL 18.
	 */
	@Test
	void nameOfANotNullThatIsNotComparedStays() {
		this.database.execute("create table t (a int constraint sure not null, b int)");

		assertThat(found(true, "create table t (a int, b int constraint here not null)", Set.of()).isEmpty()).isTrue();
	}

	@Test
	void actionsOfAForeignKeyThatOnlyTheDatabaseHasAreLeftOpenByEntities() {
		this.database
			.execute("create table t (id int primary key, a int references t on delete set null (a) on update cascade)"
				.replace(" (a) on", (Postgres.majorVersion() >= 15) ? " (a) on" : " on"));
		String wanted = "create table t (id int primary key, a int references t)";
		Set<ComparedKind> all = EnumSet.allOf(ComparedKind.class);

		assertThat(found(false, wanted, all).isEmpty()).isTrue();
		assertThat(found(true, wanted, all).isEmpty()).isFalse();
		assertThat(found(false,
				wanted + "; alter table t drop constraint t_a_fkey, add foreign key (a) references t on delete cascade",
				all)
			.isEmpty()).isFalse();
	}

	private ModelDifferences found(boolean complete, String wanted, Set<ComparedKind> kinds) {
		this.other.become(wanted);
		WantedModel model = WantedModel.builder(MadeSchema.read(this.other), new ModelSources(List.of(), List.of()))
			.complete(complete)
			.build();
		return Comparing.model(this.database, model, ComparisonSettings.builder().kinds(kinds).build());
	}

}
