package dev.migrator.internal.dialect.inspection;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is refused before anything runs, and what is said about it.
 */
class ScriptInspectionTests {

	@Test
	void everyRuleIsAppliedToSomeScript() {
		assertThat(Stream
			.of(ScriptInspection.inTransaction(), ScriptInspection.withoutTransaction(),
					ScriptInspection.ofDescription())
			.flatMap((inspection) -> inspection.rules().stream())
			.<Class<?>>map(ScriptRule::getClass)
			.distinct())
			.containsExactlyInAnyOrderElementsOf(new ClassFileImporter().importPackagesOf(ScriptRule.class)
				.stream()
				.filter((type) -> type.isAssignableTo(ScriptRule.class) && !type.isInterface())
				.<Class<?>>map(JavaClass::reflect)
				.toList());
	}

	@Test
	void everythingIsFoundInOrder() {
		assertThat(inspect("""
				create table t (id int);
				begin; vacuum; -- commit;
				\\i other.sql
				copy t from stdin;
				commit;
				\\.
				discard all;
				commit""")).extracting(Refusal::line).containsExactly(2, 2, 3, 7, 8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					\\i other.sql        | write the SQL of that file here, or in a separate revision
					\\ir other.sql       | write the SQL of that file here, or in a separate revision
					\\copy t from 'x'    | write COPY ... FROM STDIN; with the data in the lines below it and \\. in the line after them
					\\set x 1            | write the values themselves where they are used
					\\gset               | use a WITH query, or a DO block with variables
					\\gexec              | run the results of a query in a DO block: FOR ... IN SELECT ... LOOP EXECUTE ...; END LOOP
					\\g                  | end the statement with a semicolon
					\\;                  | end the statement with a semicolon
					\\bind 1             | write the values into the statement, and end it with a semicolon
					\\if true            | write a DO block with IF ... THEN ... END IF
					\\echo done          | remove it, or use RAISE NOTICE in a DO block
					\\connect app        | remove it: a revision runs in the database and the role of its connection (SET ROLE takes another role until the script ends)
					\\c                  | remove it: a revision runs in the database and the role of its connection (SET ROLE takes another role until the script ends)
					\\! ls               | remove it: a migration runs no programs and writes no files
					\\lo_import x        | write SELECT lo_from_bytea(0, ...) with the data in it
					\\lo_unlink 1        | write SELECT lo_unlink(...) or a similar function
					\\q                  | remove it and the text after it
					\\password app       | write ALTER ROLE ... PASSWORD '...'
					\\encoding LATIN1    | save the script as UTF-8, and remove it
					\\.                  | remove it: it ends the data of a COPY ... FROM STDIN, and there is none before it
					\\timing on          | remove it: it changes only what psql shows
					\\pset pager off     | remove it: it changes only what psql shows""",
			quoteCharacter = '"')
	void psqlCommandIsRefusedWithWhatToWriteInstead(String command, String remedy) {
		String name = command.split(" ")[0];

		assertThat(inspect("select 1;\n" + command + "\n;")).singleElement()
			.isEqualTo(new Refusal(2, name + " is a psql command, which the server does not know", remedy, false));
		assertThat(ScriptInspection.withoutTransaction().inspect(new StringReader(command), 1)).hasSize(1);
	}

	@Test
	void whatGuardsADumpIsPassedOver() {
		assertThat(inspect("\\restrict abc\nselect 1;\n\\unrestrict abc\n")).isEmpty();
	}

	@Test
	void guardThatWouldHideSqlIsRefused() {
		assertThat(inspect("\\restrict abc \\\\ select 1;\n")).hasSize(1);
		assertThat(inspect("select\n\\restrict abc\n1")).singleElement()
			.isEqualTo(new Refusal(2, "\\restrict is inside a statement",
					"move it to a separate line between two statements", false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "begin", "BEGIN ISOLATION LEVEL SERIALIZABLE", "start transaction", "commit", "End Work",
			"rollback", "rollback and chain", "abort", "prepare transaction 'x'", "/* ; */ commit -- it\n" })
	void transactionControlIsRefusedInATransactionOnly(String statement) {
		assertThat(inspect(statement)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.what()).endsWith(
					" would begin or end a transaction, but the script already runs in one, together with its version row");
			assertThat(refusal.remedy()).isEqualTo("remove it");
			assertThat(refusal.fineOutsideTransaction()).isTrue();
		});
		assertThat(ScriptInspection.withoutTransaction().inspect(new StringReader(statement), 1)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "savepoint s", "release s", "release savepoint s", "rollback to s",
			"rollback work to savepoint s", "rollback transaction to s", "rollback to \"commit\"",
			"prepare q as select 1", "select 'commit'", "do $$ begin commit; end $$", "select 1 as begin",
			"create function f() returns int begin atomic select 1; end", "set transaction read write" })
	void otherStatementsAreNoTransactionControl(String statement) {
		assertThat(inspect(statement)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"create subscription s connection 'x' publication p with (enabled = false, create_slot = 'off')",
			"alter subscription s refresh publication", "alter subscription s set publication p",
			"alter subscription s add publication p with (copy_data = false)" })
	void subscriptionsThatNeedTheirServerAreRefused(String statement) {
		assertThat(inspect(statement)).hasSize(statement.contains("create_slot") ? 0 : 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "DISCARD ALL", "select pg_advisory_unlock_all()",
			"select 1, 2, 3, a.b, c.d, e.f, g.h, i.j, k.l, m.n, o.p, pg_catalog.PG_ADVISORY_UNLOCK_ALL()",
			"select \"pg_advisory_unlock_all\"()", "do $$ begin perform pg_advisory_unlock_all(); end $$" })
	void losingTheLockIsRefusedWithAndWithoutATransaction(String statement) {
		assertThat(inspect(statement)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.what()).endsWith(" would release the migration lock");
			assertThat(refusal.fineOutsideTransaction()).isFalse();
		});
		assertThat(ScriptInspection.withoutTransaction().inspect(new StringReader(statement), 1)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "discard temp", "discard plans", "select 'pg_advisory_unlock_all()'",
			"select 1 -- pg_advisory_unlock_all()\n", "select pg_advisory_unlock(1)",
			"create function f() returns void language sql as $$ select pg_advisory_unlock_all() $$" })
	void otherStatementsLoseNoLock(String statement) {
		assertThat(inspect(statement)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					copy t to stdout                       | nobody would read the rows of COPY ... TO STDOUT
					copy (select ';') to stdout with csv   | nobody would read the rows of COPY ... TO STDOUT
					copy t from stdin with (format binary) | a text file cannot hold the binary data of COPY ... FROM STDIN
					copy t from stdin binary               | a text file cannot hold the binary data of COPY ... FROM STDIN
					copy binary t from stdin               | a text file cannot hold the binary data of COPY ... FROM STDIN
					set client_encoding = 'LATIN1'         | the script is read as UTF-8 and cannot set another client_encoding
					set local client_encoding to latin1    | the script is read as UTF-8 and cannot set another client_encoding
					set names 'SJIS'                       | the script is read as UTF-8 and cannot set another client_encoding
					set standard_conforming_strings = off  | standard_conforming_strings = off would change where strings end
					set session standard_conforming_strings to 'off' | standard_conforming_strings = off would change where strings end
					set "Standard_Conforming_Strings" = F  | standard_conforming_strings = off would change where strings end
					reset standard_conforming_strings      | standard_conforming_strings = off would change where strings end
					set standard_conforming_strings to default | standard_conforming_strings = off would change where strings end
					select set_config('standard_conforming_strings', 'off', true) | standard_conforming_strings = off would change where strings end
					with x as (select pg_catalog.set_config('client_encoding', 'LATIN1', false)) select * from x | the script is read as UTF-8 and cannot set another client_encoding
					set datestyle = 'German'               | the driver closes the connection when the style of DateStyle is not ISO
					set local datestyle to sql, dmy        | the driver closes the connection when the style of DateStyle is not ISO
					select 1, set_config('DateStyle', 'DMY, Postgres', false) | the driver closes the connection when the style of DateStyle is not ISO
					select :'USER'                         | :'USER' is a psql variable, which the server does not know
					create schema :"DBNAME"                | :"DBNAME" is a psql variable, which the server does not know
					select :x                              | :x is a psql variable, which the server does not know
					""",
			quoteCharacter = '^')
	void whatWantsAnotherClientIsRefused(String statement, String what) {
		assertThat(inspect(statement)).singleElement().extracting(Refusal::what).isEqualTo(what);
		assertThat(ScriptInspection.withoutTransaction().inspect(new StringReader(statement), 1)).singleElement()
			.extracting(Refusal::what)
			.isEqualTo(what);
	}

	@ParameterizedTest
	@ValueSource(strings = { "copy t to '/tmp/stdout'", "copy t to program 'cat'", "copy t from '/tmp/stdin' binary",
			"copy t (a, binary) from stdin", "set client_encoding = 'UTF8'", "set client_encoding to utf8",
			"set client_encoding to default", "set standard_conforming_strings = on", "set search_path = public",
			"set \"client_encoding\" = 'UTF8'", "set", "select set_config('client_encoding', 'utf-8', false)",
			"set datestyle = 'ISO, DMY'", "set datestyle to ymd", "reset datestyle", "set datestyle = default",
			"select set_config('standard_conforming_strings', 'true', false)",
			"select set_config('DateStyle', x, false)", "select 'set_config(''client_encoding'', ''latin1'', false)'",
			"create function f() returns int language sql set datestyle = 'German' as 'select 1'",
			"copy t from stdin (format text)" })
	void otherStatementsAreFine(String statement) {
		assertThat(inspect(statement)).isEmpty();
	}

	@Test
	void whatCannotBeReadIsThrown() {
		assertThatExceptionOfType(UnreadableSqlException.class)
			.isThrownBy(() -> inspect("copy t from stdin; select 1"));
		assertThatExceptionOfType(UnreadableSqlException.class).isThrownBy(() -> inspect("select '"));
	}

	private static List<Refusal> inspect(String sql) {
		return ScriptInspection.inTransaction().inspect(new StringReader(sql), 1);
	}

}
