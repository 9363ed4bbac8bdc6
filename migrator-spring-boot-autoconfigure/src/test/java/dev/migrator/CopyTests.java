package dev.migrator;

import java.nio.file.Path;

import dev.migrator.execution.PartialRevisionException;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code COPY ... FROM STDIN} with its data in the script.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class CopyTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table t (id int, v text);");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void textWithEscapesArrives(String lineEnd) {
		add("copy t from stdin;\n1\tit's; \\t$$ é😀\n2\t\\N\n3\t\n4\t\\\\.\n\\.\ninsert into t values (5, 'after');"
			.replace("\n", lineEnd));

		upgrade();

		assertThat(rows()).isEqualTo("1=it's; \t$$ é😀,2=null,3=,4=\\.,5=after");
	}

	@Test
	void csvWithLineBreaksInQuotesArrives() {
		add("""
				COPY t (v, id) FROM STDIN WITH (FORMAT csv, HEADER true, DELIMITER ';', NULL '-');
				v;id
				"a;
				""b""\";1
				-;2
				\\.
				""");

		upgrade();

		assertThat(rows()).isEqualTo("1=a;\n\"b\",2=null");
	}

	@Test
	void csvWithCarriageReturnsArrives() {
		add("copy t from stdin csv;\r\n1,\"a\r\nb\"\r\n2,c\r\n\\.\r\n");

		upgrade();

		assertThat(rows()).isEqualTo("1=a\r\nb,2=c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy t from stdin;\n\\.\n", "copy t from stdin;\n\\.", "copy t from stdin;\n",
			"copy t from stdin;", "copy t from stdin" })
	void dataMayBeEmpty(String script) {
		add(script);

		upgrade();

		assertThat(rows()).isNull();
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1\tx\n2\ty\n", "1\tx\n2\ty" })
	void endOfTheFileEndsTheData(String data) {
		add("copy t from stdin;\n" + data);

		upgrade();

		assertThat(rows()).isEqualTo("1=x,2=y");
	}

	@Test
	void onlyOneThatTheServerWouldRunIsOne() {
		add("""
				create function f() returns text language sql as 'select ''copy t from stdin;''';
				do $$ begin perform 'copy t from stdin;'; end $$;
				insert into t values (1, 'copy t from stdin;');
				-- copy t from stdin;
				insert into t values (2, f());
				""");

		upgrade();

		assertThat(rows()).isEqualTo("1=copy t from stdin;,2=copy t from stdin;");
	}

	@Test
	void severalAndStatementsBetweenThemAreOneTransaction() {
		add("""
				create table u (id int);
				copy t from stdin;
				1	x
				\\.
				copy u from stdin;
				1
				\\.
				insert into t select id + 1, 'y' from u;
				""");

		upgrade();

		assertThat(rows()).isEqualTo("1=x,2=y");
		assertThat(this.database.value("select count(distinct xmin::text) from t")).isEqualTo("1");
	}

	@Test
	void rowThatFailsIsNamedByItsLineInTheScript() {
		add("select 1;\n\ncopy t\n  from stdin;\n1\tx\n2\ty\nthree\tz\n\\.\nselect 2;");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade).satisfies((ex) -> {
			assertThat(ex.line()).isEqualTo(13);
			assertThat(ex.statement()).isEqualTo(2);
			assertThat(ex.description()).isEqualTo("""
					Revision b (0002_b.sql) failed in statement 2 of 3, line 13:

					    copy t
					      from stdin

					  invalid input syntax for type integer: "three" (SQLSTATE 22P02)
					  Context: COPY t, line 3, column id: "three\"""");
			assertThat(ex.action()).startsWith("Nothing of this revision was kept; the database is at a.");
		});
		assertThat(rows()).isNull();
	}

	@Test
	void copyThatTheServerRefusesIsNamed() {
		add("copy nope from stdin;\n1\n\\.\n");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("failed in statement 1 of 1, line 7:\n\n    copy nope from stdin\n\n"
					+ "  relation \"nope\" does not exist");
	}

	@Test
	void dataOfManyBuffersArrives() {
		String row = "é".repeat(3000) + "😀";
		StringBuilder script = new StringBuilder("copy t from stdin;\n");
		for (int i = 0; i < 500; i++) {
			script.append(i).append('\t').append(row).append('\n');
		}
		add(script + "\\.\n");

		upgrade();

		assertThat(this.database.value("select count(*) || ' ' || count(distinct v) from t")).isEqualTo("500 1");
		assertThat(this.database.value("select v from t limit 1")).isEqualTo(row);
	}

	@Test
	void javaRevisionMayHoldItToo() {
		Migrator.builder(this.database.dataSource())
			.locations(this.revisions.location())
			.javaRevisions(new CopyInJava())
			.build()
			.upgrade();

		assertThat(rows()).isEqualTo("1=code,2=copy,3=after");
		assertThat(this.database.value("select count(distinct xmin::text) from t")).isEqualTo("1");
	}

	@Test
	void whatATriggerRaisesIsHeard(CapturedOutput output) {
		add("""
				create function f() returns trigger language plpgsql as
				    $$ begin raise notice 'row %', new.id; return new; end $$;
				create trigger r before insert on t for each row execute function f();
				copy t from stdin;
				7	x
				\\.
				""");

		upgrade();

		assertThat(output).contains("The server says: row 7");
	}

	@Test
	void withoutATransactionItIsOneOfTheStatements() {
		this.revisions.addWithoutTransaction("b <- a",
				"create table u (id int);\ncopy t from stdin;\n1\té😀\n\\.\ncreate index concurrently i on t (id);");

		upgrade();

		assertThat(rows()).isEqualTo("1=é😀");
		assertThat(this.database
			.value("select statements || ' ' || statements_done from migrator_history " + "where revision = 'b'"))
			.isEqualTo("3 3");
	}

	@Test
	void withoutATransactionItIsNotRunTwice() {
		String done = "copy t from stdin;\n1\té😀\n\\.\n";
		this.revisions.addWithoutTransaction("b <- a", done + "copy u from stdin;\n1\n2\n\\.\n");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("failed in statement 2 of 2, line 11");
		this.database.execute("create table u (id int)");

		upgrade();

		assertThat(rows()).isEqualTo("1=é😀");
		assertThat(this.database.value("select count(*) from u")).isEqualTo("2");
	}

	@Test
	void withoutATransactionTheDataThatIsDoneMustNotBeEdited() {
		this.revisions.addWithoutTransaction("b <- a", "copy t from stdin;\n1\tx\n\\.\nselect 1/0;\n");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade);
		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- transaction: none
				-- migrator:upgrade
				copy t from stdin;
				2	x
				\\.
				select 1;
				""");

		assertThatExceptionOfType(PartialRevisionException.class).isThrownBy(this::upgrade);
		assertThat(rows()).isEqualTo("1=x");
	}

	@Test
	void withoutATransactionTheRowThatFailsIsNamedByItsLine() {
		this.revisions.addWithoutTransaction("b <- a", "copy t from stdin;\n1\tx\ntwo\ty\n\\.\n");

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(this::upgrade)
			.withMessageContaining("failed in statement 1 of 1, line 10");
		assertThat(rows()).isNull();
	}

	@Test
	void rowsThatNobodyWouldReadAreRefused() {
		add("copy t to stdout;");

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(this::upgrade)
			.withMessageContaining(
					"0002_b.sql:7: nobody would read the rows of COPY ... TO STDOUT; remove it, or write "
							+ "the rows to a table");
	}

	private void add(String upgrade) {
		this.revisions.file("0002_b.sql",
				"-- make b\n--\n-- revision: b\n-- revises: a\n\n-- migrator:upgrade\n" + upgrade);
	}

	private String rows() {
		return this.database
			.value("select string_agg(id || '=' || coalesce(v, 'null'), ',' order by id) from t where id is not null");
	}

	@RevisionScript(revision = "b", revises = "a")
	static final class CopyInJava implements JavaRevision {

		@Override
		public void upgrade(Operations op) {
			op.data("code", (jdbc) -> jdbc.sql("insert into t values (1, 'code')").update());
			op.execute("copy t from stdin;\n2\tcopy\n\\.\ninsert into t values (3, 'after')");
		}

	}

	private void upgrade() {
		Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build().upgrade();
	}

}
