package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.definition.DefinedKind;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a SQL revision that makes a schema in an empty database.
 *
 * @param upgrade the statements that make it, each after what it needs, and set the
 * sequences
 * @param downgrade the statements that drop all of it, in the reverse order; extensions
 * stay
 */
public record BaselineBody(String upgrade, String downgrade) {

	/**
	 * Writes a schema.
	 * @param schema the schema
	 * @param kept the schema of the version table, which the downgrade keeps, or
	 * {@code null} for the default schema
	 * @return the sections
	 */
	public static BaselineBody of(WrittenSchema schema, @Nullable String kept) {
		List<String> up = new ArrayList<>();
		List<String> down = new ArrayList<>();
		for (SchemaPiece piece : schema.pieces()) {
			up.add(piece.create());
			if (!piece.drop().isEmpty() && !(piece.kind() == DefinedKind.SCHEMA && piece.name().name().equals(kept))) {
				down.add(0, loss(piece) + piece.drop());
			}
		}
		up.addAll(schema.sequenceValues());
		if (schema.hasRoutines()) {
			up.add(0, TransactionSql.WITHOUT_BODIES);
			up.add(TransactionSql.WITH_BODIES);
		}
		return new BaselineBody(String.join("\n\n", up), String.join("\n\n", down));
	}

	private static String loss(SchemaPiece piece) {
		return (piece.loss() != null) ? "-- destructive: %s\n".formatted(Printable.line(piece.loss())) : "";
	}

}
