package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.operation.TriggerDirective.CreateTrigger;
import dev.migrator.operation.TriggerDirective.DropTrigger;
import dev.migrator.schema.element.Trigger;

/**
 * Writes triggers.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE
 * TRIGGER</a>
 */
final class TriggerSql {

	private TriggerSql() {
	}

	static List<String> create(CreateTrigger create) {
		Trigger trigger = create.trigger();
		String when = trigger.when();
		String events = trigger.events()
			.stream()
			.map((event) -> event(event, trigger.columns()))
			.collect(Collectors.joining(" OR "));
		String arguments = trigger.arguments().stream().map(SqlText::literal).collect(Collectors.joining(", "));
		return List.of("CREATE TRIGGER %s %s %s ON %s FOR EACH %s%s EXECUTE FUNCTION %s(%s)".formatted(
				NameSql.of(trigger.name()), trigger.timing().name().replace('_', ' '), events,
				NameSql.of(trigger.table()), trigger.forEachRow() ? "ROW" : "STATEMENT",
				(when != null) ? " WHEN (" + SqlFragment.of(when) + ")" : "", NameSql.of(trigger.function()),
				arguments));
	}

	private static String event(Trigger.Event event, List<String> columns) {
		return (event == Trigger.Event.UPDATE && !columns.isEmpty()) ? "UPDATE OF " + NameSql.list(columns)
				: event.name();
	}

	static List<String> drop(DropTrigger drop) {
		return List.of("DROP TRIGGER " + (drop.ifExists() ? "IF EXISTS " : "") + NameSql.of(drop.name()) + " ON "
				+ NameSql.of(drop.table()) + (drop.cascade() ? " CASCADE" : ""));
	}

}
