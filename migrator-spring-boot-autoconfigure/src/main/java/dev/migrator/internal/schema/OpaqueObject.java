package dev.migrator.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that is not compared: a view, a routine, a trigger, a rule, a
 * policy. Its name, its needs and its SQL from the server are known, so that it can be
 * dropped and created again.
 *
 * @param id its identity
 * @param parent the object that it belongs to, or {@code null} for none
 * @param description its description by the server:
 * {@code policy own_rows on table users}
 * @param create the statements of the server that create it with its privileges and
 * comments, or {@code null} if there are none
 * @param roles the roles that its creation needs, as a list in SQL, or {@code null} if it
 * needs none
 * @param drop the statement that drops it
 * @param dependencies the objects that it needs, except its parent
 */
public record OpaqueObject(ObjectId id, @Nullable ObjectId parent, String description, @Nullable String create,
		@Nullable String roles, String drop, Set<ObjectId> dependencies) implements SchemaObject {

	public OpaqueObject {
		dependencies = Set.copyOf(dependencies);
	}

	@Override
	public List<Attribute> attributes() {
		return List.of();
	}

	@Override
	public Stream<ObjectId> needs() {
		return this.dependencies.stream();
	}

	@Override
	public Optional<ObjectName> relation() {
		return (this.id.kind() == ObjectId.Kind.VIEW) ? Optional.of(this.id.objectName()) : Optional.empty();
	}

	/**
	 * Returns a copy that other statements create.
	 * @param sql the statements, or {@code null}
	 * @return the object
	 */
	public OpaqueObject createdBy(@Nullable String sql) {
		return new OpaqueObject(this.id, this.parent, this.description, sql, this.roles, this.drop, this.dependencies);
	}

	/**
	 * Returns the text stays, because the server writes the new names by itself. Only
	 * values of enums must be renamed in it.
	 */
	@Override
	public OpaqueObject renamed(Renaming renaming) {
		return new OpaqueObject(this.id.renamed(renaming), (this.parent != null) ? this.parent.renamed(renaming) : null,
				this.description, (this.create != null) ? renaming.enumValues(this.create) : null, this.roles,
				this.drop,
				this.dependencies.stream().map((need) -> need.renamed(renaming)).collect(Collectors.toSet()));
	}

}
