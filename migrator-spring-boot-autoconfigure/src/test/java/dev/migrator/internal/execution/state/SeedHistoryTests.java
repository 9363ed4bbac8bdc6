package dev.migrator.internal.execution.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.script.SeedScript;
import dev.migrator.internal.script.SeedScriptReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which seed scripts are to be run.
 */
class SeedHistoryTests {

	private List<SeedScript> scripts;

	private String checksum;

	private String version;

	@BeforeEach
	void write(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("a.sql"), "insert into t values (1);");
		Files.writeString(folder.resolve("b.sql"), "insert into t values (2);");
		this.scripts = new SeedScriptReader(new DefaultResourceLoader()).read(List.of("file:" + folder)).scripts();
		this.checksum = this.scripts.get(0).checksum().value();
		this.version = Integer.toString(this.scripts.get(0).checksum().version());
	}

	@Test
	void whatWasNeverRunIsDueInOrder() {
		assertThat(due()).containsExactly("a.sql", "b.sql");
		assertThat(due(new Row(List.of("z.sql", this.checksum, this.version)))).containsExactly("a.sql", "b.sql");
	}

	@Test
	void whatWasRunAsItIsIsNotDue() {
		assertThat(due(new Row(List.of("a.sql", this.checksum, this.version)))).containsExactly("b.sql");
	}

	@Test
	void whatWasEditedIsDue() {
		assertThat(due(new Row(List.of("a.sql", "0123", this.version)))).containsExactly("a.sql", "b.sql");
	}

	@Test
	void checksumThatWasMadeInAnotherWaySaysNothing() {
		assertThat(due(new Row(List.of("a.sql", "0123", this.version + "1")))).containsExactly("b.sql");
		assertThat(due(new Row(Arrays.asList("a.sql", null, null)))).containsExactly("b.sql");
	}

	private List<String> due(Row... history) {
		return new SeedHistory(List.of(history)).due(this.scripts).stream().map(SeedScript::path).toList();
	}

}
