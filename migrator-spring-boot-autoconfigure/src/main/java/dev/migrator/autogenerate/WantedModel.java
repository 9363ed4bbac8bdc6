package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the application wants, and where it comes from.
 */
public final class WantedModel {

	private final Builder values;

	private WantedModel(Builder values) {
		this.values = values;
	}

	/**
	 * Begins a model.
	 * @param schema the schema
	 * @param sources where it was read from
	 * @return the builder
	 */
	public static Builder builder(SchemaObjects schema, ModelSources sources) {
		return new Builder(schema, sources);
	}

	/**
	 * Begins with what this one says.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns the schema.
	 */
	public SchemaObjects schema() {
		return this.values.schema;
	}

	/**
	 * Returns where it was read from.
	 */
	public ModelSources sources() {
		return this.values.sources;
	}

	/**
	 * Returns whether what the model does not say is not to be: entities say nothing of
	 * how an index is built, for one, and leave that open.
	 */
	public boolean complete() {
		return this.values.complete;
	}

	/**
	 * Returns the names that nobody chose: what has one of them may be called anything
	 * else in the database.
	 */
	public Set<ImplicitName> invented() {
		return this.values.invented;
	}

	/**
	 * Returns what the model says and the schema cannot, a line for each, in words for
	 * the user.
	 */
	public List<String> leftOut() {
		return this.values.leftOut;
	}

	/**
	 * Returns columns whose type nobody can tell, each with the reason; what stands in
	 * the schema is no type then.
	 */
	public Map<ColumnName, String> untyped() {
		return this.values.untyped;
	}

	/**
	 * Returns what the model has under names that tables could have, by kind: a {@code
	 * view}.
	 */
	public Map<ObjectName, String> others() {
		return this.values.others;
	}

	/**
	 * Returns columns behind whose type the model writes SQL that is not understood: a
	 * constraint may be in it.
	 */
	public Set<ColumnName> written() {
		return this.values.written;
	}

	/**
	 * Returns what the application takes the numbers of columns from, where it does.
	 */
	public Map<ColumnName, NumberSource> numbers() {
		return this.values.numbers;
	}

	/**
	 * The same, where the schema says more, or less, of it.
	 * @param value the schema
	 * @param lines what the model says and that schema cannot
	 * @return the model
	 */
	public WantedModel with(SchemaObjects value, List<String> lines) {
		return toBuilder().schema(value).leftOut(lines).build();
	}

	/**
	 * The same, where the types of all columns are known.
	 * @return the model
	 */
	public WantedModel typed() {
		return toBuilder().untyped(Map.of()).build();
	}

	/**
	 * Whether entities were looked for and none was found.
	 * @return whether there are neither entities nor tables, nor a file that wants none
	 */
	public boolean isEmpty() {
		return !this.values.complete && this.values.sources.entities().isEmpty()
				&& this.values.schema.tables().isEmpty();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WantedModel that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "WantedModel" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.schema, this.values.sources, this.values.complete, this.values.invented,
				this.values.leftOut, this.values.untyped, this.values.others, this.values.written, this.values.numbers);
	}

	/**
	 * Builds a model.
	 */
	public static final class Builder implements Cloneable {

		private SchemaObjects schema;

		private ModelSources sources;

		private boolean complete;

		private Set<ImplicitName> invented = Set.of();

		private List<String> leftOut = List.of();

		private Map<ColumnName, String> untyped = Map.of();

		private Map<ObjectName, String> others = Map.of();

		private Set<ColumnName> written = Set.of();

		private Map<ColumnName, NumberSource> numbers = Map.of();

		private Builder(SchemaObjects schema, ModelSources sources) {
			this.schema = schema;
			this.sources = sources;
		}

		/**
		 * Another schema.
		 * @param value the schema
		 * @return this builder
		 */
		public Builder schema(SchemaObjects value) {
			this.schema = value;
			return this;
		}

		/**
		 * Other sources.
		 * @param value where it was read from
		 * @return this builder
		 */
		public Builder sources(ModelSources value) {
			this.sources = value;
			return this;
		}

		/**
		 * Whether the model says everything.
		 * @param value whether what the model does not say is not to be: entities say
		 * nothing of how an index is built, for one, and leave that open
		 * @return this builder
		 */
		public Builder complete(boolean value) {
			this.complete = value;
			return this;
		}

		/**
		 * Names that nobody chose.
		 * @param value the names that nobody chose: what has one of them may be called
		 * anything else in the database
		 * @return this builder
		 */
		public Builder invented(Set<ImplicitName> value) {
			this.invented = Set.copyOf(value);
			return this;
		}

		/**
		 * What the schema cannot say.
		 * @param value what the model says and the schema cannot, a line for each, in
		 * words for the user
		 * @return this builder
		 */
		public Builder leftOut(List<String> value) {
			this.leftOut = List.copyOf(value);
			return this;
		}

		/**
		 * Columns whose type is not known.
		 * @param value columns whose type nobody can tell, each with the reason; what
		 * stands in the schema is no type then
		 * @return this builder
		 */
		public Builder untyped(Map<ColumnName, String> value) {
			this.untyped = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * What else has the name of a table.
		 * @param value what the model has under names that tables could have, by kind: a
		 * {@code view}
		 * @return this builder
		 */
		public Builder others(Map<ObjectName, String> value) {
			this.others = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * Columns with SQL that is not understood.
		 * @param value columns behind whose type the model writes SQL that is not
		 * understood: a constraint may be in it
		 * @return this builder
		 */
		public Builder written(Set<ColumnName> value) {
			this.written = Set.copyOf(value);
			return this;
		}

		/**
		 * What gives numbers.
		 * @param value what the application takes the numbers of columns from, where it
		 * does
		 * @return this builder
		 */
		public Builder numbers(Map<ColumnName, NumberSource> value) {
			this.numbers = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public WantedModel build() {
			return new WantedModel(copy());
		}

		private Builder copy() {
			try {
				return (Builder) clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
