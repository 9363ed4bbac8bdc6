package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.NumberSource;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.dialect.text.NextValue;
import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns whose source of numbers changes: to an identity, a sequence, or a row
 * of a table. In the upgrade, the new source continues after the numbers of the rows and
 * of the old source. In the downgrade, the old source continues after the numbers of the
 * rows and of the new one. Changes between the sequence of a default and an identity are
 * {@link NumberTransfers}.
 */
public final class NumberSourceChanges {

	private static final String UNUSED = "the sequence %s is not used any more; it is kept unless migrator.autogenerate.drop has sequences";

	private static final String ROWS_GONE = "TODO: the rows of the table are lost. If one of them gave numbers to existing rows, continue after those numbers:\n";

	private static final String ROW_KEPT = "TODO: if a row of a table gave the numbers before, continue after the numbers that rows have:\n";

	private final Situation situation;

	private final NumberSources numbers;

	private final Map<ColumnName, NumberSourceChange> all = new TreeMap<>(Comparator.comparing(ColumnName::toString));

	/** The dropped tables, with what must be written about their rows. */
	private final Map<ObjectId, NumberCounter.OfRow> tables = new LinkedHashMap<>();

	/** The tables that stay, because others may use them. */
	private final List<NumberCounter.OfRow> kept = new ArrayList<>();

	private final NumberSourceSearch search;

	private NumberSourceChanges(Situation situation, NumberSources numbers) {
		this.situation = situation;
		this.numbers = numbers;
		this.search = new NumberSourceSearch(situation, numbers);
		for (TableObject table : situation.before().all(TableObject.class)) {
			GeneratorTable.row(table, situation.before()).ifPresent((row) -> {
				if (situation.then().has(table.id())) {
					this.kept.add(row);
				}
				else {
					this.tables.put(table.id(), row);
				}
			});
		}
	}

	static NumberSourceChanges of(Situation situation, NumberSources numbers) {
		NumberSourceChanges changes = new NumberSourceChanges(situation, numbers);
		Set<ColumnName> columns = new LinkedHashSet<>(numbers.all().keySet());
		situation.then().all(IdentityObject.class).forEach((identity) -> columns.add(identity.column()));
		situation.then().all(DefaultObject.class).forEach((value) -> columns.add(value.column()));
		for (ColumnName column : columns) {
			if (situation.holdsNumbers(column)) {
				changes.search.of(column).ifPresent((change) -> changes.all.put(column, change));
			}
		}
		return changes;
	}

	/**
	 * Returns whether a sequence has the name that PostgreSQL or Hibernate gives to the
	 * sequence of a column.
	 */
	public static boolean isCalledAfter(ObjectName sequence, ColumnName column) {
		ObjectName table = column.table();
		boolean asHibernate = sequence.name().equals(table.name() + "_seq")
				&& Objects.equals(sequence.schema(), table.schema());
		return asHibernate || sequence.equals(DefaultNames.sequence(table, column.column()));
	}

	/**
	 * Returns the changes that let the sources continue.
	 */
	public List<UnorderedChange> proposed() {
		return this.all.values()
			.stream()
			.flatMap((change) -> change.named(this::nameMeanwhile)
				.proposed(this.situation, detected(change), remark(change))
				.stream())
			.toList();
	}

	private @Nullable String detected(NumberSourceChange change) {
		if (!this.numbers.repeating().contains(change.column())) {
			return null;
		}
		String column = change.column().table() + "." + change.column().column();
		if (change.to() instanceof NumberCounter.OfRow row) {
			return "Detected missing row of table '%s' for the numbers of '%s'".formatted(row.table(), column);
		}
		return (change.to() instanceof NumberCounter.OfSequence sequence)
				? "Detected sequence '%s' behind the numbers of '%s'".formatted(sequence.name(), column) : null;
	}

	/**
	 * Returns the remark of a change. The remark for an identity is at its creation
	 * instead.
	 */
	private @Nullable String remark(NumberSourceChange change) {
		return (change.to() instanceof NumberCounter.OfIdentity) ? null : leftOver(change);
	}

	/**
	 * Returns the remark about a sequence that stays when a column gets an identity.
	 */
	@Nullable public String leftOver(IdentityObject identity) {
		NumberSourceChange change = this.all.get(identity.column());
		return (change != null) ? leftOver(change) : null;
	}

	/**
	 * Returns the remark about an unused sequence. If the application used a table,
	 * nothing took numbers from the sequence.
	 */
	private @Nullable String leftOver(NumberSourceChange change) {
		return !this.tables.isEmpty() ? null
				: change.sequences()
					.filter((name) -> this.situation.then().has(ObjectId.sequence(name))
							&& !this.situation.wanted().has(ObjectId.sequence(name)) && !this.search.wasInDefault(name))
					.map(UNUSED::formatted)
					.findFirst()
					.orElse(null);
	}

	/**
	 * Returns the row that a generator table must contain when it is created again.
	 */
	@Nullable public String rowsBack(TableObject table) {
		NumberCounter.OfRow row = this.tables.get(table.id());
		String sql = (row == null) ? ""
				: this.all.values()
					.stream()
					.filter((change) -> !change.isOfIdentity() && !this.search.hadDefaultSequence(change.column()))
					.map((change) -> row.goOn(change.column(), List.of(change.to())))
					.collect(Collectors.joining("\n"));
		return sql.isEmpty() ? null : ROWS_GONE + sql;
	}

	/**
	 * Returns the remark for the downgrade of a new source, if the old source is unknown
	 * and a generator table exists.
	 * @param id the sequence or the identity
	 */
	@Nullable public String keptRows(ObjectId id) {
		String sql = this.all.values()
			.stream()
			.filter((change) -> change.isTo(id) && change.left().isEmpty() && this.tables.isEmpty()
					&& !this.search.hadDefaultSequence(change.column()))
			.flatMap((change) -> this.kept.stream().map((row) -> row.goOn(change.column(), List.of(change.to()))))
			.collect(Collectors.joining("\n"));
		return sql.isEmpty() ? null : ROW_KEPT + sql;
	}

	/**
	 * Returns the columns that are known to have numbers of a sequence.
	 */
	public List<ColumnName> numberedBy(SequenceObject object) {
		ObjectName name = object.sequence().name();
		Set<ColumnName> columns = new LinkedHashSet<>();
		if (object.sequence().ownedBy() != null) {
			columns.add(object.sequence().ownedBy());
		}
		this.situation.before()
			.all(DefaultObject.class)
			.stream()
			.filter((value) -> NextValue.sequence(value.value()).filter(NextValue.text(name)::equals).isPresent())
			.forEach((value) -> columns.add(value.column()));
		this.numbers.all().forEach((column, source) -> {
			if (source instanceof NumberSource.OfSequence && source.from().equals(name)) {
				columns.add(column);
			}
		});
		return columns.stream()
			.filter(this.situation::holdsNumbers)
			.filter((column) -> this.situation.then().has(ObjectId.column(column)))
			.sorted(Comparator.comparing(ColumnName::toString))
			.toList();
	}

	/**
	 * Returns whether a sequence continues from another source.
	 */
	public boolean isGoingOn(ObjectId sequence) {
		return this.all.values().stream().anyMatch((change) -> change.isTo(sequence));
	}

	/**
	 * Returns whether a sequence must exist before an identity is dropped.
	 */
	public boolean followsIdentity(ObjectId sequence) {
		return this.all.values().stream().anyMatch((change) -> change.isTo(sequence) && change.isOfIdentity());
	}

	/**
	 * Returns whether another source continues from a sequence.
	 */
	public boolean isLeft(ObjectId sequence) {
		return this.all.values()
			.stream()
			.flatMap(NumberSourceChange::sequences)
			.anyMatch((name) -> ObjectId.sequence(name).equals(sequence));
	}

	/**
	 * Returns whether an identity must exist until a table is created that continues from
	 * it.
	 */
	public boolean outlivesTables(IdentityObject identity) {
		NumberSourceChange change = this.all.get(identity.column());
		return change != null && change.to() instanceof NumberCounter.OfRow;
	}

	/**
	 * Returns the name of a sequence while an identity has its name.
	 */
	public ObjectName nameMeanwhile(ObjectName name) {
		ObjectId id = ObjectId.sequence(name);
		boolean aside = this.all.values()
			.stream()
			.anyMatch((change) -> DefaultNames.sequence(change.column().table(), change.column().column()).equals(name)
					&& ((this.situation.isAdded(id) && change.isTo(id) && change.isOfIdentity())
							|| (this.situation.isRemoved(id) && change.to() instanceof NumberCounter.OfIdentity
									&& change.sequences().anyMatch(name::equals))));
		return aside ? this.situation.thirdName(name) : name;
	}

}
