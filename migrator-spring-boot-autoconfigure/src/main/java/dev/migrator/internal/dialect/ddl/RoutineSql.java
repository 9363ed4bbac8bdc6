package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.DollarQuote;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.RoutineDirective.CreateRoutine;
import dev.migrator.operation.RoutineDirective.DropRoutine;
import dev.migrator.schema.Expression;
import dev.migrator.schema.element.Routine;

/**
 * Writes functions and procedures.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE
 * FUNCTION</a>
 */
final class RoutineSql {

	private RoutineSql() {
	}

	static List<String> create(CreateRoutine create) {
		Routine routine = create.routine();
		String returns = routine.returns();
		String arguments = routine.arguments().stream().map(RoutineSql::argument).collect(Collectors.joining(", "));
		String attributes = routine.attributes()
			.stream()
			.map((attribute) -> " " + SqlFragment.of(attribute))
			.collect(Collectors.joining());
		return List.of("CREATE " + (create.replace() ? "OR REPLACE " : "") + kind(returns == null)
				+ NameSql.of(routine.name()) + "(" + arguments + ")"
				+ ((returns != null) ? " RETURNS " + SqlFragment.one(returns) : "") + " LANGUAGE "
				+ NameSql.of(routine.language()) + attributes + " AS " + DollarQuote.of("body", routine.body()));
	}

	private static String argument(Routine.Argument argument) {
		String name = argument.name();
		Expression defaultValue = argument.defaultValue();
		return ((name != null) ? NameSql.of(name) + " " : "") + TypeSql.of(argument.type())
				+ ((defaultValue != null) ? " DEFAULT " + LiteralSql.inParentheses(defaultValue) : "");
	}

	static List<String> drop(DropRoutine drop) {
		return List.of("DROP " + kind(drop.signature().procedure())
				+ ObjectSql.toDrop(drop.ifExists(), signature(drop.signature()), drop.cascade()));
	}

	static String signature(Routine.Signature signature) {
		return NameSql.of(signature.name())
				+ signature.arguments().stream().map(TypeSql::of).collect(Collectors.joining(", ", "(", ")"));
	}

	private static String kind(boolean procedure) {
		return procedure ? "PROCEDURE " : "FUNCTION ";
	}

}
