package dev.migrator.internal.command.development;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.result.Finding;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a table that would be dropped.
 */
@Tag("server")
class DroppedTablesTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void revisionThatCreatedItIsNamed() {
		Revisions.in(this.folder)
			.add("a", "create table if not exists public.\"Notes\" (id int); create unlogged table cache (id int);"
					+ "do $$ begin execute 'create table hidden (id int)'; end $$; create temp table gone (id int)");

		ModelDifferences found = found();

		assertThat(found.differences().losses()).containsExactlyInAnyOrder(
				"drops the table Notes with its rows; revision a created it, and the model does not have it",
				"drops the table cache with its rows; revision a created it, and the model does not have it",
				"drops the table hidden with its rows");
	}

	@Test
	void howToKeepItIsSaid() {
		Revisions.in(this.folder)
			.add("a", "create table notes (id int); create schema two; create table two.x (id int)");

		assertThat(found().differences().howToKeep())
			.contains("To keep tables that are still in use, set migrator.autogenerate.exclude-tables=notes, "
					+ "or remove tables from migrator.autogenerate.drop.");
		List<Finding> findings = migrator().check().findings();
		assertThat(findings).extracting(Finding::action)
			.containsExactly("Generate a revision: migrator revision --autogenerate -m \"...\"\n"
					+ found().differences().howToKeep().orElseThrow());
		assertThat(findings.get(0).description())
			.contains("Destructive: drops the table notes with its rows; revision a created it");
	}

	@Test
	void whatDoesNotComeBackWithItIsSaidWhereItComesBack() {
		Revisions.in(this.folder).add("a", """
				create table notes (id int, owner text); create table bare (id int);
				alter table notes enable row level security;
				create policy own on notes using (owner = current_user);
				create rule quiet as on delete to notes do also notify gone;
				create function f() returns trigger language plpgsql as 'begin return new; end';
				create trigger audit before insert on notes for each row execute function f();
				create statistics both_columns on id, owner from notes;
				grant select on notes to public; grant update (owner) on notes to pg_monitor""");

		List<Change> changes = found().differences().changes();
		String comment = "not restored with the table: policy own, row level security, trigger audit, rule quiet, "
				+ "the rights of PUBLIC, the rights of pg_monitor on single columns, statistics object both_columns";

		assertThat(SqlRevisionBody.of(changes, List.of()).downgrade()).isEqualTo("""
				CREATE TABLE bare (
				    id integer
				);

				-- %s
				CREATE TABLE notes (
				    id integer,
				    owner text
				);""".formatted(comment));
		assertThat(JavaRevisionBody.of(changes, List.of()).downgrade())
			.contains("// " + comment + "\nop.createTable(\"notes\"");
		assertThat(SqlRevisionBody.of(OnlineChanges.of(changes, SchemaObjects.none()).inTransaction(), List.of())
			.downgrade()).contains("-- " + comment);
	}

	private ModelDifferences found() {
		migrator().upgrade();
		return migrator().compareModel(List.of());
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource())
			.locations("file:" + this.folder)
			.development(DevelopmentSettings.of(Optional::empty))
			.wantedSchema(
					() -> (server) -> WantedModel.builder(SchemaObjects.none(), new ModelSources(List.of(), List.of()))
						.complete(true)
						.build())
			.build();
	}

}
