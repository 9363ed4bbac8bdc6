package dev.migrator.internal.autogenerate.schemafile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A folder describes the schema, with a file for each object.
 */
@Tag("server")
class SchemaFolderServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void filesAreReadInWhateverOrderWorks() throws IOException {
		write("a_view.sql",
				"create view open_orders as select o.id, u.name from orders o join users u on u.id = o.user_id");
		write("orders.sql", "create table orders (id int primary key, user_id int references users, state state)");
		write("tables/users.sql", "create table users (id int primary key default next_id(), name text not null)");
		write("z/functions.sql",
				"create function next_id() returns int language sql as 'select 1 + (select max(id) from users)'");
		write("z/types.sql", "create type state as enum ('OPEN', 'DONE')");
		write("notes.txt", "this is not SQL");

		WantedModel model = file().read(server());

		assertThat(model.schema().tables()).extracting((table) -> table.name().name())
			.containsExactly("orders", "users");
		assertThat(model.sources().files()).containsExactly("db/schema");
		assertThat(model.objects()).extracting(OpaqueObject::kind).containsExactly("function", "view");
		assertThat(model.leftOut()).isEmpty();
	}

	@Test
	void filesThatNeedEachOtherAreRunStatementByStatement() throws IOException {
		write("a.sql", """
				create table a (id int primary key, b_id int);
				alter table a add foreign key (b_id) references b;
				create index on a (b_id);
				""");
		write("b.sql", """
				create table b (id int primary key, a_id int);
				alter table b add foreign key (a_id) references a;
				""");

		WantedModel model = file().read(server());

		assertThat(model.schema().toString()).contains("a_b_id_fkey", "b_a_id_fkey", "a_b_id_idx");
	}

	@Test
	void settingsOfAFileAreItsOwn() throws IOException {
		write("a.sql",
				"set search_path = 'other'; create table t (id int); create table u (id int references public.k)");
		write("b.sql", "create schema other; create table k (id int primary key)");
		write("c.sql", "create table v (id int)");

		WantedModel model = file().read(server());

		assertThat(model.schema().tables()).extracting((table) -> table.name().toString())
			.containsExactlyInAnyOrder("other.t", "other.u", "k", "v");
	}

	@Test
	void theCauseIsSaidWithItsFileAndLine() throws IOException {
		write("a.sql", "create table a (id int references b)");
		write("b.sql", "-- the referenced table\ncreate table b (id int primary key,\n    name vrchar(10))");
		write("c.sql", "create table c (id int references b)");

		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> file().read(server()))
			.withMessageContaining("db/schema/b.sql:3: statement 1 of 1")
			.withMessageContaining("type \"vrchar\" does not exist");
	}

	@Test
	void bodiesOfFunctionsAreCheckedAtTheEnd() throws IOException {
		write("a.sql", "create table a (id int)");
		write("f.sql", "create function one() returns bigint language sql as 'select count(*) from a';\n\n"
				+ "create or replace function two() returns int language sql as 'select none from a'");

		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> file().read(server()))
			.withMessageContaining("db/schema/f.sql:3: the body of two() is refused:")
			.withMessageContaining("column \"none\" does not exist");

		write("f.sql", "set search_path = other; create function two() returns int language sql as 'select id from b'");
		write("g.sql", "create schema other; create table other.b (id int)");
		assertThat(file().read(server()).schema().tables()).hasSize(2);
	}

	@Test
	void aFolderWithoutFilesIsRefused() throws IOException {
		write("notes.txt", "none");

		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> file().read(server()))
			.withMessageContaining("The folder that describes the schema, db/schema, has no file that ends in .sql.");
	}

	@Test
	void everyFileIsCheckedBeforeAnythingRuns() throws IOException {
		write("a.sql", "create table a (id int)");
		write("b.sql", "create index concurrently on a (id)");

		assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> file().read(server()))
			.withMessageContaining("db/schema/b.sql:1")
			.withMessageContaining("remove CONCURRENTLY");
	}

	private void write(String path, String sql) throws IOException {
		Path file = this.folder.resolve(path);
		Files.createDirectories(file.getParent());
		Files.writeString(file, sql);
	}

	private SchemaFile file() {
		return new SchemaFile("db/schema", () -> new FileSystemResource(this.folder), this.database::newDataSource,
				ServerLogin::of, "UTC");
	}

	private static TargetServer server() {
		return new TargetServer(Postgres.majorVersion(), 0, "public");
	}

}
