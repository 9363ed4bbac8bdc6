package dev.migrator.internal.script.writing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import dev.migrator.internal.script.SqlScript;
import dev.migrator.revision.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written when nothing is wrong.
 */
class RevisionWriterTests {

	private static final String FOLDER = "src/main/resources/db/revisions/";

	private SourceProject project;

	@BeforeEach
	void setUp(@TempDir Path directory) {
		this.project = SourceProject.in(directory);
	}

	@Test
	void firstRevisionIsABase() {
		CreatedRevision created = this.project.writer()
			.write(NewRevision.builder("Add exercises table").revision("abc123def456").build());

		assertThat(this.project.files()).containsExactly(FOLDER + "20260105_0530_abc123def456_add_exercises_table.sql");
		assertThat(created.path())
			.isEqualTo(this.project.path(FOLDER + "20260105_0530_abc123def456_add_exercises_table.sql"));
		assertThat(created.downRevisions()).isEmpty();
		assertThat(created.path()).hasContent("""
				-- Add exercises table
				--
				-- revision: abc123def456
				-- created: 2026-01-05T05:30:07Z

				-- migrator:upgrade

				-- migrator:downgrade
				""");
	}

	@Test
	void everyFactIsWritten() {
		this.project.script("aaaa1111").script("bbbb2222", "branch-labels: billing");

		CreatedRevision created = this.project.writer()
			.write(NewRevision.builder("invoices\n\nWith their lines.")
				.revision("c")
				.heads("aaaa")
				.branchLabels(List.of("invoices", "paper"))
				.dependsOn(List.of("billing"))
				.transaction(false)
				.upgrade("create table i ();\ncreate table l ();\n")
				.downgrade("drop table l, i;")
				.build());

		assertThat(created.path()).hasContent("""
				-- invoices
				--
				-- With their lines.
				--
				-- revision: c
				-- revises: aaaa1111
				-- created: 2026-01-05T05:30:07Z
				-- depends-on: billing
				-- branch-labels: invoices, paper
				-- transaction: none

				-- migrator:upgrade
				create table i ();
				create table l ();

				-- migrator:downgrade
				drop table l, i;
				""");
	}

	@Test
	void dependenciesThatAreNoLabelsBecomeFullIds() {
		this.project.script("aaaa1111").script("bbbb2222", "branch-labels: billing");

		this.project.writer()
			.write(NewRevision.builder("c").heads("aaaa").revision("c").dependsOn(List.of("billing@head")).build());

		assertThat(written("c").header().dependsOn()).containsExactly("bbbb2222");
	}

	@Test
	void idsAreTwelveRandomHexDigits() {
		String first = this.project.writer().write(NewRevision.of("first")).id();
		String second = this.project.writer().write(NewRevision.of("second")).id();

		assertThat(List.of(first, second)).allMatch((id) -> id.matches("[0-9a-f]{12}")).doesNotHaveDuplicates();
	}

	@Test
	void revisionsFollowEachOtherWithoutABuildBetween() {
		this.project.script("a").build();
		RevisionWriter writer = this.project.writer();

		writer.write(NewRevision.builder("second").revision("b").build());
		CreatedRevision third = writer.write(NewRevision.builder("third").revision("c").build());

		assertThat(third.downRevisions()).containsExactly("b");
	}

	@Test
	void scriptThatIsBuiltAndInTheSourceIsOneScript() {
		this.project.script("a").script("b <- a").build();
		this.project.file(FOLDER + "b.sql", "-- revision: b2\n-- revises: a\n-- migrator:upgrade\n");

		assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("b2");
	}

	@Test
	void scriptThatWasRenamedInTheSourceIsStillOneScript() throws Exception {
		this.project.script("a").script("b <- a").build();
		Files.move(this.project.path(FOLDER + "b.sql"), this.project.path(FOLDER + "renamed.sql"));

		assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("b");
	}

	@Test
	void headCanBeNamedByLabel() {
		this.project.script("a", "branch-labels: one").script("b", "branch-labels: two").script("b2 <- b");

		assertThat(this.project.writer().write(NewRevision.builder("next").heads("two@head").build()).downRevisions())
			.containsExactly("b2");
	}

	@Test
	void baseBeginsAnotherTree() {
		this.project.script("a");

		assertThat(this.project.writer().write(NewRevision.builder("other").heads("base").build()).downRevisions())
			.isEmpty();
	}

	@Test
	void branchIsSplicedInWhereItIsAskedFor() {
		this.project.script("a").script("b <- a");

		CreatedRevision created = this.project.writer()
			.write(NewRevision.builder("branch").heads("a").splice(true).build());

		assertThat(created.downRevisions()).containsExactly("a");
	}

	@Test
	void mergeUnitesAllHeads() {
		this.project.script("a").script("b <- a").script("c <- a");

		CreatedRevision created = this.project.writer().merge(NewRevision.builder("merge").heads("heads").build());

		assertThat(created.downRevisions()).containsExactly("b", "c");
		assertThat(written(created.id()).header().downRevisions()).containsExactly("b", "c");
	}

	@Test
	void mergeUnitesTheNamedHeads() {
		this.project.script("a").script("b <- a").script("c <- a").script("d <- a");

		assertThat(this.project.writer().merge(NewRevision.builder("merge").heads("d", "b").build()).downRevisions())
			.containsExactly("d", "b");
	}

	@Test
	void emptyRevisionDoesNothingInEitherDirection() {
		String id = this.project.writer().write(NewRevision.of("nothing yet")).id();

		assertThat(written(id).upgrade().statements()).isZero();
		assertThat(written(id).body(Direction.DOWNGRADE).operations()).hasSize(1);
	}

	@Test
	void emptyMessageLeavesNoTraceOfItself() {
		this.project.writer().write(NewRevision.builder("").revision("abc").build());

		assertThat(this.project.read(FOLDER + "20260105_0530_abc.sql")).startsWith("-- revision: abc\n-- created: ");
		assertThat(written("abc").header().message()).isEmpty();
	}

	@Test
	void timesAreThoseOfTheTimeZone() {
		this.project.with(settings("{year}/{day}_{hour}_{rev}", ZoneId.of("Asia/Kolkata")));

		this.project.writer().write(NewRevision.builder("x").revision("abc").build());

		assertThat(this.project.read(FOLDER + "2026/05_11_abc.sql")).contains("-- created: 2026-01-05T11:00:07+05:30");
		assertThat(written("abc").created()).isEqualTo(SourceProject.NOW);
	}

	@Test
	void scriptGoesWhereItsParentIs(@TempDir Path other) {
		this.project.locations("classpath:db/revisions", "classpath:db/billing", "file:" + other);
		this.project.file("src/main/resources/db/billing/a.sql", "-- revision: a\n-- migrator:upgrade\n");

		assertThat(this.project.writer().write(NewRevision.of("x")).path().getParent())
			.isEqualTo(this.project.path("src/main/resources/db/billing"));
	}

	@Test
	void builtParentLeadsToItsLocationToo() {
		this.project.locations("classpath:db/revisions", "classpath:db/billing");
		this.project.file("target/classes/db/billing/a.sql", "-- revision: a\n-- migrator:upgrade\n");

		assertThat(this.project.writer().write(NewRevision.of("x")).path().getParent())
			.isEqualTo(this.project.path("src/main/resources/db/billing"));
	}

	@Test
	void locationCanBeChosen(@TempDir Path other) {
		this.project.locations("classpath:db/revisions", "db/billing", "file:" + other);
		RevisionWriter writer = this.project.writer();

		assertThat(writer.write(NewRevision.builder("x").location("classpath:db/billing").build()).path().getParent())
			.isEqualTo(this.project.path("src/main/resources/db/billing"));
		assertThat(writer.write(NewRevision.builder("y").location(other.toString()).build()).path().getParent())
			.isEqualTo(other);
	}

	@Test
	void fileLocationsNeedNoProject(@TempDir Path other) {
		this.project.locations("file:" + other);

		assertThat(this.project.writerWithoutSources().write(NewRevision.of("x")).path()).hasParent(other);
	}

	@Test
	void nothingTemporaryIsLeft() {
		this.project.writer().write(NewRevision.of("one"));

		assertThat(this.project.files()).hasSize(1);
	}

	private SqlScript written(String id) {
		return this.project.scripts()
			.stream()
			.filter((script) -> script.revision().id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private static WritingSettings settings(String fileTemplate, ZoneId timezone) {
		return WritingSettings.builder().fileTemplate(fileTemplate).zone(timezone).build();
	}

}
