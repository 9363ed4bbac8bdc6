package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.text.WrittenReference;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Unique;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints, in the order in which Hibernate writes them.
 */
final class ConstraintReader {

	private final PhysicalNames names;

	private final ModelNames modelNames;

	private final KeyColumns keys;

	private final ImplicitNames implicitNames;

	private final ColumnReader columns;

	private final AggregateChecks aggregates;

	private final Map<ObjectName, List<String>> primaryKeys;

	private final List<String> leftOut;

	ConstraintReader(PhysicalNames names, ModelNames modelNames, KeyColumns keys, ImplicitNames implicitNames,
			ColumnReader columns, AggregateChecks aggregates, Map<ObjectName, List<String>> primaryKeys,
			List<String> leftOut) {
		this.names = names;
		this.modelNames = modelNames;
		this.keys = keys;
		this.implicitNames = implicitNames;
		this.columns = columns;
		this.aggregates = aggregates;
		this.primaryKeys = primaryKeys;
		this.leftOut = leftOut;
	}

	List<Constraint> read(ObjectName name, Table table) {
		List<Constraint> constraints = new ArrayList<>();
		Collection<UniqueKey> uniqueKeys = table.getUniqueKeys().values();
		PrimaryKey primaryKey = primaryKey(name, table);
		if (primaryKey != null) {
			constraints.add(primaryKey);
		}
		constraints.addAll(uniques(name, table, uniqueKeys));
		constraints.addAll(checks(name, table));
		constraints.addAll(foreignKeys(name, table));
		return constraints;
	}

	private @Nullable PrimaryKey primaryKey(ObjectName name, Table table) {
		if (!table.hasPrimaryKey()) {
			return null;
		}
		org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
		UniqueKey named = key.getOrderingUniqueKey();
		String keyName = (named != null && named.isNameExplicit()) ? PhysicalNames.written(named.getName())
				: this.implicitNames.primaryKey(name);
		return new PrimaryKey(keyName, this.names.of(this.keys.of(key)), List.of(), Deferral.NOT_DEFERRABLE);
	}

	private List<Unique> uniques(ObjectName name, Table table, Collection<UniqueKey> keys) {
		List<Unique> uniques = new ArrayList<>();
		Set<List<String>> known = new HashSet<>();
		for (Column column : table.getColumns()) {
			boolean unique = column.isUnique() || this.columns.written(name, column).unique();
			if (unique && !table.isPrimaryKey(column) && known.add(List.of(this.names.of(column)))) {
				uniques.add(unique(name, null, List.of(this.names.of(column)), new WrittenOptions(null)));
			}
		}
		for (UniqueKey key : keys) {
			List<String> keyColumns = this.names.of(key.getColumns());
			if (known.add(keyColumns)) {
				String keyName = key.isNameExplicit() ? PhysicalNames.written(key.getName()) : null;
				uniques.add(unique(name, keyName, keyColumns, new WrittenOptions(key.getOptions())));
			}
		}
		return uniques;
	}

	private Unique unique(ObjectName table, @Nullable String name, List<String> keyColumns, WrittenOptions options) {
		String uniqueName = (name != null) ? name : this.implicitNames.unique(table, keyColumns);
		Unique unique = new Unique(uniqueName, keyColumns, options.include(), options.nullsNotDistinct(),
				options.deferral());
		report(table, uniqueName, options);
		return unique;
	}

	private List<Check> checks(ObjectName name, Table table) {
		List<Check> checks = new ArrayList<>();
		for (Column column : table.getColumns()) {
			List<String> anonymous = column.getCheckConstraints()
				.stream()
				.filter(CheckConstraint::isAnonymous)
				.map(CheckConstraint::getConstraint)
				.toList();
			if (!anonymous.isEmpty()) {
				checks.add(new Check(this.implicitNames.check(name, this.names.of(column)), all(anonymous), false));
			}
			column.getCheckConstraints()
				.stream()
				.filter(CheckConstraint::isNamed)
				.forEach((check) -> checks.add(check(name, check)));
		}
		table.getChecks().forEach((check) -> checks.add(check(name, check)));
		table.getColumns().forEach((column) -> checks.addAll(aggregateChecks(name, column)));
		return checks;
	}

	private static String all(List<String> conditions) {
		return (conditions.size() == 1) ? conditions.get(0)
				: conditions.stream().collect(Collectors.joining(") and (", "(", ")"));
	}

	private Check check(ObjectName table, CheckConstraint check) {
		boolean named = check.getName() != null && !check.getName().isBlank();
		String name = named ? PhysicalNames.written(check.getName()) : this.implicitNames.check(table, null);
		WrittenOptions options = new WrittenOptions(check.getOptions());
		Check read = new Check(name, check.getConstraint(), options.noInherit());
		report(table, name, options);
		return read;
	}

	private List<Check> aggregateChecks(ObjectName table, Column column) {
		String condition = (column instanceof AggregateColumn aggregate) ? this.aggregates.of(aggregate) : null;
		return (condition != null)
				? List.of(new Check(this.implicitNames.check(table, this.names.of(column)), condition, false))
				: List.of();
	}

	private List<ForeignKey> foreignKeys(ObjectName name, Table table) {
		List<ForeignKey> keys = new ArrayList<>();
		for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
			ForeignKey read = (key.isCreationEnabled() && key.isPhysicalConstraint()) ? foreignKey(name, key) : null;
			if (read != null) {
				keys.add(read);
			}
		}
		return keys;
	}

	private @Nullable ForeignKey foreignKey(ObjectName table, org.hibernate.mapping.ForeignKey key) {
		String definition = key.getKeyDefinition();
		Optional<WrittenReference> written = (definition != null && !definition.isBlank())
				? WrittenReference.parse(definition) : Optional.of(reference(key));
		List<String> referenced = written.map(this::referenced).orElse(List.of());
		if (referenced.isEmpty()) {
			this.leftOut.add("foreign key on %s: %s".formatted(table, definition));
			return null;
		}
		WrittenReference reference = written.orElseThrow();
		String name = ModelNames.isInvented(key) ? this.implicitNames.foreignKey(table, reference.columns())
				: this.modelNames.of(key);
		WrittenOptions options = new WrittenOptions(
				reference.options() + " " + Objects.requireNonNullElse(key.getOptions(), ""));
		List<String> onDeleteColumns = options.onDeleteColumns();
		ReferentialAction onDelete = options.on("delete");
		OnDeleteAction annotated = key.getOnDeleteAction();
		ForeignKey read = new ForeignKey(name, reference.columns(), this.names.unqualified(reference.table()),
				referenced, (annotated != null) ? ReferentialAction.valueOf(annotated.name()) : onDelete,
				onDeleteColumns, options.on("update"), options.matchFull(), options.deferral());
		report(table, name, options);
		return read;
	}

	private WrittenReference reference(org.hibernate.mapping.ForeignKey key) {
		return new WrittenReference(this.names.of(this.keys.of(key)),
				this.names.of(key.getReferencedTable().getQualifiedTableName()),
				this.names.of(this.keys.referencedBy(key)), "");
	}

	private List<String> referenced(WrittenReference reference) {
		return reference.referenced().isEmpty()
				? this.primaryKeys.getOrDefault(this.names.unqualified(reference.table()), List.of())
				: reference.referenced();
	}

	private void report(ObjectName table, String constraint, WrittenOptions rest) {
		if (!rest.isEmpty()) {
			this.leftOut.add("options of the constraint %s on %s: %s".formatted(constraint, table, rest));
		}
	}

}
