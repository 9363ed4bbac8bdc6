package dev.migrator.autogenerate.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.schema.Column;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Literal;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.OverColumns;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * Which enum types come, go, get values or are rebuilt. A value is added where that is
 * enough: nothing is read or written then. PostgreSQL does not let the transaction use it
 * that adds it, so an enum whose new value is also used by the revision (in a default, in
 * a check) is rebuilt, as is one that loses values or has them in another order.
 */
public final class Enums {

	private final Map<ObjectName, EnumType> real = new LinkedHashMap<>();

	private final Map<ObjectName, EnumType> wanted = new LinkedHashMap<>();

	private final Set<ObjectName> rebuilt = new LinkedHashSet<>();

	/** The columns of each enum in the database. */
	private final Map<ObjectName, List<ObjectId>> uses = new HashMap<>();

	/**
	 * @param real what the database has
	 * @param compared what of it is compared
	 * @param wanted what is wanted of what is compared
	 */
	public Enums(SchemaObjects real, SchemaObjects compared, SchemaObjects wanted) {
		compared.enums().forEach((type) -> this.real.put(type.name(), type));
		wanted.enums().forEach((type) -> this.wanted.put(type.name(), type));
		for (Table table : real.tables()) {
			for (Column column : table.columns()) {
				column.type()
					.userType()
					.ifPresent((type) -> this.uses.computeIfAbsent(type, (key) -> new ArrayList<>())
						.add(ObjectId.column(table.name(), column.name())));
			}
		}
		decide(real, wanted);
	}

	private void decide(SchemaObjects real, SchemaObjects wanted) {
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
			if (used) {
				this.rebuilt.add(type.name());
			}
		}
	}

	private static boolean usesOne(Set<String> texts, List<String> values) {
		List<String> literals = values.stream().map((value) -> "'" + value.replace("'", "''") + "'").toList();
		return texts.stream().anyMatch((text) -> literals.stream().anyMatch(text::contains));
	}

	private static Set<String> newTexts(SchemaObjects real, SchemaObjects wanted) {
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
		Stream.concat(table.constraints().stream(), table.indexes().stream())
			.flatMap(OverColumns::expressions)
			.forEach((sql) -> texts.add(table.name() + " " + sql));
	}

	private static void comment(@Nullable String comment, Set<String> texts) {
		if (comment != null) {
			texts.add("'" + comment + "'");
		}
	}

	/**
	 * Those that a new type takes the place of.
	 */
	Set<ObjectName> rebuilt() {
		return this.rebuilt;
	}

	/**
	 * The columns of a type.
	 */
	List<ObjectId> uses(ObjectName type) {
		return this.uses.getOrDefault(type, List.of());
	}

}
