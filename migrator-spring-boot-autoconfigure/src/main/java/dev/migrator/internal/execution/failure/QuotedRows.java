package dev.migrator.internal.execution.failure;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

import dev.migrator.internal.dialect.connection.SecretColumns;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.ExecuteSql;

/**
 * Finds out whether the values that a failed statement and its error quote may be
 * secrets, if neither names one: {@code update users set active = null} is answered with
 * the whole row. Reads the columns of the table after the rollback.
 */
public final class QuotedRows implements UnaryOperator<ServerError> {

	private static final int LOOKED_AT = 200_000;

	private final ServerConnection connection;

	private final ScriptBody body;

	public QuotedRows(ServerConnection connection, ScriptBody body) {
		this.connection = connection;
		this.body = body;
	}

	@Override
	public ServerError apply(ServerError error) {
		return mayBeSecret(error) ? error.withSecrets() : error;
	}

	private boolean mayBeSecret(ServerError error) {
		String table = error.table();
		if (!this.connection.alive() || this.connection.inTransaction()) {
			return error.quotesRow();
		}
		boolean ofTable = table != null
				&& SecretColumns.areIn(this.connection, table).orElseGet(this::scriptSpeaksOfThem);
		return ofTable || ((error.quotesRow() || error.where() != null) && scriptNamesSuchATable());
	}

	/**
	 * The row may be from another table, if a trigger has copied it.
	 */
	private boolean scriptNamesSuchATable() {
		return this.body.operations()
			.stream()
			.anyMatch((operation) -> operation instanceof ExecuteSql sql && namesSuchATable(sql));
	}

	private boolean namesSuchATable(ExecuteSql sql) {
		try (Reader reader = sql.source().open()) {
			char[] beginning = new char[LOOKED_AT];
			int length = 0;
			for (int read = reader.read(beginning); read > 0
					&& length < LOOKED_AT; read = reader.read(beginning, length, LOOKED_AT - length)) {
				length += read;
			}
			return SecretColumns.areInTablesOf(this.connection, new String(beginning, 0, length));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A table that does not exist was created by this script, with the columns that the
	 * script names.
	 */
	private boolean scriptSpeaksOfThem() {
		return this.body.operations()
			.stream()
			.anyMatch((operation) -> operation instanceof ExecuteSql sql && speaksOfThem(sql));
	}

	private static boolean speaksOfThem(ExecuteSql sql) {
		try (Reader reader = sql.source().open()) {
			return SecretWords.areIn(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
