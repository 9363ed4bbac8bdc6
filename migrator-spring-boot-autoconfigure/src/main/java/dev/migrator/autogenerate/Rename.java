package dev.migrator.autogenerate;

import java.util.Optional;

import dev.migrator.schema.ObjectName;

/**
 * A table, a column, a sequence or a value of an enum type that has another name in the
 * model.
 *
 * @param from the present name: {@code workouts.reps_count}
 * @param to the new name: {@code workouts.total_reps}
 */
public record Rename(String from, String to) {

	/** The possible forms, for messages. */
	public static final String FORMS = "Write --rename old_table=new_table, --rename table.old_column=table.new_column, "
			+ "--rename old_sequence=new_sequence or --rename enum.OLD_VALUE=NEW_VALUE.";

	/**
	 * Reads a rename as a user writes it.
	 * @param text {@code table=table}, {@code table.column=table.column},
	 * {@code sequence=sequence} or {@code enum.value=value}
	 * @return the rename
	 * @throws InvalidRenameException if it has another form
	 */
	public static Rename of(String text) {
		int equals = text.indexOf('=');
		if (equals < 1 || equals == text.length() - 1 || text.indexOf('=', equals + 1) >= 0) {
			throw new InvalidRenameException("\"%s\" is not a rename.".formatted(text), FORMS);
		}
		return new Rename(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
	}

	/**
	 * Returns the position of the last dot outside of double quotes, or less than zero if
	 * there is none.
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
	 * Returns the renamed object, if it may be a table or a sequence.
	 * @return the name, or empty if it has too many parts for one
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
