package dev.migrator.internal.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	@ParameterizedTest
	@CsvSource({ "0000", "0001", "0007", "001B", "007F", "0080", "0085", "009B", "061C", "200E", "200F", "2028", "2029",
			"202A", "202E", "2066", "2069", "FEFF" })
	void controlCharacterIsShownByItsNumber(String number) {
		String text = "a" + (char) Integer.parseInt(number, 16) + "b";

		assertThat(Printable.line(text)).isEqualTo("a\\u" + number + "b");
		assertThat(Printable.text(text)).isEqualTo("a\\u" + number + "b");
	}

	@Test
	void lineBreaksAndTabsStayInATextAndNotInALine() {
		assertThat(Printable.line("a\n\tb\r\nc")).isEqualTo("a\\n\\tb\\r\\nc");
		assertThat(Printable.text("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\nc\\rd");
	}

	@Test
	void lettersOfAllKindsStayAsTheyAre() {
		String text = "Größe 東京 \uD83C\uDFCB\uD83C\uDFFD\u200D\u2642\uFE0F \u00A0 \\n שלום";

		assertThat(Printable.line(text)).isEqualTo(text);
		assertThat(Printable.text(text)).isEqualTo(text);
	}

}
