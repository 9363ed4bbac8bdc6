package dev.migrator.internal.autogenerate.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.ComparedKind;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.ForeignKey;

/**
 * Leaves kinds of differences as the database has them, in objects that exist on both
 * sides.
 */
public final class UncomparedKinds {

	private final SchemaObjects real;

	private final SchemaObjects wanted;

	private final Set<ComparedKind> compared;

	private UncomparedKinds(SchemaObjects real, SchemaObjects wanted, Set<ComparedKind> compared) {
		this.real = real;
		this.wanted = wanted;
		this.compared = compared;
	}

	/**
	 * Returns the wanted schema with what is not compared as the database has it. The
	 * checks that only the database has are not added.
	 * @param real the schema of the database, after all renames
	 * @param wanted the wanted schema
	 * @param compared the kinds that are compared
	 */
	public static SchemaObjects in(SchemaObjects real, SchemaObjects wanted, Set<ComparedKind> compared) {
		if (compared.size() == ComparedKind.values().length - 1) {
			return wanted;
		}
		UncomparedKinds kinds = new UncomparedKinds(real, wanted, compared);
		List<SchemaObject> objects = new ArrayList<>();
		for (ObjectId root : wanted.roots()) {
			boolean differs = real.has(root) && !wanted.isSame(root, real);
			objects.addAll(differs ? kinds.family(root) : wanted.family(root));
		}
		return SchemaObjects.of(objects);
	}

	/**
	 * Returns whether the checks that only the database has may differ.
	 * @param compared the kinds that are compared
	 */
	public static boolean isCompared(SchemaObject key, Set<ComparedKind> compared) {
		return compared.contains(ComparedKind.CHECKS)
				|| !(key instanceof ConstraintObject object && object.constraint() instanceof Check);
	}

	private List<SchemaObject> family(ObjectId root) {
		List<SchemaObject> objects = new ArrayList<>();
		Set<ObjectId> leftOut = new HashSet<>();
		for (SchemaObject object : this.wanted.family(root)) {
			if (isLeftOut(object)) {
				leftOut.add(object.id());
			}
			else if (!(object instanceof CommentObject comment && leftOut.contains(comment.of()))) {
				objects.add(inStateOfDatabase(object));
			}
		}
		this.real.family(root)
			.stream()
			.filter((object) -> object instanceof NotNullObject notNull && isNullabilityLeft(notNull.parent()))
			.forEach(objects::add);
		return objects;
	}

	private boolean compares(ComparedKind kind) {
		return this.compared.contains(kind);
	}

	/**
	 * Returns whether a check, or the NOT NULL of a column, is not compared. A check of a
	 * new column is created with it.
	 */
	private boolean isLeftOut(SchemaObject object) {
		if (object instanceof NotNullObject notNull) {
			return isNullabilityLeft(notNull.parent());
		}
		if (compares(ComparedKind.CHECKS)
				|| !(object instanceof ConstraintObject key && key.constraint() instanceof Check check)) {
			return false;
		}
		Set<String> columns = this.wanted.partsOf(key.parent(), ColumnObject.class)
			.stream()
			.map((column) -> column.name().column())
			.collect(Collectors.toSet());
		return ExpressionColumns.mentioned(check.condition(), columns)
			.stream()
			.allMatch((column) -> this.real.has(ObjectId.column(key.table(), column)));
	}

	/**
	 * Returns whether NULL in a column is not compared. An identity needs NOT NULL.
	 */
	private boolean isNullabilityLeft(ObjectId column) {
		return !compares(ComparedKind.NULLABILITY) && this.real.has(column) && this.wanted.has(column)
				&& !this.wanted.has(ObjectId.identityOf(column.columnName()));
	}

	private SchemaObject inStateOfDatabase(SchemaObject object) {
		SchemaObject there = this.real.get(object.id());
		if (object instanceof ColumnObject column && there instanceof ColumnObject known) {
			boolean nullable = isNullabilityLeft(column.id()) ? known.nullable() : column.nullable();
			return new ColumnObject(column.id(), column.position(), type(column.type(), known.type()), nullable,
					column.inPrimaryKey(), column.generated(), column.collation());
		}
		if (object instanceof DomainObject domain && there instanceof DomainObject known) {
			return new DomainObject(domain(domain.domain(), known.domain()));
		}
		return (object instanceof ConstraintObject key && key.constraint() instanceof ForeignKey reference
				&& !compares(ComparedKind.FOREIGN_KEY_ACTIONS)) ? new ConstraintObject(key.table(), key(key, reference))
						: object;
	}

	private DataType type(DataType wanted, DataType known) {
		return (!compares(ComparedKind.LENGTHS) && isSameWithoutLength(wanted, known)) ? known : wanted;
	}

	private static boolean isSameWithoutLength(DataType one, DataType other) {
		if (one instanceof ArrayType some && other instanceof ArrayType others) {
			return isSameWithoutLength(some.element(), others.element());
		}
		return one instanceof BuiltInType some && other instanceof BuiltInType others && some.type() == others.type()
				&& some.fields() == others.fields();
	}

	private Domain domain(Domain wanted, Domain known) {
		return new Domain(wanted.name(), type(wanted.type(), known.type()), wanted.collation(),
				compares(ComparedKind.NULLABILITY) ? wanted.nullable() : known.nullable(), wanted.defaultValue(),
				compares(ComparedKind.CHECKS) ? wanted.checks() : known.checks());
	}

	/**
	 * Returns a foreign key with the actions of the one between the same columns.
	 */
	private ForeignKey key(ConstraintObject key, ForeignKey wanted) {
		return this.real.partsOf(key.parent(), ConstraintObject.class)
			.stream()
			.map(ConstraintObject::constraint)
			.filter((there) -> there instanceof ForeignKey && there.place().equals(wanted.place()))
			.map(ForeignKey.class::cast)
			.findFirst()
			.map((there) -> new ForeignKey(wanted.name(), wanted.columns(), wanted.table(), wanted.referenced(),
					there.onDelete(), there.onDeleteColumns(), there.onUpdate(), wanted.matchFull(), wanted.deferral(),
					wanted.validity(), wanted.period()))
			.orElse(wanted);
	}

}
