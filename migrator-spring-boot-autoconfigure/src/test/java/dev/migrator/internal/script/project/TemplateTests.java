package dev.migrator.internal.script.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;
import dev.migrator.internal.script.writing.SourceProject;
import dev.migrator.internal.script.writing.WritingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Templates of the user's own.
 */
class TemplateTests {

	@Test
	void lineWhoseVariablesAreAllEmptyIsLeftOut() {
		assertThat(fill("a: ${one}\nb: ${none}\nc: ${none} ${one}\n\nd", Map.of("one", "1", "none", "")))
			.isEqualTo("a: 1\nc:  1\n\nd\n");
	}

	@Test
	void valueOfSeveralLinesRepeatsWhatStandsBeforeIt() {
		assertThat(fill("-- ${one};", Map.of("one", "a\n\nb"))).isEqualTo("-- a\n--\n-- b;\n");
	}

	@Test
	void valuesAreNotFilledThemselves() {
		assertThat(fill("${one}", Map.of("one", "${one} $1 \\"))).isEqualTo("${one} $1 \\\n");
	}

	@Test
	void twoDollarsStayOne() {
		assertThat(fill("$${one} $$ ${one}", Map.of("one", "1"))).isEqualTo("${one} $$ 1\n");
	}

	@Test
	void unknownVariableIsNamedWithItsLine() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> fill("x\n${two}", Map.of("one", "1", "three", "3")))
			.withMessageContaining("mine has an unknown variable in line 2: ${two}")
			.withMessageContaining("one, three");
	}

	@ParameterizedTest
	@ValueSource(strings = { "templates/mine.sql", "file:%s/templates/mine.sql" })
	void scriptIsWrittenWithTheTemplate(String configured, @TempDir Path directory) {
		SourceProject project = project(directory, configured.formatted(directory)).file("templates/mine.sql",
				"-- ${message}\r\n-- revision: ${revision}\r\n-- revises: ${revises}\r\n-- created: ${created}\r\n"
						+ "\r\n-- migrator:upgrade\r\nSET lock_timeout = '1s';\r\n${upgrade}\r\n");

		CreatedRevision created = project.writer().write(NewRevision.builder("x").revision("a").build());

		assertThat(created.path()).hasContent("-- x\n-- revision: a\n-- created: 2026-01-05T05:30:07Z\n\n"
				+ "-- migrator:upgrade\nSET lock_timeout = '1s';");
	}

	@Test
	void templateThatLosesAFactIsRefused(@TempDir Path directory) {
		SourceProject project = project(directory, "mine.sql").script("a")
			.file("mine.sql", "-- ${message}\n-- revision: ${revision}\n-- migrator:upgrade\n");
		List<String> before = project.files();

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer().write(NewRevision.of("x")))
			.withMessageContaining("nothing was written")
			.withMessageContaining("Its revises is nothing, not a")
			.withMessageContaining("${revises}");
		assertThat(project.files()).isEqualTo(before);
	}

	@Test
	void templateThatMakesNoScriptIsRefused(@TempDir Path directory) {
		SourceProject project = project(directory, "mine.sql").file("mine.sql", "-- revision: ${revision}\nselect 1;");

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer().write(NewRevision.of("x")))
			.withMessageContaining("nothing was written")
			.withMessageContaining(":2: there is SQL outside the sections");
		assertThat(project.files()).containsExactly("mine.sql");
	}

	@Test
	void templateThatLosesImportsIsRefused(@TempDir Path directory) {
		SourceProject project = javaProject(directory, "class ${class} {} // $${imports}\n");

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer()
				.write(NewRevision.builder("x")
					.type(ScriptType.JAVA)
					.imports(List.of("java.util.List", "static dev.migrator.schema.Types.text"))
					.build()))
			.withMessageContaining("The template mine.java has no ${imports}")
			.withMessageContaining("java.util.List, static dev.migrator.schema.Types.text");
		assertThat(project.files()).containsExactly("mine.java");
	}

	@Test
	void templateWithoutImportsWritesWhatNeedsNone(@TempDir Path directory) {
		SourceProject project = javaProject(directory, """
				package ${package};
				@dev.migrator.script.RevisionScript(revision = ${revision})
				class ${class} {
				}
				""");

		CreatedRevision created = project.writer()
			.write(NewRevision.builder("x").type(ScriptType.JAVA).revision("a").build());

		assertThat(created.path())
			.hasContent("package org.acme;\n" + "@dev.migrator.script.RevisionScript(revision = \"a\")\nclass X {\n}");
	}

	@Test
	void templateThatLosesTheTransactionIsRefused(@TempDir Path directory) {
		SourceProject sql = project(directory, "mine.sql").file("mine.sql", "-- revision: ${revision}\n");
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> sql.writer().write(NewRevision.builder("x").transaction(false).build()))
			.withMessageContaining("The template mine.sql has no ${transaction}")
			.withMessageContaining("-- transaction: ${transaction}");

		SourceProject java = javaProject(directory, "class ${class} {}\n");
		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(
				() -> java.writer().write(NewRevision.builder("x").type(ScriptType.JAVA).transaction(false).build()))
			.withMessageContaining("The template mine.java has no ${transaction}")
			.withMessageContaining("transactional = ${transaction}");
	}

	@Test
	void templateThatIsNotThereIsNamed(@TempDir Path directory) {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project(directory, "classpath:none.sql").writer().write(NewRevision.of("x")))
			.withMessageContaining("classpath:none.sql cannot be read")
			.withMessageContaining("migrator.new-scripts.sql-template");
	}

	private static SourceProject project(Path directory, String template) {
		return SourceProject.in(directory)
			.with(WritingSettings.builder().fileTemplate("{rev}").sqlTemplate(template).build());
	}

	private static SourceProject javaProject(Path directory, String template) {
		return SourceProject.in(directory)
			.file("mine.java", template)
			.with(WritingSettings.builder()
				.fileTemplate("{rev}")
				.javaTemplate("mine.java")
				.javaPackage("org.acme")
				.build());
	}

	private static String fill(String text, Map<String, String> values) {
		return new Template("mine", text).fill(values);
	}

}
