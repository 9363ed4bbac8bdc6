package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Check;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Literal;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Which enum types come, go, get values or are rebuilt. A value is added where that is
 * enough: nothing is read or written then. PostgreSQL does not let the transaction use it
 * that adds it, so an enum whose new value is also used by the revision (in a default, in
 * a check) is rebuilt, as is one that loses values or has them in another order.
 */
final class Enums {

	private final Map<ObjectName, EnumType> real = new LinkedHashMap<>();

	private final Map<ObjectName, EnumType> wanted = new LinkedHashMap<>();

	private final Set<ObjectName> rebuilt = new LinkedHashSet<>();

	private final Set<ObjectName> extended = new LinkedHashSet<>();

	/** The columns of each enum in the database. */
	private final Map<ObjectName, List<Use>> uses = new HashMap<>();

	private final Set<ObjectName> wantedUses = new HashSet<>();

	Enums(DatabaseSchema real, DatabaseSchema wanted, DatabaseSchema compared, ComparisonSettings settings) {
		real.enums()
			.stream()
			.filter((type) -> taken(type, settings))
			.forEach((type) -> this.real.put(type.name(), type));
		wanted.enums()
			.stream()
			.filter((type) -> taken(type, settings))
			.forEach((type) -> this.wanted.put(type.name(), type));
		for (Table table : real.tables()) {
			for (Column column : table.columns()) {
				of(column.type()).ifPresent((type) -> this.uses.computeIfAbsent(type, (key) -> new ArrayList<>())
					.add(new Use(table, column)));
			}
		}
		compared.tables()
			.forEach((table) -> table.columns().forEach((column) -> of(column.type()).ifPresent(this.wantedUses::add)));
		decide(real, compared);
	}

	private static boolean taken(EnumType type, ComparisonSettings settings) {
		String schema = type.name().schema();
		return settings.looksAt(type.name().name()) && (schema == null || settings.schemas().take(schema));
	}

	private void decide(DatabaseSchema real, DatabaseSchema wanted) {
		Set<String> newTexts = null;
		for (EnumType type : this.wanted.values()) {
			EnumType was = this.real.get(type.name());
			if (was == null || was.values().equals(type.values())) {
				continue;
			}
			List<String> common = type.values().stream().filter(new HashSet<>(was.values())::contains).toList();
			if (!common.equals(was.values())) {
				this.rebuilt.add(type.name());
				continue;
			}
			newTexts = (newTexts != null) ? newTexts : newTexts(real, wanted);
			Set<String> old = new HashSet<>(was.values());
			boolean used = usesOne(newTexts, type.values().stream().filter((value) -> !old.contains(value)).toList());
			(used ? this.rebuilt : this.extended).add(type.name());
		}
	}

	private static boolean usesOne(Set<String> texts, List<String> values) {
		List<String> literals = values.stream().map((value) -> "'" + value.replace("'", "''") + "'").toList();
		return texts.stream().anyMatch((text) -> literals.stream().anyMatch(text::contains));
	}

	private static Set<String> newTexts(DatabaseSchema real, DatabaseSchema wanted) {
		Set<String> texts = new LinkedHashSet<>();
		wanted.tables().forEach((table) -> addTexts(table, texts));
		Set<String> old = new HashSet<>();
		real.tables().forEach((table) -> addTexts(table, old));
		texts.removeAll(old);
		return texts;
	}

	private static void addTexts(Table table, Set<String> texts) {
		comment(table.comment(), texts);
		for (Column column : table.columns()) {
			comment(column.comment(), texts);
			Expression value = column.defaultValue();
			if (value instanceof SqlExpression sql) {
				texts.add(table.name() + "." + column.name() + " " + sql.sql());
			}
			else if (value instanceof Literal literal) {
				texts.add(table.name() + "." + column.name() + " '" + literal.value() + "'");
			}
			if (column.generated() != null) {
				texts.add(table.name() + "." + column.name() + " " + column.generated().expression());
			}
		}
		for (Constraint constraint : table.constraints()) {
			if (constraint instanceof Check check) {
				texts.add(table.name() + " " + check.condition());
			}
			else if (constraint instanceof Exclusion exclusion) {
				exclusion.elements().forEach((element) -> key(table, element.key(), texts));
				texts.add(table.name() + " " + exclusion.where());
			}
		}
		for (Index index : table.indexes()) {
			index.keys().forEach((key) -> key(table, key, texts));
			texts.add(table.name() + " " + index.where());
		}
	}

	private static void key(Table table, IndexKey key, Set<String> texts) {
		if (key.expression() != null) {
			texts.add(table.name() + " " + key.expression());
		}
	}

	private static void comment(@Nullable String comment, Set<String> texts) {
		if (comment != null) {
			texts.add("'" + comment + "'");
		}
	}

	/**
	 * The name of a type, or of the elements of an array, if it has one.
	 */
	static Optional<ObjectName> of(DataType type) {
		DataType element = (type instanceof ArrayType array) ? array.element() : type;
		return (element instanceof NamedType named) ? Optional.of(named.name()) : Optional.empty();
	}

	Map<ObjectName, EnumType> real() {
		return this.real;
	}

	Map<ObjectName, EnumType> wanted() {
		return this.wanted;
	}

	/**
	 * Those that a new type takes the place of.
	 */
	Set<ObjectName> rebuilt() {
		return this.rebuilt;
	}

	/**
	 * Those to which values are added.
	 */
	Set<ObjectName> extended() {
		return this.extended;
	}

	List<Use> uses(ObjectName type) {
		return this.uses.getOrDefault(type, List.of());
	}

	boolean isWanted(ObjectName type) {
		return this.wanted.containsKey(type) || this.wantedUses.contains(type);
	}

	/**
	 * A column of an enum type.
	 *
	 * @param table its table
	 * @param column the column
	 */
	record Use(Table table, Column column) {

		boolean isArray() {
			return this.column.type() instanceof ArrayType;
		}

	}

}
