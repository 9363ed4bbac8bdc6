package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.project.NewRevisionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Programs that run after a script was written.
 */
@DisabledOnOs(OS.WINDOWS)
class HookTests {

	private static final String SCRIPT = "src/main/resources/db/revisions/a.sql";

	private SourceProject project;

	@BeforeEach
	void setUp(@TempDir Path directory) {
		this.project = SourceProject.in(directory);
	}

	@Test
	void hookRunsOverTheScriptInTheProject() {
		CreatedRevision created = write("sh -c 'echo select 1\\; >> \"$0\"; pwd; echo warned >&2' {file}");

		assertThat(this.project.read(SCRIPT)).endsWith("-- migrator:downgrade\nselect 1;\n");
		assertThat(created.hooks()).singleElement().satisfies((output) -> {
			assertThat(output.hook()).startsWith("sh -c");
			assertThat(output.output()).isEqualTo(this.project.path("").toRealPath() + "\nwarned");
		});
	}

	@Test
	void scriptIsTheLastArgumentUnlessTheHookSaysWhere() {
		CreatedRevision created = write("echo one", "echo {file} \"two three\"");

		String file = this.project.path(SCRIPT).toString();
		assertThat(created.hooks()).extracting(HookOutput::output).containsExactly("one " + file, file + " two three");
	}

	@Test
	void failureIsReportedAndTheScriptStays() {
		assertThatExceptionOfType(HookFailedException.class)
			.isThrownBy(() -> write("sh -c 'echo line 7 is odd >&2; exit 3'", "touch never"))
			.withMessageContaining("The hook `sh -c 'echo line 7 is odd >&2; exit 3'` ended with exit code 3")
			.withMessageContaining("    line 7 is odd")
			.withMessageContaining("a.sql stays")
			.satisfies((problem) -> {
				assertThat(problem.exitCode()).isEqualTo(3);
				assertThat(problem.script()).isEqualTo(this.project.path(SCRIPT));
			});
		assertThat(this.project.files()).containsExactly(SCRIPT);
	}

	@Test
	void onlyTheLastLinesAreShown() {
		assertThatExceptionOfType(HookFailedException.class)
			.isThrownBy(() -> write("sh -c 'for i in $(seq 100); do echo line $i.; done; exit 1'"))
			.satisfies((problem) -> assertThat(problem.description()).contains("line 81.", "line 100.")
				.doesNotContain("line 80."));
	}

	@Test
	void programThatIsNotThereIsNamed() {
		assertThatExceptionOfType(HookFailedException.class).isThrownBy(() -> write("no-such-formatter -q"))
			.withMessageContaining("The hook `no-such-formatter -q` could not be started")
			.withMessageContaining("without a shell");
		assertThat(this.project.files()).containsExactly(SCRIPT);
	}

	@Test
	void scriptThatAHookSpoiledIsRemoved() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> write("sh -c 'echo drop table x\\; > \"$0\"'"))
			.withMessageContaining("could not be read back, and was removed")
			.withMessageContaining("the script has no revision id");
		assertThat(this.project.files()).isEmpty();
	}

	@Test
	void scriptWhoseIdAHookChangedIsRemoved() {
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> write("sh -c 'printf \"%s\\n\" \"-- revision: z\" \"-- migrator:upgrade\" > \"$0\"'"))
			.withMessageContaining("Its revision is z, not a");
		assertThat(this.project.files()).isEmpty();
	}

	@Test
	void revisionThatSomebodyElseWroteInTheMeantimeIsTheOnlyOneThatStays() {
		this.project.script("root");

		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> write("sh -c 'sed s/revision:.a/revision:\\ z/ \"$0\" > $(dirname \"$0\")/z.sql'"))
			.withMessageContaining("Revision root has got another follower");
		assertThat(this.project.files()).containsExactly("src/main/resources/db/revisions/root.sql",
				"src/main/resources/db/revisions/z.sql");
	}

	@Test
	void scriptThatAHookMovedIsMissed() {
		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(() -> write("rm"))
			.withMessageContaining("could not be read back");
	}

	private CreatedRevision write(String... hooks) {
		this.project.with(WritingSettings.builder().fileTemplate("{rev}").hooks(List.of(hooks)).build());
		return this.project.writer().write(NewRevision.builder("x").revision("a").build());
	}

}
