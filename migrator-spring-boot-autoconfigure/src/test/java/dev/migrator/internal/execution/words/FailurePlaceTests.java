package dev.migrator.internal.execution.words;

import java.io.StringReader;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.ServerError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The excerpt of a statement that failed.
 */
class FailurePlaceTests {

	private static final String TWENTY_LINES = """
			select 1,
			2,
			3,
			4,
			5,
			6,
			7,
			8,
			9,
			10,
			11,
			12,
			13,
			14,
			15,
			16,
			17,
			18,
			19,
			20""";

	@Test
	void statementIsIndented() {
		assertThat(excerpt("create index i\n    on t (nmae)", 1)).isEqualTo("    create index i\n        on t (nmae)");
	}

	@Test
	void passwordsAreHidden() {
		assertThat(excerpt("alter role app\npassword 'geheim'", 0)).isEqualTo("    alter role app\n    password '***'");
	}

	@Test
	void ofALongStatementTheLinesAroundTheFailureAreShown() {
		assertThat(excerpt(TWENTY_LINES, 9).lines()).containsExactly("    ...", "    6,", "    7,", "    8,", "    9,",
				"    10,", "    11,", "    12,", "    13,", "    14,", "    ...");
	}

	@Test
	void atTheEndsNothingIsLeftOutThatIsNotThere() {
		assertThat(excerpt(TWENTY_LINES, 0)).startsWith("    select 1,\n").endsWith("    5,\n    ...");
		assertThat(excerpt(TWENTY_LINES, 19)).startsWith("    ...\n    16,\n").endsWith("    20");
	}

	@Test
	void lineThatIsNotThereIsTheLast() {
		assertThat(excerpt("select 1", 30)).isEqualTo("    select 1");
		assertThat(excerpt("", 0)).isEmpty();
	}

	@Test
	void ofALongLineOnlyTheBeginningIsShown() {
		assertThat(excerpt("x".repeat(400), 0)).isEqualTo("    " + "x".repeat(400));
		assertThat(excerpt("x".repeat(401), 0)).isEqualTo("    " + "x".repeat(400) + " ...");
	}

	@Test
	void ofALongLineWholeCharactersAreShown() {
		String beginning = "select '" + "x".repeat(391);

		assertThat(excerpt(beginning + "\uD83D\uDE80'", 0)).isEqualTo("    " + beginning + " ...");
		assertThat(excerpt(beginning.substring(1) + "\uD83D\uDE80'", 0))
			.isEqualTo("    " + beginning.substring(1) + "\uD83D\uDE80 ...");
	}

	@Test
	void failureInTheDataOfACopyIsInItsLine() {
		CopyPiece copy = copy("\n\ncopy t from stdin;\n1\nx\n\\.\n");

		assertThat(FailurePlace.inCopy(2, 5, 8, copy, error("COPY t, line 2, column id: \"x\"")))
			.isEqualTo(new FailurePlace(2, "running it", 5, 8, 5, 0, "copy t from stdin"));
		assertThat(FailurePlace.inCopy(2, 5, 8, copy, error(null)).line()).isEqualTo(3);
	}

	private static CopyPiece copy(String script) {
		return (CopyPiece) new SqlPieces(new StringReader(script)).next();
	}

	private static ServerError error(@Nullable String where) {
		return new ServerError("22P02", "invalid input syntax for type integer: \"x\"", null, null, where, 0);
	}

	private static String excerpt(String sql, int lineInStatement) {
		return new FailurePlace(0, "running it", 1, 1, 1, lineInStatement, sql).excerpt();
	}

}
