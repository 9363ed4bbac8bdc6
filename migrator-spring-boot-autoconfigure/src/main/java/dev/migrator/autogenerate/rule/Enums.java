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
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * Decides which enum types are rebuilt, and knows their columns. A value is added where
 * that is enough: nothing is read or written then. PostgreSQL does not let the
 * transaction use it that adds it, so an enum whose new value is also used by the
 * revision (in a default, in a check) is rebuilt, as is one that loses values or has them
 * in another order.
 */
public final class Enums {

	private final Map<ObjectName, EnumType> real = new LinkedHashMap<>();

	private final Map<ObjectName, EnumType> wanted = new LinkedHashMap<>();

	private final Set<ObjectName> rebuilt = new LinkedHashSet<>();

	/** The columns of each that is rebuilt. */
	private final Map<ObjectName, List<ObjectId>> uses = new HashMap<>();

	/**
	 * @param real what the database has
	 * @param compared what of it is compared
	 * @param wanted what is wanted of what is compared
	 */
	public Enums(SchemaObjects real, SchemaObjects compared, SchemaObjects wanted) {
		compared.enums().forEach((type) -> this.real.put(type.name(), type));
		wanted.enums().forEach((type) -> this.wanted.put(type.name(), type));
		decide(real, wanted);
		if (!this.rebuilt.isEmpty()) {
			real.all(ColumnObject.class)
				.forEach((column) -> column.userType()
					.filter(this.rebuilt::contains)
					.ifPresent((type) -> this.uses.computeIfAbsent(type, (key) -> new ArrayList<>()).add(column.id())));
		}
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
		addTexts(wanted, texts);
		Set<String> old = new HashSet<>();
		addTexts(real, old);
		texts.removeAll(old);
		return texts;
	}

	private static void addTexts(SchemaObjects objects, Set<String> texts) {
		objects.tables().forEach((table) -> addTexts(table, texts));
		for (DomainObject object : objects.all(DomainObject.class)) {
			String name = "domain " + object.domain().name();
			addDefault(name, object.domain().defaultValue(), texts);
			object.domain().checks().forEach((check) -> texts.add(name + " " + check.condition()));
		}
	}

	private static void addDefault(String of, @Nullable Expression value, Set<String> texts) {
		if (value instanceof SqlExpression sql) {
			texts.add(of + " " + sql.sql());
		}
		else if (value instanceof Literal literal) {
			texts.add(of + " '" + literal.value() + "'");
		}
	}

	private static void addTexts(Table table, Set<String> texts) {
		comment(table.comment(), texts);
		for (Column column : table.columns()) {
			comment(column.comment(), texts);
			addDefault(table.name() + "." + column.name(), column.defaultValue(), texts);
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
	 * The columns of a type that is rebuilt.
	 */
	List<ObjectId> uses(ObjectName type) {
		return this.uses.getOrDefault(type, List.of());
	}

}
