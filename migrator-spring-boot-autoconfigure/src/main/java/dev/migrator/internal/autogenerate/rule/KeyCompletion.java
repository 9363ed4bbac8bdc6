package dev.migrator.internal.autogenerate.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.Key;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Completes the constraints and indexes of a table: entities do not determine how an
 * index is built, or whether it is a unique constraint or a unique index.
 */
final class KeyCompletion {

	private final Completion completion;

	private final ObjectId table;

	KeyCompletion(Completion completion, ObjectId table) {
		this.completion = completion;
		this.table = table;
	}

	SchemaObject constraint(ConstraintObject said) {
		Constraint constraint = said.constraint();
		Optional<Index> index = (constraint instanceof Unique unique) ? uniqueIndex(unique) : Optional.empty();
		return index.<SchemaObject>map(IndexObject::new)
			.orElseGet(() -> new ConstraintObject(said.table(), completed(constraint)));
	}

	SchemaObject index(IndexObject said) {
		boolean known = indexes().anyMatch((there) -> there.name().equals(said.index().name()));
		Optional<Unique> constraint = known ? Optional.empty() : uniqueConstraint(said.index());
		return constraint.<SchemaObject>map((unique) -> new ConstraintObject(said.index().table(), unique))
			.orElseGet(() -> new IndexObject(completed(said.index())));
	}

	private Stream<Constraint> constraints() {
		return this.completion.real()
			.partsOf(this.table, ConstraintObject.class)
			.stream()
			.map(ConstraintObject::constraint);
	}

	private Stream<Index> indexes() {
		return this.completion.real().partsOf(this.table, IndexObject.class).stream().map(IndexObject::index);
	}

	private Constraint completed(Constraint said) {
		Constraint there = constraints()
			.filter((constraint) -> samePlace(constraint, said) || isWiderKey(constraint, said))
			.findFirst()
			.orElse(null);
		return (there != null) ? said.completedBy(there) : said;
	}

	/**
	 * Returns whether a key only has further columns: the key of a partitioned table must
	 * include the partition key.
	 */
	private boolean isWiderKey(Constraint there, Constraint said) {
		return said instanceof PrimaryKey && there.rank() == said.rank()
				&& this.completion.real().get(this.table) instanceof TableObject it && it.partitionBy() != null
				&& there.keyColumns().containsAll(said.keyColumns());
	}

	/**
	 * Returns whether two constraints have the same columns (for keys in any order), or
	 * the same name, so that one can become the other.
	 */
	private static boolean samePlace(Constraint there, Constraint said) {
		if (said instanceof Key && there instanceof Key) {
			return said.rank() == there.rank() && sameColumns(there.keyColumns(), said.keyColumns());
		}
		return said.isReference() ? there.place().equals(said.place())
				: said.rank() == there.rank() && said.name().equals(there.name());
	}

	private static boolean sameColumns(List<String> some, List<String> others) {
		return some.size() == others.size() && new HashSet<>(some).containsAll(others);
	}

	/**
	 * Finds the index that has the effect of a missing unique constraint of the model.
	 */
	private Optional<Index> uniqueIndex(Unique said) {
		if (constraints().anyMatch((there) -> samePlace(there, said))) {
			return Optional.empty();
		}
		return indexes()
			.filter((there) -> there.unique() && there.where() == null && there.keys().size() == said.columns().size()
					&& sameColumns(columns(there), said.columns()))
			.findFirst();
	}

	private static List<String> columns(Index index) {
		return index.keys()
			.stream()
			.map(IndexKey::column)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.toList();
	}

	/**
	 * Finds the constraint that has the effect of a unique index of the model.
	 */
	private Optional<Unique> uniqueConstraint(Index said) {
		if (!said.unique() || said.where() != null || columns(said).size() != said.keys().size()) {
			return Optional.empty();
		}
		return constraints().flatMap((there) -> (there instanceof Unique unique) ? Stream.of(unique) : Stream.empty())
			.filter((there) -> sameColumns(there.columns(), columns(said)))
			.findFirst();
	}

	/**
	 * Completes an index, because the model cannot determine how an index is built. An
	 * index with a given name does not match another one over the same columns.
	 */
	private Index completed(Index said) {
		ObjectName table = said.table();
		Index there = indexes()
			.filter((index) -> index.name().equals(said.name()) || this.completion.isInvented(table, said.name()))
			.filter((index) -> index.keys().size() == said.keys().size() && columns(index).equals(columns(said)))
			.min(Comparator.comparing((index) -> !index.name().equals(said.name())))
			.orElse(null);
		if (there == null) {
			return said;
		}
		Map<String, IndexKey> keys = new HashMap<>();
		there.keys().stream().filter((key) -> key.column() != null).forEach((key) -> keys.put(key.column(), key));
		return new Index(said.name(), table,
				said.keys().stream().map((key) -> key(key, keys.get(key.column()))).toList(), said.unique(),
				said.nullsNotDistinct() || (said.unique() && there.nullsNotDistinct()),
				(said.method() != null) ? said.method() : there.method(),
				said.include().isEmpty() ? there.include() : said.include(), said.where(), there.with(),
				there.tablespace());
	}

	private static IndexKey key(IndexKey said, @Nullable IndexKey there) {
		return (there == null) ? said : new IndexKey(said.column(), said.expression(),
				(said.collation() != null) ? said.collation() : there.collation(),
				(said.operatorClass() != null) ? said.operatorClass() : there.operatorClass(),
				(said.operatorClass() != null) ? said.parameters() : there.parameters(), said.order(), said.nulls());
	}

}
