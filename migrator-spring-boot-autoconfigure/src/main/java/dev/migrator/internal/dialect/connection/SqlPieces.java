package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.lexer.LexedText;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import org.jspecify.annotations.Nullable;

/**
 * Splits a script into pieces that are sent as one message each: statements, collected up
 * to about a million characters, and each {@code COPY ... FROM STDIN} with its data. One
 * message of 100 MB costs the server 1.1 GB of memory. psql commands, which the server
 * does not know, are left out.
 */
public final class SqlPieces {

	/**
	 * The size of a piece, in characters, after which it ends with its current statement.
	 */
	public static final int SIZE = 1 << 20;

	private final LexedText script;

	private final StringBuilder before = new StringBuilder();

	private @Nullable CopyPiece copy;

	private boolean copyFollows;

	/**
	 * Creates the pieces of a text, which are read one after the other.
	 * @param reader the text; the caller closes it
	 */
	public SqlPieces(Reader reader) {
		this.script = new LexedText(reader, 1);
	}

	/**
	 * Reads to the end of the next piece. Skips COPY data that was not read.
	 * @return the piece, or {@code null} at the end of the script
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public @Nullable SqlPiece next() {
		if (this.copyFollows) {
			this.copyFollows = false;
			return this.copy;
		}
		skipCopyData();
		int line = this.script.keptFromLine();
		int statements = 0;
		for (SqlToken token = this.script.next(); token != null; token = this.script.next()) {
			if (token instanceof PsqlCommand command) {
				this.before.append(this.script.text(this.script.keptFrom(), command.start()));
				this.script.forget();
			}
			else if (token instanceof SqlStatement statement) {
				if (statement.copyFromStdin()) {
					return beginCopy(statement, group(statement.start(), line, statements));
				}
				statements++;
				if (this.before.length() + this.script.offset() - this.script.keptFrom() >= SIZE) {
					return group(this.script.offset(), line, statements);
				}
			}
		}
		return group(this.script.offset(), line, statements);
	}

	/**
	 * Ends a group, unless it contains only white space and comments.
	 */
	private @Nullable SqlPiece group(long end, int line, int statements) {
		String text = this.before.append(this.script.text(this.script.keptFrom(), end)).toString();
		this.before.setLength(0);
		if (end == this.script.offset()) {
			this.script.forget();
		}
		return (statements > 0) ? new StatementGroup(text, line, statements) : null;
	}

	private SqlPiece beginCopy(SqlStatement statement, @Nullable SqlPiece group) {
		CopyPiece piece = new CopyPiece(this.script.text(statement.start(), statement.end()), statement.line(),
				this.script.line() + 1, this.script);
		this.script.forget();
		this.copy = piece;
		this.copyFollows = (group != null);
		return (group != null) ? group : piece;
	}

	private void skipCopyData() {
		try {
			if (this.copy != null) {
				this.copy.skip();
				this.copy = null;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
