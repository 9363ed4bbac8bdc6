package dev.migrator.dialect;

import java.util.List;
import java.util.function.Supplier;

import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * Finds which part of which table it is that PostgreSQL does not take: tables one by one,
 * then one of them part by part.
 */
final class RefusedDefinition {

	private final ServerConnection connection;

	private final String begin;

	/**
	 * @param begin statements that begin a transaction, and create what all tables need
	 */
	RefusedDefinition(ServerConnection connection, String begin) {
		this.connection = connection;
		this.begin = begin;
	}

	/**
	 * Throws what it finds, if it finds anything.
	 */
	void find(List<ScratchTable> tables) {
		try {
			restart();
		}
		catch (SqlFailure ex) {
			throw ex.error().forbidden() ? DefinitionRefusedException.of(tables.get(0).wantedName(), "", "", ex) : ex;
		}
		for (ScratchTable table : tables) {
			DefinitionRefusedException refused = attempt(table, "", null, table::create);
			if (refused != null) {
				findPart(table);
				throw refused;
			}
		}
	}

	private void findPart(ScratchTable table) {
		restart();
		for (ScratchPiece piece : table.pieces()) {
			DefinitionRefusedException refused = attempt(table, piece.what(), piece,
					() -> DirectiveSql.inTransaction(piece.scratch()).source().text());
			if (refused != null) {
				throw refused;
			}
		}
	}

	private void restart() {
		this.connection.rollback();
		this.connection.send(this.begin);
	}

	private @Nullable DefinitionRefusedException attempt(ScratchTable table, String part, @Nullable ScratchPiece piece,
			Supplier<String> sql) {
		try {
			this.connection.send(sql.get());
			return null;
		}
		catch (InvalidDefinitionException ex) {
			return DefinitionRefusedException.of(table.wantedName(), part, ex);
		}
		catch (SqlFailure ex) {
			if (ex.error().connectionCut() || ex.error().cancelled()) {
				throw ex;
			}
			String shown = (piece != null && piece.wanted() != null)
					? DirectiveSql.inTransaction(piece.wanted()).source().text() : "";
			return DefinitionRefusedException.of(table.wantedName(), part, shown, ex);
		}
	}

}
