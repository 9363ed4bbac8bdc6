package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.inspection.QuietStatement;
import dev.migrator.internal.dialect.session.SessionResources;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

/**
 * The facts about a revision that are needed before it is run. They are found by reading
 * it once, and a small script is then sent as it was read.
 *
 * @param statements the number of statements of each operation; 1 for code
 * @param settings the settings that it may set and that the server does not list
 * @param leavesResources whether it may leave something else in its session
 * @param quiet whether it leaves the settings of its session as they are, unless event
 * triggers change them
 * @param read the statements of each operation that is small enough to be kept
 */
public record RevisionSummary(List<Integer> statements, CustomSettings settings, boolean leavesResources, boolean quiet,
		Map<Integer, StatementGroup> read) {

	/** The most characters that are kept of one revision. */
	private static final int KEPT = SqlPieces.SIZE;

	public static RevisionSummary of(ScriptBody body) {
		List<Integer> statements = new ArrayList<>();
		CustomSettings settings = CustomSettings.in(List.of());
		boolean leavesResources = false;
		boolean quiet = true;
		Map<Integer, StatementGroup> read = new TreeMap<>();
		int kept = 0;
		for (Operation operation : body.operations()) {
			int count = 1;
			quiet = quiet && operation instanceof ExecuteSql;
			if (operation instanceof ExecuteSql sql) {
				count = 0;
				int messages = 0;
				SqlPiece last = null;
				try (Reader reader = sql.source().open()) {
					SqlPieces pieces = new SqlPieces(reader);
					for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
						count += piece.statements();
						messages++;
						last = piece;
						settings = settings.and(CustomSettings.in(List.of(piece.text())));
						leavesResources = leavesResources || SessionResources.possible(piece.text());
						quiet = quiet && piece instanceof StatementGroup group && QuietStatement.are(group);
					}
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				if (messages == 1 && last instanceof StatementGroup group && kept + group.text().length() <= KEPT) {
					read.put(statements.size(), group);
					kept += group.text().length();
				}
			}
			statements.add(count);
		}
		return new RevisionSummary(statements, settings, leavesResources, quiet, read);
	}

	/**
	 * Returns all statements of an operation, if they were kept.
	 * @param operation the index of the operation
	 * @return the statements as they were read, or nothing if they have to be read again
	 */
	public Optional<StatementGroup> read(int operation) {
		return Optional.ofNullable(this.read.get(operation));
	}

	public int total() {
		return this.statements.stream().mapToInt(Integer::intValue).sum();
	}

}
