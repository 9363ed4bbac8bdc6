package dev.migrator.internal.execution.statement;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.inspection.Refusal;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.script.ScriptBody;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a statement that does not fit into the memory.
 */
class LargestStatementTests {

	private static final ScriptBody BODY = Scripts.body("select 1;\nselect 22;",
			"select 3;\n\nselect '" + "x".repeat(2000) + "'; select 4");

	@Test
	void failureNamesItWithItsSizeAndTheMemoryThatItNeeds() {
		ScriptFailedException failure = LargestStatement.failed(
				new ScriptTitle("a", "Revision a", "Revision a (a.sql)"), BODY, "Nothing was kept.",
				new OutOfMemoryError("Java heap space"));

		assertThat(failure.description()).startsWith("Revision a (a.sql) failed in statement 4 of 5, line ")
			.containsPattern("The statement has 2,009 characters, too many for a heap of [\\d,]+ MB: Java heap space");
		assertThat(failure.action())
			.startsWith("Nothing was kept.\n\nA statement is sent as a whole: give the JVM more")
			.containsPattern("\\(-Xmx\\d+m\\)")
			.contains("COPY ... FROM STDIN");
		assertThat(failure.line()).isPositive();
	}

	@Test
	void refusalNamesItBeforeAnythingRuns() {
		Refusal refusal = LargestStatement.refusal(BODY);

		assertThat(refusal.what()).startsWith("statement 4 of 5 has 2,009 characters, too many for a heap of ");
		assertThat(refusal.remedy()).startsWith("give the JVM more memory (-Xmx");
	}

}
