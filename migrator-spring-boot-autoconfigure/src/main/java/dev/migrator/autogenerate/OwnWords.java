package dev.migrator.autogenerate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a table is written in the words of the model: PostgreSQL's own are for
 * comparing, and hard to read.
 */
final class OwnWords {

	private OwnWords() {
	}

	/**
	 * A table that is to be, in PostgreSQL's words where the database has the same, else
	 * in those of the model.
	 * @param real what the database has
	 * @param said what the model says
	 * @param normal the same, as PostgreSQL says it
	 */
	static Table of(Table real, Table said, Table normal) {
		Map<String, Column> there = byName(real.columns(), Column::name);
		Map<String, Column> columns = byName(said.columns(), Column::name);
		return new Table(normal.name(),
				normal.columns()
					.stream()
					.map((column) -> column(there.get(column.name()), columns.get(column.name()), column))
					.toList(),
				chosen(real.constraints(), said.constraints(), normal.constraints(), Shape::of, Constraint::name),
				chosen(real.indexes(), said.indexes(), normal.indexes(), Shape::of, Index::name), normal.unlogged(),
				normal.partitionBy(), normal.comment());
	}

	private static Column column(@Nullable Column real, Column said, Column normal) {
		if (!said.type().equals(normal.type())) {
			return normal;
		}
		if (real == null) {
			return said;
		}
		boolean sameDefault = Objects.equals(real.defaultValue(), normal.defaultValue());
		boolean sameGenerated = Objects.equals(real.generated(), normal.generated());
		return new Column(normal.name(), normal.type(), normal.nullable(),
				sameDefault ? normal.defaultValue() : said.defaultValue(), normal.identity(),
				sameGenerated ? normal.generated() : said.generated(), normal.collation(), normal.comment());
	}

	private static <T> List<T> chosen(List<T> real, List<T> said, List<T> normal, Function<T, Object> shape,
			Function<T, String> name) {
		Set<Object> there = real.stream().map(shape).collect(Collectors.toSet());
		Map<String, T> words = byName(said, name);
		return normal.stream()
			.map((object) -> there.contains(shape.apply(object)) ? object
					: words.getOrDefault(name.apply(object), object))
			.toList();
	}

	private static <T> Map<String, T> byName(List<T> values, Function<T, String> name) {
		Map<String, T> map = new HashMap<>();
		values.forEach((value) -> map.put(name.apply(value), value));
		return map;
	}

}
