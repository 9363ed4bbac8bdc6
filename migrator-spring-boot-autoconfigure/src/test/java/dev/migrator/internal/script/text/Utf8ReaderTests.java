package dev.migrator.internal.script.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import dev.migrator.internal.script.SectionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Characters that are two {@code char}s arrive whole, however they are asked for.
 */
class Utf8ReaderTests {

	private static final String TEXT = "\uD83D\uDE80 select \uD84A\uDC4A" + "x".repeat(4090)
			+ "\uD83D\uDE80\n\uD83D\uDE80";

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4095, 4096, 4097, 10_000 })
	void textIsTheSameInPiecesOfAnySize(int size) throws IOException {
		StringWriter read = new StringWriter();
		char[] buffer = new char[size];
		Reader reader = reader(TEXT);
		for (int length = reader.read(buffer); length != -1; length = reader.read(buffer)) {
			read.write(buffer, 0, length);
		}

		assertThat(read).hasToString(TEXT);
		assertThat(reader.read(buffer)).isEqualTo(-1);
	}

	@Test
	void firstCharacterCanBePutBack() throws IOException {
		PushbackReader reader = new PushbackReader(reader("\uD83D\uDE80x"));

		SectionReader.skipByteOrderMark(reader);

		assertThat(new String(new char[] { (char) reader.read(), (char) reader.read(), (char) reader.read() }))
			.isEqualTo("\uD83D\uDE80x");
	}

	private static Reader reader(String text) {
		return new Utf8Reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
