package dev.migrator.internal.cli.completion;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A word is described by the first sentence of its help.
 */
class CompletedWordTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Lists all.                                              | Lists all
			Lists all. Default: nothing.                            | Lists all
			No period                                               | No period
			Write ./migrator, which runs. Changes nothing.          | Write ./migrator, which runs
			The location (of migrator.locations). Default: a.       | The location (of migrator.locations)
			table=table, table.column=table.column. Repeatable.     | table=table, table.column=table.column
			A range: -2:, :+3, ... Default: everything.             | A range: -2:, :+3, ... Default: everything
			+1, ...                                                 | +1, ...
			""")
	void firstSentenceWithoutItsPeriod(String help, String description) {
		assertThat(CompletedWord.of("word", help).description()).isEqualTo(description);
	}

}
