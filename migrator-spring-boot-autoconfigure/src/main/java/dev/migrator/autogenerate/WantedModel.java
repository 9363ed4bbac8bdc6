package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the application wants, and its sources.
 */
public final class WantedModel {

	private final Builder values;

	private WantedModel(Builder values) {
		this.values = values;
	}

	/**
	 * Begins a model.
	 * @param schema the schema
	 * @param sources the sources of the schema
	 * @return the builder
	 */
	public static Builder builder(SchemaObjects schema, ModelSources sources) {
		return new Builder(schema, sources);
	}

	/**
	 * Begins with the values of this one.
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
	 * Returns the sources of the schema.
	 */
	public ModelSources sources() {
		return this.values.sources;
	}

	/**
	 * Returns whether the model is complete, so that what is missing in it must not
	 * exist. Entities are not: for example, they do not determine how an index is built.
	 */
	public boolean complete() {
		return this.values.complete;
	}

	/**
	 * Returns the generated names: an object with such a name may have any other name in
	 * the database.
	 */
	public Set<ImplicitName> invented() {
		return this.values.invented;
	}

	/**
	 * Returns the parts of the model that the schema cannot express, a line for each, in
	 * words for the user.
	 */
	public List<String> leftOut() {
		return this.values.leftOut;
	}

	/**
	 * Returns the columns whose type is unknown, each with the reason. Their types in the
	 * schema are not valid.
	 */
	public Map<ColumnName, String> untyped() {
		return this.values.untyped;
	}

	/**
	 * Returns the other objects of the model with names that tables could have, with
	 * their kinds: a {@code view}.
	 */
	public Map<ObjectName, String> others() {
		return this.values.others;
	}

	/**
	 * Returns the columns that have SQL after their type that the migrator does not
	 * understand: it may contain a constraint.
	 */
	public Set<ColumnName> written() {
		return this.values.written;
	}

	/**
	 * Returns the sources from which the application takes the numbers of columns.
	 */
	public Map<ColumnName, NumberSource> numbers() {
		return this.values.numbers;
	}

	/**
	 * Returns the columns of tables in the order in which entities declare their
	 * attributes. Columns without an attribute are missing.
	 */
	public Map<ObjectName, List<String>> declared() {
		return this.values.declared;
	}

	/**
	 * Returns the schemas that the model uses.
	 * @return their names; that of unqualified names is missing
	 */
	public Set<String> schemas() {
		Set<String> schemas = new TreeSet<>(this.values.schema.schemas());
		if (this.values.objects != null) {
			this.values.objects.forEach((object) -> object.schema().ifPresent(schemas::add));
		}
		return schemas;
	}

	/**
	 * Returns the views, routines, triggers, rules and policies, or {@code null} if the
	 * model does not describe objects of these kinds.
	 */
	public @Nullable List<OpaqueObject> objects() {
		return this.values.objects;
	}

	/**
	 * Returns a copy with another schema.
	 * @param value the schema
	 * @param lines the parts of the model that this schema cannot express
	 * @return the model
	 */
	public WantedModel with(SchemaObjects value, List<String> lines) {
		return toBuilder().schema(value).leftOut(lines).build();
	}

	/**
	 * Returns a copy in which the types of all columns are known.
	 * @return the model
	 */
	public WantedModel typed() {
		return toBuilder().untyped(Map.of()).build();
	}

	/**
	 * Returns whether entities were searched and none was found.
	 * @return whether there are neither entities nor tables, nor a file that may be empty
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
				this.values.leftOut, this.values.untyped, this.values.others, this.values.written, this.values.numbers,
				this.values.declared, this.values.objects);
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

		private Map<ObjectName, List<String>> declared = Map.of();

		private @Nullable List<OpaqueObject> objects;

		private Builder(SchemaObjects schema, ModelSources sources) {
			this.schema = schema;
			this.sources = sources;
		}

		/**
		 * Sets the schema.
		 * @param value the schema
		 * @return this builder
		 */
		public Builder schema(SchemaObjects value) {
			this.schema = value;
			return this;
		}

		/**
		 * Sets the sources.
		 * @param value the sources of the schema
		 * @return this builder
		 */
		public Builder sources(ModelSources value) {
			this.sources = value;
			return this;
		}

		/**
		 * Sets whether the model is complete.
		 * @param value whether what is missing in the model must not exist
		 * @return this builder
		 */
		public Builder complete(boolean value) {
			this.complete = value;
			return this;
		}

		/**
		 * Sets the generated names.
		 * @param value the generated names: an object with such a name may have any other
		 * name in the database
		 * @return this builder
		 */
		public Builder invented(Set<ImplicitName> value) {
			this.invented = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the parts of the model that the schema cannot express.
		 * @param value a line for each part, in words for the user
		 * @return this builder
		 */
		public Builder leftOut(List<String> value) {
			this.leftOut = List.copyOf(value);
			return this;
		}

		/**
		 * Sets the columns whose type is unknown.
		 * @param value the columns, each with the reason; their types in the schema are
		 * not valid
		 * @return this builder
		 */
		public Builder untyped(Map<ColumnName, String> value) {
			this.untyped = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * Sets the other objects with names that tables could have.
		 * @param value the objects, with their kinds: a {@code view}
		 * @return this builder
		 */
		public Builder others(Map<ObjectName, String> value) {
			this.others = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * Sets the columns with SQL that the migrator does not understand.
		 * @param value the columns; the SQL after their type may contain a constraint
		 * @return this builder
		 */
		public Builder written(Set<ColumnName> value) {
			this.written = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the sources of numbers.
		 * @param value the sources from which the application takes the numbers of
		 * columns
		 * @return this builder
		 */
		public Builder numbers(Map<ColumnName, NumberSource> value) {
			this.numbers = Collections.unmodifiableMap(new LinkedHashMap<>(value));
			return this;
		}

		/**
		 * Sets the declared order of columns.
		 * @param value the columns of tables in the order in which entities declare their
		 * attributes
		 * @return this builder
		 */
		public Builder declared(Map<ObjectName, List<String>> value) {
			this.declared = Map.copyOf(value);
			return this;
		}

		/**
		 * Sets the objects that are known by their SQL.
		 * @param value the views, routines, triggers, rules and policies, or {@code null}
		 * if the model does not describe objects of these kinds
		 * @return this builder
		 */
		public Builder objects(@Nullable List<OpaqueObject> value) {
			this.objects = (value != null) ? List.copyOf(value) : null;
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
