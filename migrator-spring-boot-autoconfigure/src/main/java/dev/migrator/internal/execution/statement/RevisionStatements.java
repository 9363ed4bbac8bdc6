package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a revision without a transaction from its script, one after the
 * other, as they are asked for.
 */
public final class RevisionStatements implements Iterator<RevisionStatement>, AutoCloseable {

	private final Iterator<Executable> operations;

	private final int count;

	private final Deque<RevisionStatement> read = new ArrayDeque<>();

	private int operation = -1;

	private int number;

	private @Nullable Reader reader;

	private @Nullable SqlPieces pieces;

	/**
	 * Starts before the first statement.
	 * @param body the revision
	 * @param count the number of statements
	 */
	public RevisionStatements(ScriptBody body, int count) {
		this.operations = body.operations().iterator();
		this.count = count;
	}

	/**
	 * Returns the number of all statements.
	 */
	public int count() {
		return this.count;
	}

	@Override
	public boolean hasNext() {
		while (this.read.isEmpty() && (readPiece() || readOperation())) {
			// until there is one, or nothing left to read
		}
		return !this.read.isEmpty();
	}

	@Override
	public RevisionStatement next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.read.remove();
	}

	private boolean readPiece() {
		SqlPiece piece = (this.pieces != null) ? this.pieces.next() : null;
		if (piece instanceof CopyPiece copy) {
			add(RevisionStatement.copy(this.operation, ++this.number, this.count, copy));
		}
		else if (piece instanceof StatementGroup group) {
			for (SqlStatement statement : group.find()) {
				add(RevisionStatement.statement(this.operation, ++this.number, this.count, statement,
						statement.in(group.text())));
			}
		}
		return piece != null;
	}

	private boolean readOperation() {
		close();
		if (!this.operations.hasNext()) {
			return false;
		}
		this.operation++;
		Executable next = this.operations.next();
		if (next instanceof DataMigration data) {
			add(RevisionStatement.data(this.operation, ++this.number, this.count, data));
		}
		else if (next instanceof ExecuteSql sql) {
			this.reader = sql.source().open();
			this.pieces = new SqlPieces(this.reader);
		}
		return true;
	}

	private void add(RevisionStatement statement) {
		this.read.add(statement);
	}

	@Override
	public void close() {
		Reader open = this.reader;
		this.pieces = null;
		this.reader = null;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
