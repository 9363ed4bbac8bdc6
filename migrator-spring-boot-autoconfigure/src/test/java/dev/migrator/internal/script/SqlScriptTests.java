package dev.migrator.internal.script;

import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.revision.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SqlScriptTests {

	private static final String EXERCISES = """
			-- add exercises table
			--
			-- revision: abc123def456
			-- revises: ab52a8c0fcb8
			-- created: 2026-01-05T05:30:00Z
			-- depends-on: 1234abcd5678
			-- branch-labels: workouts
			-- transaction: none

			-- migrator:upgrade
			CREATE TABLE exercises (id int);
			CREATE INDEX CONCURRENTLY ix
			    ON exercises (id);

			-- migrator:downgrade
			DROP TABLE exercises;
			""";

	@TempDir
	Path folder;

	private ScriptFiles files;

	@BeforeEach
	void createFolder() {
		this.files = new ScriptFiles(this.folder);
	}

	@Test
	void theWholeMessageIsAllThatTheHeaderSaysInProse() {
		ScriptHeader header = header("""
				-- add exercises table
				--
				-- An exercise belongs to a workout:
				--   * its name is unique there
				-- -----
				--
				-- revision: a
				-- It replaces the old list.

				-- That stays for a release.
				--""");

		assertThat(header.message()).isEqualTo("add exercises table");
		assertThat(header.wholeMessage()).isEqualTo("""
				add exercises table

				An exercise belongs to a workout:
				  * its name is unique there

				It replaces the old list.

				That stays for a release.""");
		assertThat(header("-- revision: a\n-- and so on").wholeMessage()).isEqualTo("and so on");
	}

	@Test
	void messageMayBeOneLetterOfAnyScript() {
		assertThat(this.files.readOne("-- \uD84A\uDC4A\n-- revision: a\n-- migrator:upgrade\n").header().message())
			.isEqualTo("\uD84A\uDC4A");
		assertThat(
				this.files.readOne("-- \uD83D\uDE80\n-- go\n-- revision: a\n-- migrator:upgrade\n").header().message())
			.isEqualTo("go");
	}

	@Test
	void scriptWithEverythingInItsHeader() {
		SqlScript script = this.files.readOne(EXERCISES);

		assertThat(script.header()).isEqualTo(
				new ScriptHeader("abc123def456", List.of("ab52a8c0fcb8"), List.of("1234abcd5678"), List.of("workouts"),
						"add exercises table", "add exercises table", Instant.parse("2026-01-05T05:30:00Z"), false));
		assertThat(script.location()).isEqualTo("file:" + this.folder + "/x.sql");
		assertThat(script.name()).isEqualTo("x.sql");
		assertThat(script).hasToString("abc123def456 (file:" + this.folder + "/x.sql)");
		assertThat(script.upgrade().startLine()).isEqualTo(11);
		assertThat(script.upgrade().statements()).isEqualTo(2);
		assertThat(script.downgrade()).hasValueSatisfying((downgrade) -> {
			assertThat(downgrade.startLine()).isEqualTo(16);
			assertThat(downgrade.statements()).isEqualTo(1);
		});
	}

	@Test
	void sectionsAreReadAsTheyAreWritten() {
		SqlScript script = this.files.readOne(EXERCISES);

		String upgrade = script.source(Direction.UPGRADE).text();
		assertThat(upgrade).isEqualTo("""
				CREATE TABLE exercises (id int);
				CREATE INDEX CONCURRENTLY ix
				    ON exercises (id);

				""");
		assertThat(script.body(Direction.UPGRADE).firstLine()).isEqualTo(11);
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo("DROP TABLE exercises;\n");
	}

	@Test
	void smallestScript() {
		SqlScript script = this.files.readOne("-- revision: a\n-- migrator:upgrade");

		assertThat(script.header())
			.isEqualTo(new ScriptHeader("a", List.of(), List.of(), List.of(), "", "", null, true));
		assertThat(script.upgrade().statements()).isZero();
		assertThat(script.downgrade()).isEmpty();
		assertThat(script.source(Direction.UPGRADE).text()).isEmpty();
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> script.body(Direction.DOWNGRADE));
	}

	@Test
	void emptyDowngradeSectionIsThere() {
		SqlScript script = this.files
			.readOne("-- revision: a\n-- migrator:upgrade\nselect 1\n-- migrator:downgrade\n-- nothing to do\n");

		assertThat(script.downgrade()).hasValueSatisfying((downgrade) -> assertThat(downgrade.statements()).isZero());
		assertThat(statements(script)).hasSize(1);
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo("-- nothing to do\n");
	}

	@Test
	void downgradeMayComeFirst() {
		SqlScript script = this.files
			.readOne("-- revision: a\n-- migrator:downgrade\nselect 1;\n-- migrator:upgrade\nselect 2; select 3;");

		assertThat(script.upgrade().statements()).isEqualTo(2);
		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo("select 2; select 3;");
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo("select 1;\n");
	}

	@Test
	void listsAreSeparatedByCommas() {
		ScriptHeader header = header("""
				-- revision:a
				--revises : b,c ,  d
				-- depends-on: e, f
				-- branch-labels:
				""");

		assertThat(header.downRevisions()).containsExactly("b", "c", "d");
		assertThat(header.dependsOn()).containsExactly("e", "f");
		assertThat(header.branchLabels()).isEmpty();
	}

	@Test
	void createdMayHaveAnyOffset() {
		assertThat(header("-- revision: a\n-- created: 2026-01-05T07:30+02:00").created())
			.isEqualTo("2026-01-05T05:30:00Z");
	}

	@Test
	void messageIsTheFirstLineWithText() {
		assertThat(header("""
				/* (c) Example Ltd. */
				-- ---------------------------
				--   why: it's needed
				-- ---------------------------
				-- revision: a
				-- A longer text may follow. https://example.com, 12:30, a::b
				""").message()).isEqualTo("why: it's needed");
	}

	@Test
	void thereIsNoMessageIfTheFirstLineIsAKey() {
		assertThat(header("-- revision: a\n-- and so on").message()).isEmpty();
	}

	@Test
	void anyIdOfUpTo128CharactersIsRead() {
		assertThat(header("-- revision: ä/b.c_" + "x".repeat(122)).revision()).hasSize(128);
	}

	@Test
	void commentsInASectionAreNoHeader() {
		assertThat(this.files.readOne("-- revision: a\n-- migrator:upgrade\n-- note: x\n-- revision: b\n")
			.header()
			.revision()).isEqualTo("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--migrator:downgrade", "  --   migrator : downgrade  ", "\t--\tmigrator:downgrade\t" })
	void markersMayHaveMoreOrLessSpace(String marker) {
		SqlScript script = this.files
			.readOne("-- revision: a\n-- migrator:upgrade\nselect 1;\n" + marker + "\nselect 2;");

		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo("select 1;\n");
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo("select 2;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select '\n-- migrator:downgrade\n';", "select E'\\'\n-- migrator:downgrade\n';",
			"select 1 as \"\n-- migrator:downgrade\n\";", "do $$\n-- migrator:downgrade\n$$;",
			"do $a$\n-- migrator:downgrade\n$$\n-- migrator:nonsense\n$a$;", "/*\n-- migrator:downgrade\n*/ select 1;",
			"copy t from stdin;\n-- migrator:downgrade\n\\.\n" })
	void markerInsideAQuoteIsText(String statement) {
		SqlScript script = this.files.readOne("-- revision: a\n-- migrator:upgrade\n" + statement);

		assertThat(script.downgrade()).isEmpty();
		assertThat(script.upgrade().statements()).isEqualTo(1);
		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo(statement);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1", "select (1", "select E'a'",
			"create function f() returns int begin atomic select 1;", "copy t from stdin" })
	void markerEndsAnUnfinishedStatement(String statement) {
		SqlScript script = this.files.readOne("-- revision: a\n-- migrator:upgrade\n" + statement
				+ "\n-- migrator:downgrade\n'\\'; select 2; select 3;");

		assertThat(script.upgrade().statements()).isEqualTo(1);
		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo(statement + "\n");
		assertThat(script.downgrade())
			.hasValueSatisfying((downgrade) -> assertThat(downgrade.statements()).isEqualTo(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void anyLineEndAndAByteOrderMarkAreFine(String lineEnd) {
		SqlScript script = this.files.readOne("\uFEFF" + EXERCISES.replace("\n", lineEnd));

		assertThat(script.header().message()).isEqualTo("add exercises table");
		assertThat(script.upgrade().startLine()).isEqualTo(11);
		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo("""
				CREATE TABLE exercises (id int);
				CREATE INDEX CONCURRENTLY ix
				    ON exercises (id);

				""".replace("\n", lineEnd));
		assertThat(statements(script)).extracting(SqlStatement::line).containsExactly(11, 12);
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo("DROP TABLE exercises;" + lineEnd);
	}

	@Test
	void copyDataMayEndWithTheScript() {
		assertThat(this.files.readOne("-- revision: a\n-- migrator:upgrade\ncopy t from stdin;\n-- 1\n2")
			.upgrade()
			.statements()).isEqualTo(1);
	}

	@Test
	void sectionLongerThanAnyBufferIsReadWhole() {
		String insert = "insert into t values ('" + "-- migrator:downgrade\n😀".repeat(20_000) + "');\n";

		SqlScript script = this.files
			.readOne("-- revision: a\n-- migrator:upgrade\n" + insert.repeat(3) + "-- migrator:downgrade\n" + insert);

		assertThat(script.upgrade().statements()).isEqualTo(3);
		assertThat(script.source(Direction.UPGRADE).text()).isEqualTo(insert.repeat(3));
		assertThat(script.source(Direction.DOWNGRADE).text()).isEqualTo(insert);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE exercises (id bigint);", "'", "-- transaction: none" })
	void scriptThatChangedSinceIsNotRun(String replacement) {
		SqlScript script = this.files.readOne(EXERCISES);
		String changed = EXERCISES.replace("CREATE TABLE exercises (id int);", replacement);
		this.files.write("x.sql", changed);

		assertThatExceptionOfType(ScriptChangedException.class)
			.isThrownBy(() -> script.source(Direction.UPGRADE).text())
			.withMessage("""
					The script file:%s/x.sql was changed after the revisions had been read.

					Start again, to make the plan from the present scripts.""", this.folder);
	}

	@Test
	void scriptThatGrewSinceIsNotRun() {
		SqlScript script = this.files.readOne(EXERCISES);
		this.files.write("x.sql", EXERCISES + "select 1;");

		assertThat(script.source(Direction.UPGRADE).text()).contains("CREATE TABLE");
		assertThatExceptionOfType(ScriptChangedException.class)
			.isThrownBy(() -> script.source(Direction.DOWNGRADE).text());
	}

	@Test
	void scriptThatChangesWhileItIsReadIsToldAtItsEnd() throws Exception {
		String rows = "insert into t values (1);\n".repeat(10_000);
		SqlScript script = this.files.readOne("-- revision: a\n-- migrator:upgrade\n" + rows);
		try (Reader reader = script.source(Direction.UPGRADE).open()) {
			assertThat(reader.read(new char[20_000])).isPositive();
			this.files.write("x.sql", "-- revision: a\n-- migrator:upgrade\n" + rows.replace('1', '2'));

			assertThatExceptionOfType(ScriptChangedException.class)
				.isThrownBy(() -> reader.transferTo(Writer.nullWriter()));
		}
	}

	@Test
	void scriptThatIsGoneIsNotRun() throws Exception {
		SqlScript script = this.files.readOne(EXERCISES);
		Files.delete(this.folder.resolve("x.sql"));

		assertThatExceptionOfType(ScriptChangedException.class)
			.isThrownBy(() -> script.source(Direction.UPGRADE).text())
			.withMessageContaining("can no longer be read: java.io.FileNotFoundException");
	}

	private static List<SqlStatement> statements(SqlScript script) {
		return SqlStatements.of(script.source(Direction.UPGRADE).text(), script.upgrade().startLine());
	}

	private ScriptHeader header(String header) {
		return this.files.readOne(header + "\n-- migrator:upgrade\n").header();
	}

}
