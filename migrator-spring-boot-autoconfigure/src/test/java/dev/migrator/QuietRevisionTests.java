package dev.migrator;

import java.nio.file.Path;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Revisions that only define objects, after which nothing is put back.
 */
@Tag("oldest")
class QuietRevisionTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void addRevisions(@TempDir Path folder) {
		this.revisions = Revisions.in(folder)
			.add("a", "create table a (id bigint generated always as identity primary key)")
			.add("b <- a", "create index i on a (id)");
	}

	@Test
	void nextRevisionFindsTheSessionAsItWas() {
		this.revisions.add("c <- b", "create table seen as select current_setting('lock_timeout') as lock_timeout, "
				+ "current_setting('search_path') as search_path");

		migrator().upgrade();

		assertThat(this.database.value("select lock_timeout || ' ' || search_path from seen"))
			.isEqualTo("1s \"$user\", public");
	}

	@Test
	void eventTriggerMayChangeASettingAllTheSame() {
		this.revisions
			.add("c <- b",
					"create function elsewhere() returns event_trigger language plpgsql as "
							+ "$$ begin perform set_config('search_path', 'nowhere', false); end $$; "
							+ "create event trigger e on ddl_command_end execute function elsewhere()")
			.add("d <- c", "create table d (id int)")
			.add("e <- d", "create table e (id int)");

		migrator().upgrade();

		assertThat(this.database.has("public.d")).isTrue();
		assertThat(this.database.has("public.e")).isTrue();
		this.database.execute("drop event trigger e");
	}

	@Test
	void indexOnAnExpressionLeavesTheSettingsToo() {
		this.revisions.add("c <- b", "create function f(n bigint) returns bigint immutable language plpgsql as "
				+ "$$ begin perform set_config('search_path', 'nowhere', false); return n; end $$; insert into a default values")
			.add("d <- c", "create index j on a (f(id))")
			.add("e <- d", "create table e (id int)");

		migrator().upgrade();

		assertThat(this.database.has("public.e")).isTrue();
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

}
