package dev.migrator.dialect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

	@Test
	void linesAreThoseOfTheScript() {
		assertThat(PsqlVariables.in("select 1;\n\nselect a[1:n]", 10)).containsExactly(new PsqlVariables.Use("n", 12));
	}

	@Test
	void variablesThatPsqlAlwaysHasCannotBeUnset() {
		assertThat(new PsqlVariables.Use("ROW_COUNT", 1).canBeUnset()).isFalse();
		assertThat(new PsqlVariables.Use("row_count", 1).canBeUnset()).isTrue();
	}

	private static List<String> names(String sql) {
		return PsqlVariables.in(sql, 1).stream().map(PsqlVariables.Use::name).toList();
	}

}
