package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import dev.migrator.execution.PlanRefusedException;
import dev.migrator.result.ChangedScriptException;
import dev.migrator.result.Finding;
import dev.migrator.result.MigrationResult;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.result.UnknownVersionRowException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is applied against the scripts that there are: edited ones, missing ones.
 */
@Tag("server")
@ExtendWith(OutputCaptureExtension.class)
class AppliedScriptTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Path folder;

	private Revisions revisions;

	private MigratorBuilder builder;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.folder = folder;
		this.revisions = Revisions.in(folder)
			.add("a", "create table a ();")
			.add("b <- a", "create table b ();", "drop table b;");
		this.builder = Migrator.builder(this.database.dataSource()).locations(this.revisions.location());
		this.builder.build().upgrade();
	}

	@Test
	void editedScriptIsReportedByName() {
		edit();

		assertThatExceptionOfType(ChangedScriptException.class).isThrownBy(() -> this.builder.build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.revisions()).containsExactly("a");
				assertThat(ex.description())
					.matches("A script was edited after it was applied:\n\n    a \\(file:.*/0001_a.sql\\), "
							+ "applied at 20\\S+ \\S+ UTC by postgres");
				assertThat(ex.action()).isEqualTo("""
						Restore the script and write a new revision for the change.
						If the database has what the script says now, accept it: migrator stamp --accept a
						To continue without a decision, set migrator.on-changed-script=warn.""");
			});
		assertThatExceptionOfType(ChangedScriptException.class).isThrownBy(() -> this.builder.build().validate());
		assertThat(this.builder.build().show("a").status().state()).isEqualTo(RevisionState.CHANGED);
	}

	@Test
	void oneLetterIsFoundInAFileThatHasItsOldTimeAndSize() throws IOException {
		Path script = this.folder.resolve("0001_a.sql");
		FileTime time = Files.getLastModifiedTime(script);
		String text = Files.readString(script);
		Files.writeString(script, text.replace("create table a ()", "create table z ()"));
		Files.setLastModifiedTime(script, time);
		assertThat(Files.size(script)).isEqualTo(text.length());

		assertThatExceptionOfType(ChangedScriptException.class).isThrownBy(() -> this.builder.build().upgrade())
			.satisfies((ex) -> assertThat(ex.revisions()).containsExactly("a"));
	}

	@Test
	void editedScriptIsOnlyWarnedOfIfSaidSo(CapturedOutput output) {
		edit();

		this.builder.onChangedScript(OnChangedScript.WARN).build().upgrade();

		assertThat(output.getOut()).containsPattern(
				"A script was edited after it was applied: a \\(file:\\S+\\), applied at 20\\S+ \\S+ UTC by postgres\\n");
	}

	@Test
	void editedScriptIsIgnoredIfSaidSo(CapturedOutput output) {
		edit();

		this.builder.onChangedScript(OnChangedScript.IGNORE).build().upgrade();

		assertThat(output).doesNotContain("edited");
	}

	@Test
	void editedDowngradeIsNoChange() {
		this.revisions.file("0002_b.sql", """
				-- revision: b
				-- revises: a
				-- migrator:upgrade
				create table b ();
				-- migrator:downgrade
				drop table if exists b;
				""");

		assertThat(this.builder.build().upgrade().steps()).isEmpty();
	}

	@Test
	void editedScriptMayBeAppliedAgainAfterADowngrade() {
		this.builder.build().downgrade("a");
		this.revisions.file("0002_b.sql", "-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table c ();");

		this.builder.build().upgrade();

		assertThat(this.database.has("c")).isTrue();
		assertThat(this.builder.build().upgrade().steps()).isEmpty();
	}

	@Test
	void rowThatNoScriptKnowsIsReportedWithWhatTheHistoryKnowsOfIt() {
		this.database.execute("update migrator_version set version_num = 'zzz'");
		this.database.execute("update migrator_history set revision = 'zzz' where revision = 'b'");

		assertThatExceptionOfType(UnknownVersionRowException.class).isThrownBy(() -> this.builder.build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.rows()).containsExactly("zzz");
				assertThat(ex.description()).matches("(?s)The version table \"public\".\"migrator_version\" contains "
						+ "revisions that no script has:\n\n    zzz, applied at 20\\S+ \\S+ UTC by postgres\n\n"
						+ "Scripts were looked for in file:\\S+ and among the Java revisions; found: 2\\.");
				assertThat(ex.action()).contains("migrator.locations", "migrator.on-unknown-revision=warn",
						"migrator stamp --purge <revision>");
			});
		assertThat(this.builder.build().status().revisions()).first()
			.extracting(RevisionStatus::revision, RevisionStatus::state)
			.containsExactly("zzz", RevisionState.UNKNOWN);
	}

	@Test
	void rowsThatAreKnownAreNamedInTheCommandThatPurges() {
		this.revisions.add("x", "create table x ();");
		this.builder.build().upgrade("heads");
		this.database.execute("insert into migrator_version values ('gone')");

		assertThatExceptionOfType(UnknownVersionRowException.class)
			.isThrownBy(() -> this.builder.build().upgrade("heads"))
			.withMessageEndingWith(
					"""
							or set the row to the revision that the schema is really at (if it was a merge, to all that it merged): migrator stamp --purge <revision> %s
							(--purge removes all rows, so the command lists the rows of other branches too)"""
						.formatted(String.join(" ",
								this.database.versionRows()
									.stream()
									.filter((row) -> !row.equals("gone"))
									.sorted()
									.toList())));
		assertThat(this.builder.build().checkRevisions()).extracting(Finding::kind)
			.containsExactly(Finding.Kind.UNKNOWN_REVISION, Finding.Kind.SEVERAL_HEADS);
	}

	@Test
	void rowThatNoScriptKnowsLetsTheApplicationStartAndMigratesNothingIfSaidSo(CapturedOutput output) {
		this.database.execute("update migrator_version set version_num = 'zzz'");
		this.revisions.add("c <- b", "create table c ();");
		Migrator migrator = this.builder.onUnknownRevision(OnUnknownRevision.WARN).build();

		assertThat(migrator.upgrade().steps()).isEmpty();
		migrator.validate();
		migrator.await();

		assertThat(this.database.has("c")).isFalse();
		assertThat(output).contains("The version rows zzz");
	}

	@Test
	void belowARowThatNoScriptKnowsTheHistorySaysWhatIsApplied() {
		this.revisions.add("c <- b", "create table c ();");
		this.database.execute("update migrator_version set version_num = 'zzz'");
		this.database.execute("delete from migrator_history where revision = 'a'");

		MigrationStatus status = this.builder.build().status();

		assertThat(status.pending()).isEmpty();
		assertThat(status.revisions()).extracting((it) -> it.revision() + " " + it.state())
			.containsExactly("zzz unknown", "c pending", "b applied", "a applied");
	}

	@Test
	void warningIsSaidOnceHoweverOftenACommandLooks(CapturedOutput output) {
		edit();
		this.revisions.add("c <- b", "create table c ();");
		Migrator migrator = this.builder.onChangedScript(OnChangedScript.WARN).lockWait(Duration.ofMillis(300)).build();

		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(migrator::await);
		assertThat(StringUtils.countOccurrencesOf(output.getOut(), "A script was edited")).isEqualTo(1);
		migrator.upgrade();

		assertThat(StringUtils.countOccurrencesOf(output.getOut(), "A script was edited")).isEqualTo(2);
	}

	@Test
	void revisionThatStoppedHalfWayAndThatNoScriptHasIsReported(CapturedOutput output) {
		this.revisions.add("c <- b", "create table c ();");
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, statements, "
				+ "statements_done, db_user, version_table) values ('zzz', 'upgrade', now(), 'failed', 3, 1, 'me', 'migrator_version')");

		assertThatExceptionOfType(UnknownVersionRowException.class).isThrownBy(() -> this.builder.build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.rows()).containsExactly("zzz");
				assertThat(ex.description()).contains("history table", "zzz",
						"half-way: 1 of its 3 statements were completed");
			});
		assertThat(this.builder.build().status().revisions()).first()
			.extracting(RevisionStatus::revision, RevisionStatus::state)
			.containsExactly("zzz", RevisionState.UNKNOWN);
		assertThat(this.builder.onUnknownRevision(OnUnknownRevision.WARN).build().upgrade().steps()).isEmpty();
		assertThat(output).contains("The version rows zzz");
	}

	@Test
	void severalEditedScriptsAreNamedWithWhatAcceptsThem() {
		edit();
		editSecond();

		assertThatExceptionOfType(ChangedScriptException.class).isThrownBy(() -> this.builder.build().upgrade())
			.satisfies((ex) -> {
				assertThat(ex.description()).matches("2 scripts were edited after they were applied:\n\n"
						+ "    a \\(\\S+\\), applied at \\S+ \\S+ UTC by \\w+\n    b \\(\\S+\\), applied at \\S+ \\S+ UTC by \\w+");
				assertThat(ex.action()).isEqualTo("""
						Restore the scripts and write a new revision for the change.
						If the database has what some of them say now, accept those: migrator stamp --accept a b
						To continue without a decision, set migrator.on-changed-script=warn.""");
			});
	}

	@Test
	void oneEditedScriptIsAcceptedAndTheOtherIsNot() {
		edit();
		editSecond();
		Migrator migrator = this.builder.build();

		MigrationResult result = migrator.accept("a");

		assertThat(result.summary()).isEqualTo("Accepted the script of a as it is now; the database is at b (head)");
		assertThat(result.steps()).singleElement().satisfies((step) -> assertThat(step.stamped()).containsExactly("a"));
		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done", "stamp a done");
		assertThat(migrator.show("a").status().state()).isEqualTo(RevisionState.APPLIED);
		assertThatExceptionOfType(ChangedScriptException.class).isThrownBy(migrator::upgrade)
			.satisfies((ex) -> assertThat(ex.revisions()).containsExactly("b"));
		assertThat(migrator.accept("a", "b").summary())
			.isEqualTo("Accepted the script of b as it is now; the database is at b (head)");
		assertThat(migrator.upgrade().steps()).isEmpty();
		assertThat(migrator.accept("heads").summary())
			.isEqualTo("Nothing to accept: no script was edited after it was applied; the database is at b (head)");
		assertThat(this.database.history()).hasSize(4);
	}

	@Test
	void editOfARevisionThatIsNotAppliedIsNotAccepted() {
		this.revisions.add("c <- b", "create table c ();");
		edit();

		assertThatExceptionOfType(PlanRefusedException.class).isThrownBy(() -> this.builder.build().accept("a", "c"))
			.satisfies((ex) -> {
				assertThat(ex.description()).matches("Revision c \\(\\S+/0003_c.sql\\) is not applied, so there is no "
						+ "edit of its script to accept.");
				assertThat(ex.action())
					.isEqualTo("An upgrade runs the script as it is now. If the database already has "
							+ "what it creates, stamp the database with it.\nNothing has been run.");
			});
		assertThat(this.database.history()).hasSize(2);
	}

	@Test
	void editedScriptIsAcceptedByStampingWhatIsApplied() {
		edit();
		Migrator migrator = this.builder.build();

		migrator.stamp("b");

		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done", "stamp a done",
				"stamp b done");
		assertThat(migrator.upgrade().steps()).isEmpty();
		assertThat(migrator.show("a").status().state()).isEqualTo(RevisionState.APPLIED);
	}

	@Test
	void stampAcceptsNothingAboveIt() {
		this.revisions.add("c <- b", "create table c ();");
		this.builder.build().upgrade();
		edit();
		this.revisions.file("0003_c.sql", "-- revision: c\n-- revises: b\n-- migrator:upgrade\ncreate table d ();");

		this.builder.build().stamp("b");

		assertThat(this.builder.build().status().pending()).containsExactly("c");
		assertThat(this.database.history()).endsWith("downgrade c done", "stamp a done", "stamp b done");
	}

	@Test
	void stampSaysInTheLogAndInTheHistoryWhatItNames(CapturedOutput output) {
		Migrator migrator = this.builder.build();

		migrator.stamp("a");
		migrator.stamp("base");
		migrator.stamp("base");

		assertThat(this.database.versionRows()).isEmpty();
		assertThat(this.database.history()).containsExactly("upgrade a done", "upgrade b done", "downgrade b done",
				"stamp a done", "downgrade a done", "stamp base done");
		assertThat(output).contains("Running stamp b -> a", "Finished stamp a in", "Running stamp a -> <base>",
				"Finished stamp <base> in");
	}

	@Test
	void purgingStampForgetsWhatStoppedHalfWayAndNoScriptHas() {
		this.database.execute("insert into migrator_history (revision, direction, started, outcome, statements, "
				+ "statements_done, db_user) values ('zzz', 'upgrade', now(), 'failed', 3, 1, 'me')");

		this.builder.build().stampPurged("b");

		assertThat(this.builder.build().upgrade().steps()).isEmpty();
	}

	@Test
	void unknownRowIsReplacedByAPurgingStamp() {
		this.database.execute("update migrator_version set version_num = 'zzz'");

		this.builder.build().stampPurged("b");

		assertThat(this.database.versionRows()).containsExactly("b");
	}

	private void edit() {
		this.revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\ncreate table a (id int);");
	}

	private void editSecond() {
		this.revisions.file("0002_b.sql",
				"-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table b (id int);");
	}

}
