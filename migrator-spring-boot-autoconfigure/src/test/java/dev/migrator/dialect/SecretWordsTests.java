package dev.migrator.dialect;

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

}
