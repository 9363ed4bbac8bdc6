package dev.migrator.internal.dialect.inspection;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CustomSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "set app.tenant = 'x'", "SET SESSION app.tenant TO x", "set\nlocal app . tenant=1",
			"reset app.tenant", "select set_config('app.tenant', 'x', false)",
			"select pg_catalog.set_config( 'app.tenant'", "set \"app\".\"tenant\" = 1" })
	void settingWithADotIsFound(String sql) {
		assertThat(CustomSettings.in(List.of(sql)).names()).containsExactly("app.tenant");
	}

	@Test
	void nameMayHaveAnyLetter() {
		assertThat(CustomSettings.in(List.of("set app.größe = 1; set 東京.\"\uD83D\uDE80\" to 1")).names())
			.containsExactly("app.größe", "東京.\uD83D\uDE80");
	}

	@Test
	void columnThatIsSetIsNoSetting() {
		assertThat(CustomSettings.in(List.of("update t set a = b.c; set search_path = app")).names()).isEmpty();
	}

}
