package dev.migrator.internal.autogenerate.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.dialect.normalform.EqualDefaults;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a table that may be the same in other words, so that PostgreSQL has to be
 * asked, and its answers. All other columns, constraints and indexes are compared
 * unchanged.
 */
final class EquivalenceCheck {

	private final Map<String, Column> there = new HashMap<>();

	private final Table real;

	private final Table said;

	private final Set<String> columns;

	private final List<Constraint> constraints;

	private final List<Index> indexes;

	/**
	 * Finds the parts of a table whose equivalence must be checked.
	 * @param real the table of the database
	 * @param said the table of the model
	 * @param types the types that the model or the database has, in addition to those of
	 * PostgreSQL
	 */
	EquivalenceCheck(Table real, Table said, Set<ObjectName> types) {
		this.real = real;
		this.said = said;
		real.columns().forEach((column) -> this.there.put(column.name(), column));
		this.columns = said.columns()
			.stream()
			.filter((column) -> isDoubtful(this.there.get(column.name()), column, types))
			.map(Column::name)
			.collect(Collectors.toCollection(HashSet::new));
		Set<Object> constraintsThere = structuralKeys(real.constraints());
		this.constraints = said.constraints()
			.stream()
			.filter((constraint) -> (constraint instanceof Check || constraint instanceof Exclusion)
					&& !constraintsThere.contains(StructuralKey.of(constraint)))
			.toList();
		Set<Object> indexesThere = real.indexes().stream().map(StructuralKey::of).collect(Collectors.toSet());
		this.indexes = said.indexes()
			.stream()
			.filter((index) -> !indexesThere.contains(StructuralKey.of(index)))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private static boolean isDoubtful(@Nullable Column there, Column said, Set<ObjectName> types) {
		if (there == null) {
			return (said.type() instanceof WrittenType && !isReference(said)) || said.collation() != null
					|| said.type().userType().filter((type) -> !types.contains(type)).isPresent();
		}
		return !new TypeConversion(there.type(), said.type()).isNone()
				|| !Objects.equals(there.defaultValue(), said.defaultValue())
				|| !Objects.equals(there.generated(), said.generated())
				|| !Objects.equals(there.identity(), said.identity())
				|| !Objects.equals(there.collation(), said.collation());
	}

	/**
	 * Returns whether a column is a reference. A temporary table cannot reference
	 * another.
	 */
	private static boolean isReference(Column column) {
		return column.type() instanceof WrittenType written
				&& written.sql().toLowerCase(Locale.ROOT).contains("references");
	}

	/**
	 * Returns the parts of a new table that PostgreSQL might refuse: everything that the
	 * model writes in SQL, and types, collations and operator classes that it may not
	 * know.
	 */
	static @Nullable Table tried(Table said, Set<ObjectName> types) {
		EquivalenceCheck check = new EquivalenceCheck(
				new Table(said.name(), List.of(), List.of(), List.of(), false, null, null), said, types);
		said.columns()
			.stream()
			.filter((column) -> (column.defaultValue() != null || column.generated() != null) && !isReference(column))
			.forEach((column) -> check.columns.add(column.name()));
		check.indexes
			.removeIf((index) -> index.where() == null && index.keys().stream().noneMatch(EquivalenceCheck::isWritten));
		return check.isEmpty() ? null : check.table();
	}

	private static boolean isWritten(IndexKey key) {
		return key.expression() != null || key.operatorClass() != null || key.collation() != null;
	}

	private static Set<Object> structuralKeys(List<Constraint> constraints) {
		return constraints.stream().map(StructuralKey::of).collect(Collectors.toSet());
	}

	boolean isEmpty() {
		return this.columns.isEmpty() && this.constraints.isEmpty() && this.indexes.isEmpty();
	}

	/**
	 * Returns a table that has only the doubtful parts, and the columns that they
	 * mention.
	 */
	Table table() {
		Set<String> needed = new HashSet<>(this.columns);
		List<Column> shown = this.said.columns()
			.stream()
			.filter((column) -> needed.contains(column.name()) || isMentioned(Set.of(column.name())))
			.map((column) -> needed.contains(column.name()) ? column
					: new Column(column.name(), column.type(), true, null, null, null, column.collation(), null))
			.toList();
		return new Table(this.said.name(), shown, this.constraints, this.indexes, false, null, null);
	}

	private boolean isMentioned(Set<String> column) {
		return this.constraints.stream().anyMatch((constraint) -> ExpressionColumns.isOver(constraint, column))
				|| this.indexes.stream().anyMatch((index) -> ExpressionColumns.isOver(index, column))
				|| this.said.columns()
					.stream()
					.anyMatch((other) -> this.columns.contains(other.name()) && other.generated() != null
							&& ExpressionColumns.mentions(other.generated().expression(), column));
	}

	/**
	 * Returns the wanted table: parts that the database has too are in PostgreSQL's
	 * words, new parts in those of the model, which are easier to read.
	 * @param normal {@link #table()} in PostgreSQL's words
	 * @param equal defaults that give the same value in other words
	 */
	Table settled(Table normal, Set<EqualDefaults.Pair> equal) {
		Map<String, Column> normalColumns = new HashMap<>();
		normal.columns().forEach((column) -> normalColumns.put(column.name(), column));
		Map<String, Constraint> normalConstraints = new HashMap<>();
		Set<Object> constraintsThere = structuralKeys(this.real.constraints());
		normal.constraints()
			.stream()
			.filter((constraint) -> constraintsThere.contains(StructuralKey.of(constraint)))
			.forEach((constraint) -> normalConstraints.put(constraint.name(), constraint));
		Map<String, Index> normalIndexes = new HashMap<>();
		Set<Object> indexesThere = this.real.indexes().stream().map(StructuralKey::of).collect(Collectors.toSet());
		normal.indexes()
			.stream()
			.filter((index) -> indexesThere.contains(StructuralKey.of(index)))
			.forEach((index) -> normalIndexes.put(index.name(), index));
		return new Table(this.said.name(),
				this.said.columns()
					.stream()
					.map((column) -> this.columns.contains(column.name())
							? settled(column, Objects.requireNonNull(normalColumns.get(column.name())), equal) : column)
					.toList(),
				this.said.constraints()
					.stream()
					.map((constraint) -> normalConstraints.getOrDefault(constraint.name(), constraint)
						.holdingFor(constraint.validity()))
					.toList(),
				this.said.indexes().stream().map((index) -> normalIndexes.getOrDefault(index.name(), index)).toList(),
				this.said.unlogged(), this.said.partitionBy(), this.said.comment());
	}

	private Column settled(Column column, Column normal, Set<EqualDefaults.Pair> equal) {
		Column real = this.there.get(column.name());
		if (real == null && !isNumbered(normal)) {
			// text after the type, for example a check, is not in the normal form
			return column;
		}
		if (real == null || !column.type().equals(normal.type())) {
			return withComment(
					(real != null && isEqual(real, normal, equal)) ? withDefault(normal, real.defaultValue()) : normal,
					column.comment());
		}
		boolean sameDefault = Objects.equals(real.defaultValue(), normal.defaultValue());
		boolean sameGenerated = Objects.equals(real.generated(), normal.generated());
		return new Column(column.name(), normal.type(), normal.nullable(),
				(sameDefault || isEqual(real, normal, equal)) ? real.defaultValue() : column.defaultValue(),
				normal.identity(), sameGenerated ? normal.generated() : column.generated(), normal.collation(),
				column.comment());
	}

	/**
	 * Returns the defaults of columns that PostgreSQL may treat as equal.
	 * @param normal {@link #table()} in PostgreSQL's words
	 */
	Stream<EqualDefaults.Pair> defaults(Table normal) {
		return normal.columns()
			.stream()
			.filter((column) -> this.columns.contains(column.name()))
			.flatMap((column) -> pair(this.there.get(column.name()), column).stream());
	}

	private static Optional<EqualDefaults.Pair> pair(@Nullable Column real, Column normal) {
		if (real == null || real.defaultValue() == null || normal.defaultValue() == null
				|| real.defaultValue().equals(normal.defaultValue())
				|| !new TypeConversion(real.type(), normal.type()).isNone()) {
			return Optional.empty();
		}
		return Optional.of(new EqualDefaults.Pair(normal.type(), real.defaultValue(), normal.defaultValue()));
	}

	private static boolean isEqual(Column real, Column normal, Set<EqualDefaults.Pair> equal) {
		return pair(real, normal).filter(equal::contains).isPresent();
	}

	private static boolean isNumbered(Column column) {
		return column.defaultValue() instanceof SqlExpression sql && sql.takesNumbers();
	}

	private static Column withDefault(Column column, @Nullable Expression value) {
		return new Column(column.name(), column.type(), column.nullable(), value, column.identity(), column.generated(),
				column.collation(), column.comment());
	}

	private static Column withComment(Column column, @Nullable String comment) {
		return new Column(column.name(), column.type(), column.nullable(), column.defaultValue(), column.identity(),
				column.generated(), column.collation(), comment);
	}

}
