package dev.migrator.internal.dialect.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ObjectName;

/**
 * A foreign key as people and tools write it: {@code foreign key (a) references t (b) on
 * delete cascade}.
 *
 * @param columns its columns
 * @param table the referenced table
 * @param referenced the referenced columns; none for the primary key
 * @param options the text after the reference
 */
public record WrittenReference(List<String> columns, ObjectName table, List<String> referenced, String options) {

	private static final String NAME = "(?:" + NameText.UNQUOTED + "|" + NameText.QUOTED + ")";

	private static final String COLUMNS = "\\(([^()]*)\\)";

	private static final Pattern KEY = Pattern.compile("(?is)\\s*foreign\\s+key\\s*" + COLUMNS + "\\s*references\\s+("
			+ NAME + "(?:\\s*\\.\\s*" + NAME + ")?)(?:\\s*" + COLUMNS + ")?\\s*(.*)");

	/**
	 * Reads a foreign key.
	 * @param sql the constraint without its name
	 * @return the key, or empty if it is not a foreign key
	 */
	public static Optional<WrittenReference> parse(String sql) {
		Matcher key = KEY.matcher(sql);
		if (!key.matches()) {
			return Optional.empty();
		}
		ObjectName table = new WrittenWords(key.group(2)).takeName();
		List<String> referenced = (key.group(3) != null) ? names(key.group(3)) : List.of();
		return (table != null)
				? Optional.of(new WrittenReference(names(key.group(1)), table, referenced, key.group(4).strip()))
				: Optional.empty();
	}

	private static List<String> names(String list) {
		return Pattern.compile(NAME).matcher(list).results().map((name) -> NameText.of(name.group())).toList();
	}

}
