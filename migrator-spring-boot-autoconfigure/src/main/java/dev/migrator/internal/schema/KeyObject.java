package dev.migrator.internal.schema;

import java.util.Set;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.OverColumns;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.UnchosenName;
import org.jspecify.annotations.Nullable;

/**
 * A constraint or an index of a table. Its name may be generated, so it is recognized by
 * its effect too.
 */
public sealed interface KeyObject extends SchemaObject permits ConstraintObject, IndexObject {

	/**
	 * Returns its table.
	 * @return the name of the table
	 */
	ObjectName table();

	/**
	 * Returns its kind in one word.
	 * @return {@code constraint} or {@code index}
	 */
	String word();

	/**
	 * Returns its position in its table: keys first, indexes last.
	 * @return a number; lower numbers come first
	 */
	int rank();

	/**
	 * Returns the constraint or the index itself.
	 * @return the constraint or the index
	 */
	OverColumns what();

	/**
	 * Returns the structural key, which is equal for those with the same effect.
	 * @return the key
	 */
	Object structuralKey();

	/**
	 * Returns a copy that takes over, from another one, the properties that are not part
	 * of the structural key.
	 * @param other one with the same structural key
	 * @return the constraint or the index
	 */
	KeyObject inStateOf(KeyObject other);

	/**
	 * Returns whether it can become another one of the same structural key in place.
	 * @param other the other one
	 * @return whether it need not be created again
	 */
	boolean canBecome(KeyObject other);

	/**
	 * Returns the columns that a foreign key can reference because of it.
	 * @return their identities, none if it is not a key
	 */
	Set<ObjectId> key();

	/**
	 * Returns the columns that its rows reference.
	 * @return their identities, none if it is not a foreign key
	 */
	Set<ObjectId> references();

	/**
	 * Returns the place that only one of a table can have: another one with the same
	 * place replaces it.
	 * @return the place, or {@code null} if there may be any number of such ones
	 */
	@Nullable Object place();

	/**
	 * Returns the name that PostgreSQL would choose for it.
	 * @return the parts of the name after the table name
	 */
	UnchosenName unchosenName();

	/**
	 * Returns a copy with another name.
	 * @param name the name
	 * @return the constraint or the index
	 */
	KeyObject named(String name);

	@Override
	ObjectId parent();

	@Override
	KeyObject renamed(Renaming renaming);

}
