package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Unique;

/**
 * The lines that say what was found.
 */
final class Detected {

	private Detected() {
	}

	static String column(String what, ObjectName table, String column) {
		return "Detected %s '%s.%s'".formatted(what, table, column);
	}

	static String added(ObjectName table, Constraint constraint) {
		if (constraint instanceof Unique unique) {
			return "Detected added unique constraint '%s' on '(%s)'".formatted(unique.name(),
					String.join(", ", unique.columns()));
		}
		return "Detected added " + constraint.describe(table);
	}

	static String removed(ObjectName table, Constraint constraint) {
		return "Detected removed " + constraint.describe(table);
	}

	static String changed(ObjectName table, Constraint constraint) {
		return "Detected changed " + constraint.describe(table);
	}

	static String added(Index index) {
		return "Detected added index '%s' on '(%s)'".formatted(index.name(),
				String.join(", ",
						index.keys()
							.stream()
							.map((key) -> Objects.requireNonNullElse(key.column(), String.valueOf(key.expression())))
							.toList()));
	}

	static String removed(Index index) {
		return "Detected removed index '%s' on '%s'".formatted(index.name(), index.table());
	}

	static String changed(Index real, Index wanted) {
		List<String> what = new ArrayList<>();
		if (real.unique() != wanted.unique()) {
			what.add("unique=%s to unique=%s".formatted(real.unique(), wanted.unique()));
		}
		if (!real.keys().equals(wanted.keys())) {
			what.add("keys");
		}
		if (!Objects.equals(real.where(), wanted.where())) {
			what.add("predicate");
		}
		return "Detected changed index '%s' on '%s'%s".formatted(real.name(), real.table(),
				what.isEmpty() ? "" : ": " + String.join(", ", what));
	}

}
