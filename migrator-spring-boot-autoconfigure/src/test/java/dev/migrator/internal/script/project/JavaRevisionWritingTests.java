package dev.migrator.internal.script.project;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;
import dev.migrator.internal.script.writing.SourceProject;
import dev.migrator.internal.script.writing.WritingSettings;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New Java revisions: compiled, and read as the application reads them.
 */
class JavaRevisionWritingTests {

	private static final String FOLDER = "src/main/java/com/example/revisions/";

	private SourceProject project;

	private Path classes;

	@BeforeEach
	void setUp(@TempDir Path directory, @TempDir Path classes) {
		this.classes = classes;
		this.project = SourceProject.in(directory)
			.with(WritingSettings.builder().fileTemplate("{rev}").firstPackage("com.example.revisions").build());
	}

	@Test
	void classSaysAllFacts() throws Exception {
		this.project.script("a").script("b <- a").script("c <- a", "branch-labels: cee").script("d");

		CreatedRevision created = write(NewRevision.builder("add exercises table")
			.heads("b", "c")
			.revision("abc123def456")
			.branchLabels(List.of("l1", "l2"))
			.dependsOn(List.of("d"))
			.build());

		assertThat(this.project.read(FOLDER + "AddExercisesTable.java")).isEqualTo("""
				package com.example.revisions;

				import dev.migrator.script.JavaRevision;
				import dev.migrator.script.Operations;
				import dev.migrator.script.RevisionScript;

				@RevisionScript(revision = "abc123def456",
						revises = { "b", "c" },
						dependsOn = "d",
						branchLabels = { "l1", "l2" },
						message = "add exercises table",
						created = "2026-01-05T05:30:07Z")
				class AddExercisesTable implements JavaRevision {

					@Override
					public void upgrade(Operations op) {
					}

					@Override
					public void downgrade(Operations op) {
					}

				}
				""");
		JavaRevisionScript script = compile(created);
		assertThat(script.revision().id()).isEqualTo("abc123def456");
		assertThat(script.revision().downRevisions()).containsExactly("b", "c");
		assertThat(script.revision().dependsOn()).containsExactly("d");
		assertThat(script.revision().branchLabels()).containsExactly("l1", "l2");
		assertThat(script.created()).isEqualTo(SourceProject.NOW);
		assertThat(script.body(Direction.UPGRADE).operations()).isEmpty();
		assertThat(script.body(Direction.DOWNGRADE).operations()).isEmpty();
	}

	@Test
	void bodiesAreWrittenAsTheyAre() throws Exception {
		CreatedRevision created = write(NewRevision.builder("x")
			.upgrade("op.execute(\"create table a ()\");\n" + "op.execute(\"create table b ()\");\n")
			.downgrade("op.execute(\"drop table a, b\");")
			.build());

		JavaRevisionScript script = compile(created);

		assertThat(script.body(Direction.UPGRADE).operations()).hasSize(2);
		assertThat(script.body(Direction.DOWNGRADE).operations()).hasSize(1);
	}

	@Test
	void importsStandInTheirOrder() {
		write(NewRevision.builder("x")
			.imports(List.of("static dev.migrator.schema.Types.text", "java.util.Map", "org.acme.Thing",
					"static dev.migrator.schema.Types.bigint", "dev.migrator.script.Operations", "java.util.List",
					"javax.sql.DataSource", "org.springframework.util.StringUtils"))
			.build());

		assertThat(this.project.read(FOLDER + "X.java")).startsWith("""
				package com.example.revisions;

				import java.util.List;
				import java.util.Map;

				import javax.sql.DataSource;

				import dev.migrator.script.JavaRevision;
				import dev.migrator.script.Operations;
				import dev.migrator.script.RevisionScript;
				import org.acme.Thing;

				import org.springframework.util.StringUtils;

				import static dev.migrator.schema.Types.bigint;
				import static dev.migrator.schema.Types.text;

				@RevisionScript(""");
	}

	@Test
	void generatedBodiesCompile() throws Exception {
		CreateTable create = new CreateTable(new Table(ObjectName.of("exercises"),
				List.of(Column.of("id", Types.bigint()), Column.of("name", Types.text())), List.of(), List.of(), false,
				null, null), false);
		JavaRevisionBody body = JavaRevisionBody.of(List.of(Change.of(create)), List.of());

		JavaRevisionScript script = compile(write(NewRevision.builder("add exercises")
			.upgrade(body.upgrade())
			.downgrade(body.downgrade())
			.imports(body.imports())
			.build()));

		assertThat(script.operations(Direction.UPGRADE)).containsExactly(create);
		assertThat(script.operations(Direction.DOWNGRADE)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "list, ListRevision", "operations, OperationsRevision", "types, Types" })
	void classIsNotNamedAsWhatItImports(String message, String name) throws Exception {
		CreatedRevision created = write(NewRevision.builder(message)
			.upgrade("List.of(text());")
			.downgrade("")
			.imports(List.of("java.util.List", "static dev.migrator.schema.Types.text"))
			.build());

		assertThat(created.path()).hasFileName(name + ".java");
		assertThat(compile(created).name()).isEqualTo(name);
	}

	@Test
	void revisionWithoutATransactionSaysSo() throws Exception {
		CreatedRevision created = write(NewRevision.builder("x").transaction(false).build());

		assertThat(this.project.read(FOLDER + "X.java")).contains("\t\ttransactional = false,\n");
		assertThat(compile(created).transactional()).isFalse();
		assertThat(compile(write(NewRevision.of("y"))).transactional()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'say \"hi\" \\ \\u0022 \\n /* */ // '", "'ü 🐘 \u200D'", "0\uD84A\uDC4A", "'\uDB40\uDC01 language'",
			"'\tx'", "a'b" })
	void hostileMessagesCompile(String message) throws Exception {
		CreatedRevision created = write(NewRevision.of(message));

		assertThat(compile(created).revision().message()).isEqualTo(message.strip());
	}

	@ParameterizedTest
	@CsvSource({ "class, ClassRevision", "operations, OperationsRevision", "'', Revision_abc",
			"2026 goals, Revision2026Goals", "override, OverrideRevision", "'add: the 2nd_thing!', AddThe2ndThing",
			"ÄNDERN, Ändern", "!?, Revision_abc", "0\uD84A\uDC4A, Revision0\uD84A\uDC4A",
			"\uD801\uDC28\uD801\uDC29 \uD83D\uDE80, \uD801\uDC00\uD801\uDC29", "a\uD84Ab, AB",
			"'a message that is much longer than the forty characters', AMessageThatIsMuchLongerThanThe" })
	void classIsNamedAfterTheMessage(String message, String name) throws Exception {
		CreatedRevision created = write(NewRevision.builder(message).revision("abc").build());

		assertThat(created.path()).hasFileName(name + ".java");
		assertThat(compile(created).name()).isEqualTo(name);
	}

	@Test
	void packageMayHaveAnyLetterOfAName() throws Exception {
		String name = "\u0939\u093F\u0928\u094D\u0926\u0940.\uD84A\uDC4A";
		this.project.with(WritingSettings.builder().fileTemplate("{rev}").javaPackage(name).build());

		CreatedRevision created = write(NewRevision.of("It"));

		assertThat(JavaSource.read("It.java", Files.readString(created.path()))).isNotNull()
			.extracting(Revision::source)
			.isEqualTo(name + ".It");
	}

	@Test
	void classOfThatNameIsNotOverwritten() {
		write(NewRevision.of("Add it"));
		CreatedRevision second = write(NewRevision.of("add It"));
		CreatedRevision third = write(NewRevision.of("ADD IT"));

		assertThat(second.path()).hasFileName("AddIt2.java");
		assertThat(third.path()).hasFileName("AddIt3.java");
	}

	@Test
	void revisionThatIsNotCompiledYetIsFollowed() {
		CreatedRevision first = write(NewRevision.of("first"));

		CreatedRevision second = write(NewRevision.of("second"));

		assertThat(second.downRevisions()).containsExactly(first.id());
	}

	@Test
	void compiledRevisionIsReadFromItsClass() {
		this.project.compiled(JavaRevisionScript.of(Compiled.class, Compiled::new))
			.file("src/main/java/" + Compiled.class.getPackageName().replace('.', '/') + "/Other.java",
					"@RevisionScript(revision = \"compiled\", revises = \"missing\") class Other {}");

		CreatedRevision created = write(NewRevision.of("next"));

		assertThat(created.downRevisions()).containsExactly("compiled");
		assertThat(created.path().toString()).contains("/src/main/java/dev/migrator/internal/script/project/");
	}

	@Test
	void packageThatIsConfiguredWins() {
		this.project.with(WritingSettings.builder()
			.fileTemplate("{rev}")
			.javaPackage("org.acme.db")
			.firstPackage("com.example")
			.packages(List.of("org.acme"))
			.build());

		assertThat(write(NewRevision.of("x")).path()).isEqualTo(this.project.path("src/main/java/org/acme/db/X.java"));
	}

	@Test
	void packageThatIsNotLookedAtIsRefused() {
		this.project.with(WritingSettings.builder()
			.fileTemplate("{rev}")
			.javaPackage("org.acmex")
			.packages(List.of("org.acme", "com.example"))
			.build());

		assertRefused(NewRevision.of("x"), "migrator.new-scripts.java-package is org.acmex",
				"org.acme, com.example only");
	}

	@Test
	void packageThatNobodyKnowsIsAskedFor() {
		this.project.with(WritingSettings.DEFAULTS);

		assertRefused(NewRevision.of("x"), "no package for a new Java revision",
				"Set migrator.new-scripts.java-package.");
	}

	@Test
	void javaRevisionHasNoLocation() {
		assertRefused(NewRevision.builder("x").location("classpath:db/revisions").build(), "is written to a package");
	}

	@Test
	void sourceThatCannotBeReadIsToBeBuilt() {
		this.project.file(FOLDER + "Odd.java",
				"@RevisionScript(\n  revision = Ids.ODD)\nclass Odd implements JavaRevision {}");

		assertRefused(NewRevision.of("x"), "Odd.java is not compiled yet", "line 2", "Build the project");
	}

	private CreatedRevision write(NewRevision wanted) {
		return this.project.writer().write(wanted.toBuilder().type(ScriptType.JAVA).build());
	}

	private void assertRefused(NewRevision wanted, String... says) {
		List<String> before = this.project.files();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> write(wanted))
			.satisfies((problem) -> assertThat(problem.getMessage()).contains(says));
		assertThat(this.project.files()).isEqualTo(before);
	}

	private JavaRevisionScript compile(CreatedRevision created) throws Exception {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter problems = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler
				.getTask(problems, files, null,
						List.of("-d", this.classes.toString(), "-proc:none", "-encoding", "UTF-8"), null,
						files.getJavaFileObjects(created.path()))
				.call();
			assertThat(compiled).as(problems.toString()).isTrue();
		}
		String name = "com.example.revisions." + created.path().getFileName().toString().replace(".java", "");
		URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader());
		Class<?> type = loader.loadClass(name);
		return JavaRevisionScript.of(type, () -> instance(type));
	}

	private static JavaRevision instance(Class<?> type) {
		try {
			var constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return (JavaRevision) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@RevisionScript(revision = "compiled", created = "2026-01-01T00:00:00Z")
	static class Compiled implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
		}

	}

}
