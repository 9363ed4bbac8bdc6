package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.LexedText;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;

/**
 * A part of a script that is sent as one message.
 */
public sealed interface SqlPiece {

	/**
	 * Returns the SQL, exactly as it is written.
	 * @return one or several statements, with the text between them
	 */
	String text();

	/**
	 * Returns the line in which the SQL begins.
	 * @return the line of its first character
	 */
	int line();

	/**
	 * Returns the number of its statements.
	 * @return the number of statements
	 */
	int statements();

	/**
	 * A group of whole statements with everything between them.
	 *
	 * @param text the text as it is written, without psql commands
	 * @param line the line in which the text begins
	 * @param statements the number of its statements
	 */
	record StatementGroup(String text, int line, int statements) implements SqlPiece {

		/**
		 * Finds the statements again. They are not kept, because there may be tens of
		 * thousands.
		 * @return the statements, with offsets in {@link #text()}
		 */
		public List<SqlStatement> find() {
			return SqlStatements.of(this.text, this.line);
		}

	}

	/**
	 * A {@code COPY ... FROM STDIN} with its data. The data is read from the script while
	 * it is sent, and can be read only once.
	 */
	final class CopyPiece implements SqlPiece, CopyRows {

		/**
		 * Matches the line of the data in which the server failed. The server names it in
		 * its own language: {@code COPY t, line 2, column id: "x"},
		 * {@code COPY t, Zeile 2, ...}.
		 */
		private static final Pattern CONTEXT = Pattern.compile("(?m)^COPY .*?, \\D{1,20}(\\d{1,9})(?!\\d)");

		private final String text;

		private final int line;

		private final int dataLine;

		private final LexedText script;

		private boolean open = true;

		public CopyPiece(String text, int line, int dataLine, LexedText script) {
			this.text = text;
			this.line = line;
			this.dataLine = dataLine;
			this.script = script;
		}

		@Override
		public String text() {
			return this.text;
		}

		@Override
		public int line() {
			return this.line;
		}

		@Override
		public int statements() {
			return 1;
		}

		/**
		 * Returns the line of the script that an error is about.
		 * @param error the error
		 * @return the line of the data that the error names, or the line of the statement
		 */
		public int lineOf(ServerError error) {
			Matcher named = CONTEXT.matcher((error.where() != null) ? error.where() : "");
			return named.find() ? this.dataLine + Integer.parseInt(named.group(1)) - 1 : this.line;
		}

		@Override
		public void writeTo(Writer writer) throws IOException {
			if (!this.open) {
				throw new IllegalStateException("The data has been read");
			}
			this.open = false;
			this.script.copyData(writer);
		}

		/**
		 * Skips data that was not read.
		 */
		void skip() throws IOException {
			if (this.open) {
				writeTo(Writer.nullWriter());
			}
		}

	}

}
