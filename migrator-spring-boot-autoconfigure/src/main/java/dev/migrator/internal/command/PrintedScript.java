package dev.migrator.internal.command;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.Shortened;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.Script;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a script for a person to read. A long script is cut, because it may be
 * larger than the memory.
 */
public final class PrintedScript {

	/** The number of characters of a script that a person may want to read. */
	private static final int LONGEST = 100_000;

	private PrintedScript() {
	}

	public static String upgrade(Script script) {
		return print(script, Direction.UPGRADE);
	}

	static @Nullable public String downgrade(Script script) {
		try {
			return print(script, Direction.DOWNGRADE);
		}
		catch (IrreversibleRevisionException ex) {
			return null;
		}
	}

	private static String print(Script script, Direction direction) {
		List<? extends Operation> operations = script.body(direction).operations();
		StringBuilder printed = new StringBuilder();
		for (int i = 0; i < operations.size(); i++) {
			if (printed.length() >= LONGEST) {
				return printed + "-- ... %s of %s operations are shown.".formatted(i, operations.size());
			}
			boolean last = i + 1 == operations.size();
			printed.append(print(operations.get(i), last ? UnaryOperator.identity() : SqlStatements::ended));
		}
		return printed.toString().stripTrailing();
	}

	private static String print(Operation operation, UnaryOperator<String> end) {
		if (!(operation instanceof ExecuteSql sql)) {
			return end.apply("-- data: " + Printable.line(operation.describe())) + "\n";
		}
		TextPreview beginning = TextPreview.of(sql.source(), LONGEST);
		return beginning.cut() ? cut(beginning) : end.apply(Secrets.maskScript(beginning.text().strip())) + "\n";
	}

	private static String cut(TextPreview sql) {
		String note = "\n-- ... The first %s of %s characters are shown.\n";
		return Secrets.maskBeginning(sql.text()).strip()
				+ note.formatted(Shortened.number(sql.text().length()), Shortened.number(sql.length()));
	}

}
