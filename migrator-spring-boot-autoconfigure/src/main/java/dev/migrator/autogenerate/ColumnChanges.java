package dev.migrator.autogenerate;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.dialect.NameSql;
import dev.migrator.dialect.TypeConversion;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.ChangeDefault;
import dev.migrator.operation.ChangeIdentity;
import dev.migrator.operation.ChangeType;
import dev.migrator.operation.Commented;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropNotNull;
import dev.migrator.operation.SetNotNull;
import dev.migrator.operation.Was;
import dev.migrator.dialect.SequenceChange;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the columns of one table.
 */
final class ColumnChanges {

	private final ObjectName table;

	private final ColumnComparison columns;

	private final Set<ObjectName> rebuilt;

	private final ChangeList changes;

	ColumnChanges(ObjectName table, ColumnComparison columns, Set<ObjectName> rebuilt, ChangeList changes) {
		this.table = table;
		this.columns = columns;
		this.rebuilt = rebuilt;
		this.changes = changes;
	}

	void write() {
		this.columns.added().forEach((column) -> {
			Phase phase = (column.generated() != null) ? Phase.GENERATED_COLUMNS : Phase.COLUMNS;
			add(this.table, column, Detected.column("added column", this.table, column.name()))
				.forEach((change) -> this.changes.add(phase, change));
		});
		this.columns.kept().forEach((pair) -> change(pair.real(), pair.wanted()));
		this.columns.replaced().values().forEach((pair) -> replace(pair.real(), pair.wanted()));
		this.columns.removed().values().forEach(this::remove);
	}

	/**
	 * A column that has to have a value and has none by itself is taken by a table with
	 * rows in three steps only: add, fill, refuse NULL.
	 */
	static List<Change> add(ObjectName table, Column column, @Nullable String detected) {
		boolean needsValue = !column.nullable() && column.defaultValue() == null && column.identity() == null
				&& column.generated() == null;
		if (!needsValue) {
			return List.of(new Change(new AddColumn(table, column, false), detected, null, null, null));
		}
		Column nullable = new Column(column.name(), column.type(), true, null, null, null, column.collation(),
				column.comment());
		ColumnName name = new ColumnName(table, column.name());
		return List.of(new Change(new AddColumn(table, nullable, false), detected, null, null, null),
				Change.of(new SetNotNull(name)).withRemark(fill(name)));
	}

	static String fill(ColumnName column) {
		String name = NameSql.of(column.column());
		return "TODO: rows that are there have no value in %s.%s; fill it here:%nUPDATE %s SET %s = ... WHERE %s IS NULL;"
			.formatted(column.table(), column.column(), NameSql.of(column.table()), name, name)
			.replace("\r\n", "\n");
	}

	private void remove(Column column) {
		boolean early = column.generated() != null
				|| Enums.of(column.type()).filter(this.rebuilt::contains).isPresent();
		drop(column, early ? Phase.DROPPED_EARLY : Phase.COLUMNS_DROPPED,
				Detected.column("removed column", this.table, column.name()));
	}

	private void drop(Column column, Phase phase, String detected) {
		Change drop = Change.of(new DropColumn(this.table, column.name(), column, false, false), detected);
		this.changes.add(phase, (column.generated() != null) ? drop
				: drop.withLoss("drops %s.%s with its data".formatted(this.table, column.name())));
	}

	private void replace(Column real, Column wanted) {
		drop(real, Phase.DROPPED_EARLY, Detected.column("changed generation of column", this.table, wanted.name()));
		Phase phase = (wanted.generated() != null) ? Phase.GENERATED_COLUMNS : Phase.COLUMNS;
		add(this.table, wanted, null).forEach((change) -> this.changes.add(phase, change));
	}

	private void change(Column real, Column wanted) {
		ColumnName name = new ColumnName(this.table, wanted.name());
		TypeConversion conversion = new TypeConversion(real.type(), wanted.type());
		boolean typeChanges = !conversion.isNone() || !Objects.equals(real.collation(), wanted.collation());
		boolean ofRebuilt = Enums.of(real.type()).filter(this.rebuilt::contains).isPresent();
		boolean defaultChanges = !Objects.equals(real.defaultValue(), wanted.defaultValue());
		boolean leaves = ofRebuilt && !Enums.of(real.type()).equals(Enums.of(wanted.type()));
		Phase phase = leaves ? Phase.TYPES_CHANGED_EARLY : Phase.COLUMNS;
		Expression defaultValue = real.defaultValue();
		if (defaultValue != null && (!conversion.isOfModifiers()
				|| (defaultChanges && (ofRebuilt || typeChanges || wanted.defaultValue() == null)))) {
			// written for the old type, it may stand in the way of the new one
			String line = (wanted.defaultValue() == null) ? detected("server default on column", wanted) : null;
			this.changes.add(ofRebuilt ? Phase.TYPES_CHANGED_EARLY : phase, new Change(new ChangeDefault(name, null, Was
				.known(defaultValue)), line, null, (line != null && !conversion.isOfModifiers())
						? "TODO: the default was written for the old type; set it again behind if it is still wanted"
						: null,
					null));
			defaultValue = null;
		}
		if (real.identity() != null && wanted.identity() == null) {
			this.changes.add(Phase.IDENTITIES_DROPPED, new ChangeIdentity(name, null, Was.known(real.identity())),
					detected("server default on column", wanted));
		}
		if (leaves && Enums.of(wanted.type()).isPresent()) {
			// the other enum may be rebuilt as well, and knows nothing of this column
			Column between = withType(real,
					(real.type() instanceof ArrayType) ? Types.array(Types.text()) : Types.text());
			this.changes.add(phase, type(name, real, between).withDetected(null));
			this.changes.add(Phase.COLUMNS, type(name, between, wanted).withDetected(typeDetected(real, wanted)));
		}
		else if (typeChanges) {
			this.changes.add(phase, type(name, real, wanted));
		}
		if (wanted.defaultValue() != null && !wanted.defaultValue().equals(defaultValue)) {
			this.changes.add(Phase.COLUMNS,
					new Change(new ChangeDefault(name, wanted.defaultValue(), Was.known(defaultValue)),
							defaultChanges ? detected("server default on column", wanted) : null, null, null, null));
		}
		nullability(name, real, wanted);
		identity(name, real, wanted);
		if (!Objects.equals(real.comment(), wanted.comment())) {
			this.changes.add(Phase.COLUMNS,
					new ChangeComment(new Commented.OnColumn(name), wanted.comment(), Was.known(real.comment())),
					detected("column comment", wanted));
		}
	}

	private static Column withType(Column column, DataType type) {
		return new Column(column.name(), type, column.nullable(), null, null, null, null, null);
	}

	private Change type(ColumnName name, Column real, Column wanted) {
		TypeConversion conversion = new TypeConversion(real.type(), wanted.type());
		TypeConversion back = new TypeConversion(wanted.type(), real.type());
		String using = conversion.using(name.column());
		ChangeType change = new ChangeType(name, wanted.type(), wanted.collation(), using, real.type(),
				real.collation(), back.using(name.column()));
		return judged(change).withDetected(typeDetected(real, wanted));
	}

	/**
	 * What a change of type may do to the values.
	 */
	static Change judged(ChangeType change) {
		if (change.was() == null) {
			return Change.of(change);
		}
		TypeConversion conversion = new TypeConversion(change.was(), change.to());
		String column = change.column().column();
		String surprise = conversion.surprise(column);
		String remark = (change.using() != null)
				? "PostgreSQL does not convert these types by itself; look at what USING says" : null;
		return Change.of(change)
			.withLoss(conversion.mayRound()
					? "may round or cut off values of %s.%s".formatted(change.column().table(), column) : null)
			.withRemark((surprise != null) ? "TODO: " + surprise : remark);
	}

	private String typeDetected(Column real, Column wanted) {
		return new TypeConversion(real.type(), wanted.type()).isNone() ? detected("collation change on column", wanted)
				: "Detected type change %s on '%s.%s'".formatted(new TypeConversion(real.type(), wanted.type()),
						this.table, wanted.name());
	}

	private void nullability(ColumnName name, Column real, Column wanted) {
		if (real.nullable() && !wanted.nullable()) {
			this.changes.add(Phase.COLUMNS,
					Change.of(new SetNotNull(name), detected("NOT NULL on column", wanted)).withRemark(fill(name)));
		}
		if (!real.nullable() && wanted.nullable()) {
			this.changes.add(Phase.COLUMNS, new DropNotNull(name), detected("NULL on column", wanted));
		}
	}

	private void identity(ColumnName name, Column real, Column wanted) {
		Identity to = wanted.identity();
		Identity was = real.identity();
		if (to == null || to.equals(was)
				|| (was != null && to.always() == was.always() && SequenceChange.effective(to.options(), wanted.type())
					.equals(SequenceChange.effective(was.options(), real.type())))) {
			return;
		}
		this.changes.add(Phase.COLUMNS,
				Change.of(new ChangeIdentity(name, to, Was.known(was)), detected("server default on column", wanted))
					.withRemark((was != null) ? null
							: "the numbers begin at the start; rows that are there may have them already"));
	}

	private String detected(String what, Column column) {
		return Detected.column(what, this.table, column.name());
	}

}
