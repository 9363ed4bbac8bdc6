package dev.migrator.schema.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. It always has a name, so that it can be dropped again.
 */
public sealed interface Constraint extends OverColumns permits Key, Check, ForeignKey, Exclusion {

	/** What {@link #shape()} calls all of them. */
	String ANY_NAME = "_";

	/**
	 * Its name, which has no schema: that of its table is meant.
	 * @return the name
	 */
	String name();

	/**
	 * What it is, in words.
	 * @return {@code primary key}, {@code check constraint}
	 */
	String words();

	/**
	 * Where it stands among the constraints of a table: keys first, what needs other
	 * tables last.
	 * @return a number, less than that of what follows
	 */
	int rank();

	/**
	 * How PostgreSQL calls one that has no name.
	 * @return the parts of the name behind that of the table
	 */
	UnchosenName unchosenName();

	/**
	 * The same, under another name.
	 * @param name the name
	 * @return the constraint
	 */
	Constraint named(String name);

	/**
	 * The same, where something that it names is called otherwise. Its own name stays.
	 * @param table the name that its table has
	 * @param renaming what is called otherwise
	 * @return the constraint
	 */
	Constraint renamed(ObjectName table, Renaming renaming);

	/**
	 * What all have in common that do the same, whatever they are called, in whatever
	 * order they say it, and whichever rows they hold for.
	 * @return the constraint, without a name of its own
	 */
	Constraint shape();

	/**
	 * What only one constraint of a table has, so that another one that has it too takes
	 * its place.
	 * @return the place, or empty if there may be any number of such constraints
	 */
	Optional<Object> place();

	/**
	 * The SQL in it.
	 * @return each piece of SQL, none for most
	 */
	@Override
	default Stream<String> expressions() {
		return Stream.empty();
	}

	/**
	 * Those that it is written for the types of.
	 * @return the columns, none for most
	 */
	@Override
	default Stream<String> typedColumns() {
		return Stream.empty();
	}

	/**
	 * When it is checked.
	 * @return when
	 */
	default Deferral deferral() {
		return Deferral.NOT_DEFERRABLE;
	}

	/**
	 * Which rows it holds for.
	 * @return which
	 */
	default Validity validity() {
		return Validity.VALID;
	}

	/**
	 * The same, which holds for other rows.
	 * @param other which
	 * @return the constraint; this one if it is of a kind that holds for all rows
	 */
	default Constraint holdingFor(Validity other) {
		return this;
	}

	/**
	 * Whether it can be made to hold for other rows as it is, without being added anew.
	 * @param other which
	 * @return whether a statement does that, and another one takes it back
	 */
	default boolean canHoldFor(Validity other) {
		return false;
	}

	/**
	 * The columns that a foreign key of another table can reference because of it.
	 * @return the columns, none if it is no key
	 */
	default List<String> keyColumns() {
		return List.of();
	}

	/**
	 * The columns that have to be NOT NULL for it.
	 * @return the columns, none for most
	 */
	default List<String> requiredColumns() {
		return List.of();
	}

	/**
	 * The index that it is made of.
	 * @param table its table
	 * @return the index, or {@code null} if it has none that could be built before
	 */
	default @Nullable Index keyIndex(ObjectName table) {
		return null;
	}

	/**
	 * The columns of other tables, or of the same one, that its rows reference.
	 * @return the columns, none if it is no foreign key
	 */
	default Stream<ColumnName> references() {
		return Stream.empty();
	}

	/**
	 * Whether its rows reference others.
	 * @return whether it is a foreign key
	 */
	default boolean isReference() {
		return false;
	}

	/**
	 * The same, and what a model leaves open about it as it is in another one.
	 * @param there a constraint over the same columns
	 * @return the constraint; this one if the other is of another kind
	 */
	default Constraint completedBy(Constraint there) {
		return this;
	}

	/**
	 * Whether it has an index, and its name with it among those of the tables, indexes
	 * and sequences of its schema.
	 * @return whether it has
	 */
	default boolean isRelation() {
		return false;
	}

	/**
	 * Whether it can be added without a look at the rows that are there.
	 * @return whether it can be {@code NOT VALID}
	 */
	default boolean canBeNotValid() {
		return false;
	}

	/**
	 * What a message calls it.
	 * @param table its table
	 * @return {@code check constraint 'ck_age' on table 'users'}, of a key with its
	 * columns: {@code unique constraint 'uq_email' (email) on table 'users'}
	 */
	default String describe(ObjectName table) {
		String columns = keyColumns().isEmpty() ? "" : " (%s)".formatted(String.join(", ", keyColumns()));
		return "%s '%s'%s on table '%s'".formatted(words(), name(), columns, table);
	}

}
