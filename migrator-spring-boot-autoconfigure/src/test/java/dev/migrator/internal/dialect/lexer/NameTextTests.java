package dev.migrator.internal.dialect.lexer;

import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.inspection.NamedSchema;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.dialect.text.NameServerTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names with letters beyond ASCII, read without a server; {@link NameServerTests} asks
 * one.
 */
class NameTextTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'',
			value = { "Users,users", "'\"Users\"',Users", "'\"a\"\"b\"',a\"b", "ÄMTER,Ämter", "'\"\"',''", "İI,İi" })
	void lettersOfAsciiAreFoldedWhereThereAreNoQuotes(String identifier, String name) {
		assertThat(NameText.of(identifier)).isEqualTo(name);
	}

	@Test
	void nameIsCutBetweenCharacters() {
		assertThat(NameText.cut("a\uD83D\uDE80b", 4)).isEqualTo("a");
		assertThat(NameText.cut("a\uD83D\uDE80b", 5)).isEqualTo("a\uD83D\uDE80");
		assertThat(NameText.cut("äöü", 5)).isEqualTo("äö");
		assertThat(NameText.cut("a\uD83D", 3)).isEqualTo("a");
	}

	@Test
	void columnOfAnyLetterIsFoundInAnExpression() {
		assertThat(ExpressionColumns.mentions("\uD83D\uDE80 > 0", Set.of("\uD83D\uDE80"))).isTrue();
		assertThat(ExpressionColumns.mentions("\uD83D\uDE80\uD83D\uDE80 > 0", Set.of("\uD83D\uDE80"))).isFalse();
		assertThat(ExpressionColumns.rename("ÄMTER > \uD83D\uDE80", Map.of("Ämter", "n")))
			.isEqualTo("n > \uD83D\uDE80");
		assertThat(ExpressionColumns.rename("a > b", Map.of("a", "b", "b", "a"))).isEqualTo("b > a");
	}

	@Test
	void schemaOfAnyLetterIsFoundInAString() {
		String sql = "select nextval('\uD83D\uDE80.numbers')";

		assertThat(NamedSchema.in(SqlStatements.of(sql).get(0), sql, Set.of("\uD83D\uDE80")))
			.hasValue(new NamedSchema(1, "refers to \uD83D\uDE80.numbers"));
	}

}
