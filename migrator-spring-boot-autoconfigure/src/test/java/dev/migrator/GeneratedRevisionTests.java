package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.CompiledRevisions;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.directives.EnableRowSecurity;
import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.WritingSettings;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.result.CheckResult;
import dev.migrator.result.EmptyModelException;
import dev.migrator.result.Finding;
import dev.migrator.result.NoModelException;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that are generated from a model, from the comparison to the database that has
 * what is wanted.
 */
class GeneratedRevisionTests {

	private static final Table USERS = table("users", Column.of("email", Types.varchar(320)));

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path folder;

	@Test
	void whatTheModelWantsIsGeneratedAndAppliedAndUndone() {
		ModelDifferences found = migrator(USERS).compareModel(List.of());

		assertThat(found.differences().detected()).containsExactly("Detected added table 'users'");
		CreatedRevision created = migrator(USERS).internals()
			.autogeneration()
			.write(NewRevision.of("add users"), found)
			.get(0);
		migrator(USERS).upgrade();

		assertThat(migrator(USERS).compareModel(List.of()).isEmpty()).isTrue();
		assertThat(migrator(USERS).check().findings()).isEmpty();
		assertThat(this.database.versionRows()).containsExactly(created.id());
		migrator(USERS).downgrade("base");
		assertThat(this.database.has("users")).isFalse();
	}

	@Test
	void aDatabaseThatIsNotUpToDateIsNotCompared() {
		migrator(USERS).internals().project().create(NewRevision.of("one"));

		assertThatExceptionOfType(PendingRevisionsException.class)
			.isThrownBy(() -> migrator(USERS).compareModel(List.of()))
			.withMessageContaining("Target database is not up to date.");
		assertThat(migrator(USERS).check().findings()).extracting(Finding::kind)
			.containsExactly(Finding.Kind.NOT_UP_TO_DATE);
		assertThat(migrator(USERS).checkRevisions()).isEmpty();
	}

	@Test
	void withoutAModelThereIsNothingToCompare() {
		Migrator migrator = Migrator.builder(this.database.dataSource()).locations("file:" + this.folder).build();

		assertThat(migrator.check()).isEqualTo(new CheckResult(List.of(), null));
		assertThatExceptionOfType(NoModelException.class).isThrownBy(() -> migrator.compareModel(List.of()))
			.withMessageContaining("no JPA entities");
	}

	@Test
	void whatTheSourceHasAndTheApplicationHasNotIsNotGeneratedAgain() {
		Migrator migrator = migrator(USERS);
		ModelDifferences found = migrator.compareModel(List.of());
		CreatedRevision created = migrator.internals()
			.autogeneration()
			.write(NewRevision.of("add users"), found)
			.get(0);

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> migrator.internals().autogeneration().write(NewRevision.of("again"), found))
			.withMessageContaining("The sources have revisions that the application was not built with")
			.withMessageContaining(created.id());
	}

	@Test
	void aCustomizerMayChangeWhatIsDone() {
		Table owned = table("users", Column.of("email", Types.varchar(320)), Column.of("owner", Types.text()));

		ModelDifferences found = migrator(
				(builder) -> builder.changeCustomizers(() -> List.of((changes) -> changes.stream()
					.filter((change) -> !change.operation().describe().contains("secret"))
					.map((change) -> (change.operation() instanceof CreateTable)
							? Change.of(new CreateTable(owned, false)) : change)
					.toList())),
				USERS, table("secret", Column.of("id", Types.bigint())))
			.compareModel(List.of());

		assertThat(found.differences().operations()).containsExactly(new CreateTable(owned, false));
	}

	@Test
	void aCustomizerMayAddAnOperationOfItsOwn() throws IOException {
		Migrator migrator = securing(new EnableRowSecurity("users", "own", "email"));

		CreatedRevision created = migrator.internals()
			.autogeneration()
			.write(NewRevision.of("add users"), migrator.compareModel(List.of()))
			.get(0);

		assertThat(Files.readString(created.path())).endsWith("""
				-- migrator:upgrade
				CREATE TABLE users (
				    email varchar(320)
				);

				ALTER TABLE users ENABLE ROW LEVEL SECURITY;
				CREATE POLICY own ON users USING (email = current_user);

				-- migrator:downgrade
				DROP POLICY own ON users;
				ALTER TABLE users DISABLE ROW LEVEL SECURITY;

				-- destructive: drops the table users with its rows
				DROP TABLE users;
				""");
		migrator(USERS).upgrade();
		assertThat(this.database.column("select polname from pg_policy")).containsExactly("own");
		migrator(USERS).downgrade("base");
		assertThat(this.database.has("users")).isFalse();
	}

	@Test
	void anOperationOfItsOwnIsWrittenInJavaToo(@TempDir Path directory) throws Exception {
		Migrator migrator = securing(new EnableRowSecurity("users", "own", "email"));

		JavaRevisionBody body = JavaRevisionBody.of(migrator.compareModel(List.of()).differences());

		assertThat(body).isEqualTo(new JavaRevisionBody("""
				op.createTable("users", (t) -> {
					t.column("email", varchar(320));
				});
				op.invoke(new EnableRowSecurity("users", "own", "email"));""", """
				op.invoke(new EnableRowSecurity.DisableRowSecurity(new EnableRowSecurity("users", "own", "email")));
				// destructive: drops the table users with its rows
				op.dropTable("users");""",
				List.of("dev.migrator.directives.EnableRowSecurity", "static dev.migrator.schema.Types.varchar")));
		Migrator generated = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(CompiledRevisions.of(directory, List.of(body)))
			.build();
		generated.upgrade();
		assertThat(this.database.column("select polname from pg_policy")).containsExactly("own");
		generated.downgrade("base");
		assertThat(this.database.has("users")).isFalse();
	}

	@Test
	void anOperationOfItsOwnThatCannotBeUsedIsRefused() {
		CustomOperation empty = new CustomOperation() {

			@Override
			public List<String> statements() {
				return List.of();
			}

			@Override
			public String describe() {
				return "empty";
			}

		};
		String description = "The operation " + empty.getClass().getName() + " has no statements.";
		String action = "Return the SQL that it runs from statements().";

		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> securing(empty).compareModel(List.of()))
			.withMessage(description + "\n\n" + action);
		assertThat(securing(empty).check().findings())
			.containsExactly(new Finding(Finding.Kind.INVALID_MODEL, List.of(), description, action));
	}

	private Migrator securing(CustomOperation operation) {
		return migrator((builder) -> builder.changeCustomizers(
				() -> List.of((changes) -> Stream.concat(changes.stream(), Stream.of(Change.of(operation))).toList())),
				USERS);
	}

	@Test
	void onlyWhatIsIncludedIsLookedAt() {
		this.database
			.execute("create table legacy_users (); create table old (); create table flyway_schema_history ()");

		assertThat(detected(ComparisonSettings.DEFAULT)).containsExactly("Detected added table 'users'",
				"Detected removed table 'old'", "Detected removed table 'legacy_users'");
		assertThat(detected(ComparisonSettings.builder().removals(Set.of()).build()))
			.containsExactly("Detected added table 'users'");
		assertThat(
				detected(ComparisonSettings.builder().tables(new NamePatterns(List.of(), List.of("LEGACY_*"))).build()))
			.containsExactly("Detected added table 'users'", "Detected removed table 'old'");
		assertThat(detected(ComparisonSettings.builder().tables(new NamePatterns(List.of("o?d"), List.of())).build()))
			.containsExactly("Detected removed table 'old'");
	}

	@Test
	void largeTablesAreChangedInTwoRevisions() {
		this.database.execute("create table users (email varchar(320)); insert into users values ('a@b')");
		Table wanted = new Table(ObjectName.of("users"),
				List.of(Column.of("email", Types.varchar(320)), Column.of("name", Types.text())),
				List.of(new Check("ck_email", "email like '%@%'", false)),
				List.of(new Index("ix_email", ObjectName.of("users"), List.of(IndexKey.column("email")), false, false,
						null, List.of(), null, Map.of(), null)),
				false, null, null);
		Migrator migrator = migrator(wanted);

		List<CreatedRevision> created = migrator.internals()
			.autogeneration()
			.writeOnline(NewRevision.of("tidy up"), migrator.compareModel(List.of()));

		assertThat(created).extracting(CreatedRevision::message).containsExactly("tidy up", "tidy up, online");
		assertThat(created.get(1).downRevisions()).containsExactly(created.get(0).id());
		assertThat(created.get(0).path()).content()
			.contains("ADD COLUMN name text", "NOT VALID")
			.doesNotContain("transaction: none", "CONCURRENTLY");
		assertThat(created.get(1).path()).content()
			.contains("-- transaction: none", "VALIDATE CONSTRAINT ck_email", "CREATE INDEX CONCURRENTLY ix_email");
		migrator(wanted).upgrade();
		assertThat(migrator(wanted).check().findings()).isEmpty();
		migrator(wanted).downgrade("base");
		assertThat(migrator(wanted).checkRevisions()).isEmpty();
		assertThat(this.database.column("select email from users")).containsExactly("a@b");
	}

	@Test
	void twoRevisionsAreWrittenOrNone() throws IOException {
		this.database.execute("create table users (email varchar(320))");
		Table wanted = new Table(ObjectName.of("users"),
				List.of(Column.of("email", Types.varchar(320)), Column.of("name", Types.text())), List.of(),
				List.of(new Index("ix_email", ObjectName.of("users"), List.of(IndexKey.column("email")), false, false,
						null, List.of(), null, Map.of(), null)),
				false, null, null);
		Path template = Files.writeString(this.folder.resolve("once.template"),
				"-- ${message}\n--\n-- revision: ${revision}\n-- revises: ${revises}\n\n-- migrator:upgrade\n${upgrade}\n");
		Path scripts = Files.createDirectory(this.folder.resolve("scripts"));
		Migrator migrator = migrator((builder) -> builder.locations("file:" + scripts)
			.development(new DevelopmentSettings(
					WritingSettings.builder().fileTemplate("{rev}").sqlTemplate("file:" + template).build(),
					Optional::empty, ServerLogin::of, true, AcceptedFile.DEFAULT)),
				wanted);
		ModelDifferences found = migrator.compareModel(List.of());

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> migrator.internals().autogeneration().writeOnline(NewRevision.of("tidy up"), found))
			.withMessageContaining("${transaction}");
		try (Stream<Path> files = Files.list(scripts)) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void withoutAnyEntityNothingIsDropped() {
		this.database.execute("create table users ()");
		WantedModel none = WantedModel.builder(SchemaObjects.none(), new ModelSources(List.of(), List.of("shop")))
			.build();
		Migrator migrator = migrator((builder) -> builder.wantedSchema(() -> (server) -> none));

		assertThatExceptionOfType(EmptyModelException.class).isThrownBy(() -> migrator.compareModel(List.of()))
			.withMessageContaining("No entity was found in the packages shop");
		assertThat(migrator.check().findings()).extracting(Finding::kind).containsExactly(Finding.Kind.INVALID_MODEL);
	}

	@Test
	void aRenameThatCannotBeIsRefused() {
		assertThatExceptionOfType(InvalidRenameException.class)
			.isThrownBy(() -> migrator(USERS).compareModel(List.of(Rename.of("persons=users"))))
			.withMessageContaining("persons=users");
	}

	private List<String> detected(ComparisonSettings settings) {
		return migrator((builder) -> builder.comparison(settings), USERS).compareModel(List.of())
			.differences()
			.detected();
	}

	private static Table table(String name, Column... columns) {
		return new Table(ObjectName.of(name), List.of(columns), List.<Constraint>of(), List.of(), false, null, null);
	}

	private Migrator migrator(Table... tables) {
		return migrator((builder) -> {
		}, tables);
	}

	private Migrator migrator(Consumer<MigratorBuilder> customizer, Table... tables) {
		WantedModel model = WantedModel
			.builder(SchemaObjects.of(List.of(tables), List.of(), List.of()), new ModelSources(List.of(), List.of()))
			.complete(true)
			.build();
		MigratorBuilder builder = Migrator.builder(this.database.dataSource())
			.locations("file:" + this.folder)
			.wantedSchema(() -> (server) -> model)
			.development(DevelopmentSettings.of(Optional::empty));
		customizer.accept(builder);
		return builder.build();
	}

}
