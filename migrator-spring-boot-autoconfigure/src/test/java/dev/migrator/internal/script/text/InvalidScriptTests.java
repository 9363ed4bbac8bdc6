package dev.migrator.internal.script.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.ScriptFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InvalidScriptTests {

	@TempDir
	Path folder;

	private ScriptFiles files;

	@BeforeEach
	void createFolder() {
		this.files = new ScriptFiles(this.folder);
	}

	@Test
	void allProblemsOfAllScriptsAreToldAtOnce() {
		this.files.write("a.sql", """
				-- first
				-- revison: a
				-- transaction: never

				-- migrator:upgrade
				select 'oops;
				""").write("2026/b.sql", "-- revision: b\n-- migrator:upgrade\n").write("c.sql", "-- revision: c\n");

		InvalidScriptException ex = read();

		assertThat(ex).hasMessage("""
				There are 4 problems in the revision scripts:

				  file:%1$s/a.sql:2: unknown header key "revison"; did you mean "revision"?
				  file:%1$s/a.sql:3: "transaction" can only be "none", not "never"; remove the line if the \
				revision runs in a transaction
				  file:%1$s/a.sql:6: the string that begins in column 8 is never closed; close it with ' (a quote that \
				belongs to the string is written twice)
				  file:%1$s/c.sql:1: there is no upgrade section; add a line -- migrator:upgrade, with nothing after \
				it if there is nothing to do

				Fix them and start again. No script runs until all of them can be read.""", this.folder);
		assertThat(ex.problems()).element(3)
			.isEqualTo(new ScriptProblem("file:" + this.folder + "/c.sql", 1, "there is no upgrade section",
					"add a line -- migrator:upgrade, with nothing after it if there is nothing to do"));
	}

	@Test
	void scriptWithoutAHeaderIsShownOne() {
		this.files.write("V1__init.sql", "create table t (id int);\n");

		assertThat(read()).hasMessage("""
				There is a problem in a revision script:

				  file:%s/V1__init.sql:1: the script has no revision id; begin it with

				      -- revision: 2096892af91e
				      -- migrator:upgrade

				    and a line "-- revises: " with an id after the first, if it follows another revision

				Fix it and start again. No script runs until all of them can be read.""", this.folder);
	}

	@Test
	void sectionsAloneMakeNoRevision() {
		assertThat(problem("-- migrator:upgrade\nselect 1;")).isEqualTo("""
				1: the script has no revision id; begin it with

				      -- revision: 7d4bf229cfc5

				    and a line "-- revises: " with an id after the first, if it follows another revision""");
	}

	@Test
	void emptyFileIsNoRevision() {
		assertThat(problem("")).startsWith("1: the script has no revision id; begin it with");
	}

	@Test
	void revisionMisspeltInTheFirstLineIsSuspected() {
		assertThat(problem("-- Revision: a\n-- migrator:upgrade")).startsWith(
				"1: the script has no revision id; did you mean \"revision\" in the first line? If not, begin it with");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Revises        | revises
			revise         | revises
			depends_on     | depends-on
			dependson      | depends-on
			branch-label   | branch-labels
			Branch_Labels  | branch-labels
			transacton     | transaction
			create         | created
			""")
	void nearKeyIsOffered(String key, String meant) {
		assertThat(problem("-- m\n-- revision: a\n-- " + key + ": x\n-- migrator:upgrade"))
			.isEqualTo("3: unknown header key \"" + key + "\"; did you mean \"" + meant + "\"?");
	}

	@Test
	void unknownKeyIsRefused() {
		assertThat(problem("-- m\n-- revision: a\n-- author: x\n-- migrator:upgrade"))
			.isEqualTo("3: unknown header key \"author\"; the keys are revision, revises, created, depends-on, "
					+ "branch-labels, transaction, and prose has no colon after its first word");
	}

	@Test
	void keyGivenTwiceIsRefused() {
		assertThat(problem("-- revision: a\n-- revises: b\n--\n-- revises: c\n-- migrator:upgrade"))
			.isEqualTo("4: the header key \"revises\" is given twice, first in line 2; keep one of the two lines");
	}

	@Test
	void revisionWithoutAnIdIsRefused() {
		assertThat(problem("-- revision:\n-- migrator:upgrade"))
			.isEqualTo("1: \"revision\" has no value; write the id of this revision after the colon");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-b", "a@b", "a+1", "a:b", "a b", "a,b", "a\u00a0b" })
	void idWithACharacterOfTargetsIsRefused(String id) {
		assertThat(problem("-- revision: " + id + "\n-- migrator:upgrade")).isEqualTo("1: \"" + id
				+ "\" cannot be an id or a label; use 1 to 128 characters without @ - + : , and white space");
	}

	@Test
	void idOfMoreThan128CharactersIsRefused() {
		assertThat(problem("-- revision: " + "x".repeat(129) + "\n-- migrator:upgrade"))
			.endsWith("use 1 to 128 characters without @ - + : , and white space");
	}

	@ParameterizedTest
	@ValueSource(strings = { "head", "heads", "base", "current" })
	void reservedIdIsRefused(String id) {
		assertThat(problem("-- revision: " + id + "\n-- migrator:upgrade")).isEqualTo("1: \"" + id
				+ "\" cannot be an id or a label; head, heads, base and current are reserved, use another");
	}

	@ParameterizedTest
	@ValueSource(strings = { "revises", "depends-on", "branch-labels" })
	void namesInListsAreCheckedToo(String key) {
		assertThat(problem("-- revision: a\n-- " + key + ": b-c\n-- migrator:upgrade")).isEqualTo(
				"2: \"b-c\" cannot be an id or a label; use 1 to 128 characters without @ - + : , and white space");
		assertThat(problem("-- revision: a\n-- " + key + ": b, b\n-- migrator:upgrade"))
			.isEqualTo("2: \"" + key + "\" has \"b\" twice; remove one of the two");
		assertThat(problem("-- revision: a\n-- " + key + ": b,\n-- migrator:upgrade"))
			.isEqualTo("2: \"" + key + "\" has a comma without a name on both sides; remove that comma");
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "2026-01-05", "2026-01-05T05:30:00", "" })
	void createdWithoutDateTimeAndOffsetIsRefused(String created) {
		assertThat(problem("-- revision: a\n-- created: " + created + "\n-- migrator:upgrade"))
			.isEqualTo("2: \"created\" is not a date and time: \"" + created
					+ "\"; write one with an offset, such as 2026-01-05T05:30:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator:down", "migrator:", "migrator:upgrade now", "Migrator:downgrade",
			"migrator:Downgrade", "MIGRATOR: UPGRADE" })
	void unknownSectionIsRefused(String marker) {
		assertThat(problem("-- revision: a\n-- migrator:upgrade\n-- " + marker + "\nselect 1;"))
			.isEqualTo("3: unknown section \"-- " + marker
					+ "\"; the sections are -- migrator:upgrade and -- migrator:downgrade");
	}

	@Test
	void markerBehindAStatementIsRefused() {
		assertThat(problem("-- revision: a\n-- migrator:upgrade\nselect 1; -- migrator:downgrade\nselect 2;"))
			.isEqualTo("3: \"-- migrator:downgrade\" does not begin its line; give every section marker a line of its "
					+ "own");
	}

	@Test
	void sameSectionTwiceIsRefused() {
		assertThat(problem("-- revision: a\n-- migrator:upgrade\nselect 1;\n-- migrator:upgrade\nselect 2;"))
			.isEqualTo("4: a second upgrade section, the first begins in line 2; make them one");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1;", "select 1", "select\n1\n;", "\\set x" })
	void sqlOutsideTheSectionsIsRefused(String sql) {
		assertThat(problem("-- revision: a\n\n" + sql + "\n-- migrator:upgrade")).isEqualTo(
				"3: there is SQL outside the sections; put it after a line -- migrator:upgrade or -- migrator:downgrade");
	}

	@Test
	void downgradeAloneIsRefused() {
		assertThat(problem("-- revision: a\n-- migrator:downgrade\nselect 1;"))
			.startsWith("1: there is no upgrade section; ");
	}

	@Test
	void unreadableSqlIsRefused() {
		assertThat(problem("-- revision: a\n-- migrator:upgrade\n\nselect $a$ ...\n-- migrator:downgrade"))
			.isEqualTo("4: the dollar quote $a$ that begins in column 8 is never closed; "
					+ "close it with $a$, in the same upper and lower case");
	}

	@Test
	void copyDataThatRunsOverAMarkerIsRefused() {
		assertThat(problem("""
				-- revision: a
				-- migrator:upgrade
				copy t from stdin;
				1
				2

				  -- migrator:downgrade
				drop table t;
				""")).isEqualTo("4: the COPY data that begins here has no end before the section marker in line 7; "
				+ "end it with a line that is \\.");
	}

	@Test
	void bytesThatAreNotUtf8AreRefused() {
		ByteArrayOutputStream latin1 = new ByteArrayOutputStream();
		latin1.writeBytes("-- revision: a\r\n-- migrator:upgrade\r\nselect '".getBytes(StandardCharsets.UTF_8));
		latin1.writeBytes("caf\u00E9';".getBytes(StandardCharsets.ISO_8859_1));
		this.files.write("x.sql", latin1.toByteArray());

		assertThat(onlyProblem()).isEqualTo("3: byte 0xE9 at byte offset 48 is not UTF-8; save the file as UTF-8");
	}

	@Test
	void invalidByteBehindAFullBufferIsFound() {
		byte[] bytes = ("-- revision: a\n-- migrator:upgrade\n" + "-- é\n".repeat(5000) + "-- ?")
			.getBytes(StandardCharsets.UTF_8);
		bytes[bytes.length - 1] = (byte) 0xC3;
		this.files.write("x.sql", bytes);

		assertThat(onlyProblem()).isEqualTo(
				"5003: byte 0xC3 at byte offset " + (bytes.length - 1) + " is not UTF-8; save the file as UTF-8");
	}

	@Test
	void utf16IsRefused() {
		this.files.write("x.sql", "-- revision: a\n".getBytes(StandardCharsets.UTF_16LE));

		assertThat(onlyProblem())
			.isEqualTo("1: there is a NUL character, which SQL cannot contain; save the file as UTF-8");
	}

	private String problem(String content) {
		this.files.write("x.sql", content);
		return onlyProblem();
	}

	private String onlyProblem() {
		List<ScriptProblem> problems = read().problems();
		assertThat(problems).hasSize(1);
		return problems.get(0).toString().substring(("file:" + this.folder + "/x.sql:").length());
	}

	private InvalidScriptException read() {
		return catchThrowableOfType(InvalidScriptException.class, this.files::read);
	}

}
