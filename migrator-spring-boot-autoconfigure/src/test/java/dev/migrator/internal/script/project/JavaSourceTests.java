package dev.migrator.internal.script.project;

import dev.migrator.revision.Revision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reading annotations of classes that are not compiled.
 */
class JavaSourceTests {

	@Test
	void factsAreReadAsTheCompilerWouldReadThem() {
		Revision revision = read("""
				// @RevisionScript(revision = "comment")
				/* @RevisionScript(revision = "comment") */
				package com.example /* here */ .revisions;

				import dev.migrator.script.RevisionScript;

				@SuppressWarnings("@RevisionScript(revision = 'string')")
				@dev.migrator.script.RevisionScript(revision = "a" + "b", revises = { "x", "y", },
						dependsOn = {}, transactional = false, message = \"""
								two "words"
								\\u0041\\tz\""", branchLabels = "one")
				final class It implements JavaRevision {
					char quote = '"';
					@Override
					public void upgrade(Operations op) {
						op.execute("class");
					}
				}
				""");

		assertThat(revision.id()).isEqualTo("ab");
		assertThat(revision.downRevisions()).containsExactly("x", "y");
		assertThat(revision.dependsOn()).isEmpty();
		assertThat(revision.branchLabels()).containsExactly("one");
		assertThat(revision.message()).isEqualTo("two \"words\"\nA\tz");
		assertThat(revision.source()).isEqualTo("com.example.revisions.It");
	}

	@Test
	void twoBackslashesBeforeAUAreOneThatIsWritten() {
		assertThat(read("@RevisionScript(revision = \"a\", message = \"\\\\u0041 \\\" \\\\\") class It {}").message())
			.isEqualTo("\\u0041 \" \\");
	}

	@Test
	void lettersBeyondTheBasicPlaneAreLettersOfNames() {
		Revision revision = read("package \uD84A\uDC4A.b; /* \uD83D\uDE80 */ @RevisionScript(revision = \"a\", "
				+ "message = \"0\uD84A\uDC4A\") class Revision0\uD84A\uDC4A {}");

		assertThat(revision.message()).isEqualTo("0\uD84A\uDC4A");
		assertThat(revision.source()).isEqualTo("\uD84A\uDC4A.b.Revision0\uD84A\uDC4A");
	}

	@Test
	void halfOfALetterIsNoneOfAName() {
		assertThat(read("@RevisionScript(revision = \"a\") class It\uD84A {}").source()).isEqualTo("It");
		assertThat(
				read("@RevisionScript(revision = \"a\", message = \"\\uD84A\\uDC4A \\uD84A\") class It {}").message())
			.isEqualTo("\uD84A\uDC4A \uD84A");
	}

	@Test
	void classWithoutTheAnnotationIsNoRevision() {
		assertThat(JavaSource.read("It.java", "@Component class It { String s = \"@RevisionScript(\"; }")).isNull();
		assertThat(JavaSource.read("package-info.java", "package com.example;")).isNull();
	}

	@Test
	void longTextBlocksAreReadThrough() {
		String sql = "\"\"\"\n" + "insert into t values ('\\\"');\n".repeat(20_000) + "\"\"\"";

		assertThat(read("@RevisionScript(revision = \"a\") class It { String sql = " + sql + "; }").id())
			.isEqualTo("a");
		assertThat(read("class C { String sql = " + sql + "; }\n@RevisionScript(revision = \"b\") class It { }").id())
			.isEqualTo("b");
	}

	@Test
	void whatIsNoLiteralOrHasNoEndIsNamedWithItsLine() {
		for (String source : new String[] { "\n@RevisionScript(revision = ID) class It {}",
				"\n@RevisionScript(revision = \"a", "\n@RevisionScript(revision = \"a\"", "\n@RevisionScript(\"a\")",
				"\n@RevisionScript(revision = \"a\") interface" }) {
			assertThatExceptionOfType(NewRevisionException.class).as(source)
				.isThrownBy(() -> JavaSource.read("It.java", source))
				.withMessageContaining("It.java")
				.withMessageContaining("line 2");
		}
	}

	private static Revision read(String source) {
		Revision revision = JavaSource.read("It.java", source);
		assertThat(revision).isNotNull();
		return revision;
	}

}
