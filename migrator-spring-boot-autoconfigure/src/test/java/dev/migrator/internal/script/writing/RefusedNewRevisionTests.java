package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.problem.MigratorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is refused before anything is written.
 */
class RefusedNewRevisionTests {

	private SourceProject project;

	private List<String> before;

	@BeforeEach
	void setUp(@TempDir Path directory) {
		this.project = SourceProject.in(directory).script("a").script("bbbb11 <- a", "branch-labels: billing").build();
		this.before = this.project.files();
	}

	@Test
	void nameThatIsNotOfPlainLetters() {
		assertRefused(NewRevision.builder("x").branchLabels(List.of("go\uD83D\uDE80")).build(),
				"\"go\uD83D\uDE80\" cannot be a new branch label.");
		assertRefused(NewRevision.builder("x").revision("\uD84A\uDC4A").build(),
				"\"\uD84A\uDC4A\" cannot be a new revision id.");
		assertRefused(NewRevision.builder("x").revision("\uD84A").build(), "\"\uD84A\" cannot be a new revision id.");
	}

	@Test
	void secondHeadThatNobodyAskedFor() {
		this.project.script("cccc <- a");
		this.before = this.project.files();

		assertRefused(NewRevision.of("x"), "There are 2 heads", "bbbb11", "cccc", "--head bbbb11",
				"migrator merge heads -m");
		assertRefused(NewRevision.builder("x").heads("head").build(), "There are 2 heads");
	}

	@Test
	void headsOfWhichOneDependsOnTheOtherAreNamedForMerging() {
		this.project.script("cccc <- a", "depends-on: bbbb11");
		this.before = this.project.files();

		assertRefused(NewRevision.of("x"), "There are 2 heads", "migrator merge bbbb11 cccc -m");
	}

	@Test
	void revisionThatIsNoHead() {
		assertRefused(NewRevision.builder("x").heads("a").build(), "Revision a (", "is not a head: bbbb11 follows it",
				"--splice");
	}

	@Test
	void headThatIsNamedTwice() {
		assertRefused(NewRevision.builder("x").heads("bbbb11", "billing").build(), "bbbb11 is given twice");
	}

	@Test
	void parentBelowAnother() {
		assertRefused(NewRevision.builder("x").heads("bbbb11", "a").splice(true).build(), "Revision a is below bbbb11");
	}

	@Test
	void baseTogetherWithARevision() {
		assertRefused(NewRevision.builder("x").heads("bbbb11", "base").build(), "`base` is not a revision");
	}

	@Test
	void unknownTargetWithNearNames() {
		assertRefused(NewRevision.builder("x").heads("bbbb12").build(), "no revision or branch label `bbbb12`",
				"`bbbb11`");
		assertRefused(NewRevision.builder("x").dependsOn(List.of("biling")).build(), "`biling`", "`billing`");
	}

	@Test
	void targetThatNeedsADatabase() {
		assertRefused(NewRevision.builder("x").heads("+1").build(), "counts from the state of a database");
		assertRefused(NewRevision.builder("x").heads("current").build(), "`current` means the state of a database");
	}

	@Test
	void dependencyThatIsNamedTwice() {
		assertRefused(NewRevision.builder("x").dependsOn(List.of("a", "a")).build(), "The dependency a is given twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a-b", "a@b", "a b", "a+b", "ä", "a/b", "../a", "a:b", "a,b" })
	void idsAndLabelsWithBadCharacters(String name) {
		assertRefused(NewRevision.builder("x").revision(name).build(), "\"" + name + "\" cannot be a new revision id");
		assertRefused(NewRevision.builder("x").branchLabels(List.of(name)).build(),
				"\"" + name + "\" cannot be a new branch label");
	}

	@ParameterizedTest
	@ValueSource(strings = { "head", "heads", "base", "current" })
	void reservedWords(String name) {
		assertRefused(NewRevision.builder("x").revision(name).build(), "a special meaning");
		assertRefused(NewRevision.builder("x").branchLabels(List.of(name)).build(), "a special meaning");
	}

	@Test
	void idThatIsTooLong() {
		assertRefused(NewRevision.builder("x").revision("a".repeat(129)).build(), "1 to 128");
	}

	@Test
	void namesThatAreTaken() {
		assertRefused(NewRevision.builder("x").revision("bbbb11").build(), "There is a revision bbbb11 already",
				"bbbb11.sql");
		assertRefused(NewRevision.builder("x").revision("billing").build(), "There is a branch label billing already");
		assertRefused(NewRevision.builder("x").branchLabels(List.of("billing")).build(),
				"There is a branch label billing already, on revision bbbb11");
		assertRefused(NewRevision.builder("x").branchLabels(List.of("a")).build(), "There is a revision a already");
		assertRefused(NewRevision.builder("x").revision("c").branchLabels(List.of("c")).build(), "the id of the same");
		assertRefused(NewRevision.builder("x").branchLabels(List.of("n", "n")).build(), "label n is given twice");
	}

	@Test
	void fileThatIsThere() {
		this.project.file("src/main/resources/db/revisions/20260105_0530_c_x.sql",
				"-- mine\n-- revision: other\n-- revises: bbbb11\n-- migrator:upgrade\n");
		this.before = this.project.files();

		assertRefused(NewRevision.builder("x").revision("c").build(), "There is a file",
				"20260105_0530_c_x.sql already");
	}

	@Test
	void locationThatIsNotConfigured() {
		assertRefused(NewRevision.builder("x").location("classpath:db/other").build(),
				"classpath:db/other is not configured", "Use one of classpath:db/revisions");
	}

	@Test
	void locationThatStandsForSeveralFolders() {
		this.project.locations("classpath:db/*/revisions");

		assertRefused(NewRevision.of("x"), "classpath:db/*/revisions means several folders");
	}

	@Test
	void mergeOfOneHead() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writer().merge(NewRevision.builder("x").heads("heads").build()))
			.withMessageContaining("nothing to merge: `heads` is one revision, bbbb11")
			.withMessageContaining("migrator revision -m");
		assertThat(this.project.files()).isEqualTo(this.before);
	}

	@Test
	void mergeAdvisesWhatAMergeHas() {
		this.project.script("cccc <- a");
		this.project.script("dddd <- cccc");

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writer().merge(NewRevision.builder("x").heads("bbbb11", "cccc").build()))
			.satisfies((refused) -> assertThat(refused.action())
				.isEqualTo("Give heads (migrator heads lists them), or begin a branch there: --splice."));
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writer().merge(NewRevision.builder("x").heads("head").build()))
			.satisfies((refused) -> assertThat(refused.action())
				.isEqualTo("To merge them all: migrator merge heads -m \"...\"."));
	}

	@Test
	void newRevisionAdvisesWhatARevisionHas() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writer().write(NewRevision.builder("x").heads("a").build()))
			.satisfies((refused) -> assertThat(refused.action())
				.isEqualTo("Leave --head out to follow the head, or begin a branch there: --splice."));
		this.project.script("cccc <- a");
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writer().write(NewRevision.of("x")))
			.satisfies((refused) -> assertThat(refused.action()).isEqualTo(
					"Choose one of them: migrator revision --head bbbb11 -m \"...\" (--autogenerate is possible with it), "
							+ "or merge them first: migrator merge heads -m \"...\"."));
	}

	@Test
	void graphThatIsBroken() {
		this.project.script("cccc <- missing");
		this.before = this.project.files();

		assertRefused(NewRevision.of("x"), "cccc", "revises missing, which does not exist");
	}

	@Test
	void scriptThatCannotBeRead() {
		this.project.file("src/main/resources/db/revisions/z.sql", "drop table x;");
		this.before = this.project.files();

		assertRefused(NewRevision.of("x"), "z.sql:1: the script has no revision id");
	}

	@Test
	void anythingWhereThereAreNoSources() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> this.project.writerWithoutSources().write(NewRevision.of("x")))
			.withMessageContaining("The sources of the application are not here")
			.withMessageContaining("mvn spring-boot:run -Dspring-boot.run.arguments=\"migrator ...\"")
			.withMessageContaining("--migrator.new-scripts.project-directory=");
	}

	private void assertRefused(NewRevision wanted, String... says) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.project.writer().write(wanted))
			.satisfies((problem) -> assertThat(problem.getMessage()).contains(says));
		assertThat(this.project.files()).isEqualTo(this.before);
	}

}
