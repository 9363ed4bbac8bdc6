package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.situation.EnumUses;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Finds SQL that uses removed values of enum types, and that is therefore not valid any
 * more.
 */
final class GoneValues {

	private final SchemaObjects before;

	private final SchemaObjects then;

	/**
	 * @param before what the database has
	 * @param then the objects that it will have
	 */
	GoneValues(SchemaObjects before, SchemaObjects then) {
		this.before = before;
		this.then = then;
	}

	/**
	 * Returns whether a default uses a removed value of its type.
	 */
	boolean isIn(Expression value, Optional<ObjectName> type) {
		return in(EnumUses.sql(value), type.stream()).findAny().isPresent();
	}

	/**
	 * Returns the remark about a default that cannot stay.
	 */
	@Nullable String ofDefault(Expression value, Optional<ObjectName> type) {
		return type.flatMap((name) -> names(EnumUses.sql(value), Stream.of(name)).map((
				gone) -> "the default was %s, which %s no longer has; if the column needs a default, set another one afterwards"
					.formatted(gone, name)))
			.orElse(null);
	}

	/**
	 * Returns the remark about an object that is created again from its own SQL.
	 * @param sql the SQL
	 * @param types the types whose values it may contain
	 * @return the remark, or {@code null} if none is needed
	 */
	@Nullable String ofWords(Stream<String> sql, Stream<ObjectName> types) {
		return names(sql.collect(Collectors.joining("\n")), types)
			.map((gone) -> "TODO: this uses %s, which its enum type no longer has; write it without this value"
				.formatted(gone))
			.orElse(null);
	}

	/**
	 * Returns the types of the columns of a table.
	 */
	Stream<ObjectName> typesOf(ObjectId table) {
		return this.before.partsOf(table, ColumnObject.class).stream().flatMap((column) -> column.userType().stream());
	}

	private Optional<String> names(String sql, Stream<ObjectName> types) {
		return Optional.of(in(sql, types).distinct().collect(Collectors.joining(", "))).filter((all) -> !all.isEmpty());
	}

	private Stream<String> in(String sql, Stream<ObjectName> types) {
		return types.distinct().flatMap((type) -> of(type).stream()).filter((value) -> EnumUses.has(sql, value));
	}

	private List<String> of(ObjectName type) {
		return (this.before.get(ObjectId.type(type)) instanceof EnumObject was
				&& this.then.get(ObjectId.type(type)) instanceof EnumObject to)
						? was.type().values().stream().filter((value) -> !to.type().values().contains(value)).toList()
						: List.of();
	}

}
