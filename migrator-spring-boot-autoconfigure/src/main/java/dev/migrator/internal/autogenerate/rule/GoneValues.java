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
 * Values that an enum type loses, and SQL that is written with one of them: what stays
 * otherwise cannot be said any more.
 */
final class GoneValues {

	private final SchemaObjects before;

	private final SchemaObjects then;

	/**
	 * @param before what the database has
	 * @param then what it is to have
	 */
	GoneValues(SchemaObjects before, SchemaObjects then) {
		this.before = before;
		this.then = then;
	}

	/**
	 * Whether a default of a type is one of the values that it loses, or has one.
	 */
	boolean isIn(Expression value, Optional<ObjectName> type) {
		return in(EnumUses.sql(value), type.stream()).findAny().isPresent();
	}

	/**
	 * What the author has to know of a default that cannot stay.
	 */
	@Nullable String ofDefault(Expression value, Optional<ObjectName> type) {
		return type.flatMap((name) -> names(EnumUses.sql(value), Stream.of(name))
			.map((gone) -> "the default was %s, which %s has no more; set another one behind if one is wanted"
				.formatted(gone, name)))
			.orElse(null);
	}

	/**
	 * What the author has to know of what is put back in its own words.
	 * @param sql the words
	 * @param types types that they may have values of
	 * @return what to do, or {@code null} if there is nothing to know
	 */
	@Nullable String ofWords(Stream<String> sql, Stream<ObjectName> types) {
		return names(sql.collect(Collectors.joining("\n")), types)
			.map((gone) -> "TODO: it is written with %s, which its enum type has no more; write it without that"
				.formatted(gone))
			.orElse(null);
	}

	/**
	 * The types of the columns of a table.
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
