package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The directives for the constraints of an existing table. A constraint without a name
 * gets the name that PostgreSQL would give it.
 */
public interface ConstraintOperations extends Recorder {

	/**
	 * Adds a primary key. Its columns stay NOT NULL when the primary key is dropped
	 * again.
	 * @param table the table
	 * @param columns its columns
	 */
	default void createPrimaryKey(String table, String... columns) {
		createPrimaryKey(table, List.of(columns), (key) -> {
		});
	}

	/**
	 * Adds a primary key.
	 * @param table the table
	 * @param columns its columns
	 * @param key further options
	 */
	default void createPrimaryKey(String table, List<String> columns, Consumer<PrimaryKeyDefinition> key) {
		ObjectName target = ObjectName.of(table);
		invoke(new AddConstraint(target,
				Definition.complete(new PrimaryKeyDefinition(new Scope(), target, columns), key).build(), false));
	}

	/**
	 * Adds a unique constraint.
	 * @param table the table
	 * @param columns its columns
	 */
	default void createUnique(String table, String... columns) {
		createUnique(table, List.of(columns), (unique) -> {
		});
	}

	/**
	 * Adds a unique constraint.
	 * @param table the table
	 * @param columns its columns
	 * @param unique further options
	 */
	default void createUnique(String table, List<String> columns, Consumer<UniqueDefinition> unique) {
		ObjectName target = ObjectName.of(table);
		invoke(new AddConstraint(target,
				Definition.complete(new UniqueDefinition(new Scope(), target, columns), unique).build(), false));
	}

	/**
	 * Adds a check, {@code table_check}. A second one needs a name.
	 * @param table the table
	 * @param condition SQL that is not false for any row
	 */
	default void createCheck(String table, String condition) {
		createCheck(table, condition, (check) -> {
		});
	}

	/**
	 * Adds a check.
	 * @param table the table
	 * @param condition SQL that is not false for any row
	 * @param check further options, such as its name, {@code notValid()}
	 */
	default void createCheck(String table, String condition, Consumer<CheckDefinition> check) {
		ObjectName target = ObjectName.of(table);
		CheckDefinition definition = Definition
			.complete(new CheckDefinition(new Scope(), DefaultNames.check(target, null), condition), check);
		invoke(new AddConstraint(target, definition.build(), false));
	}

	/**
	 * Adds a foreign key.
	 * @param table the table
	 * @param column its column
	 * @param references the table that it references
	 * @param referenced the column there
	 */
	default void createForeignKey(String table, String column, String references, String referenced) {
		createForeignKey(table, List.of(column), references, List.of(referenced), (key) -> {
		});
	}

	/**
	 * Adds a foreign key.
	 * @param table the table
	 * @param column its column
	 * @param references the table that it references
	 * @param referenced the column there
	 * @param key further options, such as the action on delete, {@code notValid()}
	 */
	default void createForeignKey(String table, String column, String references, String referenced,
			Consumer<ForeignKeyDefinition> key) {
		createForeignKey(table, List.of(column), references, List.of(referenced), key);
	}

	/**
	 * Adds a foreign key.
	 * @param table the table
	 * @param columns its columns
	 * @param references the table that it references
	 * @param referenced the columns there, in the same order
	 * @param key further options
	 */
	default void createForeignKey(String table, List<String> columns, String references, List<String> referenced,
			Consumer<ForeignKeyDefinition> key) {
		ObjectName target = ObjectName.of(table);
		ForeignKeyDefinition definition = Definition.complete(
				new ForeignKeyDefinition(new Scope(), target, columns, ObjectName.of(references), referenced), key);
		invoke(new AddConstraint(target, definition.build(), false));
	}

	/**
	 * Adds an exclusion constraint.
	 * @param table the table
	 * @param method the index method: {@code gist}
	 * @param exclusion the compared columns and expressions
	 */
	default void createExclude(String table, String method, Consumer<ExclusionDefinition> exclusion) {
		ObjectName target = ObjectName.of(table);
		invoke(new AddConstraint(target,
				Definition.complete(new ExclusionDefinition(new Scope(), target, method), exclusion).build(), false));
	}

	/**
	 * Drops a constraint. Irreversible without the state before.
	 * @param table the table
	 * @param name the name of the constraint
	 */
	default void dropConstraint(String table, String name) {
		dropConstraint(table, name, (drop) -> {
		});
	}

	/**
	 * Drops a constraint.
	 * @param table the table
	 * @param name the name of the constraint
	 * @param drop options: {@code ifExists()}, {@code cascade()}
	 */
	default void dropConstraint(String table, String name, Consumer<DropOptions> drop) {
		DropOptions definition = Definition.complete(new DropOptions(), drop);
		invoke(new DropConstraint(ObjectName.of(table), name, null, false, definition.isIfExists(),
				definition.isCascade()));
	}

	/**
	 * Checks all rows against a constraint that was added with {@code notValid()},
	 * without blocking reads and writes.
	 * @param table the table
	 * @param name the name of the constraint
	 */
	default void validateConstraint(String table, String name) {
		invoke(new ValidateConstraint(ObjectName.of(table), name));
	}

	/**
	 * Enforces a foreign key that was {@code NOT ENFORCED}. Reads all rows, under a lock.
	 * Needs PostgreSQL 18.
	 * @param table the table
	 * @param name the name of the foreign key
	 */
	default void enforceForeignKey(String table, String name) {
		invoke(new AlterEnforcement(ObjectName.of(table), name, true));
	}

	/**
	 * Makes a foreign key {@code NOT ENFORCED}: it only documents a rule. Needs
	 * PostgreSQL 18.
	 * @param table the table
	 * @param name the name of the foreign key
	 */
	default void stopEnforcingForeignKey(String table, String name) {
		invoke(new AlterEnforcement(ObjectName.of(table), name, false));
	}

	/**
	 * Renames a constraint, and its index too.
	 * @param table the table
	 * @param from the old name
	 * @param to the new name
	 */
	default void renameConstraint(String table, String from, String to) {
		invoke(new RenameConstraint(ObjectName.of(table), from, to));
	}

	/**
	 * Sets the comment of a constraint. Irreversible.
	 * @param table the table
	 * @param constraint the name of the constraint
	 * @param comment the comment, or {@code null} for none
	 */
	default void commentOnConstraint(String table, String constraint, @Nullable String comment) {
		invoke(new SetComment(new CommentTarget.OnConstraint(ObjectName.of(table), constraint), comment,
				Existing.unknown()));
	}

	/**
	 * Sets the comment of a constraint.
	 * @param table the table
	 * @param constraint the name of the constraint
	 * @param comment the comment, or {@code null} for none
	 * @param was the old comment, or {@code null} if it has none
	 */
	default void commentOnConstraint(String table, String constraint, @Nullable String comment, @Nullable String was) {
		invoke(new SetComment(new CommentTarget.OnConstraint(ObjectName.of(table), constraint), comment,
				Existing.known(was)));
	}

}
