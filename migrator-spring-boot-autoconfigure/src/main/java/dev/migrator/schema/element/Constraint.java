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
 * A constraint of a table. It always has a name, so that it can be dropped.
 */
public sealed interface Constraint extends OverColumns permits Key, Check, ForeignKey, Exclusion {

	/** The name of all constraints in {@link #structuralKey()}. */
	String ANY_NAME = "_";

	/**
	 * Returns its name, without a schema: it is in the schema of its table.
	 * @return the name
	 */
	String name();

	/**
	 * Returns its kind in words.
	 * @return {@code primary key}, {@code check constraint}
	 */
	String words();

	/**
	 * Returns its position among the constraints of a table: keys first, constraints that
	 * need other tables last.
	 * @return a number; lower numbers come first
	 */
	int rank();

	/**
	 * Returns the name that PostgreSQL would choose for it.
	 * @return the parts of the name after the table name
	 */
	UnchosenName unchosenName();

	/**
	 * Returns a copy with another name.
	 * @param name the name
	 * @return the constraint
	 */
	Constraint named(String name);

	/**
	 * Returns a copy with the new names of the objects that it names. Its own name stays.
	 * @param table the present name of its table
	 * @param renaming the new names
	 * @return the constraint
	 */
	Constraint renamed(ObjectName table, Renaming renaming);

	/**
	 * Returns the structural key: it is equal for constraints with the same effect,
	 * regardless of their names, their order and the rows that they hold for.
	 * @return the constraint, without a name of its own
	 */
	Constraint structuralKey();

	/**
	 * Returns the place that only one constraint of a table can have: another constraint
	 * with the same place replaces it.
	 * @return the place, or empty if there may be any number of such constraints
	 */
	Optional<Object> place();

	/**
	 * Returns its SQL.
	 * @return each piece of SQL, none for most
	 */
	@Override
	default Stream<String> expressions() {
		return Stream.empty();
	}

	/**
	 * Returns the columns whose types it depends on.
	 * @return the columns, none for most
	 */
	@Override
	default Stream<String> typedColumns() {
		return Stream.empty();
	}

	/**
	 * Returns when it is checked.
	 * @return the time
	 */
	default Deferral deferral() {
		return Deferral.NOT_DEFERRABLE;
	}

	/**
	 * Returns the rows that it holds for.
	 * @return the rows
	 */
	default Validity validity() {
		return Validity.VALID;
	}

	/**
	 * Returns a copy that holds for other rows.
	 * @param other the rows
	 * @return the constraint; itself if its kind always holds for all rows
	 */
	default Constraint holdingFor(Validity other) {
		return this;
	}

	/**
	 * Returns whether it can be changed to hold for other rows in place, without being
	 * added again.
	 * @param other the rows
	 * @return whether one statement can do that, and another can undo it
	 */
	default boolean canHoldFor(Validity other) {
		return false;
	}

	/**
	 * Returns the columns that a foreign key of another table can reference because of
	 * it.
	 * @return the columns, none if it is not a key
	 */
	default List<String> keyColumns() {
		return List.of();
	}

	/**
	 * Returns the columns that must be NOT NULL for it.
	 * @return the columns, none for most
	 */
	default List<String> requiredColumns() {
		return List.of();
	}

	/**
	 * Returns the index that it can be made of.
	 * @param table its table
	 * @return the index, or {@code null} if it has none that can be built first
	 */
	default @Nullable Index keyIndex(ObjectName table) {
		return null;
	}

	/**
	 * Returns the columns of other tables, or of the same one, that its rows reference.
	 * @return the columns, none if it is not a foreign key
	 */
	default Stream<ColumnName> references() {
		return Stream.empty();
	}

	/**
	 * Returns whether its rows reference others.
	 * @return whether it is a foreign key
	 */
	default boolean isReference() {
		return false;
	}

	/**
	 * Returns a copy in which the properties that a model leaves open are taken from
	 * another one.
	 * @param there a constraint over the same columns
	 * @return the constraint; itself if the other is of another kind
	 */
	default Constraint completedBy(Constraint there) {
		return this;
	}

	/**
	 * Returns whether it has an index, so that its name is one of the names of tables,
	 * indexes and sequences in its schema.
	 * @return whether it has
	 */
	default boolean isRelation() {
		return false;
	}

	/**
	 * Returns whether it can be added without a check of the existing rows.
	 * @return whether it can be {@code NOT VALID}
	 */
	default boolean canBeNotValid() {
		return false;
	}

	/**
	 * Returns its description for messages.
	 * @param table its table
	 * @return {@code check constraint 'ck_age' on table 'users'}, for a key, with its
	 * columns: {@code unique constraint 'uq_email' (email) on table 'users'}
	 */
	default String describe(ObjectName table) {
		String columns = keyColumns().isEmpty() ? "" : " (%s)".formatted(String.join(", ", keyColumns()));
		return "%s '%s'%s on table '%s'".formatted(words(), name(), columns, table);
	}

}
