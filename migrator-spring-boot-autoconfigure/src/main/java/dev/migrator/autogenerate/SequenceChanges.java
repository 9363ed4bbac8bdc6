package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.NameSql;
import dev.migrator.dialect.SequenceChange;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * What is done to sequences. The column that one belongs to has to be there first, and
 * the default of that column may need the sequence: it is given to its column at the end,
 * and taken from it at the beginning.
 */
final class SequenceChanges {

	private static final Set<DataType> NUMBERS = Set.of(Types.smallint(), Types.integer(), Types.bigint());

	private final Map<ObjectName, TableComparison> compared;

	private final Set<ObjectName> removed;

	private final ComparisonSettings settings;

	private final ChangeList changes;

	SequenceChanges(Map<ObjectName, TableComparison> compared, Set<ObjectName> removed, ComparisonSettings settings,
			ChangeList changes) {
		this.compared = compared;
		this.removed = removed;
		this.settings = settings;
		this.changes = changes;
	}

	void write(DatabaseSchema real, DatabaseSchema wanted) {
		Map<ObjectName, Sequence> left = new LinkedHashMap<>();
		real.sequences().forEach((sequence) -> left.put(sequence.name(), sequence));
		for (Sequence sequence : wanted.sequences()) {
			Sequence was = left.remove(sequence.name());
			if (was == null) {
				create(sequence);
			}
			else {
				change(was, sequence);
			}
		}
		left.values()
			.stream()
			.filter((sequence) -> this.settings.removes(Removal.SEQUENCES) || losesOwner(sequence))
			.forEach(this::drop);
	}

	private boolean losesOwner(Sequence sequence) {
		ColumnName owner = sequence.ownedBy();
		if (owner == null) {
			return false;
		}
		TableComparison table = this.compared.get(owner.table());
		return this.removed.contains(owner.table())
				|| (table != null && table.columns().removed().containsKey(owner.column()));
	}

	private void create(Sequence sequence) {
		this.changes.add(Phase.SEQUENCES,
				Change
					.of(new CreateSequence(withoutOwner(sequence), false),
							"Detected added sequence '%s'".formatted(sequence.name()))
					.withRemark(goOn(sequence)));
		if (sequence.ownedBy() != null) {
			this.changes.add(Phase.OWNERS_TAKEN, new SequenceChange(sequence.name()).owner(null, sequence.ownedBy()));
		}
	}

	/**
	 * What a sequence has to know that takes over the numbers of a table.
	 */
	private @Nullable String goOn(Sequence sequence) {
		ColumnName column = (sequence.ownedBy() != null) ? sequence.ownedBy() : key(sequence.name());
		if (column == null || !holdsNumbers(column)) {
			return null;
		}
		return "TODO: rows that are there have numbers already; let it go on behind them:%nSELECT setval('%s', (SELECT max(%s) FROM %s));"
			.formatted(NameSql.of(sequence.name()).replace("'", "''"), NameSql.of(column.column()),
					NameSql.of(column.table()))
			.replace("\r\n", "\n");
	}

	/**
	 * The key of the table that a sequence is called after.
	 */
	private @Nullable ColumnName key(ObjectName sequence) {
		return this.compared.values()
			.stream()
			.map(TableComparison::wanted)
			.filter((table) -> sequence.name().startsWith(table.name().name() + "_")
					&& Objects.equals(sequence.schema(), table.name().schema()))
			.max(Comparator.comparingInt((table) -> table.name().name().length()))
			.flatMap((table) -> table.constraints()
				.stream()
				.flatMap((constraint) -> (constraint instanceof PrimaryKey key && key.columns().size() == 1)
						? Stream.of(new ColumnName(table.name(), key.columns().get(0))) : Stream.empty())
				.findFirst())
			.orElse(null);
	}

	/**
	 * Whether a column was there before, with numbers.
	 */
	private boolean holdsNumbers(ColumnName name) {
		TableComparison table = this.compared.get(name.table());
		return table != null && table.real()
			.columns()
			.stream()
			.anyMatch((column) -> column.name().equals(name.column()) && NUMBERS.contains(column.type()));
	}

	private void drop(Sequence sequence) {
		if (sequence.ownedBy() != null) {
			this.changes.add(Phase.OWNERS_LEFT, new SequenceChange(sequence.name()).owner(sequence.ownedBy(), null));
		}
		this.changes.add(Phase.SEQUENCES_DROPPED,
				Change
					.of(new DropSequence(sequence.name(), withoutOwner(sequence), false, false),
							"Detected removed sequence '%s'".formatted(sequence.name()))
					.withLoss("drops the sequence %s with its count".formatted(sequence.name())));
	}

	private static Sequence withoutOwner(Sequence sequence) {
		return new Sequence(sequence.name(), sequence.type(), sequence.options(), null);
	}

	private void change(Sequence was, Sequence to) {
		String detected = "Detected changed sequence '%s'".formatted(to.name());
		SequenceChange change = new SequenceChange(to.name());
		DataType typeWas = SequenceChange.typeOf(was.type());
		DataType type = SequenceChange.typeOf(to.type());
		SequenceOptions before = SequenceChange.effective(was.options(), typeWas);
		SequenceOptions after = SequenceChange.effective(to.options(), type);
		List<Operation> counting = new ArrayList<>();
		if (!before.equals(after)) {
			counting.add(new AlterSequence(to.name(), SequenceChange.different(after, before),
					SequenceChange.different(before, after)));
		}
		if (!type.equals(typeWas)) {
			// numbers have to fit both types, on the way back too
			counting.add(greatest(type) > greatest(typeWas) ? 0 : counting.size(), change.type(typeWas, type));
		}
		counting.forEach((operation) -> this.changes.add(Phase.SEQUENCES, operation, detected));
		if (!Objects.equals(was.ownedBy(), to.ownedBy())) {
			if (was.ownedBy() != null) {
				this.changes.add(Phase.OWNERS_LEFT, change.owner(was.ownedBy(), null), detected);
			}
			if (to.ownedBy() != null) {
				this.changes.add(Phase.OWNERS_TAKEN, change.owner(null, to.ownedBy()), detected);
			}
		}
	}

	private static long greatest(DataType type) {
		return Objects.requireNonNull(SequenceChange.effective(SequenceOptions.DEFAULT, type).max());
	}

}
