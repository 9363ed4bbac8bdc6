package dev.migrator.internal.script.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.migrator.internal.script.ScriptFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksumTests {

	private static final String UPGRADE = "create table t (\n  v text\n);\n\n-- why\ninsert into t values ('a\nb');";

	@TempDir
	Path folder;

	private ScriptFiles files;

	@BeforeEach
	void createFolder() {
		this.files = new ScriptFiles(this.folder);
	}

	@Test
	void isTheSha256OfTheSection() throws Exception {
		assertThat(checksum(UPGRADE)).isEqualTo(HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(UPGRADE.getBytes(StandardCharsets.UTF_8))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\n\n", " \n\t\n\f \n", "\r\n" })
	void blankLinesAtTheEndDoNotMatter(String end) {
		assertThat(checksum(UPGRADE + "\n" + end)).isEqualTo(checksum(UPGRADE));
		assertThat(checksum(UPGRADE + "\n" + end + "-- migrator:downgrade\nselect 1;")).isEqualTo(checksum(UPGRADE));
		assertThat(checksum(UPGRADE + "\n" + end + "  --  migrator:downgrade")).isEqualTo(checksum(UPGRADE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\r" })
	void kindOfLineEndDoesNotMatter(String lineEnd) {
		assertThat(checksum(UPGRADE.replace("\n", lineEnd))).isEqualTo(checksum(UPGRADE));
	}

	@Test
	void byteOrderMarkDoesNotMatter() {
		String script = "-- revision: a\n-- migrator:upgrade\n" + UPGRADE;

		assertThat(this.files.readOne("\uFEFF" + script).upgrade()).isEqualTo(this.files.readOne(script).upgrade());
	}

	@Test
	void headerAndDowngradeDoNotMatter() {
		assertThat(this.files.readOne("-- a\n-- revision: b\n--migrator:upgrade\n" + UPGRADE).upgrade().checksum())
			.isEqualTo(checksum(UPGRADE));
		assertThat(this.files.readOne("-- revision: b\n--migrator:downgrade\nselect 1;\n--migrator:upgrade\n" + UPGRADE)
			.upgrade()
			.checksum()).isEqualTo(checksum(UPGRADE));
	}

	@Test
	void emptySectionsAreEqual() {
		assertThat(checksum("")).isEqualTo(checksum("\n \n")).isEqualTo(checksum("\n-- migrator:downgrade"));
	}

	@Test
	void everyOtherChangeMatters() {
		assertThat(checksum(UPGRADE)).isNotEqualTo(checksum(UPGRADE.replace("a\nb", "a b")))
			.isNotEqualTo(checksum(UPGRADE.replace("a\nb", "a\n\nb")))
			.isNotEqualTo(checksum(UPGRADE.replace("\n\n", "\n")))
			.isNotEqualTo(checksum(UPGRADE.replace("\n\n", "\n \n")))
			.isNotEqualTo(checksum("\n" + UPGRADE))
			.isNotEqualTo(checksum(" " + UPGRADE))
			.isNotEqualTo(checksum(UPGRADE + " "))
			.isNotEqualTo(checksum(UPGRADE + "\n-- end"))
			.isNotEqualTo(checksum(UPGRADE.replace("text", "TEXT")));
	}

	@Test
	void lineBreakBehindACommentMatters() {
		assertThat(checksum("-- why\nselect 1;")).isNotEqualTo(checksum("-- why select 1;"));
	}

	@Test
	void lastLineMayBeAComment() {
		assertThat(checksum(UPGRADE + "\n-- end")).isEqualTo(checksum(UPGRADE + "\n-- end\n"))
			.isNotEqualTo(checksum(UPGRADE + "\n-- END"));
	}

	@Test
	void lineThatBeginsWithHyphensInsideAStringMatters() {
		assertThat(checksum("select '\n-- migrator:downgrade\n';"))
			.isNotEqualTo(checksum("select '\n-- migrator:downgradE\n';"))
			.isNotEqualTo(checksum("select '\n';"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 4000, 4060, 4061, 4062, 4063, 4064, 4065, 4096, 8150, 8192 })
	void whereTheBuffersEndDoesNotMatter(int length) throws Exception {
		for (int more = 0; more < 60; more++) {
			String sql = "select '" + "x".repeat(length + more) + "😀';";
			String expected = HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8)));
			assertThat(checksum(sql + "\r\n\r\n-- migrator:downgrade\r\nselect 1;")).isEqualTo(expected);
		}
	}

	private String checksum(String upgrade) {
		return this.files.readOne("-- revision: a\n-- migrator:upgrade\n" + upgrade).upgrade().checksum();
	}

}
