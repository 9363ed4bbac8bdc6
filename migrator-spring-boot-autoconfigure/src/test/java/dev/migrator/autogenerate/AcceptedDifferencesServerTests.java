package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.autogenerate.acceptance.AcceptedLines;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accepted differences are left out, and what is generated is right without them.
 */
@Tag("server")
class AcceptedDifferencesServerTests {

	private static final String REAL = """
			create type color as enum ('RED', 'GREEN');
			create table gone (id int primary key, a text unique);
			create table team (id int primary key, name varchar(50));
			create table t (id int primary key, team_id int references team on delete cascade, gone_id int references gone,
			    name varchar(50) not null, size int check (size > 0), old text not null, old2 int, color color, note text default 'x');
			create index t_old on t (old, old2);
			create index named on t (name);
			create unique index sure on t (lower(note));
			create sequence numbers;
			comment on column t.name is 'one'""";

	private static final String WANTED = """
			create type color as enum ('RED', 'GREEN', 'BLUE');
			create type mood as enum ('GOOD');
			create table team (id int primary key, name varchar(255) not null);
			create table extra (id int generated always as identity primary key, mood mood);
			create table t (id bigint primary key, team_id int references team, name varchar(255), size int check (size > 1),
			    color color, note text default 'y', fresh int not null default 1 check (fresh > 0), extra_id int references extra);
			create index named on t (size, name);
			create index t_fresh on t (fresh);
			create sequence numbers increment by 5;
			create sequence others;
			comment on column t.name is 'two'""";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nothingIsLeftWhenAllIsAccepted(boolean complete) {
		this.database.execute(REAL);
		List<String> all = lines(found(complete, WANTED, List.of()));
		assertThat(all).hasSizeGreaterThan(18).contains("Kept: unique index 'sure' (lower(note)) on table 't'");

		ModelDifferences found = found(complete, WANTED, all);

		assertThat(lines(found)).isEmpty();
		assertThat(found.differences().changes()).isEmpty();
		assertThat(found.differences().renameCandidates()).isEmpty();
		assertThat(found.accepted().lines()).containsExactlyInAnyOrderElementsOf(all);
		assertThat(found.accepted().obsolete()).isEmpty();
	}

	/**
	 * Each one alone is either left out, so that the rest is generated, runs both ways
	 * and leaves only this one, or the line stays, with the one that needs it.
	 */
	@Test
	void eachDifferenceCanBeLeftOutAloneUnlessAnotherNeedsIt() {
		this.database.execute(REAL);
		List<String> all = lines(found(true, WANTED, List.of()));
		List<String> needed = new ArrayList<>();
		for (String line : all) {
			this.database.become(REAL);
			ModelDifferences found = found(true, WANTED, List.of(line));
			if (!found.accepted().needed().isEmpty()) {
				assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(all);
				needed.add(found.accepted().needed().get(0));
				continue;
			}
			assertThat(found.accepted().lines()).containsExactly(line);
			SqlRevisionBody body = SqlRevisionBody.of(found.differences());
			GeneratedSqlServerTests.run(this.database, body.upgrade());
			ModelDifferences after = found(true, WANTED, List.of(line));
			assertThat(after.differences().detected()).as(line).isEmpty();
			GeneratedSqlServerTests.run(this.database, body.downgrade());
			assertThat(lines(found(true, WANTED, List.of()))).as(line).containsExactlyInAnyOrderElementsOf(all);
		}
		assertThat(needed).contains(
				"\"Detected added enum 'mood'\" cannot be left out because of \"Detected added table 'extra'\"",
				"\"Detected added column 't.fresh'\" cannot be left out because of "
						+ "\"Detected added check constraint 't_fresh_check' on table 't'\", "
						+ "\"Detected added index 't_fresh' (fresh) on table 't'\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					name varchar(255) | Detected type change from VARCHAR(50) to VARCHAR(255) on 't.name' | Detected NULL on column 't.name'
					name varchar(255) | Detected NULL on column 't.name' | Detected type change from VARCHAR(50) to VARCHAR(255) on 't.name'
					""")
	void oneOfTwoDifferencesOfAColumnIsLeftOut(String column, String accepted, String left) {
		this.database.execute("create table t (id int primary key, name varchar(50) not null)");

		ModelDifferences found = found(true, "create table t (id int primary key, %s)".formatted(column),
				List.of(accepted));

		assertThat(lines(found)).containsExactly(left);
		assertThat(found.differences().changes()).hasSize(1);
	}

	@Test
	void oneOfTwoNewValuesOfAnEnumIsLeftOut() {
		this.database.execute("create type e as enum ('A')");

		ModelDifferences found = found(true, "create type e as enum ('A', 'B', 'C')",
				List.of("Detected added value 'B' of enum 'e'"));

		assertThat(lines(found)).containsExactly("Detected added value 'C' of enum 'e'");
		assertThat(SqlRevisionBody.of(found.differences()).upgrade()).isEqualTo("ALTER TYPE e ADD VALUE 'C';");
	}

	@Test
	void renamedIndexKeepsItsNameAndComment() {
		this.database.execute("create table t (id int); create index one on t (id); comment on index one is 'is'");
		String wanted = "create table t (id int, a int); create index two on t (id); comment on index two is 'is'";

		ModelDifferences found = found(true, wanted, List.of("Detected renamed index 'one' to 'two' on table 't'"));

		assertThat(lines(found)).containsExactly("Detected added column 't.a'");
	}

	@Test
	void acceptedTableTakesAlongWhatHasNoLineOfItsOwn() {
		this.database.execute("create table gone (id int primary key, a text); create table t (id int primary key)");

		ModelDifferences found = found(true, "create table t (id int primary key); create table n (id int primary key)",
				List.of("Detected removed table 'gone'"));

		assertThat(lines(found)).containsExactly("Detected added table 'n'");
		assertThat(SqlRevisionBody.of(found.differences()).upgrade()).startsWith("CREATE TABLE n")
			.doesNotContain("gone");
	}

	/**
	 * An identity needs NOT NULL.
	 */
	@Test
	void notNullOfANewIdentityIsNeeded() {
		this.database.execute("create table t (id int)");

		ModelDifferences found = found(true, "create table t (id int generated always as identity)",
				List.of("Detected NOT NULL on column 't.id'"));

		assertThat(found.accepted().lines()).isEmpty();
		assertThat(found.accepted().needed()).singleElement()
			.asString()
			.startsWith("\"Detected NOT NULL on column 't.id'\"");
	}

	@Test
	void linesThatNothingHasAreNamed() {
		this.database.execute("create table t (id int)");

		ModelDifferences found = found(true, "create table t (id int)", List.of("Detected added table 'other'"));

		assertThat(found.isEmpty()).isTrue();
		assertThat(found.accepted().lines()).isEmpty();
		assertThat(found.accepted().obsolete()).containsExactly("Detected added table 'other'");
	}

	@Test
	void changesOfACustomizerAreLeftOutToo() {
		this.database.execute("create table t (id int)");
		ChangeCustomizer more = (changes) -> {
			List<Change> all = new ArrayList<>(changes);
			all.addAll(Schemas.record((op) -> op.execute("analyze t"))
				.stream()
				.map((operation) -> Change.of(operation, "Analyses t"))
				.toList());
			return all;
		};

		ModelDifferences found = found(true, "create table t (id int, a int)", List.of("Analyses t"), more);

		assertThat(lines(found)).containsExactly("Detected added column 't.a'");
		assertThat(found.accepted().lines()).containsExactly("Analyses t");
	}

	private static List<String> lines(ModelDifferences found) {
		return AcceptedLines.of(found.differences(), found.kept());
	}

	private ModelDifferences found(boolean complete, String wanted, List<String> accepted,
			ChangeCustomizer... customizers) {
		this.other.become(wanted);
		WantedModel model = WantedModel.builder(MadeSchema.read(this.other), new ModelSources(List.of(), List.of()))
			.complete(complete)
			.build();
		ComparisonSettings settings = ComparisonSettings.builder()
			.accepted(new AcceptedDifferences("accepted.txt", accepted))
			.build();
		return Comparing.model(this.database, model, settings, customizers);
	}

}
