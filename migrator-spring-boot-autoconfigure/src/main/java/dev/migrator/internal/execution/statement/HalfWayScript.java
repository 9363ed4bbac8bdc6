package dev.migrator.internal.execution.statement;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.schema.TextRule;

/**
 * The statements of a half-way revision, for a person who has to decide which of them are
 * done.
 *
 * @param halfWay the progress of the revision
 * @param script the script
 * @param statements the statements in the direction in which it stopped, in their order
 */
public record HalfWayScript(HalfWay halfWay, Script script, List<Statement> statements) {

	private static final int SHOWN = 120;

	public static HalfWayScript of(Script script, HalfWay halfWay) {
		ScriptBody body = script.body(halfWay.direction());
		List<Statement> statements = new ArrayList<>();
		try (RevisionStatements read = new RevisionStatements(body, 0)) {
			while (read.hasNext()) {
				RevisionStatement statement = read.next();
				statements
					.add(new Statement(statement.number(), body.firstLine() + statement.line() - 1, shown(statement)));
			}
		}
		return new HalfWayScript(halfWay, script, List.copyOf(statements));
	}

	private static String shown(RevisionStatement statement) {
		String line = Secrets.maskStatement(statement.text()).replaceAll("\\s+", " ");
		return (line.length() <= SHOWN) ? line : TextRule.whole(line.substring(0, SHOWN)) + " ...";
	}

	public RevisionStatements revisionStatements() {
		return new RevisionStatements(this.script.body(this.halfWay.direction()), this.statements.size());
	}

	/**
	 * Returns the statements that are not recorded as done.
	 * @return the last of {@link #statements()}
	 */
	public List<Statement> rest() {
		return this.statements.subList(Math.min(this.halfWay.statementsDone(), this.statements.size()),
				this.statements.size());
	}

	/**
	 * A statement, or code over live data.
	 *
	 * @param number its number, from 1
	 * @param line the line of the script at which it begins, from 1
	 * @param text the beginning of the statement, on one line and without passwords, or
	 * the purpose of the code
	 */
	public record Statement(int number, int line, String text) {

	}

}
