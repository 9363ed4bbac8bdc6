package dev.migrator.internal.dialect.normalform;

import java.util.List;
import java.util.function.Supplier;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.element.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Finds the part of a table that PostgreSQL refuses. Tries first the objects that all
 * tables need, then each table, then each part of the refused table.
 */
final class RefusedDefinition {

	private final ServerConnection connection;

	private final String begin;

	private final ScratchObjects objects;

	/**
	 * @param begin statements that begin a transaction
	 * @param objects the objects that all tables need
	 */
	RefusedDefinition(ServerConnection connection, String begin, ScratchObjects objects) {
		this.connection = connection;
		this.begin = begin;
		this.objects = objects;
	}

	/**
	 * Throws the exception for the refused definition, if it finds one.
	 */
	void find(List<ScratchTable> tables) {
		try {
			restart(tables);
		}
		catch (SqlFailure ex) {
			if (ex.error().forbidden() && !tables.isEmpty()) {
				throw DefinitionRefusedException.of(tables.get(0).wantedName(), "", "", ex);
			}
			findDomain();
			throw ex;
		}
		for (ScratchTable table : tables) {
			DefinitionRefusedException refused = attempt(table, "", null, table::create);
			if (refused != null) {
				findPart(table, tables);
				throw refused;
			}
		}
	}

	private void findDomain() {
		this.connection.rollback();
		this.connection.send(this.begin);
		for (Directive create : this.objects.types()) {
			try {
				this.connection.send(DirectiveSql.inTransaction(create).source().text());
			}
			catch (SqlFailure ex) {
				if (create instanceof CreateDomain domain && !ex.error().connectionCut() && !ex.error().cancelled()) {
					Domain wanted = this.objects.wanted(domain.domain());
					throw DefinitionRefusedException.ofDomain(wanted.name(),
							DirectiveSql.inTransaction(new CreateDomain(wanted)).source().text(), ex);
				}
				throw ex;
			}
		}
	}

	private void findPart(ScratchTable table, List<ScratchTable> tables) {
		restart(tables);
		for (ScratchPiece piece : table.pieces()) {
			DefinitionRefusedException refused = attempt(table, piece.what(), piece,
					() -> DirectiveSql.inTransaction(piece.scratch()).source().text());
			if (refused != null) {
				throw refused;
			}
		}
	}

	private void restart(List<ScratchTable> tables) {
		this.connection.rollback();
		this.connection.send(this.begin + this.objects.create(tables));
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
