package dev.migrator.internal.dialect.address;

import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link UrlMistake}.
 */
class UrlMistakeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			postgres://ann:pw@db/app                   | FORM_OF_HOSTS
			postgresql://db/app                        | FORM_OF_HOSTS
			jdbc:postgres://db/app                     | OTHER_PREFIX
			jdbc:postgres://ann:pw@db:5433/app         | OTHER_PREFIX
			jdbc:postgresql://ann:pw@db/app            | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann:pw@db:5433/app       | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann@db/app               | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann:pw@one:5432,two/app  | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann:pw@[::1]:5432/app    | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann:pw@db                | LOGIN_BEFORE_HOST
			jdbc:postgresql://ann:p/w@db/app           | LOGIN_BEFORE_HOST
			""")
	void isFoundWhereItIsPlainWhatIsMeant(String url, UrlMistake mistake) {
		assertThat(UrlMistake.in(url)).contains(mistake);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db/app", "jdbc:postgresql://one:5432,two/app", "jdbc:postgresql:app",
			"jdbc:postgresql:///app", "jdbc:postgresql://[::1]/a@b", "jdbc:postgresql://db:5432/a@b",
			"jdbc:postgresql://db/a@b", "jdbc:postgresql://db/app?user=a@b&password=p@w:1" })
	void isNotFoundInWhatTheDriverTakes(String url) {
		assertThat(new Driver().acceptsURL(url)).isTrue();
		assertThat(UrlMistake.in(url)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:a@b", "jdbc:mysql://ann:pw@db/app", "jdbc:pgsql://ann:pw@db/app", "" })
	void isNotFoundInWhatAnotherDriverMayTake(String url) {
		assertThat(UrlMistake.in(url)).isEmpty();
	}

	@Test
	void isPutRight() {
		assertThat(UrlMistake.OTHER_PREFIX.corrected("url", "jdbc:postgres://ann:pw@db/app?sslmode=require"))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://db/app?sslmode=require", "ann", "pw"));
		assertThat(UrlMistake.OTHER_PREFIX.corrected("url", "jdbc:postgres:app"))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql:app", null, null));
		assertThat(UrlMistake.LOGIN_BEFORE_HOST.corrected("url", "jdbc:postgresql://ann:pw@db:5433/app"))
			.isEqualTo(new DatabaseUrl("jdbc:postgresql://db:5433/app", "ann", "pw"));
	}

	@Test
	void passwordThatEndsTooEarlyIsSaid() {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> UrlMistake.LOGIN_BEFORE_HOST.corrected("app.url", "jdbc:postgresql://ann:p/w@db/app"))
			.withMessageStartingWith("app.url cannot be read: the user or the password contains a character that ends "
					+ "it too early.");
	}

	@Test
	void driverIsNotAskedForALoginThatItWouldLog() {
		assertThat(ServerLogin.of("jdbc:postgresql://ann:pw@db/app", null, null, new Properties())).isEmpty();
	}

}
