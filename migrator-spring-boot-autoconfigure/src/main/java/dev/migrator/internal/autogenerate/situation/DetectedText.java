package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Key;

/**
 * Writes the lines of the log for differences.
 */
public final class DetectedText {

	private DetectedText() {
	}

	public static String column(String what, ObjectName table, String column) {
		return "Detected %s '%s.%s'".formatted(what, table, column);
	}

	public static String added(KeyObject key) {
		return "Detected added " + described(key);
	}

	private static String keys(Index index) {
		return index.keys()
			.stream()
			.map((key) -> Objects.requireNonNullElseGet(key.column(), () -> Objects.requireNonNull(key.expression())))
			.collect(Collectors.joining(", "));
	}

	public static String removed(KeyObject key) {
		return "Detected removed " + described(key);
	}

	public static String changed(KeyObject was, KeyObject to) {
		String changed = "Detected changed " + described(was);
		if (was instanceof IndexObject one && to instanceof IndexObject other) {
			return changed + changes(one.index(), other.index());
		}
		boolean other = was instanceof ConstraintObject one && to instanceof ConstraintObject two
				&& one.constraint().validity() != two.constraint().validity();
		if (other) {
			return "%s: %s to %s".formatted(changed, validity(was), validity(to));
		}
		return (was instanceof ConstraintObject one && to instanceof ConstraintObject two)
				? changed + changes(one.constraint(), two.constraint()) : changed;
	}

	private static String changes(Constraint was, Constraint to) {
		if (was instanceof ForeignKey one && to instanceof ForeignKey other) {
			return changes(one, other);
		}
		return (was instanceof Key && to instanceof Key && !was.keyColumns().equals(to.keyColumns()))
				? ": to (%s)".formatted(String.join(", ", to.keyColumns())) : "";
	}

	private static String changes(ForeignKey was, ForeignKey to) {
		List<String> what = new ArrayList<>();
		if (!was.columns().equals(to.columns())) {
			what.add("columns to (%s)".formatted(String.join(", ", to.columns())));
		}
		if (!was.table().equals(to.table()) || !was.referenced().equals(to.referenced())) {
			what.add("now to '%s' (%s)".formatted(to.table(), String.join(", ", to.referenced())));
		}
		if (was.onDelete() != to.onDelete() || !was.onDeleteColumns().equals(to.onDeleteColumns())) {
			what.add("ON DELETE %s to %s".formatted(onDelete(was), onDelete(to)));
		}
		if (was.onUpdate() != to.onUpdate()) {
			what.add("ON UPDATE %s to %s".formatted(words(was.onUpdate()), words(to.onUpdate())));
		}
		return what.isEmpty() ? "" : ": " + String.join(", ", what);
	}

	private static String onDelete(ForeignKey key) {
		String columns = key.onDeleteColumns().isEmpty() ? ""
				: " (%s)".formatted(String.join(", ", key.onDeleteColumns()));
		return words(key.onDelete()) + columns;
	}

	private static String words(ReferentialAction action) {
		return action.name().replace('_', ' ');
	}

	private static String validity(KeyObject key) {
		return ((ConstraintObject) key).constraint().validity().words();
	}

	public static String renamed(KeyObject was, KeyObject to) {
		String from = was.id().name();
		return (was instanceof IndexObject)
				? "Detected renamed index '%s' to '%s' on table '%s'".formatted(from, to.id().name(), was.table())
				: "Detected renamed constraint '%s' to '%s' on table '%s'".formatted(from, to.id().name(), was.table());
	}

	public static String added(OpaqueObject object) {
		return "Detected added " + object.quoted();
	}

	public static String changed(OpaqueObject object) {
		return "Detected changed " + object.quoted();
	}

	public static String removed(OpaqueObject object) {
		return "Detected removed " + object.quoted();
	}

	/**
	 * Describes a constraint or an index.
	 */
	public static String described(KeyObject key) {
		return (key instanceof ConstraintObject object) ? object.constraint().describe(key.table())
				: "index '%s' (%s) on table '%s'".formatted(key.id().name(), keys(((IndexObject) key).index()),
						key.table());
	}

	private static String changes(Index was, Index to) {
		List<String> what = new ArrayList<>();
		if (was.unique() != to.unique()) {
			what.add("unique=%s to unique=%s".formatted(was.unique(), to.unique()));
		}
		if (!was.keys().equals(to.keys())) {
			what.add("keys");
		}
		if (!Objects.equals(was.where(), to.where())) {
			what.add("predicate");
		}
		return what.isEmpty() ? "" : ": " + String.join(", ", what);
	}

}
