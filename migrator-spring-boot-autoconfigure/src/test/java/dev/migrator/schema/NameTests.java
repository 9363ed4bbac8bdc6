package dev.migrator.schema;

import dev.migrator.schema.element.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NameTests {

	@Test
	void nameMayHave63BytesAndNoMore() {
		assertThat(ObjectName.of("a".repeat(63)).name()).hasSize(63);
		assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> ObjectName.of("a".repeat(64)))
			.withMessageContaining("has 64 bytes; PostgreSQL would cut it off after 63.");
	}

	@Test
	void bytesAreCountedAndNotCharacters() {
		assertThat(Column.of("ä".repeat(31), Types.text()).name()).hasSize(31);
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> Column.of("ä".repeat(32), Types.text()))
			.withMessageContaining("has 64 bytes");
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> Column.of("🏋".repeat(16), Types.text()))
			.withMessageContaining("has 64 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a\0b", "half \uD83C" })
	void whatPostgresCannotStoreIsNoName(String name) {
		assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> Column.of(name, Types.text()));
		assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> ObjectName.of(name));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			value = { "users,,users", "billing.invoices,billing,invoices", "Billing.In Voices,Billing,In Voices",
					"'billing.\"2026.invoices\"',billing,2026.invoices", "'\"a.b\".\"c\"\"d\"',a.b,c\"d",
					"'a\"b',,a\"b", "'\"half',,\"half", "'\"; DROP TABLE x; --',,\"; DROP TABLE x; --" })
	void schemaStandsBeforeTheDot(String text, String schema, String name) {
		ObjectName read = ObjectName.of(text);

		assertThat(read.schema()).isEqualTo(schema);
		assertThat(read.name()).isEqualTo(name);
		assertThat(ObjectName.of(read.toString())).isEqualTo(read);
	}

	@Test
	void threePartsAreOneTooMany() {
		assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> ObjectName.of("a.b.c"))
			.withMessageContaining("\"a.b.c\" has more parts than a schema and a name.");
	}

}
