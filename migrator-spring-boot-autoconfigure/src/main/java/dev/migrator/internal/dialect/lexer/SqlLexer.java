package dev.migrator.internal.dialect.lexer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;

import dev.migrator.schema.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script as the server and psql would, to tell where its statements begin and
 * end; changes nothing and keeps none of the text. It takes more from its reader only
 * when it has gone through what it took before (at most 4,096 characters), so that a
 * script of any size needs little memory.
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
 * A statement comes when its end was read, after the comments in it. What is empty
 * ({@code ;;}, or nothing but comments) is no statement. An {@link java.io.IOException}
 * of the reader is thrown as {@link java.io.UncheckedIOException}.
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
	 * @param reader the text; whoever opened it closes it
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
	 * Reads on to the next statement, line comment, COPY data or psql command.
	 * @return what was found, or {@code null} at the end of the text
	 * @throws UnreadableSqlException if a string, a quoted identifier, a dollar quote or
	 * a comment is opened and never closed, or if anything stands in the way of COPY data
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
	 * Reads the data of a {@code COPY ... FROM STDIN} and hands it on as it is written,
	 * without the line that ends it. To be called instead of {@link #next()}, right after
	 * that has returned the statement.
	 * @param sink where to
	 * @return where the data was
	 * @throws IOException if the sink throws it
	 * @throws UnreadableSqlException if anything stands in the way of the data
	 */
	public CopyData copyData(Writer sink) throws IOException {
		if (!this.copyDataFollows) {
			throw new IllegalStateException("No COPY data follows");
		}
		this.copyDataFollows = false;
		return readCopyData(sink);
	}

	/**
	 * How far it has read.
	 * @return the offset behind the last character of what was found last: behind the
	 * semicolon, if that is a statement
	 */
	public long offset() {
		return this.source.offset();
	}

	/**
	 * The line in which it goes on.
	 * @return the line of the next character
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
	 * Reads the data as psql does: it goes from the next line to a line that is
	 * {@code \.}, or to the end. What psql would make of further statements in the line
	 * of the semicolon (it runs them after the data) is refused.
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
