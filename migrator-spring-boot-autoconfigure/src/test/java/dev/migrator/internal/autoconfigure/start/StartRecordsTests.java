package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A few records are kept, each under its key.
 */
class StartRecordsTests {

	@TempDir
	private Path folder;

	private StartRecords records;

	@BeforeEach
	void setUp() {
		this.records = new StartRecords(this.folder.resolve("migrator/start"));
	}

	@Test
	void recordIsFoundUnderItsKeyAlone() {
		this.records.write("one", List.of("migrator", "", "a,b"));
		this.records.write("two", List.of("other"));

		assertThat(this.records.lines("one")).contains(List.of("migrator", "", "a,b"));
		assertThat(this.records.lines("two")).contains(List.of("other"));
		assertThat(this.records.lines("three")).isEmpty();
		assertThat(this.records.lines("migrator")).isEmpty();
	}

	@Test
	void newestAreKept() {
		IntStream.rangeClosed(1, 9).forEach((count) -> this.records.write("key" + count, List.of("start " + count)));

		assertThat(this.records.lines("key1")).isEmpty();
		assertThat(IntStream.rangeClosed(2, 9)).allMatch((count) -> this.records.lines("key" + count).isPresent());
	}

	@Test
	void recordThatIsWrittenAgainIsReplaced() {
		this.records.write("one", List.of("before"));
		this.records.write("two", List.of("other"));
		this.records.write("one", List.of("after"));

		assertThat(this.records.lines("one")).contains(List.of("after"));
		assertThat(this.records.file()).hasContent("one\n\tafter\ntwo\n\tother\n");
	}

	@Test
	void fileThatCannotBeUnderstoodHasNone() throws IOException {
		Files.createDirectories(this.records.file().getParent());
		Files.write(this.records.file(), new byte[] { '\t', (byte) 0xff, '\n' });
		assertThat(this.records.lines("one")).isEmpty();

		this.records.write("one", List.of("start"));

		assertThat(this.records.lines("one")).contains(List.of("start"));
	}

	@Test
	void folderThatCannotBeWrittenIsNoError() throws IOException {
		Files.writeString(this.folder.resolve("migrator"), "no folder");

		this.records.write("one", List.of("start"));

		assertThat(this.records.lines("one")).isEmpty();
	}

}
