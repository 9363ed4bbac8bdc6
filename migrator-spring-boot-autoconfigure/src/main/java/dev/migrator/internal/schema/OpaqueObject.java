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
 * An object that is known by the SQL of the server: a view, a routine, a trigger, a rule,
 * a policy. It can be dropped and created again. Two of them are compared by their SQL,
 * if both sides have it.
 *
 * @param id its identity
 * @param parent the object that it belongs to, or {@code null} for none
 * @param description its description by the server:
 * {@code policy own_rows on table users}
 * @param text the SQL that creates it, or {@code null} if it is unknown
 * @param roles the roles that its creation needs, as a list in SQL, or {@code null} if it
 * needs none
 * @param drop the statement that drops it
 * @param dependencies the objects that it needs, except its parent
 * @param users the parts of tables, and the domains, that need it
 * @param number its place in the order in which the objects were created, because the
 * body of a routine may name others without needing them; 0 if it is unknown
 * @param said whether the model has it
 */
public record OpaqueObject(ObjectId id, @Nullable ObjectId parent, String description, @Nullable OpaqueText text,
		@Nullable String roles, String drop, Set<ObjectId> dependencies, Set<ObjectId> users, int number,
		boolean said) implements SchemaObject {

	/** The kinds in the words of the server; a name may have spaces too. */
	private static final List<String> TWO_WORDS = List.of("materialized view ", "row level security ");

	public OpaqueObject {
		dependencies = Set.copyOf(dependencies);
		users = Set.copyOf(users);
	}

	/**
	 * Returns the statements of the server that create it with its privileges and
	 * comments.
	 * @return SQL, or {@code null} if there is none
	 */
	public @Nullable String create() {
		return (this.text != null) ? this.text.create() : null;
	}

	@Override
	public List<Attribute> attributes() {
		return (this.text == null) ? List.of() : List.of(new Attribute("definition", this.text.compared()),
				new Attribute("beside", this.text.beside()));
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
	 * Returns the schema that has to exist before it is created.
	 * @return the schema of a view or a routine, or empty for that of unqualified names
	 */
	public Optional<String> schema() {
		return Optional.ofNullable(this.id.in()).filter((in) -> in.kind() == ObjectId.Kind.SCHEMA).map(ObjectId::name);
	}

	/**
	 * Returns its kind.
	 * @return the kind in the words of the server: {@code materialized view}
	 */
	public String kind() {
		return TWO_WORDS.stream()
			.filter(this.description::startsWith)
			.findFirst()
			.orElseGet(() -> this.description.substring(0, this.description.indexOf(' ') + 1))
			.strip();
	}

	/**
	 * Describes it for the log, with its name in quotes.
	 * @return {@code trigger 'audit' on table 'users'}
	 */
	public String quoted() {
		String kind = kind();
		if (this.parent == null) {
			return "%s '%s'".formatted(kind, this.description.substring(kind.length() + 1));
		}
		String on = "%s '%s'".formatted((this.parent.kind() == ObjectId.Kind.TABLE) ? "table" : "view",
				this.parent.objectName());
		return (this.id.kind() == ObjectId.Kind.OTHER) ? "%s on %s".formatted(kind, on)
				: "%s '%s' on %s".formatted(kind, this.id.name(), on);
	}

	/**
	 * Returns a copy for an object of a model, without owner and rights.
	 * @return the object
	 */
	public OpaqueObject ofModel() {
		return with((this.text != null) ? this.text.withRights("") : null, null);
	}

	/**
	 * Returns a copy with the owner and the rights of an object of the database.
	 * @param there the object of the database
	 * @return the object
	 */
	public OpaqueObject withRightsOf(OpaqueObject there) {
		return (this.text == null || there.text == null) ? this
				: with(this.text.withRights(there.text.rights()), there.roles);
	}

	private OpaqueObject with(@Nullable OpaqueText other, @Nullable String otherRoles) {
		return new OpaqueObject(this.id, this.parent, this.description, other, otherRoles, this.drop, this.dependencies,
				this.users, this.number, true);
	}

	/**
	 * Returns whether it has the names of another one everywhere but in its SQL, in which
	 * the values of enum types may have other names.
	 * @param other the other one
	 * @return whether all names are the same
	 */
	public boolean hasNamesOf(OpaqueObject other) {
		return new OpaqueObject(this.id, this.parent, this.description, other.text, this.roles, this.drop,
				this.dependencies, this.users, this.number, this.said)
			.equals(other);
	}

	/**
	 * Returns a copy that can only be dropped and created again.
	 * @return the object
	 */
	public OpaqueObject irreplaceable() {
		return new OpaqueObject(this.id, this.parent, this.description,
				(this.text != null) ? this.text.irreplaceable() : null, this.roles, this.drop, this.dependencies,
				this.users, this.number, this.said);
	}

	/**
	 * Returns the text stays, because the server writes the new names by itself. Only
	 * values of enums must be renamed in it.
	 */
	@Override
	public OpaqueObject renamed(Renaming renaming) {
		return new OpaqueObject(this.id.renamed(renaming), (this.parent != null) ? this.parent.renamed(renaming) : null,
				this.description, (this.text != null) ? this.text.renamed(renaming) : null, this.roles, this.drop,
				renamed(this.dependencies, renaming), renamed(this.users, renaming), this.number, this.said);
	}

	private static Set<ObjectId> renamed(Set<ObjectId> ids, Renaming renaming) {
		return ids.stream().map((id) -> id.renamed(renaming)).collect(Collectors.toSet());
	}

}
