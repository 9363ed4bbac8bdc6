package dev.migrator.internal.autogenerate.convention;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import dev.migrator.autogenerate.convention.NamePattern;
import dev.migrator.autogenerate.convention.NamedKind;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.PrimaryKey;

/**
 * The name of a constraint or an index by a convention. A name that is too long is cut
 * off and gets a hash of the whole name, so that it is always the same.
 */
public final class ConventionalName {

	private static final int HASH = 9;

	private static final Pattern WITHOUT_COLUMNS = Pattern.compile("_\\{columns?}|\\{columns?}_?");

	private final String whole;

	private ConventionalName(String whole) {
		this.whole = whole;
	}

	/**
	 * Returns the name of a constraint or an index.
	 * @param key the constraint or the index
	 * @param columns the columns of its table, in order
	 * @param convention the convention
	 * @return the name, or empty if the convention has none for its kind
	 */
	public static Optional<ConventionalName> of(KeyObject key, Collection<String> columns,
			NamingConvention convention) {
		return convention.isEmpty() ? Optional.empty()
				: convention.pattern(kind(key)).map((pattern) -> new ConventionalName(filled(pattern, key, columns)));
	}

	/**
	 * Returns the name if others have that name already.
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public String numbered(int number) {
		String end = (number > 0) ? String.valueOf(number) : "";
		int free = NameRule.MAX_BYTES - end.length();
		byte[] bytes = this.whole.getBytes(StandardCharsets.UTF_8);
		if (bytes.length <= free) {
			return this.whole + end;
		}
		CRC32 hash = new CRC32();
		hash.update(bytes);
		return NameText.cut(this.whole, free - HASH) + "_%08x".formatted(hash.getValue()) + end;
	}

	/**
	 * Returns whether a name is this one, perhaps with a number.
	 */
	public boolean is(String name) {
		String usual = numbered(0);
		return name.startsWith(usual) && name.substring(usual.length()).chars().allMatch(Character::isDigit);
	}

	private static NamedKind kind(KeyObject key) {
		if (!(key instanceof ConstraintObject object)) {
			return NamedKind.INDEX;
		}
		Constraint constraint = object.constraint();
		if (constraint instanceof PrimaryKey) {
			return NamedKind.PRIMARY_KEY;
		}
		if (constraint instanceof ForeignKey) {
			return NamedKind.FOREIGN_KEY;
		}
		return (constraint instanceof Check) ? NamedKind.CHECK
				: (constraint instanceof Exclusion) ? NamedKind.EXCLUSION : NamedKind.UNIQUE;
	}

	private static String filled(NamePattern pattern, KeyObject key, Collection<String> columns) {
		List<String> parts = parts(key, columns);
		String text = pattern.text();
		if (parts.isEmpty()) {
			text = WITHOUT_COLUMNS.matcher(text).replaceAll("");
		}
		if (key instanceof ConstraintObject object && object.constraint() instanceof ForeignKey reference) {
			text = text.replace("{referenced-table}", reference.table().name())
				.replace("{referenced-columns}", String.join("_", reference.referenced()));
		}
		return (text.isEmpty() ? "{table}" : text).replace("{table}", key.table().name())
			.replace("{columns}", String.join("_", parts))
			.replace("{column}", parts.isEmpty() ? "" : parts.get(0));
	}

	/**
	 * Returns the columns in the name; those of a check in the order of the table.
	 */
	private static List<String> parts(KeyObject key, Collection<String> columns) {
		if (key instanceof ConstraintObject object && object.constraint() instanceof Check) {
			return columns.stream().filter((column) -> ExpressionColumns.isOver(key.what(), Set.of(column))).toList();
		}
		if (key instanceof ConstraintObject object && object.constraint() instanceof ForeignKey reference) {
			return reference.columns();
		}
		return (key instanceof ConstraintObject object && !object.constraint().keyColumns().isEmpty())
				? object.constraint().keyColumns() : DefaultNames.parts(key.unchosenName());
	}

}
