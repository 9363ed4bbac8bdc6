package dev.migrator;

import java.util.stream.Collectors;

import dev.migrator.dialect.Secrets;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.script.IrreversibleRevisionException;
import dev.migrator.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * What a script does, as SQL for a person to read.
 */
final class PrintedScript {

	private PrintedScript() {
	}

	static String upgrade(Script script) {
		return print(script, Direction.UPGRADE);
	}

	static @Nullable String downgrade(Script script) {
		try {
			return print(script, Direction.DOWNGRADE);
		}
		catch (IrreversibleRevisionException ex) {
			return null;
		}
	}

	private static String print(Script script, Direction direction) {
		return script.body(direction).operations().stream().map(PrintedScript::print).collect(Collectors.joining("\n"));
	}

	private static String print(Operation operation) {
		return (operation instanceof ExecuteSql sql) ? Secrets.mask(sql.source().text().strip())
				: "-- data: " + operation.describe();
	}

}
