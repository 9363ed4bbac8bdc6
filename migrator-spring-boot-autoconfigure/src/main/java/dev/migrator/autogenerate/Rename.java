package dev.migrator.autogenerate;

import java.util.Optional;

import dev.migrator.schema.ObjectName;

/**
 * A table, a column, a sequence or a value of an enum type that has another name in the
 * model.
 *
 * @param from what it is called: {@code workouts.reps_count}
 * @param to what it is to be called: {@code workouts.total_reps}
 */
public record Rename(String from, String to) {

	/** What to write. */
	public static final String FORMS = "Write --rename old_table=new_table, --rename table.old_column=table.new_column, "
			+ "--rename old_sequence=new_sequence or --rename enum.OLD_VALUE=NEW_VALUE.";

	/**
	 * Reads what a user writes.
	 * @param text {@code table=table}, {@code table.column=table.column},
	 * {@code sequence=sequence} or {@code enum.value=value}
	 * @return the rename
	 * @throws InvalidRenameException if it is neither
	 */
	public static Rename of(String text) {
		int equals = text.indexOf('=');
		if (equals < 1 || equals == text.length() - 1 || text.indexOf('=', equals + 1) >= 0) {
			throw new InvalidRenameException("\"%s\" does not say what is renamed to what.".formatted(text), FORMS);
		}
		return new Rename(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
	}

	/**
	 * Where the last dot is that is not in double quotes; less than zero if there is
	 * none.
	 */
	public static int lastDot(String name) {
		boolean quoted = false;
		int dot = -1;
		for (int i = 0; i < name.length(); i++) {
			quoted ^= name.charAt(i) == '"';
			dot = (!quoted && name.charAt(i) == '.') ? i : dot;
		}
		return dot;
	}

	/**
	 * What is renamed, if it may be a table or a sequence.
	 * @return the name, or empty if it has more parts than one has
	 */
	public Optional<ObjectName> object() {
		int dot = lastDot(this.from);
		return (dot < 0 || lastDot(this.from.substring(0, dot)) < 0) ? Optional.of(ObjectName.of(this.from))
				: Optional.empty();
	}

	public static String column(String name) {
		return ObjectName.of(name.substring(lastDot(name) + 1)).name();
	}

	@Override
	public String toString() {
		return this.from + "=" + this.to;
	}

}
