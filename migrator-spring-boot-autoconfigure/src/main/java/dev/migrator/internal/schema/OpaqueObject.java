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
 * policy. It is known by its name, by what it needs, and by the server's own text, so
 * that it can come back where it cannot stay.
 *
 * @param id its identity
 * @param parent what it goes with, or {@code null} if it goes with nothing
 * @param description as the server describes it: {@code policy own_rows on table users}
 * @param create statements that create it with its rights and comments, in the server's
 * words, or {@code null} if there is no such text
 * @param roles the roles that it cannot be created without, as a list in SQL, or
 * {@code null} if it needs none
 * @param drop the statement that drops it
 * @param dependencies what it needs, beside its parent
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
	 * The same, created by another text.
	 * @param sql the text, or {@code null}
	 * @return the object
	 */
	public OpaqueObject createdBy(@Nullable String sql) {
		return new OpaqueObject(this.id, this.parent, this.description, sql, this.roles, this.drop, this.dependencies);
	}

	/**
	 * Its text stays: the server writes it anew with the new names. It is another where
	 * values of enums are.
	 */
	@Override
	public OpaqueObject renamed(Renaming renaming) {
		return new OpaqueObject(this.id.renamed(renaming), (this.parent != null) ? this.parent.renamed(renaming) : null,
				this.description, (this.create != null) ? renaming.enumValues(this.create) : null, this.roles,
				this.drop,
				this.dependencies.stream().map((need) -> need.renamed(renaming)).collect(Collectors.toSet()));
	}

}
