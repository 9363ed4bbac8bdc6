package dev.migrator.internal.script.writing;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import dev.migrator.internal.script.project.NewRevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Names of files.
 */
class FileTemplateTests {

	private static final ZonedDateTime TIME = SourceProject.NOW.atZone(ZoneOffset.UTC);

	@ParameterizedTest
	@CsvSource({ "{rev}_{slug}, abc_add_it.sql", "{year}/{month}/{day}T{hour}{minute}{second}, 2026/01/05T053007.sql",
			"V{epoch}__{slug}, V1767591007__add_it.sql" })
	void tokensAreFilled(String template, String path) {
		assertThat(path(template, "Add it!")).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ "{rev}_{slug}, abc.sql", "{slug}_{rev}, abc.sql", "{year}_{slug}_{rev}, 2026_abc.sql",
			"{slug}-{rev}, abc.sql", "{rev}/{year}-{slug}, abc/2026.sql" })
	void emptySlugGoesWithItsSeparator(String template, String path) {
		assertThat(path(template, "")).isEqualTo(path);
	}

	@ParameterizedTest
	@CsvSource({ "{revision}, {revision} is not a token", "{rev, is not a path", "'', is not a path",
			"a\\b, is not a path", "/{rev}, without a name", "{rev}/, without a name", "../{rev}, begins with a period",
			"a/.b/{rev}, begins with a period", "{slug}, is not a path" })
	void whatIsNoPathInALocationIsRefused(String template, String why) {
		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(() -> path(template, ""))
			.withMessageContaining("migrator.new-scripts.file-template cannot be \"" + template + "\"")
			.withMessageContaining(why);
	}

	@Test
	void nameThatNoFileSystemTakesIsRefused() {
		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(() -> path("{rev}".repeat(90), ""))
			.withMessageContaining("274 bytes, more than the 255");
	}

	@ParameterizedTest
	@CsvSource({ "Add: Exercises  table!, 40, add_exercises_table", "__init__, 40, init", "one two three, 7, one_two",
			"one two three, 8, one_two", "one two three, 6, one", "extraordinary, 5, extra", "one, 0, ''",
			"Größe in m², 40, größe_in_m²", "'', 40, ''", "../../etc/passwd, 40, etc_passwd" })
	void slugHasTheWordsThatFit(String message, int longest, String slug) {
		assertThat(Slug.of(message, longest)).hasToString(slug);
	}

	private static String path(String template, String message) {
		return new FileTemplate(template).path("abc", Slug.of(message, 40), TIME);
	}

}
