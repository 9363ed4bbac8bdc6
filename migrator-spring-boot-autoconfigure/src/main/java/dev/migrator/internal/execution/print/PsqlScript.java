package dev.migrator.internal.execution.print;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

import dev.migrator.internal.dialect.connection.CopyRows;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.lexer.PsqlVariables;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.session.DiscardedRows;
import dev.migrator.internal.dialect.session.PsqlText;
import dev.migrator.internal.execution.run.RevisionInTransaction;
import dev.migrator.internal.problem.Printable;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;

/**
 * Builds a script for psql: the statements that would be sent to the server, in their
 * order.
 */
final class PsqlScript implements RevisionInTransaction.Statements {

	private static final String KEEP = "\\set %1$s :QUIET\n".formatted(PsqlVariables.QUIET);

	private static final String AS_BEFORE = "\\set QUIET :%s\n".formatted(PsqlVariables.QUIET);

	private static final String FORGET = "\\unset %s\n".formatted(PsqlVariables.QUIET);

	private final Appendable out;

	/** Whether psql is silent about statements that return no rows. */
	private boolean quiet;

	PsqlScript(Appendable out) {
		this.out = out;
	}

	/**
	 * Begins the script.
	 * @param commands the commands that set it up
	 */
	void begin(String commands) {
		append(commands + KEEP);
	}

	/**
	 * Restores the QUIET variable of psql.
	 */
	void end() {
		letAuthorSpeak();
		append(FORGET);
	}

	void blankLine() {
		append("\n");
	}

	/**
	 * Adds a comment of one line, no matter which names are in it.
	 */
	void comment(String text) {
		append("-- " + Printable.line(text) + "\n");
	}

	/**
	 * Adds a line with which psql prints its progress. In single quotes psql reads
	 * neither variables nor programs.
	 */
	void progress(String text) {
		append("\\echo '" + Printable.line(text).replace("\\", "\\\\").replace("'", "''") + "'\n");
	}

	/**
	 * Adds statements of the migrator, for which psql shows only errors.
	 */
	void own(String sql) {
		if (sql.isEmpty()) {
			return;
		}
		append(this.quiet ? "" : "\\set QUIET on\n");
		this.quiet = true;
		appendLine(DiscardedRows.in(sql));
	}

	private void letAuthorSpeak() {
		append(this.quiet ? AS_BEFORE : "");
		this.quiet = false;
	}

	@Override
	public void own(String purpose, String sql) {
		own(sql);
	}

	@Override
	public void author(int operation, ExecuteSql sql, int statements) {
		try (Reader reader = sql.source().open()) {
			SqlPieces pieces = new SqlPieces(reader);
			for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
				if (piece instanceof CopyPiece copy) {
					copy(copy.text(), copy);
				}
				else if (piece instanceof StatementGroup group) {
					letAuthorSpeak();
					appendLine(PsqlText.of(group.text()) + (isTerminated(group) ? "" : "\n;"));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isTerminated(StatementGroup group) {
		List<SqlStatement> statements = group.find();
		long end = statements.get(statements.size() - 1).end();
		return end < group.text().length() && group.text().charAt((int) end) == ';';
	}

	/**
	 * Adds one statement, without its semicolon.
	 */
	void statement(String sql) {
		letAuthorSpeak();
		append(PsqlText.of(sql) + ";\n");
	}

	/**
	 * Adds a COPY with its data and the line that ends it. This line has to end like the
	 * others: up to PostgreSQL 17 the server reads it too.
	 */
	void copy(String statement, CopyRows rows) {
		statement(statement);
		LastCharacters data = new LastCharacters();
		try {
			rows.writeTo(data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		append(data.endsLine() ? "" : "\n");
		append(data.carriageReturns() ? "\\.\r\n" : "\\.\n");
	}

	@Override
	public void data(int operation, DataMigration data) {
		throw new IllegalStateException("Code over live data is refused before anything is printed");
	}

	private void appendLine(String text) {
		append(text.endsWith("\n") ? text : text + "\n");
	}

	private void append(CharSequence text) {
		try {
			this.out.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Passes data on, and keeps its last characters.
	 */
	private final class LastCharacters extends Writer {

		private char last = '\n';

		private char lastButOne;

		@Override
		public void write(char[] characters, int offset, int length) {
			if (length == 0) {
				return;
			}
			PsqlScript.this.append(new String(characters, offset, length));
			this.lastButOne = (length > 1) ? characters[offset + length - 2] : this.last;
			this.last = characters[offset + length - 1];
		}

		boolean endsLine() {
			return this.last == '\n' || this.last == '\r';
		}

		boolean carriageReturns() {
			return this.last == '\n' && this.lastButOne == '\r';
		}

		@Override
		public void flush() {
			// nothing is buffered
		}

		@Override
		public void close() {
			// the owner of the destination closes it
		}

	}

}
