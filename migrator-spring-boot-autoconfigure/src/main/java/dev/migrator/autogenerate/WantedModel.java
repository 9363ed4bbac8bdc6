package dev.migrator.autogenerate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.SchemaObjects;

/**
 * The schema that the application wants, and where it comes from.
 *
 * @param schema the schema
 * @param invented the names that nobody chose: what has one of them may be called
 * anything else in the database
 * @param complete whether what the model does not say is not to be: entities say nothing
 * of how an index is built, for one, and leave that open
 * @param sources where it was read from
 * @param leftOut what the model says and the schema cannot, a line for each, in words for
 * the user
 * @param untyped columns whose type nobody can tell, each with the reason; what stands in
 * the schema is no type then
 * @param others what the model has under names that tables could have, by kind: a
 * {@code view}
 * @param written columns behind whose type the model writes SQL that is not understood: a
 * constraint may be in it
 * @param numbers what the application takes the numbers of columns from, where it does
 */
public record WantedModel(SchemaObjects schema, Set<InventedName> invented, boolean complete, ModelSources sources,
		List<String> leftOut, Map<ColumnName, String> untyped, Map<ObjectName, String> others, Set<ColumnName> written,
		Map<ColumnName, NumberSource> numbers) {

	public WantedModel {
		invented = Set.copyOf(invented);
		leftOut = List.copyOf(leftOut);
		written = Set.copyOf(written);
		untyped = Collections.unmodifiableMap(new LinkedHashMap<>(untyped));
		numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
		others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
	}

	/**
	 * A model that knows the types of all columns.
	 * @param schema the schema
	 * @param invented the names that nobody chose
	 * @param complete whether what the model does not say is not to be
	 * @param sources where it was read from
	 * @param leftOut what the model says and the schema cannot
	 */
	public WantedModel(SchemaObjects schema, Set<InventedName> invented, boolean complete, ModelSources sources,
			List<String> leftOut) {
		this(schema, invented, complete, sources, leftOut, Map.of(), Map.of(), Set.of(), Map.of());
	}

	/**
	 * The same, where the schema says more, or less, of it.
	 * @param value the schema
	 * @param lines what the model says and that schema cannot
	 * @return the model
	 */
	public WantedModel with(SchemaObjects value, List<String> lines) {
		return new WantedModel(value, this.invented, this.complete, this.sources, lines, this.untyped, this.others,
				this.written, this.numbers);
	}

	/**
	 * The same, where the types of all columns are known.
	 * @return the model
	 */
	public WantedModel typed() {
		return new WantedModel(this.schema, this.invented, this.complete, this.sources, this.leftOut, Map.of(),
				this.others, this.written, this.numbers);
	}

	/**
	 * Whether entities were looked for and none was found.
	 * @return whether there are neither entities nor tables, nor a file that wants none
	 */
	public boolean isEmpty() {
		return !this.complete && this.sources.entities().isEmpty() && this.schema.tables().isEmpty();
	}

}
