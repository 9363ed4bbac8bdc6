package dev.migrator.autogenerate;

import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the role may do that compares.
 */
@Tag("server")
class ComparingRightsServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final String role = "compares_" + this.database.name();

	@BeforeEach
	void createRole() {
		this.database.execute("create role " + this.role + " login password 'x'");
		this.database.execute("revoke all on schema public from public; grant usage on schema public to public");
		this.database.execute(
				"create type mood as enum ('A', 'B'); create table t (a int check (a in (1, 2)), m mood default 'A')");
	}

	@AfterEach
	void dropRole() {
		this.database.execute("drop owned by " + this.role);
		this.database.execute("drop role " + this.role);
	}

	@Test
	void temporaryTablesAreEnough() {
		assertThat(compare("A", "B").isEmpty()).isTrue();
		assertThat(compare("A", "B", "C").detected()).containsExactly("Detected added value 'C' of enum 'mood'");
	}

	@Test
	void roleThatMayNotCreateThemIsToldSo() {
		this.database.execute(
				"do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$");

		for (String[] values : new String[][] { { "A", "B" }, { "A", "B", "C" } }) {
			assertThatExceptionOfType(DefinitionRefusedException.class).isThrownBy(() -> compare(values))
				.satisfies(
						(ex) -> assertThat(ex.description()).contains("permission denied to create temporary tables"))
				.satisfies((ex) -> assertThat(ex.action()).contains("GRANT TEMPORARY ON DATABASE"));
		}
	}

	@Test
	void nothingIsCreatedWhereNothingDiffers() {
		this.database.execute(
				"do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$");
		this.database.execute("drop table t; create table t (a int, m mood)");

		assertThat(Comparing.with(dataSource(), schema((op) -> {
			op.createEnum("mood", "A", "B");
			op.createTable("t", (t) -> {
				t.column("a", integer());
				t.column("m", named("mood"));
			});
		}), Comparing.REMOVING_ALL).isEmpty()).isTrue();
	}

	private ProposedChanges compare(String... values) {
		SchemaObjects wanted = schema((op) -> {
			op.createEnum("mood", values);
			op.createTable("t", (t) -> {
				t.column("a", sql("int4")).check("a in (1,2)");
				t.column("m", named("mood")).defaultSql("'A'");
			});
		});
		return Comparing.with(dataSource(), wanted, Comparing.REMOVING_ALL);
	}

	private PGSimpleDataSource dataSource() {
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(this.role);
		dataSource.setPassword("x");
		return dataSource;
	}

}
