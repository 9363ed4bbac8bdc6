package dev.migrator.execution;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

import dev.migrator.dialect.CopyPiece;
import dev.migrator.dialect.CopyRows;
import dev.migrator.dialect.SqlPiece;
import dev.migrator.dialect.SqlPieces;
import dev.migrator.dialect.SqlStatement;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.problem.Printable;

/**
 * A script for psql in the making: what would be sent to the server, in its order.
 */
final class PsqlScript implements RevisionInTransaction.Statements {

	private final Appendable out;

	PsqlScript(Appendable out) {
		this.out = out;
	}

	void blankLine() {
		append("\n");
	}

	/**
	 * A comment of one line, whatever the names in it.
	 */
	void comment(String text) {
		append("-- " + Printable.line(text) + "\n");
	}

	/**
	 * Statements of the migrator's own, or commands to psql.
	 */
	void own(String sql) {
		append(sql.isEmpty() || sql.endsWith("\n") ? sql : sql + "\n");
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
					own(group.text() + (isTerminated(group) ? "" : "\n;\n"));
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
	 * One statement, without its semicolon.
	 */
	void statement(String sql) {
		append(sql + ";\n");
	}

	/**
	 * A COPY with its data and the line that ends it, which has to end like the others:
	 * up to PostgreSQL 17 the server reads it too.
	 */
	void copy(String statement, CopyRows rows) {
		append(statement + ";\n");
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

	private void append(CharSequence text) {
		try {
			this.out.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Passes data on, and knows how it ended.
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
			// nothing is kept
		}

		@Override
		public void close() {
			// whoever gave the destination closes it
		}

	}

}
