package dev.migrator.internal.dialect.lexer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What psql would take for a variable of its own.
 */
class PsqlVariablesTests {

	@Test
	void colonBeforeANameIsAVariable() {
		assertThat(names("select a[1:n], a[1:N], a[:'q'], a[1:\"I d\"], a[1:\"Id\"], x::y:z, :ünï, a[lo:3]"))
			.containsExactly("n", "N", "q", "Id", "z", "ünï", "3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select x::int", "select ':n' \":n\" E'\\':n' $$:n$$ $a$:n$a$", "-- :n\nselect /* :n */ 1",
			"select a[1: n]", "call p(x := n)", "select a[1:-n]" })
	void otherColonsAreNone(String sql) {
		assertThat(names(sql)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			select :n                                     | :n
			alter database :"DBNAME" set x.y = 1          | :"DBNAME"
			select 1, (a[1:2])[:n], :'USER'               | :'USER'
			select json_object('a' : (select :n))         | :n
			""", quoteCharacter = '^')
	void whereTheServerKnowsNoColonItCanBeNothingElse(String sql, String written) {
		assertThat(PsqlVariables.certainIn(sql, 1)).extracting(PsqlVariables.Use::written).containsExactly(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select a[1:n], a[:n], a[f(1):\"N\"]", "select json_object('a':'b', 'c':d)",
			"select json_objectagg(k:v)", "select x::int, f(a := 1)", "select ':n'" })
	void whereTheServerKnowsAColonItMayBeNone(String sql) {
		assertThat(PsqlVariables.certainIn(sql, 1)).isEmpty();
	}

	@Test
	void linesAreThoseOfTheScript() {
		assertThat(PsqlVariables.in("select 1;\n\nselect a[1:n]", 10))
			.containsExactly(new PsqlVariables.Use("n", 12, ":n", true));
	}

	@Test
	void variablesThatPsqlAlwaysHasCannotBeUnset() {
		assertThat(new PsqlVariables.Use("ROW_COUNT", 1, ":ROW_COUNT", true).canBeUnset()).isFalse();
		assertThat(new PsqlVariables.Use("row_count", 1, ":row_count", true).canBeUnset()).isTrue();
	}

	private static List<String> names(String sql) {
		return PsqlVariables.in(sql, 1).stream().map(PsqlVariables.Use::name).toList();
	}

}
