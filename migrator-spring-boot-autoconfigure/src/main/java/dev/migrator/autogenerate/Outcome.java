package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.OverColumns;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * The schema that the database is to have in the end: all that is wanted, and of what it
 * has whatever stays. Nothing but what differs from it is changed.
 */
final class Outcome {

	private final ComparisonSettings settings;

	private final SchemaObjects real;

	private final SchemaObjects wanted;

	private final Map<ObjectName, Table> realTables = new LinkedHashMap<>();

	private final Map<ObjectName, Table> tables = new LinkedHashMap<>();

	private final List<Sequence> sequences = new ArrayList<>();

	private final List<EnumType> enums = new ArrayList<>();

	/** The tables that are wanted, as they are wanted. */
	private final Map<ObjectName, Table> wantedTables = new LinkedHashMap<>();

	private final Map<ObjectId, Going> going = new HashMap<>();

	private final Set<ObjectId> successors = new HashSet<>();

	private final Map<ObjectId, String> remarks = new HashMap<>();

	/** What only the database has, and keeps. */
	private final Set<ObjectId> kept = new HashSet<>();

	/** What is only called otherwise, by the name it has. */
	private final Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();

	private final Map<ObjectId, ObjectId> namesNow = new HashMap<>();

	private @Nullable Set<ObjectName> relations;

	private Outcome(SchemaObjects real, SchemaObjects wanted, ComparisonSettings settings) {
		this.real = real;
		this.wanted = wanted;
		this.settings = settings;
		real.tables().forEach((table) -> this.realTables.put(table.name(), table));
	}

	/**
	 * @param real what the database has, with the names that renames give it
	 * @param wanted what is wanted
	 * @param compared what of both is compared
	 * @param settings what may go
	 */
	static Outcome of(SchemaObjects real, SchemaObjects wanted, ComparedSchemas compared, ComparisonSettings settings) {
		Outcome outcome = new Outcome(real, wanted, settings);
		outcome.decide(compared);
		return outcome;
	}

	private void decide(ComparedSchemas compared) {
		Set<ObjectName> removed = removedTables(compared);
		compared.wanted().tables().forEach((table) -> this.wantedTables.put(table.name(), table));
		FreeNames names = new FreeNames(this.settings, this.real, removed, compared.wanted());
		Map<ObjectName, MatchedTable> matched = new LinkedHashMap<>();
		this.wantedTables.forEach((name, table) -> {
			Table there = this.realTables.get(name);
			if (there != null) {
				matched.put(name, new MatchedTable(there, table, this.settings));
			}
		});
		matched.values().forEach((table) -> table.release(names));
		this.realTables.values()
			.stream()
			.filter((table) -> !removed.contains(table.name()) && !matched.containsKey(table.name()))
			.forEach((table) -> this.tables.put(table.name(), table));
		this.wantedTables.forEach((name, table) -> {
			MatchedTable both = matched.get(name);
			this.tables.put(name, (both != null) ? merged(both, names) : names.of(table));
		});
		this.tables.replaceAll((name, table) -> withPossibleKeys(table));
		sequences(compared);
		enums(compared.wanted());
	}

	private Set<ObjectName> removedTables(ComparedSchemas compared) {
		Set<ObjectName> removed = new HashSet<>();
		if (this.settings.removes(Removal.TABLES)) {
			compared.real().tables().forEach((table) -> removed.add(table.name()));
			compared.wanted().tables().forEach((table) -> removed.remove(table.name()));
		}
		return removed;
	}

	private Table merged(MatchedTable both, FreeNames names) {
		Table there = both.real();
		Table table = both.wanted();
		List<Column> columns = new ArrayList<>(table.columns());
		Set<String> said = new HashSet<>();
		columns.forEach((column) -> said.add(column.name()));
		if (!this.settings.removes(Removal.COLUMNS)) {
			there.columns().stream().filter((column) -> !said.contains(column.name())).forEach((column) -> {
				columns.add(column);
				said.add(column.name());
			});
		}
		Set<String> gone = new HashSet<>();
		there.columns().stream().map(Column::name).filter((column) -> !said.contains(column)).forEach(gone::add);
		List<Constraint> constraints = both.constraints(names);
		List<Index> indexes = both.indexes(names);
		both.stayingConstraints()
			.stream()
			.filter((constraint) -> stays(there, constraint, ObjectId.constraint(there.name(), constraint.name()),
					constraint.name(), gone))
			.forEach(constraints::add);
		both.stayingIndexes()
			.stream()
			.filter((index) -> stays(there, index, ObjectId.index(index.qualifiedName()), index.name(), gone))
			.forEach(indexes::add);
		this.going.putAll(both.going());
		both.going().values().stream().flatMap((it) -> Stream.ofNullable(it.successor())).forEach(this.successors::add);
		this.remarks.putAll(both.remarks());
		both.renamed().forEach((was, to) -> {
			this.renamed.put(was, to);
			this.namesNow.put(to, was);
		});
		constraints.sort(Comparator.comparingInt(Constraint::rank).thenComparing(Constraint::name));
		indexes.sort(Comparator.comparing(Index::name));
		Table then = new Table(there.name(), columns, constraints, indexes, there.unlogged(), there.partitionBy(),
				table.comment());
		return then.equals(there) ? there : then;
	}

	/**
	 * What is over a column that goes, goes with it.
	 */
	private boolean stays(Table table, OverColumns what, ObjectId id, String name, Set<String> gone) {
		if (!ExpressionColumns.isOver(what, gone)) {
			this.kept.add(id);
			return true;
		}
		boolean foreignKey = what instanceof ForeignKey;
		List<String> left = left(table, gone, (columns) -> ExpressionColumns.isOver(what, columns));
		String detected = (what instanceof Constraint constraint) ? Detected.removed(table.name(), constraint)
				: Detected.removed((Index) what);
		String loss = foreignKey ? lostReference(table.name(), (ForeignKey) what)
				: "drops the %s %s, which is also over %s".formatted((what instanceof Index) ? "index" : "constraint",
						name, String.join(", ", left));
		this.going.put(id, left.isEmpty() ? Going.ALONG : new Going(detected, loss, null));
		return false;
	}

	private static List<String> left(Table table, Set<String> gone, Predicate<Set<String>> over) {
		return table.columns()
			.stream()
			.map(Column::name)
			.filter((name) -> !gone.contains(name) && over.test(Set.of(name)))
			.toList();
	}

	private static String lostReference(ObjectName table, ForeignKey key) {
		return "drops the foreign key %s of %s, which references %s".formatted(key.name(), table, key.table());
	}

	/**
	 * A foreign key goes with the table, or the last key, that it references.
	 */
	private Table withPossibleKeys(Table table) {
		Table there = this.realTables.get(table.name());
		if (there == null) {
			return table;
		}
		List<Constraint> possible = table.constraints()
			.stream()
			.filter((constraint) -> !(constraint instanceof ForeignKey key) || keepsReference(there, key))
			.toList();
		return (possible.size() == table.constraints().size()) ? table : new Table(table.name(), table.columns(),
				possible, table.indexes(), table.unlogged(), table.partitionBy(), table.comment());
	}

	private boolean keepsReference(Table there, ForeignKey key) {
		ForeignKey was = (ForeignKey) there.constraints()
			.stream()
			.filter((constraint) -> constraint.name().equals(nameNow(there, key)))
			.filter(ForeignKey.class::isInstance)
			.findFirst()
			.orElse(null);
		Table referenced = this.realTables.get(key.table());
		if (was == null || referenced == null) {
			return true;
		}
		Table then = this.tables.get(key.table());
		boolean loses = then == null || (referenced.hasKey(was.referenced()) && !then.hasKey(was.referenced()));
		if (loses) {
			this.going.put(ObjectId.constraint(there.name(), was.name()),
					new Going(Detected.removed(there.name(), was), lostReference(there.name(), was), null));
			this.renamed.remove(ObjectId.constraint(there.name(), was.name()));
		}
		return !loses;
	}

	private String nameNow(Table table, Constraint constraint) {
		ObjectId was = this.namesNow.get(ObjectId.constraint(table.name(), constraint.name()));
		return (was != null) ? was.name() : constraint.name();
	}

	private void sequences(ComparedSchemas compared) {
		Set<ObjectName> removable = new HashSet<>();
		compared.real().sequences().forEach((sequence) -> removable.add(sequence.name()));
		Set<ObjectName> said = new HashSet<>();
		compared.wanted().sequences().forEach((sequence) -> {
			this.sequences.add(sequence);
			said.add(sequence.name());
		});
		for (Sequence sequence : this.real.sequences()) {
			boolean goes = removable.contains(sequence.name())
					&& (this.settings.removes(Removal.SEQUENCES) || losesOwner(sequence));
			if (!said.contains(sequence.name()) && !goes) {
				this.sequences.add(sequence);
			}
		}
	}

	private boolean losesOwner(Sequence sequence) {
		return sequence.ownedBy() != null && column(sequence.ownedBy().table(), sequence.ownedBy().column()) == null;
	}

	private @Nullable Column column(ObjectName table, String name) {
		Table there = this.tables.get(table);
		return (there == null) ? null
				: there.columns().stream().filter((column) -> column.name().equals(name)).findFirst().orElse(null);
	}

	private void enums(SchemaObjects compared) {
		Set<ObjectName> said = new HashSet<>();
		Set<ObjectName> needed = new HashSet<>();
		this.wanted.enums().stream().filter((type) -> Enums.taken(type, this.settings)).forEach((type) -> {
			this.enums.add(type);
			said.add(type.name());
		});
		compared.tables()
			.forEach((table) -> table.columns().forEach((column) -> column.type().userType().ifPresent(needed::add)));
		Map<ObjectName, Boolean> used = new HashMap<>();
		this.real.tables()
			.forEach((table) -> table.columns()
				.forEach((column) -> column.type()
					.userType()
					.ifPresent((type) -> used.merge(type, !loses(table.name(), column), Boolean::logicalOr))));
		boolean removes = this.settings.removes(Removal.TABLES) || this.settings.removes(Removal.COLUMNS);
		for (EnumType type : this.real.enums()) {
			Boolean stillUsed = used.get(type.name());
			boolean stays = (stillUsed == null || !removes) ? !this.settings.removes(Removal.ENUMS) : stillUsed;
			if (!said.contains(type.name())
					&& (stays || needed.contains(type.name()) || !Enums.taken(type, this.settings))) {
				this.enums.add(type);
			}
		}
	}

	/**
	 * Whether a column goes, or is not of its type any more.
	 */
	private boolean loses(ObjectName table, Column column) {
		Column then = column(table, column.name());
		return then == null || !then.type().userType().equals(column.type().userType());
	}

	/**
	 * All of it.
	 */
	SchemaObjects schema() {
		return SchemaObjects.of(List.copyOf(this.tables.values()), this.enums, this.sequences);
	}

	/**
	 * The tables that are wanted, as they are wanted.
	 */
	Map<ObjectName, Table> wantedTables() {
		return this.wantedTables;
	}

	/**
	 * Why a constraint or an index goes.
	 */
	Going going(ObjectId id) {
		return this.going.getOrDefault(id, Going.ALONG);
	}

	@Nullable String remark(ObjectId id) {
		return this.remarks.get(id);
	}

	/**
	 * Names of tables, indexes and sequences that are there.
	 */
	Set<ObjectName> relations() {
		if (this.relations == null) {
			this.relations = SchemaComparison.relations(this.real);
		}
		return this.relations;
	}

	/**
	 * Says that what was only to be called otherwise is dropped and created instead.
	 */
	void replaces(SchemaObject was, SchemaObject to) {
		String detected = (was instanceof IndexObject index && to instanceof IndexObject other)
				? Detected.changed(index.index(), other.index())
				: Detected.changed(((ConstraintObject) to).table(), ((ConstraintObject) to).constraint());
		this.going.put(was.id(), new Going(detected, null, to.id()));
		this.successors.add(to.id());
	}

	/**
	 * Whether an object takes the place of one that is said to go.
	 */
	boolean isSuccessor(ObjectId id) {
		return this.successors.contains(id);
	}

	boolean isKept(ObjectId id) {
		return this.kept.contains(id);
	}

	Map<ObjectId, ObjectId> renamed() {
		return this.renamed;
	}

}
