package dev.migrator.autogenerate.convention;

import dev.migrator.schema.InvalidDefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Patterns of names, and what is none.
 */
class NamePatternTests {

	@Test
	void onlyForeignKeysReferenceSomething() {
		assertThat(new NamePattern(NamedKind.FOREIGN_KEY, "{table}_{referenced-table}_fk").text())
			.isEqualTo("{table}_{referenced-table}_fk");
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> new NamePattern(NamedKind.UNIQUE, "{table}_{referenced-table}_uq"))
			.withMessageContaining("{referenced-table} is not a placeholder.")
			.withMessageContaining("the placeholders are {table}, {columns}, {column}.");
	}

	@ParameterizedTest
	@CsvSource({ "uq_{tabel}_{columns}, {tabel} is not a placeholder.", "uq_{table, { is not a placeholder.",
			"uq_table}_{columns}, } is not a placeholder.", "uq, All names would be the same.",
			"'uq {table} ', A name begins and ends with a visible character." })
	void whatIsNoPatternIsToldWithTheReason(String text, String reason) {
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> new NamePattern(NamedKind.UNIQUE, text))
			.withMessageContaining(reason);
	}

}
