package dev.migrator.script;

import java.util.function.Consumer;

import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.DomainDirective.AddDomainCheck;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.DomainDirective.DropDomain;
import dev.migrator.operation.DomainDirective.DropDomainCheck;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for domains.
 */
public interface DomainOperations extends Recorder {

	/**
	 * Creates a domain that only gives its type another name. Its reverse drops it.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param type the type that it is over, of {@link dev.migrator.schema.Types}
	 */
	default void createDomain(String name, DataType type) {
		createDomain(name, type, (domain) -> {
		});
	}

	/**
	 * Creates a domain. Its reverse drops it.
	 * @param name its name, {@code name} or {@code schema.name}
	 * @param type the type that it is over
	 * @param domain further options
	 */
	default void createDomain(String name, DataType type, Consumer<DomainDefinition> domain) {
		invoke(new CreateDomain(Definition.complete(new DomainDefinition(ObjectName.of(name), type), domain).build()));
	}

	/**
	 * Drops a domain. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createDomain(...))}.
	 * @param name its name
	 */
	default void dropDomain(String name) {
		dropDomain(name, (drop) -> {
		});
	}

	/**
	 * Drops a domain.
	 * @param name its name
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropDomain(String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropDomain(ObjectName.of(name), null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Changes whether the values of a domain may be NULL, or its default. A change of the
	 * default is irreversible without the old default.
	 * @param name the name of the domain
	 * @param change the changes
	 */
	default void alterDomain(String name, Consumer<DomainAlteration> change) {
		alterDomain(name, change, (was) -> {
		});
	}

	/**
	 * Changes a domain, with its state before, so that the change can be reversed.
	 * @param name the name of the domain
	 * @param change the changes
	 * @param was the state before, in the same words: {@code was.noDefault()}
	 */
	default void alterDomain(String name, Consumer<DomainAlteration> change, Consumer<DomainAlteration> was) {
		ObjectName domain = ObjectName.of(name);
		DomainAlteration to = Definition.complete(new DomainAlteration(domain), change);
		to.build(Definition.complete(new DomainAlteration(domain), was)).forEach(this::invoke);
	}

	/**
	 * Adds a check to a domain, {@code domain_check}. A second one needs a name. Writes
	 * to the tables that have a column of it are blocked while all rows are checked.
	 * @param domain the domain
	 * @param condition SQL about {@code VALUE} that is not false for any value
	 */
	default void createDomainCheck(String domain, String condition) {
		createDomainCheck(domain, condition, (check) -> {
		});
	}

	/**
	 * Adds a check to a domain. Writes to the tables that have a column of it are blocked
	 * while all rows are checked.
	 * @param domain the domain
	 * @param condition SQL about {@code VALUE} that is not false for any value
	 * @param check further options, such as its name
	 */
	default void createDomainCheck(String domain, String condition, Consumer<DomainCheckDefinition> check) {
		ObjectName name = ObjectName.of(domain);
		invoke(new AddDomainCheck(name,
				Definition.complete(new DomainCheckDefinition(name, condition), check).build()));
	}

	/**
	 * Drops a check of a domain. Irreversible; to make it reversible, write
	 * {@code op.reverse((was) -> was.createDomainCheck(...))}.
	 * @param domain the domain
	 * @param name the name of the check
	 */
	default void dropDomainCheck(String domain, String name) {
		dropDomainCheck(domain, name, (drop) -> {
		});
	}

	/**
	 * Drops a check of a domain.
	 * @param domain the domain
	 * @param name the name of the check
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropDomainCheck(String domain, String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropDomainCheck(ObjectName.of(domain), name, null, definition.isIfExists(), definition.isCascade()));
	}

	/**
	 * Renames a domain.
	 * @param from the old name
	 * @param to the new name, in the same schema
	 */
	default void renameDomain(String from, String to) {
		invoke(RenameObject.of(ObjectKind.DOMAIN, from, to));
	}

	/**
	 * Moves a domain to another schema. Reversible if its name includes the present
	 * schema.
	 * @param name its name
	 * @param schema the new schema
	 */
	default void moveDomain(String name, String schema) {
		invoke(new MoveObject(ObjectKind.DOMAIN, ObjectName.of(name), schema));
	}

	/**
	 * Sets the comment of a domain. Irreversible.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnDomain(String name, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.DOMAIN, ObjectName.of(name)), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a domain.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnDomain(String name, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnObject(ObjectKind.DOMAIN, ObjectName.of(name)), comment,
				Existing.known(was)));
	}

}
