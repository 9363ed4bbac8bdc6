package dev.migrator.internal.dialect.lexer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;

import dev.migrator.internal.dialect.lexer.SqlToken.CopyData;
import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.schema.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script as the server and psql would, and finds where its statements begin and
 * end. Changes nothing and keeps none of the text. Takes more from its reader only when
 * it has read what it took before (at most 4,096 characters), so a script of any size
 * needs little memory.
 *
 * <pre class="code">
 * SqlLexer lexer = new SqlLexer(reader);
 * for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
 *     if (token instanceof SqlStatement statement) {
 *         ...
 *     }
 * }
 * </pre>
 *
 * A statement is returned when its end was read, after the comments in it. An empty one
 * ({@code ;;}, or only comments) is not a statement. An {@link java.io.IOException} of
 * the reader is thrown as {@link java.io.UncheckedIOException}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>
 */
public final class SqlLexer {

	private final CharacterSource source;

	private final SqlScanner scanner;

	private final StatementInProgress statement = new StatementInProgress();

	private boolean copyDataFollows;

	/**
	 * Creates a lexer.
	 * @param reader the text; the caller closes it
	 */
	public SqlLexer(Reader reader) {
		this(reader, 1);
	}

	/**
	 * Creates a lexer for a part of a file.
	 * @param reader the text
	 * @param firstLine the line of the file in which the text begins
	 */
	public SqlLexer(Reader reader, int firstLine) {
		this.source = new CharacterSource(reader, firstLine);
		this.scanner = new SqlScanner(this.source);
	}

	/**
	 * Reads the next statement, line comment, COPY data or psql command.
	 * @return what was found, or {@code null} at the end of the text
	 * @throws UnreadableSqlException if a string, a quoted identifier, a dollar quote or
	 * a comment is opened and never closed, or if anything prevents the reading of COPY
	 * data
	 */
	public @Nullable SqlToken next() {
		if (this.copyDataFollows) {
			return skipCopyData();
		}
		while (true) {
			SqlScanner.Kind kind = this.scanner.next();
			switch (kind) {
				case LINE_COMMENT -> {
					return new LineComment(this.scanner.start(), this.source.offset(), this.scanner.line(),
							this.scanner.column(), this.scanner.text(), this.scanner.isFirstInLine());
				}
				case BACKSLASH -> {
					return psqlCommand();
				}
				case END -> {
					return copyDataAfter(this.statement.end());
				}
				case SEMICOLON -> {
					if (!this.statement.endsWithSemicolon()) {
						this.statement.add(kind, this.scanner, this.source.offset());
						continue;
					}
					SqlStatement ended = this.statement.end(this.scanner.start());
					if (ended != null) {
						return copyDataAfter(ended);
					}
				}
				default -> this.statement.add(kind, this.scanner, this.source.offset());
			}
		}
	}

	/**
	 * Reads the data of a {@code COPY ... FROM STDIN} and writes it to a sink as it is,
	 * without the line that ends it. Call it instead of {@link #next()}, right after
	 * {@code next()} has returned the statement.
	 * @param sink the sink
	 * @return the position of the data
	 * @throws IOException if the sink throws it
	 * @throws UnreadableSqlException if anything prevents the reading of the data
	 */
	public CopyData copyData(Writer sink) throws IOException {
		if (!this.copyDataFollows) {
			throw new IllegalStateException("No COPY data follows");
		}
		this.copyDataFollows = false;
		return readCopyData(sink);
	}

	/**
	 * Returns the position that the lexer has reached.
	 * @return the offset after the last character of what was found last: after the
	 * semicolon, if it is a statement
	 */
	public long offset() {
		return this.source.offset();
	}

	/**
	 * Returns the line of the next character.
	 * @return the line
	 */
	public int line() {
		return this.source.line();
	}

	/**
	 * Ends the statement that is being read where its last token ended, as if the text
	 * ended there.
	 * @return the statement, or {@code null} if none has begun
	 */
	public @Nullable SqlStatement cut() {
		this.scanner.reset();
		return this.statement.end();
	}

	private @Nullable SqlStatement copyDataAfter(@Nullable SqlStatement ended) {
		this.copyDataFollows = ended != null && ended.copyFromStdin();
		return ended;
	}

	private CopyData skipCopyData() {
		try {
			return copyData(Writer.nullWriter());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the data as psql does: from the next line to a line that is {@code \.}, or to
	 * the end. psql would run further statements in the line of the semicolon after the
	 * data. They are refused here.
	 */
	private CopyData readCopyData(Writer sink) throws IOException {
		skipRestOfLine();
		long start = this.source.offset();
		int line = this.source.line();
		while (this.source.peek() != CharacterSource.END) {
			long lineStart = this.source.offset();
			if (this.source.take('\\')) {
				boolean period = this.source.take('.');
				if (period && atLineEnd()) {
					this.source.takeLineEnd();
					return new CopyData(start, lineStart, line, true);
				}
				sink.write(period ? "\\." : "\\");
			}
			this.source.takeRestOfLine(sink);
			this.source.takeLineEnd(sink);
		}
		return new CopyData(start, this.source.offset(), line, false);
	}

	private void skipRestOfLine() {
		while (!atLineEnd()) {
			int line = this.source.line();
			int column = this.source.column();
			int c = this.source.next();
			if (c == '-' && this.source.take('-')) {
				skipToLineEnd();
			}
			else if (c != ' ' && c != '\t' && c != '\f' && c != 0x0B) {
				throw UnreadableSqlException.textAfterCopy(line, column);
			}
		}
		this.source.takeLineEnd();
	}

	private PsqlCommand psqlCommand() {
		long start = this.scanner.start();
		int line = this.scanner.line();
		StringBuilder name = new StringBuilder();
		while (!atLineEnd() && this.source.peek() > ' ' && (name.isEmpty() || this.source.peek() != '\\')) {
			name.append((char) this.source.next());
		}
		StringBuilder arguments = new StringBuilder();
		while (!atLineEnd()) {
			int c = this.source.next();
			if (arguments.length() < PsqlCommand.MAX_ARGUMENTS) {
				arguments.append((char) c);
			}
		}
		return new PsqlCommand(start, this.source.offset(), line, name.toString(),
				TextRule.whole(arguments.toString()).strip());
	}

	private void skipToLineEnd() {
		while (!atLineEnd()) {
			this.source.next();
		}
	}

	private boolean atLineEnd() {
		int c = this.source.peek();
		return c == '\n' || c == '\r' || c == CharacterSource.END;
	}

}
