package dev.migrator.internal.script.writing;

import java.util.List;

import dev.migrator.internal.script.project.NewRevisionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A letter of a message is a code point, which may be two {@code char}s.
 */
class MessageLetterTests {

	private static final String LETTER = "\uD84A\uDC4A";

	private static final String ROCKET = "\uD83D\uDE80";

	@Test
	void wordThatIsTooLongIsCutBetweenLetters() {
		assertThat(Slug.of("0" + LETTER + LETTER, 2)).hasToString("0" + LETTER);
		assertThat(Slug.of(LETTER.repeat(3) + " x", 5)).hasToString(LETTER.repeat(3) + "_x");
	}

	@Test
	void pictureIsNoLetter() {
		assertThat(Slug.of("go " + ROCKET + " go" + ROCKET + "go", 40)).hasToString("go_go_go");
		assertThat(Slug.of(ROCKET, 40).words()).isEmpty();
	}

	@Test
	void halfOfALetterIsLeftOut() {
		assertThat(Slug.of("a\uD84Ab", 40)).hasToString("a_b");
		assertThat(RevisionMessage.of("a\uD84Ab \uDC4A").title()).isEqualTo("a b");
	}

	@Test
	void lengthOfTheMessageIsCountedInLetters() {
		assertThat(RevisionMessage.of(LETTER.repeat(500)).title()).isEqualTo(LETTER.repeat(500));
		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(() -> RevisionMessage.of(LETTER.repeat(501)))
			.withMessageContaining("501 characters, more than 500");
	}

	@Test
	void literalHasWhatCanBeSeenAsItIsAndAllElseEscaped() {
		assertThat(JavaLiteral.of("0" + LETTER + ROCKET)).isEqualTo("\"0" + LETTER + ROCKET + "\"");
		assertThat(JavaLiteral.of("\uD84A")).isEqualTo("\"\\ud84a\"");
		assertThat(JavaLiteral.of("\uDC4A\uD84A")).isEqualTo("\"\\udc4a\\ud84a\"");
		assertThat(JavaLiteral.of("\uDB40\uDC01")).isEqualTo("\"\\udb40\\udc01\"");
		assertThat(JavaLiteral.of(List.of("\u200D", ROCKET))).isEqualTo("{ \"\\u200d\", \"" + ROCKET + "\" }");
	}

}
