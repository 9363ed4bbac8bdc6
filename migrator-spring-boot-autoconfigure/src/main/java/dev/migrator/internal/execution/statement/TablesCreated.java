package dev.migrator.internal.execution.statement;

import java.util.HashSet;
import java.util.Set;

import dev.migrator.internal.dialect.inspection.CreatedTable;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.script.Script;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Direction;

/**
 * Finds the tables that a revision creates, as far as its statements name them.
 */
public final class TablesCreated {

	private TablesCreated() {
	}

	/**
	 * Reads the upgrade of a script.
	 * @param script the script
	 * @return their names, without a schema; none of a script that cannot be read
	 */
	public static Set<String> by(Script script) {
		Set<String> names = new HashSet<>();
		try (RevisionStatements statements = new RevisionStatements(script.body(Direction.UPGRADE), 0)) {
			while (statements.hasNext()) {
				RevisionStatement statement = statements.next();
				if (statement.data().isEmpty()) {
					CreatedTable.of(statement.text()).map(CreatedTable::lastPart).ifPresent(names::add);
				}
			}
		}
		catch (UnreadableSqlException | OutOfMemoryError ex) {
			// The inspection of the script reports that.
		}
		catch (MigratorException ex) {
			// A Java revision that cannot be created is reported elsewhere.
		}
		return names;
	}

}
