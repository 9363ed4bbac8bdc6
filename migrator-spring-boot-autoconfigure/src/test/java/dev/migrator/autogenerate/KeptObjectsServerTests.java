package dev.migrator.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.autogenerate.comparison.KeptObjectsReport;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only the database has and refuses what the model allows: it follows the column
 * that it came from, or is kept and said.
 */
@Tag("server")
class KeptObjectsServerTests {

	private static final String MODEL = """
			create table team (id int primary key, name text not null);
			create table t (id int primary key, team int, a text, b int, c int4range);""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	/**
	 * An enum that was a text, and unique, becomes a type of its own with one value more.
	 */
	@Test
	void checkAndUniqueConstraintOfAColumnFollowItsMapping() {
		this.database.execute("""
				create table t (id int primary key, color varchar(255)
				    constraint t_color_check check (color in ('RED', 'GREEN')) constraint t_color_key unique);
				insert into t values (1, 'RED')""");
		String wanted = "create type color as enum ('RED', 'GREEN', 'BLACK'); create table t (id int primary key, color color)";

		ModelDifferences found = found(wanted, false);
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());
		GeneratedSqlServerTests.run(this.database, body.upgrade());

		assertThat(found.differences().detected()).contains(
				"Detected removed check constraint 't_color_check' on table 't'",
				"Detected removed unique constraint 't_color_key' (color) on table 't'");
		assertThat(found(wanted, false).isEmpty()).isTrue();
		this.database.execute("insert into t values (2, 'BLACK'), (3, 'BLACK'); delete from t where id > 1");
		GeneratedSqlServerTests.run(this.database, body.downgrade());
		assertThat(this.database.column("select conname from pg_constraint where contype in ('c', 'u') order by 1"))
			.contains("t_color_check", "t_color_key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "unique (a)", "check (b > 0)", "foreign key (team) references team",
			"exclude using gist (c with &&)", "constraint uk6dotkott2kjsp8vw4d0m25fb7 unique (a, b)",
			"constraint \"UK_6dotkott2kjsp8vw4d0m25fb7\" unique (a)",
			"constraint fk7xk2x6v3wsdtiqtqx8vmjqv1t foreign key (team) references team" })
	void constraintWhoseNameNobodyChoseFollows(String constraint) {
		this.database.execute(MODEL + "alter table t add " + constraint);

		for (boolean complete : List.of(false, true)) {
			ModelDifferences found = found(MODEL, complete);
			assertThat(found.kept()).isEmpty();
			assertThat(SqlRevisionBody.of(found.differences()).upgrade()).startsWith(
					"-- the model has no such object, and this name was generated; to keep the object, name it in migrator.autogenerate.exclude-objects\n"
							+ "ALTER TABLE t DROP CONSTRAINT ");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			constraint uq unique (a) | unique constraint 'uq' (a) on table 't'
			unique (a, b) | unique constraint 't_a_b_key' (a, b) on table 't'
			constraint ck check (b > 0) | check constraint 'ck' on table 't'
			check (b > id) | check constraint 't_check' on table 't'
			constraint fk foreign key (team) references team | foreign key 'fk' (team) on table 't' to 'team' (id)
			constraint ex exclude using gist (c with &&) | exclusion constraint 'ex' on table 't'
			constraint ck check (b > 0) not valid | check constraint 'ck' on table 't'
			""")
	void constraintThatSomebodyNamedIsKeptAndSaid(String constraint, String described) {
		this.database.execute(MODEL + "alter table t add " + constraint);

		for (boolean complete : List.of(false, true)) {
			ModelDifferences found = found(MODEL, complete);
			assertThat(found.differences().isEmpty()).isTrue();
			assertThat(found.isEmpty()).isFalse();
			assertThat(found.kept()).extracting(KeptObject::toString).containsExactly("Kept: " + described);
		}
	}

	/**
	 * PostgreSQL would drop the foreign key with it, or refuse it.
	 */
	@Test
	void uniqueConstraintThatAForeignKeyNeedsStaysAsLongAsThat() {
		String table = "create table r (id int primary key, a text);";
		this.database.execute(MODEL + table + """
				alter table t add unique (a);
				alter table r add constraint fk foreign key (a) references t (a)""");

		ModelDifferences found = found(MODEL + table, false);

		assertThat(found.differences().isEmpty()).isTrue();
		assertThat(found.kept()).extracting(KeptObject::description)
			.containsExactly("foreign key 'fk' (a) on table 'r' to 't' (a)",
					"unique constraint 't_a_key' (a) on table 't'");
	}

	@Test
	void uniqueIndexIsKeptAndSaidAndOneThatIsNotUniqueIsNot() {
		this.database.execute(MODEL + """
				create unique index ux on t (lower(a)); create unique index up on t (a) where b > 0;
				create index ix on t (a)""");

		assertThat(found(MODEL, false).kept()).extracting(KeptObject::toString)
			.containsExactlyInAnyOrder("Kept: unique index 'ux' (lower(a)) on table 't'",
					"Kept: unique index 'up' (a) on table 't'");
	}

	@Test
	void primaryKeyThatTheModelDoesNotHaveIsKeptAndSaid() {
		this.database.execute("create table j (a int not null, b int not null, primary key (a, b))");

		assertThat(found("create table j (a int not null, b int not null)", false).kept())
			.extracting(KeptObject::description)
			.containsExactly("primary key 'j_pkey' (a, b) on table 'j'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table t add constraint uq unique (id, a)",
			"create unique index ux on t (id) where b > 0", "create unique index ux on t (id, lower(a))",
			"alter table t add constraint ck check (id is not null)", "create index ix on t (a)",
			"alter table t add constraint pk2 unique (id)" })
	void whatTheModelSaysAlreadyIsNotStricter(String sql) {
		this.database.execute(MODEL + sql);

		assertThat(found(MODEL, false).isEmpty()).isTrue();
	}

	/**
	 * The column definition of an entity may say a constraint, which nobody reads.
	 */
	@Test
	void constraintOfAColumnOfWhichMoreIsSaidThanIsUnderstoodStays() {
		this.database.execute(MODEL + "alter table t add check (b > 0), add constraint ck check (b < 100)");
		WantedModel model = model(MODEL, false);
		WantedModel written = WantedModel.builder(model.schema(), model.sources())
			.written(Set.of(new ColumnName(new ObjectName(null, "t"), "b")))
			.build();

		assertThat(found(model, ComparisonSettings.DEFAULT).isEmpty()).isFalse();
		assertThat(found(written, ComparisonSettings.DEFAULT).isEmpty()).isTrue();
	}

	@Test
	void constraintOfAColumnThatGoesGoesWithIt() {
		this.database.execute(MODEL + "alter table t add d int unique");

		assertThat(found(MODEL, false).differences().detected()).containsExactly("Detected removed column 't.d'");
	}

	@Test
	void columnThatHasToHaveAValueIsKeptAndSaid() {
		this.database.execute(
				MODEL + """
						alter table t add nickname text not null, add born date, add n int not null default 1,
						    add s serial, add i int generated always as identity, add l int generated always as (b + 1) stored;""");

		ModelDifferences found = found(MODEL, true, ComparisonSettings.builder().removals(Set.of()).build());

		assertThat(found.kept()).extracting(KeptObject::toString)
			.containsExactly("Kept: column 't.nickname', which is NOT NULL and has no default");
		assertThat(found.kept()).extracting(KeptObject::name).containsExactly("t.nickname");
	}

	@Test
	void whatIsAcceptedIsNoDifference() {
		this.database.execute(MODEL + """
				alter table t add constraint uq unique (a), add check (b > 0), add nickname text not null;
				create unique index ux on t (lower(a))""");
		ComparisonSettings accepting = ComparisonSettings.builder()
			.removals(EnumSet.of(Droppable.UNNAMED))
			.objects(new NamePatterns(List.of(), List.of("uq", "t_b_check", "ux", "t.nickname")))
			.build();

		assertThat(found(MODEL, false, accepting).isEmpty()).isTrue();
	}

	@Test
	void whatIsNotLookedAtIsNotSaid() {
		this.database.execute(MODEL + "alter table t add constraint uq unique (a)");

		assertThat(found(MODEL, false,
				ComparisonSettings.builder().tables(new NamePatterns(List.of(), List.of("t"))).build())
			.isEmpty()).isTrue();
	}

	@Test
	void whatMayBeDroppedIsDropped() {
		this.database.execute(MODEL + "alter table t add constraint uq unique (a)");

		ModelDifferences found = found(MODEL, false,
				ComparisonSettings.builder().removals(EnumSet.of(Droppable.CONSTRAINTS)).build());

		assertThat(found.kept()).isEmpty();
		assertThat(SqlRevisionBody.of(found.differences()).upgrade()).isEqualTo("ALTER TABLE t DROP CONSTRAINT uq;");
	}

	@Test
	void whatNobodyNamedIsKeptAndSaidWhereItMayNotGo() {
		this.database.execute(MODEL + "alter table t add unique (a)");

		ModelDifferences found = found(MODEL, false,
				ComparisonSettings.builder().removals(EnumSet.of(Droppable.TABLES, Droppable.COLUMNS)).build());

		assertThat(found.differences().isEmpty()).isTrue();
		assertThat(found.kept()).extracting(KeptObject::name).containsExactly("t_a_key");
	}

	@Test
	void whatACustomizerDropsIsNotKept() {
		this.database.execute(MODEL + "alter table t add constraint uq unique (a)");
		ChangeCustomizer dropping = (
				changes) -> Schemas.record((op) -> op.dropConstraint("t", "uq")).stream().map(Change::of).toList();

		assertThat(found(MODEL, false, ComparisonSettings.DEFAULT, dropping).kept()).isEmpty();
	}

	/**
	 * A table that the model does not have keeps rows of one that it has.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			| foreign key 'o_t_fkey' (t) on table 'o' to 't' (id), which is not in the model
			on delete restrict | foreign key 'o_t_fkey' (t) on table 'o' to 't' (id), which is not in the model
			on delete cascade |
			on delete set null |
			""")
	void referenceOfATableThatStaysIsSaid(@Nullable String action, @Nullable String described) {
		this.database.execute(MODEL + "create table o (id int primary key, t int references t %s, o int references o)"
			.formatted((action != null) ? action : ""));
		ComparisonSettings settings = ComparisonSettings.builder().removals(Set.of()).build();

		for (boolean complete : List.of(false, true)) {
			ModelDifferences found = found(MODEL, complete, settings);
			assertThat(found.differences().isEmpty()).isTrue();
			assertThat(found.kept()).extracting(KeptObject::description)
				.isEqualTo((described != null) ? List.of(described) : List.of());
			assertThat(new KeptObjectsReport(found.kept()).action())
				.contains((described != null) ? "To drop it: add tables to migrator.autogenerate.drop" : "");
		}
		assertThat(found(MODEL, false).kept()).isEmpty();
		NamePatterns none = new NamePatterns(List.of(), List.of("o"));
		NamePatterns key = new NamePatterns(List.of(), List.of("o_t_fkey"));
		assertThat(found(MODEL, false, settings.toBuilder().tables(none).build()).kept()).isEmpty();
		assertThat(found(MODEL, false, settings.toBuilder().objects(key).build()).kept()).isEmpty();
	}

	@Test
	void otherDifferencesDoNotHideWhatIsKept() {
		this.database.execute(MODEL + "alter table t add constraint uq unique (a)");

		ModelDifferences found = found(MODEL + "alter table t add d int; alter table t alter a type varchar(20)",
				false);

		assertThat(found.differences().detected()).hasSize(2);
		assertThat(found.kept()).extracting(KeptObject::name).containsExactly("uq");
	}

	private ModelDifferences found(String wanted, boolean complete) {
		return found(wanted, complete, ComparisonSettings.DEFAULT);
	}

	private ModelDifferences found(String wanted, boolean complete, ComparisonSettings settings,
			ChangeCustomizer... customizers) {
		return found(model(wanted, complete), settings, customizers);
	}

	private ModelDifferences found(WantedModel model, ComparisonSettings settings, ChangeCustomizer... customizers) {
		return Comparing.model(this.database, model, settings, customizers);
	}

	private WantedModel model(String wanted, boolean complete) {
		this.other.become(wanted);
		return WantedModel.builder(MadeSchema.read(this.other), new ModelSources(List.of(), List.of()))
			.complete(complete)
			.build();
	}

}
