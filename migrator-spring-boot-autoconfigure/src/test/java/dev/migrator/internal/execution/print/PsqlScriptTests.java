package dev.migrator.internal.execution.print;

import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written for psql ends where psql expects it.
 */
class PsqlScriptTests {

	private final StringBuilder out = new StringBuilder();

	private final PsqlScript script = new PsqlScript(this.out);

	@Test
	void commentIsOneLineWhateverIsInIt() {
		this.script.comment("make \r\n\\! rm\u2028 b\u0000\u001bc");

		assertThat(this.out).hasToString("-- make \\r\\n\\! rm\\u2028 b\\u0000\\u001Bc\n");
	}

	@Test
	void statementsOfTheMigratorEndALine() {
		this.script.own("");
		this.script.own("BEGIN;");
		this.script.own("committing", "COMMIT;\n");

		assertThat(this.out).hasToString("\\set QUIET on\nBEGIN;\nCOMMIT;\n");
	}

	@Test
	void psqlSpeaksOfTheAuthorsStatementsAloneAndIsLeftAsItWas() {
		this.script.begin("\\encoding UTF8\n");
		this.script.own("BEGIN;");
		author("create table t (id int);");
		this.script.statement("vacuum t");
		this.script.own("COMMIT;");
		this.script.end();

		assertThat(this.out).hasToString("""
				\\encoding UTF8
				\\set migrator_quiet :QUIET
				\\set QUIET on
				BEGIN;
				\\set QUIET :migrator_quiet
				create table t (id int);
				vacuum t;
				\\set QUIET on
				COMMIT;
				\\set QUIET :migrator_quiet
				\\unset migrator_quiet
				""");
	}

	@Test
	void progressIsShownAsItIsWrittenWhateverIsInIt() {
		this.script.progress("add 'it''s', \"x\" `rm` :USER \\! \\\\ \n\u2028");

		assertThat(this.out).hasToString("\\echo 'add ''it''''s'', \"x\" `rm` :USER \\\\! \\\\\\\\ \\\\n\\\\u2028'\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1;", "select 1;\n", "select 1; -- no end", "select 1; select 2 ;" })
	void sqlThatIsEndedStaysAsItIs(String sql) {
		assertThat(author(sql)).isEqualTo(sql.endsWith("\n") ? sql : sql + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select 1", "select 1; select 2", "select 1 -- no end;", "select ';' /* ; */" })
	void sqlThatIsNotEndedIsEndedBelowWhatMayBeAComment(String sql) {
		assertThat(author(sql)).isEqualTo(sql + "\n;\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1\n2\n", "", "1\r\n2\n" })
	void dataEndsWithALineOfItsOwn(String data) {
		assertThat(copied(data)).isEqualTo("copy t from stdin;\n" + data + "\\.\n");
	}

	@Test
	void dataWithoutALastLineEndGetsOne() {
		assertThat(copied("1\n2")).isEqualTo("copy t from stdin;\n1\n2\n\\.\n");
	}

	@Test
	void dataWithCarriageReturnsEndsWithOne() {
		assertThat(copied("1\r\n2\r\n")).isEqualTo("copy t from stdin;\n1\r\n2\r\n\\.\r\n");
	}

	@Test
	void lineEndMayComeInTwoHalves() {
		this.script.copy("copy t from stdin", (writer) -> {
			writer.write("1\r");
			writer.write("\n");
		});

		assertThat(this.out).hasToString("copy t from stdin;\n1\r\n\\.\r\n");
	}

	@Test
	void copyStandsBetweenTheStatementsAroundIt() {
		assertThat(author("select 1;\ncopy t from stdin;\n1\n\\.\nselect 2"))
			.isEqualTo("select 1;\ncopy t from stdin;\n1\n\\.\nselect 2\n;\n");
	}

	private String author(String sql) {
		this.script.author(0, ExecuteSql.of(sql), 1);
		return this.out.toString();
	}

	private String copied(String data) {
		this.script.copy("copy t from stdin", (writer) -> writer.write(data));
		return this.out.toString();
	}

}
