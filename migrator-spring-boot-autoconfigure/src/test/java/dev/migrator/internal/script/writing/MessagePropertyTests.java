package dev.migrator.internal.script.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.project.JavaSource;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever the message is, the script says what it was to say, or there is none.
 */
@Tag("strength")
class MessagePropertyTests {

	private static final List<String> HOSTILE = List.of("revision: evil", "-- migrator:downgrade", "migrator:upgrade",
			"--", "/*", "*/", "\u0000", "\n", "\r", "\u2028", "\u0085", "'", "\"", "$$", "\\", "\\u000a", "\\u002a/",
			"revises: a", "note: x", ": ", ";", "drop table t", "\uFEFF", "\uD800", "\u202E", "../", "${message}",
			"\"\"\"", "a", " ", "ü", "🐘", "{rev}");

	private static final Generator<String> MESSAGES = Generator
		.oneOf(Generator.of(HOSTILE.toArray(String[]::new)), Generator.strings(6))
		.list(0, 6)
		.map((pieces) -> String.join("", pieces));

	@Test
	void sqlScriptSaysWhatItWasToSayOrIsNotWritten() {
		ForAll.of(MESSAGES).tries(Strength.of(50, 400)).check((message) -> inProject((project) -> {
			project.script("a");
			try {
				CreatedRevision created = project.writer().write(NewRevision.builder(message).revision("b").build());
				assertThat(project.scripts()).hasSize(2).anySatisfy((script) -> {
					assertThat(script.revision().id()).isEqualTo("b");
					assertThat(script.revision().downRevisions()).containsExactly("a");
					assertThat(script.revision().message()).isEqualTo(created.message());
					assertThat(script.upgrade().statements()).isZero();
					assertThat(script.downgrade()).isPresent();
				});
				assertThat(created.path()).hasParent(project.path("src/main/resources/db/revisions"));
			}
			catch (NewRevisionException ex) {
				assertThat(project.files()).containsExactly("src/main/resources/db/revisions/a.sql");
			}
		}));
	}

	@Test
	void javaRevisionSaysWhatItWasToSay() {
		ForAll.of(MESSAGES)
			.alsoWith("0\uD84A\uDC4A")
			.tries(Strength.of(50, 400))
			.check((message) -> inProject((project) -> {
				project.with(WritingSettings.builder().fileTemplate("{rev}").javaPackage("app").build());
				CreatedRevision created = project.writer()
					.write(NewRevision.builder(message).revision("b").type(ScriptType.JAVA).build());
				var read = JavaSource.read("x", Files.readString(created.path()));
				assertThat(read).isNotNull();
				assertThat(read.message()).isEqualTo(created.message());
				assertThat(created.path()).hasFileName(read.source().substring("app.".length()) + ".java");
			}));
	}

	@Test
	void firstLineIsTheMessageAndTheOthersAreComments() throws IOException {
		inProject((project) -> {
			CreatedRevision created = project.writer().write(NewRevision.of("\n one \r\ntwo\nthree"));

			assertThat(created.message()).isEqualTo("one");
			assertThat(Files.readString(created.path())).startsWith("-- one\n-- two\n-- three\n--\n-- revision: ");
		});
	}

	@Test
	void messageThatWouldBeReadAsAHeaderIsRefused() throws IOException {
		for (String message : List.of("revision: x", "Migrator: upgrade", "x\nnote: y", "x\nmigrator:upgrade", "!!!",
				"transaction: none")) {
			inProject((project) -> {
				assertThatExceptionOfType(NewRevisionException.class).as(message)
					.isThrownBy(() -> project.writer().write(NewRevision.of(message)))
					.withMessageContaining("The message cannot be written to an SQL script");
				assertThat(project.files()).isEmpty();
			});
		}
	}

	@Test
	void messageThatIsTooLongIsRefused() throws IOException {
		inProject((project) -> assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer().write(NewRevision.of("x".repeat(501))))
			.withMessageContaining("501 characters, more than 500"));
	}

	private static void inProject(Body body) throws IOException {
		Path directory = Files.createTempDirectory("migrator");
		try {
			body.run(SourceProject.in(directory));
		}
		finally {
			FileSystemUtils.deleteRecursively(directory);
		}
	}

	private interface Body {

		void run(SourceProject project) throws IOException;

	}

}
