package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.text.ValueList;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Key;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Unique;

/**
 * Writes constraints of tables.
 */
final class ConstraintSql {

	private ConstraintSql() {
	}

	static String of(Constraint constraint) {
		return "CONSTRAINT " + NameSql.of(constraint.name()) + " " + definition(constraint)
				+ ((constraint.validity() == Validity.NOT_ENFORCED) ? " NOT ENFORCED" : "");
	}

	private static String definition(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return "PRIMARY KEY (" + columns(key) + ")" + NameSql.optional(" INCLUDE", key.include())
					+ deferral(key.deferral());
		}
		if (constraint instanceof Unique unique) {
			return "UNIQUE" + (unique.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "") + " (" + columns(unique) + ")"
					+ NameSql.optional(" INCLUDE", unique.include()) + deferral(unique.deferral());
		}
		if (constraint instanceof Check check) {
			return "CHECK (" + ValueList.wrapped(SqlFragment.of(check.condition())) + ")"
					+ (check.noInherit() ? " NO INHERIT" : "");
		}
		if (constraint instanceof ForeignKey key) {
			return "FOREIGN KEY (%s) REFERENCES %s (%s)".formatted(columns(key, key.columns()), NameSql.of(key.table()),
					columns(key, key.referenced())) + (key.matchFull() ? " MATCH FULL" : "")
					+ action(" ON DELETE ", key.onDelete())
					+ (key.onDeleteColumns().isEmpty() ? "" : " (" + NameSql.list(key.onDeleteColumns()) + ")")
					+ action(" ON UPDATE ", key.onUpdate()) + deferral(key.deferral());
		}
		return exclusion((Exclusion) constraint);
	}

	private static String columns(Key key) {
		return NameSql.list(key.columns()) + (key.withoutOverlaps() ? " WITHOUT OVERLAPS" : "");
	}

	private static String columns(ForeignKey key, List<String> columns) {
		int last = columns.size() - 1;
		return key.period() ? NameSql.list(columns.subList(0, last)) + ", PERIOD " + NameSql.of(columns.get(last))
				: NameSql.list(columns);
	}

	private static String exclusion(Exclusion exclusion) {
		String elements = exclusion.elements()
			.stream()
			.map((element) -> IndexSql.key(element.key()) + " WITH " + element.operator())
			.collect(Collectors.joining(", "));
		String where = exclusion.where();
		return "EXCLUDE USING " + NameSql.of(exclusion.method()) + " (" + elements + ")"
				+ ((where != null) ? " WHERE (" + SqlFragment.of(where) + ")" : "") + deferral(exclusion.deferral());
	}

	private static String action(String event, ReferentialAction action) {
		return (action == ReferentialAction.NO_ACTION) ? ""
				: event + action.name().toUpperCase(Locale.ROOT).replace('_', ' ');
	}

	private static String deferral(Deferral deferral) {
		return switch (deferral) {
			case NOT_DEFERRABLE -> "";
			case DEFERRABLE -> " DEFERRABLE";
			case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
		};
	}

	static List<String> add(AddConstraint add) {
		return List.of(alter(add.table()) + "ADD " + of(add.constraint()) + (add.notValid() ? " NOT VALID" : ""));
	}

	/**
	 * Adds a constraint whose index exists already, and renames the index to the
	 * constraint.
	 */
	static String usingIndex(ObjectName table, Constraint constraint, String index) {
		return alter(table) + "ADD CONSTRAINT %s %s USING INDEX %s%s".formatted(NameSql.of(constraint.name()),
				(constraint instanceof PrimaryKey) ? "PRIMARY KEY" : "UNIQUE", NameSql.of(index),
				deferral(constraint.deferral()));
	}

	static List<String> drop(DropConstraint drop) {
		return List.of(alter(drop.table()) + "DROP CONSTRAINT "
				+ ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> validate(ValidateConstraint validate) {
		return List.of(alter(validate.table()) + "VALIDATE CONSTRAINT " + NameSql.of(validate.constraint()));
	}

	static List<String> enforce(AlterEnforcement change) {
		return List.of("%sALTER CONSTRAINT %s %s".formatted(alter(change.table()), NameSql.of(change.constraint()),
				change.enforced() ? "ENFORCED" : "NOT ENFORCED"));
	}

	static List<String> rename(RenameConstraint rename) {
		return List.of("%sRENAME CONSTRAINT %s TO %s".formatted(alter(rename.table()), NameSql.of(rename.from()),
				NameSql.of(rename.to())));
	}

	private static String alter(ObjectName table) {
		return "ALTER TABLE " + NameSql.of(table) + " ";
	}

}
