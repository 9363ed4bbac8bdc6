package dev.migrator.script;

import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.Commented;
import dev.migrator.operation.MoveObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameObject;
import dev.migrator.operation.Was;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to domains that are there.
 */
public interface DomainOperations extends Recorder {

	/**
	 * Gives a domain another name.
	 * @param from the name it has
	 * @param to the name it gets, in the same schema
	 */
	default void renameDomain(String from, String to) {
		invoke(RenameObject.of(ObjectKind.DOMAIN, from, to));
	}

	/**
	 * Moves a domain to another schema. Reversible if its name says which schema it is
	 * in.
	 * @param name its name
	 * @param schema where it goes
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
		invoke(new ChangeComment(new Commented.OnObject(ObjectKind.DOMAIN, ObjectName.of(name)), comment,
				Was.unknown()));
	}

	/**
	 * Sets the comment of a domain.
	 * @param name its name
	 * @param comment the comment, or {@code null} for none
	 * @param was the comment it has, or {@code null} if it has none
	 */
	default void commentOnDomain(String name, @Nullable String comment, @Nullable String was) {
		invoke(new ChangeComment(new Commented.OnObject(ObjectKind.DOMAIN, ObjectName.of(name)), comment,
				Was.known(was)));
	}

}
