package dev.migrator.autogenerate;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which names a pattern stands for.
 */
class NamePatternsTests {

	@ParameterizedTest
	@CsvSource({ "users, users, true", "users, user, false", "user*, users_old, true", "user?, users, true",
			"user?, user, false", "U.ers, users, false", "USERS, users, true", "ÄMTER, ämter, true",
			"\uD83D\uDE80*, \uD83D\uDE80_log, true", "\uD83D\uDE80*, \uD83D\uDE81_log, false",
			"?_log, \uD83D\uDE80_log, true", "??_log, \uD83D\uDE80_log, false", "\uD801\uDC00, \uD801\uDC28, true" })
	void matches(String pattern, String name, boolean expected) {
		assertThat(NamePatterns.match(List.of(pattern), name)).isEqualTo(expected);
	}

}
