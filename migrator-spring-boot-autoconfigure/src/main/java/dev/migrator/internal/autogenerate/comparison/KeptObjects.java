package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.internal.autogenerate.acceptance.UncomparedKinds;
import dev.migrator.internal.autogenerate.rename.UnchosenKeys;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.IndexValidity;
import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.dialect.ddl.NotNullSql;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.Key;
import dev.migrator.schema.element.PrimaryKey;

/**
 * Finds objects that only the database has and keeps, and that refuse what the model
 * allows.
 */
final class KeptObjects {

	private final SchemaObjects then;

	private final SchemaObjects compared;

	private final SchemaObjects wanted;

	private final ComparisonSettings settings;

	/**
	 * @param then the schema that the database is to have in the end
	 * @param compared the compared part of the database
	 * @param wanted the wanted part
	 */
	KeptObjects(SchemaObjects then, SchemaObjects compared, SchemaObjects wanted, ComparisonSettings settings) {
		this.then = then;
		this.compared = compared;
		this.wanted = wanted;
		this.settings = settings;
	}

	/**
	 * Finds the objects.
	 * @param keys the constraints and indexes that only the database has
	 * @return the objects, by table and in the order of kinds
	 */
	List<KeptObject> of(Set<ObjectId> keys) {
		List<KeptObject> kept = new ArrayList<>();
		ReferencedColumns referenced = new ReferencedColumns(SchemaObjects.none(), this.wanted, this.settings.names());
		for (ObjectId root : this.wanted.roots()) {
			if (root.kind() == ObjectId.Kind.TABLE && this.then.has(root)) {
				columns(root).forEach((column) -> kept.add(kept(column)));
				this.then.partsOf(root, KeyObject.class)
					.stream()
					.filter((key) -> keys.contains(key.id()) && this.settings.looksAt(key.id().name())
							&& UncomparedKinds.isCompared(key, this.settings.kinds()) && !mayBeWanted(key)
							&& !referenced.need(key) && refusesMore(key))
					.map(KeptObjects::kept)
					.forEach(kept::add);
			}
		}
		referencesFromOutside().forEach((key) -> kept.add(new KeptObject(key.id(), key.table(), Droppable.TABLES,
				DetectedText.described(key) + ", which is not in the model")));
		return kept;
	}

	/**
	 * Returns the foreign keys of tables that are not in the model and stay. They prevent
	 * deleting rows of tables of the model.
	 */
	private Stream<ConstraintObject> referencesFromOutside() {
		return this.then.roots()
			.stream()
			.filter((root) -> root.kind() == ObjectId.Kind.TABLE && !this.wanted.has(root) && this.compared.has(root))
			.flatMap((root) -> this.then.partsOf(root, ConstraintObject.class).stream())
			.filter((key) -> key.constraint() instanceof ForeignKey reference
					&& this.wanted.has(ObjectId.table(reference.table())) && refusesDeletes(reference)
					&& this.settings.looksAt(key.id().name()));
	}

	private static boolean refusesDeletes(ForeignKey key) {
		return key.validity() != Validity.NOT_ENFORCED
				&& (key.onDelete() == ReferentialAction.NO_ACTION || key.onDelete() == ReferentialAction.RESTRICT);
	}

	private static KeptObject kept(KeyObject key) {
		return (key instanceof IndexObject)
				? new KeptObject(key.id(), key.table(), Droppable.INDEXES, "unique " + DetectedText.described(key))
				: new KeptObject(key.id(), key.table(), Droppable.CONSTRAINTS, DetectedText.described(key));
	}

	private static KeptObject kept(ColumnObject column) {
		return new KeptObject(column.id(), column.name().table(), Droppable.COLUMNS,
				"column '%s.%s', which is NOT NULL and has no default".formatted(column.name().table(),
						column.name().column()));
	}

	/**
	 * Returns whether a check refuses null. A check that is not valid for all rows is
	 * enforced for new rows.
	 */
	private boolean refusesNull(ColumnObject column) {
		return !column.takesNull() || this.then.has(NotNullObject.idOf(column.name()));
	}

	/**
	 * Returns the columns without which an application that does not know them cannot
	 * insert a row.
	 */
	private Stream<ColumnObject> columns(ObjectId table) {
		return this.then.partsOf(table, ColumnObject.class)
			.stream()
			.filter((column) -> !this.wanted.has(column.id()) && this.settings.looksAt(column.name()))
			.filter((column) -> refusesNull(column) && column.generated() == null
					&& !this.then.has(ObjectId.defaultOf(column.name()))
					&& !this.then.has(ObjectId.identityOf(column.name())));
	}

	/**
	 * Returns whether the model may have the object in words that are not understood.
	 */
	private boolean mayBeWanted(KeyObject key) {
		List<String> columns = this.then.partsOf(key.parent(), ColumnObject.class)
			.stream()
			.map((column) -> column.name())
			.filter(this.settings::mayConstrain)
			.map(ColumnName::column)
			.toList();
		return !UnchosenKeys.over(key, columns).isEmpty();
	}

	private boolean refusesMore(KeyObject key) {
		if (IndexValidity.isIdle(key, this.then)) {
			return false;
		}
		if (key instanceof IndexObject object) {
			return object.index().unique()
					&& !isImplied(key.parent(), columns(object.index()), object.index().nullsNotDistinct());
		}
		Constraint constraint = ((ConstraintObject) key).constraint();
		if (constraint.validity() == Validity.NOT_ENFORCED || wantedKeys(key.parent()).anyMatch(isSame(key))) {
			return false;
		}
		if (constraint instanceof Key it) {
			return it.withoutOverlaps() || !isImplied(key.parent(), it.columns(), it.nullsNotDistinct());
		}
		return !(constraint instanceof Check check && saysNotNull(key.parent(), check));
	}

	private Stream<KeyObject> wantedKeys(ObjectId table) {
		return this.wanted.partsOf(table, KeyObject.class).stream();
	}

	private static Predicate<KeyObject> isSame(KeyObject key) {
		return (other) -> StructuralKey.of(other).equals(StructuralKey.of(key));
	}

	private static List<String> columns(Index index) {
		return index.keys().stream().map(IndexKey::column).flatMap(Stream::ofNullable).toList();
	}

	/**
	 * Returns whether no two rows can be equal in these columns, because the model has
	 * some of them as unique.
	 */
	private boolean isImplied(ObjectId table, List<String> columns, boolean nullsNotDistinct) {
		Set<String> all = new HashSet<>(columns);
		return wantedKeys(table).anyMatch((key) -> !key.key().isEmpty() && !isOfPeriods(key)
				&& key.key().stream().allMatch((column) -> all.contains(column.name()))
				&& (!nullsNotDistinct || isPrimaryKey(key)));
	}

	private static boolean isOfPeriods(KeyObject key) {
		return key instanceof ConstraintObject object && object.constraint() instanceof Key it && it.withoutOverlaps();
	}

	private static boolean isPrimaryKey(KeyObject key) {
		return key instanceof ConstraintObject object && object.constraint() instanceof PrimaryKey;
	}

	/**
	 * Returns whether a check repeats what NOT NULL of a column says already.
	 */
	private boolean saysNotNull(ObjectId table, Check check) {
		return this.wanted.partsOf(table, ColumnObject.class)
			.stream()
			.filter((column) -> !column.takesNull())
			.anyMatch((column) -> check.condition()
				.replaceAll("^\\((.*)\\)$", "$1")
				.equals(NotNullSql.condition(column.name().column())));
	}

}
