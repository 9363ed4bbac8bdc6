package dev.migrator;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.problem.MigratorException;
import dev.migrator.result.RevisionDetails;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A script that does not fit into memory.
 */
@Tag("thorough")
class LargeScriptTests {

	private static final int ROWS = 200_000;

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	@EnabledOnOs(value = OS.LINUX, disabledReason = "the peak of the server's process is read from its /proc")
	void sixtyMegabytesRunInAnApplicationWithFortyEight(@TempDir Path folder) throws Exception {
		write(folder.resolve("a.sql"));
		assertThat(Files.size(folder.resolve("a.sql"))).isGreaterThan(60_000_000);

		run("upgrade", folder);

		assertThat(this.database.value("select count(*) || ' ' || count(distinct xmin::text) from t"))
			.isEqualTo(2 * ROWS + " 1");
		assertThat(this.database.value("select kilobytes / 1024 < 200 from peak")).isEqualTo("t");
	}

	@Test
	void ofTwoHundredMegabytesInOneStatementTheBeginningIsShown(@TempDir Path folder) throws Exception {
		try (Writer writer = Files.newBufferedWriter(folder.resolve("a.sql"))) {
			writer.write("-- revision: a\n-- migrator:upgrade\nselect 'S3cr3t', '");
			for (int i = 0; i < 2_000_000; i++) {
				writer.write("x".repeat(100));
			}
			writer.write("' as password;\n-- migrator:downgrade\nselect 1;");
		}

		assertThat(run("show", folder))
			.contains("select '***'", "The first 100,000 of 200,000,033 characters are shown.", "select 1;")
			.doesNotContain("S3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-- transaction: none\n" })
	void statementThatIsLargerThanTheMemoryIsRefusedWithItsSize(String header, @TempDir Path folder) throws Exception {
		try (Writer writer = Files.newBufferedWriter(folder.resolve("a.sql"))) {
			writer.write("-- revision: a\n" + header + "-- migrator:upgrade\ncreate table t ();\n\nselect length('");
			for (int i = 0; i < 500_000; i++) {
				writer.write("x".repeat(100));
			}
			writer.write("');\nselect 1;\n");
		}

		assertThat(run("failing", folder)).contains("statement 2 of 3",
				"has 50,000,017 characters, too many for a heap of 48 MB", "give the JVM more memory (-Xmx525m)",
				"Nothing has been run.");
		assertThat(this.database.has("t")).isFalse();
	}

	private String run(String command, Path folder) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx48m", "-cp",
				System.getProperty("java.class.path"), LargeScriptTests.class.getName(), this.database.url(),
				this.database.user(), this.database.password(), "file:" + folder, command)
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}

	private static void write(Path script) throws IOException {
		String text = "x".repeat(100);
		try (Writer writer = Files.newBufferedWriter(script)) {
			writer.write("-- revision: a\n-- migrator:upgrade\ncreate table t (id int, v text);\n");
			for (int id = 0; id < ROWS; id++) {
				writer.write("insert into t (id, v) values (" + id + ", 'a string; -- " + text + "');\n");
			}
			writer.write("copy t from stdin;\n");
			for (int id = 0; id < ROWS; id++) {
				writer.write(id + "\t" + text + text.substring(40) + "\n");
			}
			writer.write("\\.\ncreate table peak as select substring(pg_read_file('/proc/self/status') from "
					+ "'VmHWM:\\s+(\\d+)')::int as kilobytes;\n");
		}
	}

	/**
	 * Runs in a process of its own.
	 */
	public static void main(String[] args) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(args[0]);
		dataSource.setUser(args[1]);
		dataSource.setPassword(args[2]);
		Migrator migrator = Migrator.builder(dataSource).locations(args[3]).build();
		if (args[4].equals("upgrade")) {
			migrator.upgrade();
			return;
		}
		if (args[4].equals("failing")) {
			try {
				migrator.upgrade();
			}
			catch (MigratorException ex) {
				System.out.println(ex.getMessage());
			}
			return;
		}
		RevisionDetails shown = migrator.show("a");
		System.out.println(shown.upgrade() + shown.downgrade());
	}

}
