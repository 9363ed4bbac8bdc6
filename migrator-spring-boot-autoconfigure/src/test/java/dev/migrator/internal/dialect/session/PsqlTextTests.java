package dev.migrator.internal.dialect.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where strings end is the same to psql and to the server. That psql reads it so is
 * tested with psql.
 */
class PsqlTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "select E'a\\'b'", "select E'a\\'' -- it's\n", "select E'a\n b\\'c'", "select 'a\\'\n'b'",
			"select E'a'\n'b\\\\'", "select E'a'\n; select 'b\\'", "select E'a' /* \\' */\n'b'",
			"select $$E'a'\n'b\\'c'$$", "select E'a', 'b\\'\n'c'" })
	void textThatPsqlReadsLikeTheServerStaysAsItIs(String sql) {
		assertThat(PsqlText.of(sql)).isEqualTo(sql);
	}

	@Test
	void quoteThatABackslashHidesInALaterLineOfAStringIsWrittenTwice() {
		assertThat(PsqlText.of("select E'a\\'' -- it's\n\n  'b\\'c\\\\' -- '\n'\\\\\\'d\\n', E'\\''"))
			.isEqualTo("select E'a\\'' -- it's\n\n  'b''c\\\\' -- '\n'\\\\''d\\n', E'\\''");
	}

	@Test
	void carriageReturnEndsALineToo() {
		assertThat(PsqlText.of("select e'a'\r'\\'b'")).isEqualTo("select e'a'\r'''b'");
	}

}
