package dev.migrator.internal.dialect.lexer;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.ddl.SqlFragment;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("server")
@Tag("oldest")
class SqlTextTests {

	private static final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(strings = { "plain", "it's", "back\\slash", "\\' ; drop", "äöü €", "", "two\nlines",
			"three\r\nlines\r", "\u001b[2J\u007f\u0001\\r'" })
	void literalIsTheValueWhateverTheSessionSays(String value) {
		for (String conforming : new String[] { "on", "off" }) {
			try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
			})) {
				connection
					.send("set standard_conforming_strings = " + conforming + "; set escape_string_warning = off");
				assertThat(connection.query("select " + SqlText.literal(value)).get(0).text(0)).isEqualTo(value);
			}
		}
	}

	@Test
	void literalHasNoLineEndThatAFileDoesNotKeep() {
		assertThat(SqlText.literal("a\r\nb\u001b\t")).isEqualTo("E'a\\r\nb\\x1B\t'");
	}

	@Test
	void expressionOfTheServerHasNoneEither() {
		assertThat(SqlFragment.of("'a\r\nb' || 'c' || lower('''a\\b\r')"))
			.isEqualTo("E'a\\r\nb' || 'c' || lower(E'''a\\\\b\\r')");
		assertThat(SqlFragment.of("'a'\r\n'b'")).isEqualTo("'a'\r\n'b'");
	}

	@Test
	void identifierIsTakenAsItIs() {
		assertThat(database.value("select " + SqlText.identifier("a\"B c") + " from (values ('x')) v (\"a\"\"B c\")"))
			.isEqualTo("x");
	}

}
