package dev.migrator.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes with the years: files that moved, checksums of an older kind, a long
 * history, another branch, another locale.
 */
class AgedDatabaseTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path temporary) {
		this.folder = temporary;
		this.revisions = Revisions.in(temporary)
			.add("a", "create table a ();", "drop table a;")
			.add("b <- a", "create table b ();", "drop table b;");
	}

	@Test
	void checksumOfAnOlderKindSaysNothing() {
		migrator().upgrade();
		this.database.execute("update migrator_history set checksum_version = 0, checksum = 'crc32:1234'");

		assertThat(migrator().upgrade().steps()).isEmpty();
		migrator().validate();
	}

	@Test
	void fileThatIsRenamedOrMovedIsTheSameRevision() throws IOException {
		migrator().upgrade();
		Files.createDirectories(this.folder.resolve("archive/2026"));
		Files.move(this.folder.resolve("0001_a.sql"), this.folder.resolve("archive/2026/another name.sql"));

		assertThat(migrator().upgrade().steps()).isEmpty();
		assertThat(migrator().show("a").status().script()).endsWith("archive/2026/another name.sql");
	}

	@Test
	void revisionOfAnotherBranchIsNeverUndoneByAnUpgrade() {
		this.revisions.add("c1 <- b", "create table c1 ();").add("c2 <- b", "create table c2 ();");
		migrator().upgrade("c2");

		migrator().upgrade("c1");

		assertThat(this.database.versionRows()).containsExactly("c1", "c2");
		assertThat(this.database.has("c2")).isTrue();
	}

	@Test
	@Tag("strength")
	void longHistoryIsNoHindrance() {
		int rows = Strength.of(100_000, 1_000_000);
		migrator().upgrade();
		this.database.execute(
				"""
						insert into migrator_history (revision, direction, started, outcome, db_user)
						select case when n %% 2 = 0 then 'a' else 'b' end, case when n %% 4 < 2 then 'downgrade' else 'upgrade' end,
						    now(), 'done', 'x' from generate_series(1, %d) n"""
					.formatted(rows));

		assertThat(migrator().upgrade().steps()).isEmpty();
		assertThat(migrator().status().pending()).isEmpty();
	}

	/**
	 * One in which I and i are two letters, and one that writes numbers in digits of its
	 * own.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "tr-TR", "ar-EG" })
	void localeOfTheProcessDoesNotMatter(String locale) {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(locale));
		try {
			this.revisions.add("c <- b",
					"create table i (id int, title text); copy i from stdin;\n1\tİI\n\\.\ninsert into I values (2, 'ıi');")
				.addWithoutTransaction("d <- c", "create index concurrently ix_i on i (id); VACUUM i;");

			migrator().upgrade();
		}
		finally {
			Locale.setDefault(before);
		}
		assertThat(this.database.versionRows()).containsExactly("d");
		assertThat(this.database.history()).contains("upgrade d done");
	}

	@Test
	void fileNamesMayBeLongAndInAnyScript() throws IOException {
		String longest = "ü".repeat(125) + "x.sql";
		assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSize(255);
		this.revisions.file(longest, "-- revision: c\n-- revises: b\n-- migrator:upgrade\ncreate table c ();")
			.file("演習 ' \\ %.sql", "-- revision: d\n-- revises: c\n-- migrator:upgrade\ncreate table d ();");

		migrator().upgrade();

		assertThat(this.database.versionRows()).containsExactly("d");
		assertThat(this.database.value("select script from migrator_history where revision = 'd'"))
			.endsWith("演習 ' \\ %.sql");
	}

	private Migrator migrator() {
		return Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build();
	}

}
