package dev.migrator.internal.schema;

import java.util.Set;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.OverColumns;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.UnchosenName;
import org.jspecify.annotations.Nullable;

/**
 * What a table has over its columns: a constraint or an index. Nobody need have chosen
 * its name, so it is recognized by what it does too.
 */
public sealed interface KeyObject extends SchemaObject permits ConstraintObject, IndexObject {

	/**
	 * Its table.
	 * @return the name of the table
	 */
	ObjectName table();

	/**
	 * What it is, in one word.
	 * @return {@code constraint} or {@code index}
	 */
	String word();

	/**
	 * Where it stands in its table: keys first, indexes last.
	 * @return a number, less than that of what follows
	 */
	int rank();

	/**
	 * What it does.
	 * @return the constraint or the index
	 */
	OverColumns what();

	/**
	 * What all have in common that do the same.
	 * @return that, to be compared
	 */
	Object shape();

	/**
	 * The same, and of what can be so or otherwise without another shape what another one
	 * has.
	 * @param other one of the same shape
	 * @return the constraint or the index
	 */
	KeyObject inStateOf(KeyObject other);

	/**
	 * Whether it can be made another one of the same shape as it is.
	 * @param other the other one
	 * @return whether it need not be made anew
	 */
	boolean canBecome(KeyObject other);

	/**
	 * The columns that a foreign key can reference because of it.
	 * @return their identities, none if it is no key
	 */
	Set<ObjectId> key();

	/**
	 * The columns that its rows reference.
	 * @return their identities, none if it is no foreign key
	 */
	Set<ObjectId> references();

	/**
	 * What only one of a table has, so that another one that has it too takes its place.
	 * @return the place, or {@code null} if there may be any number of such ones
	 */
	@Nullable Object place();

	/**
	 * How PostgreSQL calls one that has no name.
	 * @return the parts of the name behind that of the table
	 */
	UnchosenName unchosenName();

	/**
	 * The same, under another name.
	 * @param name the name
	 * @return the constraint or the index
	 */
	KeyObject named(String name);

	@Override
	ObjectId parent();

	@Override
	KeyObject renamed(Renaming renaming);

}
