package dev.migrator.internal.execution.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.internal.dialect.inspection.ChosenIndexName;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Finds builds of indexes without a name that are still to be run. If such a build is
 * interrupted, nobody can tell whether the index was built, and the server gives the next
 * one another name: there would be two indexes, or one that stays INVALID.
 */
public final class UnnamedBuilds {

	private UnnamedBuilds() {
	}

	/**
	 * Finds them in a script that runs without a transaction. Another script cannot have
	 * them.
	 * @param script the script
	 * @param direction the section that is to be run
	 * @param entry the last history entry of the revision, if there is one: the
	 * statements of a half-way revision that are done are not reported
	 * @return each build with its line and a name to write
	 * @throws dev.migrator.internal.script.IrreversibleRevisionException if there is no
	 * such section
	 */
	public static List<ScriptProblem> in(Script script, Direction direction, @Nullable LastEntry entry) {
		if (script.transactional()) {
			return List.of();
		}
		int done = (entry != null && !entry.finished() && entry.direction() == direction) ? entry.howFar().done() : 0;
		ScriptBody body = script.body(direction);
		Map<String, Integer> names = new HashMap<>();
		List<ScriptProblem> problems = new ArrayList<>();
		try (RevisionStatements statements = new RevisionStatements(body, 0)) {
			while (statements.hasNext()) {
				RevisionStatement statement = statements.next();
				Optional<String> name = statement.data().isEmpty() ? ChosenIndexName.of(statement.text())
						: Optional.empty();
				int same = name.isPresent() ? names.merge(name.get(), 1, Integer::sum) - 1 : 0;
				if (name.isPresent() && statement.number() > done) {
					problems.add(problem(script, statement.line() + body.firstLine() - 1,
							name.get() + ((same > 0) ? same : "")));
				}
			}
		}
		catch (UnreadableSqlException | OutOfMemoryError ex) {
			// The inspection of the script reports that.
		}
		return problems;
	}

	private static ScriptProblem problem(Script script, int line, String name) {
		return new ScriptProblem(script.location(), line,
				"CREATE INDEX CONCURRENTLY gives the index no name. After an interruption it would build a second "
						+ "index",
				"give it a name; PostgreSQL would call it " + NameSql.of(name));
	}

}
