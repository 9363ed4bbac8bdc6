package dev.migrator.internal.dialect.error;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "password", "PASSWORD", "password_hash", "dbpassword", "userPasswordHash", "passwd", "pwd",
			"admin_pwd", "passphrase", "passcode", "secret", "client_secret", "token", "refreshTokens", "credentials",
			"api_key", "apikey", "apiKey", "x-api-key", "API KEY", "private_key", "access_key_id", "encryption_key",
			"ssh_key", "app.signing_key", "db_pass", "smtpPass", "pass", "user_pw", "otp", "jwt", "wifi.psk" })
	void namesOfSecretsAreKnownByAPartOfThem(String name) {
		assertThat(SecretWords.areIn(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "name", "bypass", "passenger", "passport_no", "compass", "key", "primary_key",
			"keyword", "monkey", "pwned_at", "optional", "desktop", "search_path", "capitals", "sensitivity", "author",
			"keys" })
	void otherNamesAreNot(String name) {
		assertThat(SecretWords.areIn(name)).isFalse();
	}

	@Test
	void wordIsFoundInALongTextWhereverItStands() throws IOException {
		for (int before : List.of(0, 65_530, 65_536, 131_000, 200_000)) {
			assertThat(SecretWords.areIn(new StringReader("x ".repeat(before / 2) + "access_key"))).isTrue();
		}
		assertThat(SecretWords.areIn(new StringReader("x ".repeat(100_000)))).isFalse();
	}

}
