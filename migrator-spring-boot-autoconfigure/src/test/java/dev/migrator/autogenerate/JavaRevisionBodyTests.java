package dev.migrator.autogenerate;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.operation.DropExtension;
import dev.migrator.revision.Direction;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.JavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated Java: what it looks like, and that it records what was to be written.
 */
class JavaRevisionBodyTests {

	@Test
	void readsAsSomebodyWouldWriteIt() {
		DatabaseSchema real = schema((op) -> op.createTable("users", (t) -> t.column("name", text())));
		DatabaseSchema wanted = schema((op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).defaultSql("1").notNull());
			op.createTable("sets", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.index("id");
			});
		});

		JavaRevisionBody body = JavaRevisionBody.of(Schemas.differences(real, wanted));

		assertThat(body.upgrade()).isEqualTo("""
				op.createTable("sets", (t) -> {
					t.column("id", bigint()).notNull();
					t.primaryKey("id").named("sets_pkey");
					t.index().column("id").named("sets_id_idx");
				});
				op.addColumn("users", "id", bigint(), (column) -> column.notNull().defaultSql("1"));
				// destructive: drops users.name with its data
				op.dropColumn("users", "name", (drop) -> drop.was(text()));""");
		assertThat(body.imports()).containsExactly("static dev.migrator.schema.Types.bigint",
				"static dev.migrator.schema.Types.text");
	}

	@Test
	void whatCannotBeUndoneIsRefusedOnTheWayBack() {
		Change change = Change.of(new DropExtension("citext", null, false, true));

		assertThat(JavaRevisionBody.of(List.of(change), List.of()).downgrade())
			.isEqualTo("throw new UnsupportedOperationException(\"this cannot be undone: drop extension citext\");");
		assertThat(SqlRevisionBody.of(List.of(change), List.of()).downgrade()).contains("RAISE EXCEPTION");
	}

	@Test
	void recordsWhatWasToBeWritten(@TempDir Path directory) throws Exception {
		List<Example> examples = GeneratedSqlServerTests.examples().toList();
		List<List<Change>> changes = new ArrayList<>();
		for (Example example : examples) {
			Differences differences = differences(example);
			write(directory, "Revision" + changes.size(), true, JavaRevisionBody.of(differences));
			changes.add(differences.changes());
		}

		assertRecorded(directory, changes);
	}

	@Test
	void recordsWhatRunsWithoutATransaction(@TempDir Path directory) throws Exception {
		List<List<Change>> changes = new ArrayList<>();
		for (Example example : OnlineChangesServerTests.examples().toList()) {
			OnlineChanges online = OnlineChanges.of(differences(example).changes(), schema(example.from()));
			write(directory, "Revision" + changes.size(), true, JavaRevisionBody.of(online.inTransaction(), List.of()));
			changes.add(online.inTransaction());
			write(directory, "Revision" + changes.size(), false, JavaRevisionBody.of(online.after(), List.of()));
			changes.add(online.after());
		}

		assertRecorded(directory, changes);
	}

	@Test
	void sayWhatRunsWithoutATransaction() {
		DatabaseSchema real = schema((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint());
			t.column("name", text());
			t.index("name").named("ix_name");
		}));
		DatabaseSchema wanted = schema((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint()).check("id > 0");
			t.column("name", text()).unique();
		}));
		OnlineChanges online = OnlineChanges.of(Schemas.differences(real, wanted).changes(), real);

		assertThat(JavaRevisionBody.of(online.inTransaction(), List.of()).upgrade()).isEqualTo("""
				op.createCheck("users", "id > 0", (check) -> check.notValid().named("users_id_check"));""");
		assertThat(JavaRevisionBody.of(online.after(), List.of()).upgrade()).isEqualTo("""
				op.validateConstraint("users", "users_id_check");
				op.createIndex("users_name_key", "users", (index) -> index.column("name").unique().concurrently());
				op.dropIndex("ix_name", (drop) -> drop.concurrently().was("users", (index) -> index.column("name")));
				op.execute("ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key;");""");
	}

	private static Differences differences(Example example) {
		ComparisonSettings settings = ComparisonSettings.DEFAULT.withRemovals(EnumSet.allOf(Removal.class))
			.withRenames(example.renames().stream().map(Rename::of).toList());
		return new SchemaComparison(settings).compare(schema(example.from()), schema(example.to()));
	}

	private void assertRecorded(Path directory, List<List<Change>> changes) throws Exception {
		compile(directory);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader())) {
			for (int i = 0; i < changes.size(); i++) {
				Class<? extends JavaRevision> type = loader.loadClass("Revision" + i).asSubclass(JavaRevision.class);
				JavaRevision revision = type.getDeclaredConstructor().newInstance();
				JavaScript script = JavaScript.of(type, () -> revision);
				assertThat(script.operations(Direction.UPGRADE)).as(type.getName())
					.isEqualTo(changes.get(i).stream().map(Change::operation).toList());
				assertThat(script.operations(Direction.DOWNGRADE)).as(type.getName())
					.isEqualTo(Downgrade.of(changes.get(i)).changes().stream().map(Change::operation).toList());
			}
		}
	}

	private static void write(Path directory, String name, boolean transactional, JavaRevisionBody body)
			throws IOException {
		String imports = body.imports().stream().map((type) -> "import " + type + ";\n").collect(Collectors.joining());
		Files.writeString(directory.resolve(name + ".java"), imports + """
				@dev.migrator.script.RevisionScript(revision = "a", transactional = %s)
				public class %s implements dev.migrator.script.JavaRevision {
					@Override
					public void upgrade(dev.migrator.script.Operations op) {
						%s
					}
					@Override
					public void downgrade(dev.migrator.script.Operations op) {
						%s
					}
				}
				""".formatted(transactional, name, body.upgrade(), body.downgrade()));
	}

	private static void compile(Path directory) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				var sources = Files.list(directory)) {
			boolean compiled = compiler
				.getTask(output, files, null, List.of("-d", directory.toString(), "-proc:none", "-encoding", "UTF-8"),
						null, files.getJavaFileObjectsFromPaths(sources.toList()))
				.call();
			assertThat(compiled).as(output.toString()).isTrue();
		}
	}

}
