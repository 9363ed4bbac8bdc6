package dev.migrator.autogenerate;

import java.util.List;
import java.util.Objects;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tables and sequences that move to another schema.
 */
@Tag("server")
class MovesServerTests {

	private static final String TABLE = """
			create table w (id serial primary key, n text not null, x int check (x > 0), i int generated always as identity);
			create index on w (n); create table r (w int references w);
			""";

	private static final String IN_SHOP = TABLE.replace("table w", "table shop.w")
		.replace("on w", "on shop.w")
		.replace("references w", "references shop.w");

	private static final String SHOP = "create schema shop;";

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@Test
	void tableMovesWithAllThatIsItsOwn() {
		SqlRevisionBody body = leads(SHOP + TABLE, SHOP + IN_SHOP, "w=shop.w");

		assertThat(body.upgrade()).isEqualTo("ALTER TABLE public.w SET SCHEMA shop;");
		assertThat(body.downgrade()).isEqualTo("ALTER TABLE shop.w SET SCHEMA public;");
	}

	@Test
	void tableMovesToTheSchemaThatUnqualifiedNamesMean() {
		SqlRevisionBody body = leads(SHOP + IN_SHOP, SHOP + TABLE, "shop.w=w");

		assertThat(body.upgrade()).isEqualTo("ALTER TABLE shop.w SET SCHEMA public;");
		assertThat(body.downgrade()).isEqualTo("ALTER TABLE public.w SET SCHEMA shop;");
	}

	@Test
	void schemaIsCreatedAndTheTableGetsAnotherNameToo() {
		SqlRevisionBody body = leads("create table w (id int primary key)",
				"create schema shop; create table shop.v (id bigint constraint w_id_not_null not null constraint w_pkey primary key)",
				"w=shop.v");

		assertThat(body.upgrade()).isEqualTo("""
				CREATE SCHEMA shop;

				ALTER TABLE public.w SET SCHEMA shop;

				ALTER TABLE shop.w RENAME TO v;

				ALTER TABLE shop.v ALTER COLUMN id TYPE bigint;""");
		assertThat(body.downgrade()).isEqualTo("""
				ALTER TABLE shop.v ALTER COLUMN id TYPE integer;

				ALTER TABLE shop.v RENAME TO w;

				ALTER TABLE shop.w SET SCHEMA public;

				DROP SCHEMA shop;""");
	}

	@Test
	void columnOfATableThatMovesGetsAnotherName() {
		leads(SHOP + "create table w (a int, check (a > 0))", SHOP + "create table shop.w (b int, check (b > 0))",
				"w=shop.w", "shop.w.a=shop.w.b");
	}

	@Test
	void sequenceThatIsOfNoColumnMovesByItself() {
		SqlRevisionBody body = leads(SHOP + "create sequence s; create table t (id int default nextval('s'))",
				SHOP + "create sequence shop.s; create table t (id int default nextval('shop.s'))", "s=shop.s");

		assertThat(body.upgrade()).isEqualTo("ALTER SEQUENCE public.s SET SCHEMA shop;");
	}

	@Test
	void sequenceOfAColumnMovesOnlyWithItsTable() {
		this.database.become(SHOP + "create table w (id serial)");
		SchemaObjects wanted = schemaOf(SHOP + "create sequence shop.w_id_seq; create table w (id int)");

		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> found(wanted, "w_id_seq=shop.w_id_seq"))
			.withMessageContaining("a sequence moves with the table that owns it");
	}

	@Test
	void whatSwapsNamesDoesNotMove() {
		this.database.become(SHOP + "create table w (id int); create table shop.w (n text)");
		SchemaObjects wanted = schemaOf(SHOP + "create table w (n text); create table shop.w (id int)");

		assertThatExceptionOfType(InvalidRenameException.class).isThrownBy(() -> found(wanted, "w=shop.w", "shop.w=w"))
			.withMessageContaining("an object that exchanges its name with another cannot move to another schema");
	}

	/**
	 * The rest of that schema is not the application's.
	 */
	@Test
	void tableIsFoundInASchemaThatIsNotCompared() {
		this.database.become(SHOP + "create table shop.w (id serial, n text); create table shop.of_others (id int)");
		SchemaObjects wanted = schemaOf("create table w (id serial, n text)");

		assertThat(found(wanted).renameCandidates()).map(RenameCandidate::toString)
			.containsExactly("The table shop.w may have been renamed to w. If so, use --rename shop.w=w");
		assertThat(SqlRevisionBody.of(found(wanted, "shop.w=w")).upgrade())
			.isEqualTo("ALTER TABLE shop.w SET SCHEMA public;");
		assertThat(found(schemaOf("create table w (id serial, m text)")).renameCandidates()).isEmpty();
	}

	private SqlRevisionBody leads(String from, String to, String... renames) {
		this.database.become(from);
		SchemaObjects before = read(this.database);
		SchemaObjects wanted = schemaOf(to);
		SqlRevisionBody body = SqlRevisionBody.of(found(wanted, renames));

		GeneratedSqlServerTests.run(this.database, body.upgrade());
		assertThat(read(this.database)).isEqualTo(wanted);
		assertThat(found(wanted).isEmpty()).isTrue();

		GeneratedSqlServerTests.run(this.database, Objects.requireNonNull(body.downgrade()));
		assertThat(read(this.database)).isEqualTo(before);
		return body;
	}

	private ProposedChanges found(SchemaObjects wanted, String... renames) {
		return Comparing.renaming(this.database, wanted, renames);
	}

	private SchemaObjects schemaOf(String sql) {
		this.other.become(sql);
		return read(this.other);
	}

	private static SchemaObjects read(TestDatabase database) {
		return MadeSchema.read(database, List.of("public", "shop"));
	}

}
