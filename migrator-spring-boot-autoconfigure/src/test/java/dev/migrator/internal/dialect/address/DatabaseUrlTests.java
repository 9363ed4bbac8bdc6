package dev.migrator.internal.dialect.address;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link DatabaseUrl}.
 */
class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			postgres://ann:pw@db.example.org:5433/app       | jdbc:postgresql://db.example.org:5433/app
			postgresql://ann:pw@db.example.org/app          | jdbc:postgresql://db.example.org/app
			PostgreSQL://ann:pw@db/app                      | jdbc:postgresql://db/app
			jdbc:postgresql://ann:pw@db:5432/app            | jdbc:postgresql://db:5432/app
			postgres://ann:pw@[2001:db8::7]:5433/app        | jdbc:postgresql://[2001:db8::7]:5433/app
			postgres://ann:pw@[::1]/app                     | jdbc:postgresql://[::1]/app
			postgres://ann:pw@one:5432,two:5433/app         | jdbc:postgresql://one:5432,two:5433/app
			postgres://ann:pw@db                            | jdbc:postgresql://db/
			postgres://ann:pw@db?sslmode=require            | jdbc:postgresql://db/?sslmode=require
			postgres://ann:pw@db/app?                       | jdbc:postgresql://db/app
			postgres://ann:pw@db/a%2Fb                      | jdbc:postgresql://db/a%2Fb
			""")
	void takesHostPortAndDatabaseFromAUrlOfAHost(String url, String jdbcUrl) {
		DatabaseUrl settings = DatabaseUrl.parse("DATABASE_URL", url);

		assertThat(settings.jdbcUrl()).isEqualTo(jdbcUrl);
		assertThat(settings.username()).isEqualTo("ann");
		assertThat(settings.password()).isEqualTo("pw");
		assertThat(new Driver().acceptsURL(settings.jdbcUrl())).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ann:p%40ss%2Fw%3Ard%25       | ann       | p@ss/w:rd%
			a%3Ann%40home:pw             | a:nn@home | pw
			ann:p+w                      | ann       | p+w
			ann:p:w                      | ann       | p:w
			ann:p@w                      | ann       | p@w
			ann:p#w                      | ann       | p#w
			ann:%C3%A4%E2%82%AC          | ann       | ä€
			ann                          | ann       |
			ann:                         | ann       |
			:pw                          |           | pw
			""")
	void decodesUserAndPassword(String credentials, String username, String password) {
		DatabaseUrl settings = DatabaseUrl.parse("DATABASE_URL", "postgres://" + credentials + "@db:5432/app");

		assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/app");
		assertThat(settings.username()).isEqualTo(username);
		assertThat(settings.password()).isEqualTo(password);
	}

	@Test
	void needsNoUser() {
		DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL", "postgresql://db/app");

		assertThat(url).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/app", null, null));
	}

	@Test
	void takesUserAndPasswordOutOfTheParametersToo() {
		DatabaseUrl url = DatabaseUrl.parse("DATABASE_URL",
				"postgresql://one:two@db/app?user=ann&sslmode=require&password=p%40+w");

		assertThat(url).isEqualTo(new DatabaseUrl("jdbc:postgresql://db/app?sslmode=require", "ann", "p@+w"));
	}

	@Test
	void passesParametersOnUnderTheDriversNames() {
		DatabaseUrl settings = DatabaseUrl.parse("DATABASE_URL",
				"postgresql://db/app?sslmode=require&channel_binding=require"
						+ "&connect_timeout=5&application_name=a+b&options=-c%20search_path%3Da");

		assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db/app?sslmode=require&channelBinding=require"
				+ "&connectTimeout=5&ApplicationName=a%2Bb&options=-c%20search_path%3Da");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db:5432/app?user=ann&password=p@w+%zz", "jdbc:postgresql://db/app",
			"jdbc:postgresql://one:5432,two/app", "jdbc:postgresql://db/", "jdbc:postgresql:app",
			"jdbc:postgresql:///app", "jdbc:tc:postgresql:18:///app", "jdbc:h2:mem:app" })
	void takesAJdbcUrlAsItIs(String url) {
		assertThat(DatabaseUrl.parse("DATABASE_URL", " " + url + "\n").jdbcUrl()).isEqualTo(url);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ann:s3cr3t@db/app                       | it does not start with jdbc:postgresql://
			mysql://ann:s3cr3t@db/app               | it does not start with jdbc:postgresql://
			jdbc:postgres://db/app?password=s3cr3t  | it starts with jdbc:postgres:, but
			postgres:/ann:s3cr3t@db/app             | it does not start with jdbc:postgresql://
			postgres://ann:s3cr3t@                  | it has no host
			postgres://ann:s3cr3t@/app              | it has no host
			postgres://ann:s3cr3t@:5432/app         | it has no host
			postgres://ann:s3cr3t@one,,two/app      | it has no host
			postgres://ann:s3cr3t@[::1/app          | it has no host
			postgres://ann:s3cr3t@db:port/app       | the port is not a number
			postgres://ann:s3cr3t@db:/app           | the port is not a number
			postgres://ann:s3cr3t@db:65536/app      | the port is not a number
			postgres://ann:s3cr3t                   | the port is not a number
			jdbc:postgresql://db:s3cr3t/app         | the port is not a number
			postgres://ann:s3/cr3t@db/app           | the user or the password contains a character
			postgres://ann:s3?cr3t@db/app           | the user or the password contains a character
			jdbc:postgresql://ann:s3/cr3t@db/app    | the user or the password contains a character
			postgres://ann:s3cr3t%@db/app           | the user or the password has a percent sign
			postgres://ann:s3cr3t%4@db/app          | the user or the password has a percent sign
			postgres://ann:s3%xycr3t@db/app        | the user or the password has a percent sign
			postgres://ann@db/app?s3cr3t            | a parameter after the question mark
			postgres://ann@db/app?=s3cr3t           | a parameter after the question mark
			""")
	void saysWhatIsWrongWithoutQuotingAnyOfIt(String url, String reason) {
		InvalidDatabaseUrlException failure = catchThrowableOfType(InvalidDatabaseUrlException.class,
				() -> DatabaseUrl.parse("DATABASE_URL", url));

		assertThat(failure.description()).startsWith("DATABASE_URL cannot be read: " + reason);
		assertThat(failure.action()).isNotBlank();
		assertThat(stackTrace(failure)).doesNotContain("s3", "cr3t");
	}

	@Test
	void settingsDoNotShowThePassword() {
		assertThat(DatabaseUrl.parse("DATABASE_URL", "jdbc:postgresql://db/app?password=secret")).asString()
			.isEqualTo("jdbc:postgresql://db/app?password=***");
	}

	@Test
	void emptyOneIsRefused() {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.parse("DATABASE_URL", " "))
			.withMessage("DATABASE_URL is empty.\n\nSet it, or remove it. It must look like "
					+ "postgresql://user:password@host:5432/database?sslmode=require or "
					+ "jdbc:postgresql://host:5432/database?user=user&password=password.");
	}

	private static String stackTrace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

}
