package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.schema.ObjectName;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said in SQL and by no entity, in both directions: the upgrade leads to the
 * wanted schema, the downgrade back, and entities leave it alone.
 */
@Tag("server")
@Tag("strength")
class WrittenInSqlServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase wanted = Postgres.newDatabase();

	@ParameterizedTest
	@MethodSource("someExamples")
	void upgradeLeadsThereAndDowngradeBack(Example example) {
		this.database.execute(example.from());
		this.wanted.execute(example.to());
		CatalogSnapshot before = CatalogSnapshot.of(this.database).withoutColumnOrder();

		ProposedChanges changes = differences();
		SqlRevisionBody body = SqlRevisionBody.of(changes);
		GeneratedSqlServerTests.run(this.database, body.upgrade());

		assertThat(changes.isEmpty()).isFalse();
		assertThat(changes.detected()).isNotEmpty();
		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(body.upgrade())
			.hasToString(CatalogSnapshot.of(this.wanted).withoutColumnOrder().toString());
		assertThat(differences().isEmpty()).isTrue();

		GeneratedSqlServerTests.run(this.database, body.downgrade());

		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.toString());
	}

	@ParameterizedTest
	@MethodSource("fewExamples")
	void twoRevisionsLeadThereAndBack(Example example, @TempDir Path folder) {
		this.database.execute(example.from());
		this.wanted.execute(example.to());

		OnlineRevisions revisions = OnlineRevisions.of(OnlineChanges.of(differences().changes(), read(this.database)));

		revisions.assertLeadThereAndBack(this.database, this.wanted, folder);
	}

	@Test
	void entitiesLeaveCommentsOnWhatTheyCallOtherwise() {
		this.database.execute("""
				create table t (a int constraint positive check (a > 0), b int); create index ix_here on t (b);
				comment on constraint positive on t is 'why'; comment on index ix_here is 'ix'""");
		this.wanted.execute("create table t (a int check (a > 0), b int); create index ix on t (b)");

		ProposedChanges changes = differences(false,
				Set.of(new ImplicitName(ObjectName.of("t"), "t_a_check"), new ImplicitName(ObjectName.of("t"), "ix")));

		assertThat(changes.isEmpty()).isTrue();
	}

	/**
	 * What they want is to hold for all rows.
	 */
	@Test
	void entitiesHaveConstraintsValidated() {
		this.database.execute("""
				create table u (id int primary key); create table t (a int check (a > 0), b int);
				alter table t add constraint f foreign key (b) references u not valid;
				alter table t add constraint positive check (b > 0) not valid""");
		this.wanted.execute("""
				create table u (id int primary key);
				create table t (a int check (a > 0), b int references u check (b > 0))""");

		SqlRevisionBody body = SqlRevisionBody.of(differences(false, Set
			.of(new ImplicitName(ObjectName.of("t"), "t_b_fkey"), new ImplicitName(ObjectName.of("t"), "t_b_check"))));

		assertThat(body.upgrade()).isEqualTo("""
				ALTER TABLE t VALIDATE CONSTRAINT positive;

				ALTER TABLE t VALIDATE CONSTRAINT f;""");
		assertThat(body.downgrade()).isEqualTo("""
				ALTER TABLE t DROP CONSTRAINT f;

				ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES u (id) NOT VALID;

				ALTER TABLE t DROP CONSTRAINT positive;

				ALTER TABLE t ADD CONSTRAINT positive CHECK (b > 0) NOT VALID;""");
	}

	@ParameterizedTest
	@MethodSource("someChanged")
	void entitiesLeaveItAlone(Example example) {
		this.database.execute(example.from());
		this.wanted.execute(example.said());

		ProposedChanges changes = differences(false);

		assertThat(SqlRevisionBody.of(changes).upgrade()).isEmpty();
	}

	@Test
	void javaDoesTheSame(@TempDir Path directory) throws Exception {
		List<ProposedChanges> all = new ArrayList<>();
		for (Example example : someExamples().toList()) {
			TestDatabase from = Postgres.newDatabase();
			TestDatabase to = Postgres.newDatabase();
			from.execute(example.from());
			to.execute(example.to());
			all.add(Comparing.with(from, read(to)));
			Postgres.giveBack(from);
			Postgres.giveBack(to);
		}

		List<JavaRevisionScript> scripts = CompiledRevisions.of(directory,
				all.stream().map(JavaRevisionBody::of).toList());

		assertThat(scripts).isNotEmpty();
		for (int i = 0; i < all.size(); i++) {
			List<Change> changes = all.get(i).changes();
			assertThat(CompiledRevisions.effects(scripts.get(i).operations(Direction.UPGRADE)))
				.isEqualTo(CompiledRevisions.effects(operations(changes)));
			assertThat(CompiledRevisions.effects(scripts.get(i).operations(Direction.DOWNGRADE)))
				.isEqualTo(CompiledRevisions.effects(operations(DowngradeChanges.of(changes).changes())));
		}
	}

	private static List<Operation> operations(List<Change> changes) {
		return changes.stream().map(Change::operation).toList();
	}

	private ProposedChanges differences() {
		return differences(true);
	}

	private ProposedChanges differences(boolean complete) {
		return differences(complete, Set.of());
	}

	private ProposedChanges differences(boolean complete, Set<ImplicitName> invented) {
		WantedModel model = WantedModel.builder(read(this.wanted), new ModelSources(List.of(), List.of()))
			.invented(invented)
			.complete(complete)
			.build();
		return Comparing.model(this.database, model, Comparing.REMOVING_ALL).differences();
	}

	private static SchemaObjects read(TestDatabase database) {
		return MadeSchema.read(database, List.of("public", "two"));
	}

	/**
	 * Of things that are there on both sides, one of which says more.
	 */
	static Stream<Example> changed() {
		return Stream
			.of(more("comment on a constraint", "create table t (a int constraint c check (a > 0))",
					"comment on constraint c on t is 'why'"),
					more("comment on a foreign key",
							"create table u (id int primary key); create table t (a int constraint c references u)",
							"comment on constraint c on t is 'it''s'"),
					more("comment on an exclusion constraint",
							"create table t (a int4range, constraint c exclude using gist (a with &&))",
							"comment on constraint c on t is 'why'"),
					more("comment on an index", "create table t (a int); create index ix on t (a)",
							"comment on index ix is 'why'"),
					more("comment on a sequence", "create sequence s", "comment on sequence s is 'why'"),
					more("comment on an enum type", "create type e as enum ('A')", "comment on type e is 'why'"),
					more("comment on a domain", "create domain d as int", "comment on domain d is 'why'"),
					more("comment on a schema", "create schema two; create table two.t (a int)",
							"comment on schema two is 'why'"),
					more("comments of another schema", """
							create schema two; create table two.t (a int constraint c check (a > 0));
							create index ix on two.t (a); create type two.e as enum ('A')""", """
							comment on index two.ix is 'ix'; comment on constraint c on two.t is 'c';
							comment on type two.e is 'e'"""),
					instead("WITHOUT OVERLAPS in a primary key", "create table t (a int4range, p daterange)", """
							alter table t add constraint k primary key (a, p without overlaps)""", """
							alter table t add constraint k primary key (a, p)""").since(18),
					instead("WITHOUT OVERLAPS in a unique constraint", "create table t (a int4range, p daterange)", """
							alter table t add constraint k unique (a, p without overlaps)""", """
							alter table t add constraint k unique (a, p)""").since(18),
					instead("a check that is not enforced", "create table t (a int)", """
							alter table t add constraint c check (a > 0) not enforced""", """
							alter table t add constraint c check (a > 0)""").since(18),
					instead("a foreign key that is not enforced", """
							create table u (id int primary key); create table t (a int)""", """
							alter table t add constraint c foreign key (a) references u not enforced""", """
							alter table t add constraint c foreign key (a) references u""").since(18),
					instead("a parameter of an operator class", "create table t (a tsvector)", """
							create index ix on t using gist (a tsvector_ops (siglen = 100))""", """
							create index ix on t using gist (a)"""))
			.filter(Example::isPossible);
	}

	static Stream<Example> someExamples() {
		return Strength.some(examples());
	}

	static Stream<Example> fewExamples() {
		return Strength.some(someExamples());
	}

	static Stream<Example> someChanged() {
		return Strength.some(changed());
	}

	static Stream<Example> examples() {
		Stream<Example> both = changed().flatMap((example) -> Stream.of(example, example.reversed()));
		Stream<Example> others = Stream.of(example("a table with comments on its parts",
				"create table u (id int primary key)",
				"""
						create table u (id int primary key);
						create table t (a int constraint c check (a > 0), b int constraint f references u);
						create index ix on t (a); create sequence s owned by t.a;
						comment on constraint c on t is 'c'; comment on constraint f on t is 'f'; comment on index ix is 'ix';
						comment on sequence s is 's'; comment on table t is 't'; comment on column t.a is 'a'"""),
				example("a cycle of foreign keys with comments", "select 1", """
						create table a (id int primary key, b int); create table b (id int primary key, a int);
						alter table a add constraint fa foreign key (b) references b;
						alter table b add constraint fb foreign key (a) references a;
						comment on constraint fa on a is 'fa'; comment on constraint fb on b is 'fb'"""),
				example("types and sequences with comments", "select 1", """
						create type e as enum ('A'); create domain d as int; create sequence s;
						comment on type e is 'e'; comment on domain d is 'd'; comment on sequence s is 's'"""),
				example("what hangs on a column that gets another type", """
						create table t (a int, b int constraint c check (b > 0)); create index ix on t ((a + 1));
						comment on index ix is 'ix'; comment on constraint c on t is 'c'""", """
						create table t (a bigint, b bigint constraint c check (b > 0)); create index ix on t ((a + 1));
						comment on index ix is 'ix'; comment on constraint c on t is 'c'"""),
				example("another comment on what is put back", """
						create table t (a int); create index ix on t ((a + 1)); comment on index ix is 'old'""", """
						create table t (a bigint); create index ix on t ((a + 1)); comment on index ix is 'new'"""),
				example("a foreign key that is put back", """
						create table u (id int primary key); create table t (a int constraint f references u);
						comment on constraint f on t is 'why'""", """
						create table u (id bigint primary key); create table t (a bigint constraint f references u);
						comment on constraint f on t is 'why'"""), example("an enum that is rebuilt", """
						create type e as enum ('A', 'B'); create table t (a e, b e constraint c check (b <> 'A'));
						comment on type e is 'e'; comment on constraint c on t is 'c'""", """
						create type e as enum ('B', 'A'); create table t (a e, b e constraint c check (b <> 'A'));
						comment on type e is 'e'; comment on constraint c on t is 'c'"""),
				example("an enum that gets a value", """
						create type e as enum ('A'); create table t (a e, b e constraint c check (b <> 'A'));
						comment on type e is 'e'; comment on constraint c on t is 'c'""", """
						create type e as enum ('A', 'B'); create table t (a e, b e constraint c check (b <> 'A'));
						comment on type e is 'e'; comment on constraint c on t is 'c'"""),
				example("a domain that is taken over", """
						create domain d as int; create table t (a d); comment on domain d is 'd'""", """
						create domain d as bigint; create table t (a d); comment on domain d is 'd'"""),
				example("a domain that becomes an enum", """
						create domain d as text; comment on domain d is 'd'""", """
						create type d as enum ('A'); comment on type d is 'd'"""),
				example("an index and a constraint with other names", """
						create table t (a int constraint c1 check (a > 0)); create index ix1 on t (a);
						comment on index ix1 is 'ix'; comment on constraint c1 on t is 'c'""", """
						create table t (a int constraint c2 check (a > 0)); create index ix2 on t (a);
						comment on index ix2 is 'ix'; comment on constraint c2 on t is 'c'"""),
				example("an index with another name over a column of another type", """
						create table t (a int); create index ix1 on t ((a + 1)); comment on index ix1 is 'ix'""", """
						create table t (a bigint); create index ix2 on t ((a + 1)); comment on index ix2 is 'ix'"""),
				example("other names and other comments", """
						create table t (a int constraint c1 check (a > 0)); create index ix1 on t (a);
						comment on index ix1 is 'ix'; comment on constraint c1 on t is 'c'""", """
						create table t (a int constraint c2 check (a > 0)); create index ix2 on t (a);
						comment on index ix2 is 'else'"""), example("another definition with the comment", """
						create table t (a int constraint c check (a > 0)); comment on constraint c on t is 'c'""", """
						create table t (a int constraint c check (a > 1)); comment on constraint c on t is 'c'"""),
				example("a check that is not valid", """
						create table t (a int); alter table t add constraint c check (a > 0) not valid""", """
						create table t (a int constraint c check (a > 0))"""),
				example("a foreign key that is not valid", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint c foreign key (a) references u not valid;
						comment on constraint c on t is 'why'""", """
						create table u (id int primary key); create table t (a int constraint c references u);
						comment on constraint c on t is 'why'"""), example("a check of a domain that is not valid", """
						create domain d as int; alter domain d add constraint c check (value > 0) not valid;
						create table t (a d)""", """
						create domain d as int constraint c check (value > 0); create table t (a d)"""),
				example("a new domain with a check that is not valid", "create table u (a int)", """
						create table u (a int); create domain d as int constraint e check (value < 9);
						alter domain d add constraint c check (value > 0) not valid; create table t (a d)"""),
				example("a check that is not valid and has another name", """
						create table t (a int); alter table t add constraint c1 check (a > 0) not valid;
						comment on constraint c1 on t is 'why'""", """
						create table t (a int constraint c2 check (a > 0)); comment on constraint c2 on t is 'why'"""),
				example("a new check and a new foreign key that are not valid", """
						create table u (id int primary key); create table t (a int)""", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint c check (a > 0) not valid;
						alter table t add constraint f foreign key (a) references u not valid"""),
				example("a new table with constraints that are not valid", """
						create table u (id int primary key)""", """
						create table u (id int primary key); create table t (a int, b int constraint v check (b > 0));
						alter table t add constraint c check (a > 0) not valid;
						alter table t add constraint f foreign key (a) references u not valid;
						comment on constraint c on t is 'c'; comment on constraint f on t is 'f'"""),
				example("constraints that are not valid, of a column that gets another type", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint c check (a > 0) not valid;
						alter table t add constraint f foreign key (a) references u not valid""", """
						create table u (id bigint primary key); create table t (a bigint);
						alter table t add constraint c check (a > 0) not valid;
						alter table t add constraint f foreign key (a) references u not valid"""),
				example("constraints that are not valid, of a column that gets another type, and are to be", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint c check (a > 0) not valid;
						alter table t add constraint f foreign key (a) references u not valid""", """
						create table u (id bigint primary key);
						create table t (a bigint constraint c check (a > 0) constraint f references u)"""),
				example("a check that is not valid, of an enum that gets a value", """
						create type e as enum ('A'); create table t (a e);
						alter table t add constraint c check (a <> 'A') not valid""", """
						create type e as enum ('A', 'B'); create table t (a e);
						alter table t add constraint c check (a <> 'A') not valid"""),
				example("another condition that is not valid", """
						create table t (a int); alter table t add constraint c check (a > 0) not valid""", """
						create table t (a int); alter table t add constraint c check (a > 1) not valid"""),
				example("a parameter of an operator class of an expression", """
						create table t (a text); create index ix on t using gist (to_tsvector('english', a))""", """
						create table t (a text);
						create index ix on t using gist (to_tsvector('english', a) tsvector_ops (siglen = 100))"""),
				example("another parameter of an operator class", """
						create table t (a tsvector); create index ix on t using gist (a tsvector_ops (siglen = 100))""",
						"""
								create table t (a tsvector); create index ix on t using gist (a tsvector_ops (siglen = 200))"""),
				example("new constraints that are not enforced", "create table u (id int primary key)",
						"""
								create table u (id int primary key); create table t (a int constraint c check (a > 0) not enforced,
								    b int constraint f references u not enforced)""")
					.since(18),
				example("a foreign key that is not valid and then not enforced", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint f foreign key (a) references u not valid""", """
						create table u (id int primary key); create table t (a int);
						alter table t add constraint f foreign key (a) references u not enforced""").since(18),
				example("constraints that are not enforced, of a column that gets another type",
						"""
								create table u (id int primary key); create table t (a int constraint c check (a > 0) not enforced
								    constraint f references u not enforced)""",
						"""
								create table u (id bigint primary key); create table t (a bigint constraint c check (a > 0) not enforced
								    constraint f references u not enforced)""")
					.since(18),
				example("a foreign key of periods", """
						create table u (a int4range, p daterange, constraint k primary key (a, p without overlaps));
						create table t (b int4range, p daterange)""", """
						create table u (a int4range, p daterange, constraint k primary key (a, p without overlaps));
						create table t (b int4range, p daterange,
						    constraint f foreign key (b, period p) references u (a, period p))""").since(18),
				example("tables with periods", "select 1", """
						create table u (a int4range, p daterange, constraint k primary key (a, p without overlaps));
						create table t (b int4range, p daterange, constraint uq unique (b, p without overlaps),
						    constraint f foreign key (b, period p) references u (a, period p))""").since(18),
				example("another comment", """
						create table t (a int); create index ix on t (a); comment on index ix is 'old'""", """
						create table t (a int); create index ix on t (a); comment on index ix is 'new'"""));
		return Stream.concat(both, others.flatMap((example) -> Stream.of(example, example.reversed())))
			.filter(Example::isPossible);
	}

	private static Example more(String name, String same, String more) {
		return new Example(name, same + ";\n" + more, same, same, 14);
	}

	private static Example instead(String name, String same, String one, String other) {
		return new Example(name, same + ";\n" + one, same + ";\n" + other, same + ";\n" + other, 14);
	}

	private static Example example(String name, String from, String to) {
		return new Example(name, from, to, to, 14);
	}

	/**
	 * A change.
	 *
	 * @param name what it is
	 * @param from what there is
	 * @param to what is wanted
	 * @param said what entities would say of what there is
	 * @param since the version of PostgreSQL that can do it
	 */
	record Example(String name, String from, String to, String said, int since) {

		Example reversed() {
			return new Example(this.name + ", back", this.to, this.from, this.said, this.since);
		}

		Example since(int version) {
			return new Example(this.name, this.from, this.to, this.said, version);
		}

		boolean isPossible() {
			return Postgres.majorVersion() >= this.since;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
