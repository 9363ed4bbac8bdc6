package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which constraints and indexes of a table are which on the other side.
 */
final class MatchedTable {

	private final Table real;

	private final Table wanted;

	private final ComparisonSettings settings;

	private final Matching<Constraint> constraints;

	private final Matching<Index> indexes;

	private final Map<ObjectId, Going> going = new HashMap<>();

	private final Map<ObjectId, String> remarks = new HashMap<>();

	private final Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();

	private final List<Constraint> stayingConstraints = new ArrayList<>();

	private final List<Index> stayingIndexes = new ArrayList<>();

	MatchedTable(Table real, Table wanted, ComparisonSettings settings) {
		this.real = real;
		this.wanted = wanted;
		this.settings = settings;
		this.constraints = new Matching<>(
				real.constraints().stream().filter((constraint) -> settings.looksAt(constraint.name())).toList(),
				wanted.constraints().stream().filter((constraint) -> settings.looksAt(constraint.name())).toList(),
				Constraint::name, Shape::of, (constraint) -> constraint.place().orElse(null),
				(was, to) -> !isInvented(to.name()));
		Set<String> columns = columnNames();
		this.constraints.changeOnlyOnes((to) -> isInvented(to.name()) ? Shape.checked(to, columns) : null,
				(was) -> Shape.checked(was, columns));
		this.indexes = new Matching<>(
				real.indexes().stream().filter((index) -> settings.looksAt(index.name())).toList(),
				wanted.indexes().stream().filter((index) -> settings.looksAt(index.name())).toList(), Index::name,
				Shape::of, (index) -> null, (was, to) -> !isInvented(to.name()));
	}

	private boolean isInvented(String name) {
		return this.settings.isInvented(this.wanted.name(), name);
	}

	private Set<String> columnNames() {
		return Stream.concat(this.real.columns().stream(), this.wanted.columns().stream())
			.map(Column::name)
			.collect(Collectors.toSet());
	}

	/**
	 * Says which names get free, and with it what goes.
	 */
	void release(FreeNames names) {
		ObjectName table = this.real.name();
		this.constraints.changed().forEach((pair) -> names.release(table, pair.real()));
		this.indexes.changed().forEach((pair) -> names.release(pair.real()));
		Set<String> indexNames = chosen(this.wanted.indexes().stream().map(Index::name));
		for (Constraint constraint : this.constraints.extra()) {
			if (this.settings.removes(Removal.CONSTRAINTS) || indexNames.contains(constraint.name())) {
				this.going.put(id(constraint), Going.said(Detected.removed(table, constraint)));
				names.release(table, constraint);
			}
			else {
				this.stayingConstraints.add(constraint);
			}
		}
		Set<String> constraintNames = chosen(this.wanted.constraints().stream().map(Constraint::name));
		for (Index index : this.indexes.extra()) {
			if (this.settings.removes(Removal.INDEXES) || constraintNames.contains(index.name())) {
				this.going.put(id(index), Going.said(Detected.removed(index)));
				names.release(index);
			}
			else {
				this.stayingIndexes.add(index);
			}
		}
		this.real.constraints()
			.stream()
			.filter((constraint) -> !this.settings.looksAt(constraint.name()))
			.forEach(this.stayingConstraints::add);
		this.real.indexes()
			.stream()
			.filter((index) -> !this.settings.looksAt(index.name()))
			.forEach(this.stayingIndexes::add);
	}

	private Set<String> chosen(Stream<String> names) {
		return names.filter((name) -> !isInvented(name)).collect(Collectors.toCollection(HashSet::new));
	}

	private ObjectId id(Constraint constraint) {
		return ObjectId.constraint(this.real.name(), constraint.name());
	}

	private static ObjectId id(Index index) {
		return ObjectId.index(index.qualifiedName());
	}

	/**
	 * The constraints that are wanted, under the names that they have or get.
	 */
	List<Constraint> constraints(FreeNames names) {
		List<Constraint> then = new ArrayList<>();
		this.constraints.same().forEach((pair) -> then.add(pair.real()));
		this.constraints.renamed().forEach((pair) -> {
			then.add(pair.wanted());
			this.renamed.put(id(pair.real()), id(pair.wanted()));
		});
		this.constraints.changed().forEach((pair) -> {
			Constraint named = names.of(this.wanted, pair.wanted());
			then.add(named);
			this.going.put(id(pair.real()),
					new Going(Detected.changed(this.real.name(), pair.real()), null, id(named)));
		});
		for (Constraint constraint : this.constraints.added()) {
			Constraint named = names.of(this.wanted, constraint);
			then.add(named);
			String others = othersThatCheck(constraint);
			if (others != null) {
				this.remarks.put(id(named), others);
			}
		}
		return then;
	}

	/**
	 * The indexes that are wanted, under the names that they have or get.
	 */
	List<Index> indexes(FreeNames names) {
		List<Index> then = new ArrayList<>();
		this.indexes.same().forEach((pair) -> then.add(pair.real()));
		this.indexes.renamed().forEach((pair) -> {
			then.add(pair.wanted());
			this.renamed.put(id(pair.real()), id(pair.wanted()));
		});
		this.indexes.changed().forEach((pair) -> {
			Index named = names.of(pair.wanted());
			then.add(named);
			this.going.put(id(pair.real()), new Going(Detected.changed(pair.real(), pair.wanted()), null, id(named)));
		});
		this.indexes.added().forEach((index) -> then.add(names.of(index)));
		return then;
	}

	/**
	 * Which of several checks the new one was, only the author can know.
	 */
	private @Nullable String othersThatCheck(Constraint added) {
		Set<String> columns = isInvented(added.name()) ? Shape.checked(added, columnNames()) : null;
		if (columns == null || this.settings.removes(Removal.CONSTRAINTS)) {
			return null;
		}
		List<String> others = this.constraints.extra()
			.stream()
			.filter((other) -> columns.equals(Shape.checked(other, columnNames())))
			.map(Constraint::name)
			.toList();
		return others.isEmpty() ? null : "TODO: %s also %s this column; see whether they still allow all values"
			.formatted(String.join(", ", others), (others.size() == 1) ? "checks" : "check");
	}

	Table real() {
		return this.real;
	}

	Table wanted() {
		return this.wanted;
	}

	Map<ObjectId, Going> going() {
		return this.going;
	}

	Map<ObjectId, String> remarks() {
		return this.remarks;
	}

	Map<ObjectId, ObjectId> renamed() {
		return this.renamed;
	}

	/**
	 * What only the database has, and may keep.
	 */
	List<Constraint> stayingConstraints() {
		return this.stayingConstraints;
	}

	List<Index> stayingIndexes() {
		return this.stayingIndexes;
	}

}
