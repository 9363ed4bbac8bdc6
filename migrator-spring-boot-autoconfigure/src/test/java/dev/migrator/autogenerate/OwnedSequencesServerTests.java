package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sequence that a column owns is that of the column, whatever both were called when
 * it came.
 */
@Tag("server")
class OwnedSequencesServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase wanted = Postgres.newDatabase();

	@Test
	void ofATableThatWasRenamedByHandGoesOnCounting() {
		this.database.execute("""
				create table member (id serial primary key, name text);
				insert into member (name) values ('a'), ('b'); alter table member rename to customer;
				alter index member_pkey rename to customer_pkey""");
		this.wanted.execute("create table customer (id serial primary key, name text)");

		assertThat(upgradedAndBack("ALTER SEQUENCE member_id_seq RENAME TO customer_id_seq;"))
			.isEqualTo("ALTER SEQUENCE customer_id_seq RENAME TO member_id_seq;");
		this.database.execute("insert into customer (name) values ('c')");
		assertThat(this.database.value("select max(id)::text from customer")).isEqualTo("3");
	}

	@Test
	void ofColumnsThatWereRenamedByHandGoOnCounting() {
		this.database.execute("""
				create table t (a bigserial, b smallserial); insert into t default values;
				alter table t rename a to x; alter table t rename b to y""");
		this.wanted.execute("create table t (x bigserial, y smallserial)");

		upgradedAndBack("""
				ALTER SEQUENCE t_a_seq RENAME TO t_x_seq;

				ALTER SEQUENCE t_b_seq RENAME TO t_y_seq;""");
	}

	/**
	 * Each counts on for its own column.
	 */
	@Test
	void thatHaveEachOthersNamesChangeThem() {
		this.database.execute("""
				create table a (id serial primary key); create table b (id serial primary key);
				insert into a select nextval('a_id_seq') from generate_series(1, 7);
				alter table a rename to c; alter table b rename to a; alter table c rename to b;
				alter index a_pkey rename to c_pkey; alter index b_pkey rename to a_pkey;
				alter index c_pkey rename to b_pkey""");
		this.wanted.execute("create table a (id serial primary key); create table b (id serial primary key)");

		ProposedChanges changes = changes();
		GeneratedSqlServerTests.run(this.database, SqlRevisionBody.of(changes).upgrade());

		assertThat(changes.detected()).containsExactlyInAnyOrder("Detected renamed sequence 'a_id_seq' to 'b_id_seq'",
				"Detected renamed sequence 'b_id_seq' to 'a_id_seq'");
		assertThat(this.database.value("select last_value::text from b_id_seq")).isEqualTo("7");
		assertThat(this.database.value("select last_value::text from a_id_seq")).isEqualTo("1");
		assertThat(changes().isEmpty()).isTrue();
	}

	@Test
	void whoseNameSomethingElseHasIsNotRenamed() {
		this.database.execute("""
				create table member (id serial primary key); alter table member rename to customer;
				create table customer_id_seq (n int)""");
		this.wanted.execute("create table customer_id_seq (n int); create table customer (id serial primary key)");

		assertThat(SqlRevisionBody.of(changes()).upgrade()).doesNotContain("RENAME TO customer_id_seq;");
	}

	private String upgradedAndBack(String upgrade) {
		ProposedChanges changes = changes();
		SqlRevisionBody body = SqlRevisionBody.of(changes);
		assertThat(body.upgrade()).isEqualTo(upgrade);
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(changes().isEmpty()).isTrue();
		GeneratedSqlServerTests.run(this.database, body.downgrade());
		assertThat(changes().detected()).isEqualTo(changes.detected());
		GeneratedSqlServerTests.run(this.database, body.upgrade());
		return body.downgrade();
	}

	private ProposedChanges changes() {
		return Comparing.with(this.database, MadeSchema.read(this.wanted, List.of("public")));
	}

}
