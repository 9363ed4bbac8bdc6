package dev.migrator.autogenerate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;

/**
 * What is of a type, and stays of it: columns, and domains that are over it.
 *
 * @param before what the database has
 * @param then what it is to have in the end
 */
record TypeUses(SchemaObjects before, SchemaObjects then) {

	private static final String DROPPED = "TODO: PostgreSQL refuses this while it is used by %s;\n"
			+ "give that another type before, and the new one behind, in the downgrade too";

	private static final String OVER_IT = "TODO: PostgreSQL refuses %s while %s is over the type; drop that before\n"
			+ "and create it again behind, and move its columns aside meanwhile, %s";

	/**
	 * The columns of a type that hold values of it.
	 */
	List<ColumnObject> columns(ObjectName type) {
		return this.before.all(ColumnObject.class)
			.stream()
			.filter((column) -> column.generated() == null && isOf(type, column) && isOf(type, column.id()))
			.toList();
	}

	/**
	 * Whether nothing is of a type.
	 */
	boolean isFree(ObjectName type) {
		return columns(type).isEmpty() && domains(type).isEmpty();
	}

	/**
	 * The dropping of a type, with a remark where something is of it.
	 */
	Change remarked(ObjectName type, Change drop) {
		Stream<String> columns = columns(type).stream()
			.map((column) -> "column %s of %s".formatted(column.name().column(), column.name().table()));
		String all = Stream.concat(columns, domains(type).stream()).collect(Collectors.joining(", "));
		return all.isEmpty() ? drop : drop.withFirstRemark(DROPPED.formatted(all));
	}

	/**
	 * A change that a new type takes the place of another one with, with a remark where
	 * domains are over that: nothing moves them to the new one.
	 */
	Change remarkedByDomains(ObjectName type, Change change) {
		return remarked(type, change, "this", "in the downgrade too");
	}

	/**
	 * A change that is undone so, with such a remark.
	 */
	Change undoRemarkedByDomains(ObjectName type, Change change) {
		return remarked(type, change, "the downgrade of this", "there");
	}

	private Change remarked(ObjectName type, Change change, String what, String where) {
		String domains = String.join(", ", domains(type));
		return domains.isEmpty() ? change : change.withFirstRemark(OVER_IT.formatted(what, domains, where));
	}

	private List<String> domains(ObjectName type) {
		return this.before.all(DomainObject.class)
			.stream()
			.map(DomainObject::domain)
			.filter((domain) -> isOver(type, domain)
					&& this.then.get(ObjectId.type(domain.name())) instanceof DomainObject to
					&& isOver(type, to.domain()))
			.map((domain) -> "domain " + domain.name())
			.toList();
	}

	private static boolean isOver(ObjectName type, Domain domain) {
		return domain.type().userType().equals(Optional.of(type));
	}

	private boolean isOf(ObjectName type, ObjectId column) {
		return this.then.get(column) instanceof ColumnObject to && isOf(type, to);
	}

	private static boolean isOf(ObjectName type, ColumnObject column) {
		return column.userType().equals(Optional.of(type));
	}

}
