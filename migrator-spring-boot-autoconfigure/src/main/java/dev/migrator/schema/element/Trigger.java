package dev.migrator.schema.element;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A trigger.
 *
 * @param name its name
 * @param table its table or view
 * @param timing the time when it fires
 * @param events the events that it fires for
 * @param columns the columns whose UPDATE it fires for, or empty for all
 * @param forEachRow whether it fires for each row; otherwise once for each statement
 * @param when SQL of the condition, or {@code null} if there is none
 * @param function the function that it calls
 * @param arguments the text arguments of the function
 */
public record Trigger(String name, ObjectName table, Timing timing, Set<Event> events, List<String> columns,
		boolean forEachRow, @Nullable String when, ObjectName function, List<String> arguments) {

	public Trigger {
		NameRule.check("trigger", name);
		if (events.isEmpty()) {
			throw new InvalidDefinitionException("The trigger %s fires for nothing.".formatted(name),
					"Call before(...), after(...) or insteadOf(...) with at least one event.");
		}
		events = Collections.unmodifiableSet(EnumSet.copyOf(events));
		columns = List.copyOf(columns);
		arguments = List.copyOf(arguments);
		columns.forEach((column) -> NameRule.check("column", column));
		arguments.forEach(Literal::of);
		if (!columns.isEmpty() && !events.contains(Event.UPDATE)) {
			throw new InvalidDefinitionException(
					"The trigger %s has columns, but does not fire for UPDATE.".formatted(name),
					"Add UPDATE to its events.");
		}
		if (forEachRow && events.contains(Event.TRUNCATE)) {
			throw new InvalidDefinitionException(
					"The trigger %s cannot fire for each row of a TRUNCATE.".formatted(name),
					"Leave forEachRow() out.");
		}
		if (timing == Timing.INSTEAD_OF && !forEachRow) {
			throw new InvalidDefinitionException("The trigger %s fires instead of each row.".formatted(name),
					"Call forEachRow() too.");
		}
	}

	/**
	 * The time when a trigger fires.
	 */
	public enum Timing {

		/** Before the row or the statement. */
		BEFORE,

		/** After the row or the statement. */
		AFTER,

		/** Instead of the row, on a view. */
		INSTEAD_OF

	}

	/**
	 * The events that a trigger fires for.
	 */
	public enum Event {

		INSERT, UPDATE, DELETE, TRUNCATE

	}

}
