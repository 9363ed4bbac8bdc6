package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.acceptance.UncomparedKinds;
import dev.migrator.internal.autogenerate.rename.UnchosenKeys;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.KeyDropReason;
import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Matches the constraints and indexes of a table with those of the other side.
 */
final class MatchedTable {

	private static final String FOLLOWS = "the model has no such object, and this name was generated; to keep the object, name it in "
			+ "migrator.autogenerate.exclude-objects";

	private final ObjectName table;

	private final ComparisonSettings settings;

	private final ReferencedColumns referenced;

	private final Set<String> columns;

	private final Set<String> wantedColumns;

	private final Matching<KeyObject> keys;

	/** Names that a person chose. */
	private final Set<String> chosen;

	private final Map<ObjectId, KeyDropReason> going = new HashMap<>();

	private final Map<ObjectId, String> remarks = new HashMap<>();

	private final Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();

	private final List<KeyObject> staying = new ArrayList<>();

	private final KeySettings.Names names = new KeySettings.Names();

	/**
	 * @param table the name of the table
	 * @param real its objects in the database
	 * @param wanted its wanted objects
	 * @param settings what may be dropped
	 * @param referenced the columns that have to be unique
	 */
	MatchedTable(ObjectName table, Collection<SchemaObject> real, Collection<SchemaObject> wanted,
			ComparisonSettings settings, ReferencedColumns referenced) {
		this.referenced = referenced;
		this.table = table;
		this.settings = settings;
		this.columns = columns(List.of(real, wanted));
		this.wantedColumns = columns(List.of(wanted));
		this.keys = new Matching<>(keys(real).filter(this::isCompared).toList(),
				keys(wanted).filter(this::isLookedAt).toList(), KeyObject::id, StructuralKey::of, KeyObject::place,
				(was, to) -> !isInvented(to));
		this.keys.changeOnlyOnes((to) -> isInvented(to) ? StructuralKey.checked(to, this.columns) : null,
				(was) -> StructuralKey.checked(was, this.columns));
		this.chosen = keys(wanted).filter((key) -> !isInvented(key))
			.map((key) -> key.id().name())
			.collect(Collectors.toSet());
		keys(real).filter((key) -> !isCompared(key)).forEach(this.staying::add);
	}

	private static Set<String> columns(List<Collection<SchemaObject>> sides) {
		Set<String> columns = new HashSet<>();
		for (Collection<SchemaObject> objects : sides) {
			for (SchemaObject object : objects) {
				if (object instanceof ColumnObject) {
					columns.add(object.id().name());
				}
			}
		}
		return columns;
	}

	private static Stream<KeyObject> keys(Collection<SchemaObject> objects) {
		return objects.stream().filter(KeyObject.class::isInstance).map(KeyObject.class::cast);
	}

	private boolean isCompared(KeyObject key) {
		return isLookedAt(key) && UncomparedKinds.isCompared(key, this.settings.kinds());
	}

	private boolean isLookedAt(KeyObject key) {
		return this.settings.looksAt(key.id().name());
	}

	private boolean isInvented(KeyObject key) {
		return this.settings.isInvented(this.table, key.id().name());
	}

	/**
	 * Determines which names become free, and so what is dropped: an object may need the
	 * name of one that is not in the model.
	 */
	void release(FreeNames names) {
		this.keys.changed().forEach((pair) -> names.release(pair.real()));
		for (KeyObject key : this.keys.extra()) {
			Droppable removal = (key.id().kind() == ObjectId.Kind.INDEX) ? Droppable.INDEXES : Droppable.CONSTRAINTS;
			if (this.settings.removes(removal) || this.chosen.contains(key.id().name())) {
				this.going.put(key.id(), KeyDropReason.said(DetectedText.removed(key)));
				names.release(key);
			}
			else if (follows(key)) {
				this.going.put(key.id(), new KeyDropReason(DetectedText.removed(key), null, null, FOLLOWS));
				names.release(key);
			}
			else {
				this.staying.add(key);
			}
		}
	}

	/**
	 * Returns whether a key came from the mapping of a column, and is dropped when that
	 * mapping has changed.
	 */
	private boolean follows(KeyObject key) {
		if (!this.settings.removes(Droppable.UNNAMED) || !UnchosenKeys.isConstraint(key) || this.referenced.need(key)) {
			return false;
		}
		Set<String> over = UnchosenKeys.over(key, this.columns);
		return this.wantedColumns.containsAll(over) && UnchosenKeys.isOne(key, over, this.settings.names())
				&& over.stream().noneMatch((column) -> this.settings.mayConstrain(new ColumnName(this.table, column)));
	}

	/**
	 * Returns the wanted constraints and indexes, under the names that they have or get.
	 */
	List<KeyObject> keys(FreeNames names) {
		List<KeyObject> then = new ArrayList<>();
		this.keys.same().forEach((pair) -> {
			KeyObject now = pair.real().inStateOf(pair.wanted());
			then.add(placed(pair, now));
			if (!now.equals(pair.real())) {
				this.going.put(now.id(), new KeyDropReason(DetectedText.changed(pair.real(), now), null, now.id()));
			}
		});
		this.keys.renamed().forEach((pair) -> {
			then.add(placed(pair, pair.wanted()));
			this.renamed.put(pair.real().id(), pair.wanted().id());
		});
		this.keys.changed().forEach((pair) -> {
			KeyObject named = names.of(pair.wanted());
			then.add(placed(pair, named));
			this.going.put(pair.real().id(),
					new KeyDropReason(DetectedText.changed(pair.real(), pair.wanted()), null, named.id()));
		});
		for (KeyObject key : this.keys.added()) {
			KeyObject named = names.of(key);
			then.add(named);
			this.names.wanted().put(key.id(), named.id());
			String others = othersThatCheck(key);
			if (others != null) {
				this.remarks.put(named.id(), others);
			}
		}
		return then;
	}

	private KeyObject placed(Matching.Pair<KeyObject> pair, KeyObject now) {
		this.names.wanted().put(pair.wanted().id(), now.id());
		this.names.there().put(pair.real().id(), now.id());
		return now;
	}

	/**
	 * Returns the identities of the constraints and indexes of both sides in the end,
	 * once they have their names.
	 */
	KeySettings.Names names() {
		return this.names;
	}

	/**
	 * Returns the comment on a constraint or an index under the name that this gets, or
	 * empty if it is dropped. An object without a name in the model has its name in the
	 * database.
	 */
	Optional<CommentObject> placed(CommentObject comment) {
		ObjectId now = this.names.wanted().getOrDefault(comment.of(), this.names.there().get(comment.of()));
		return Optional.ofNullable(now).map(comment::on);
	}

	/**
	 * Returns a remark if several checks may be the earlier form of the new one, because
	 * only the author can know.
	 */
	private @Nullable String othersThatCheck(KeyObject added) {
		Set<String> checked = isInvented(added) ? StructuralKey.checked(added, this.columns) : null;
		if (checked == null || this.settings.removes(Droppable.CONSTRAINTS)) {
			return null;
		}
		List<String> others = this.keys.extra()
			.stream()
			.filter((other) -> checked.equals(StructuralKey.checked(other, this.columns)) && !follows(other))
			.map((other) -> other.id().name())
			.toList();
		return others.isEmpty() ? null : "TODO: %s also %s this column; make sure that all values are still allowed"
			.formatted(String.join(", ", others), (others.size() == 1) ? "checks" : "check");
	}

	Map<ObjectId, KeyDropReason> going() {
		return this.going;
	}

	Map<ObjectId, String> remarks() {
		return this.remarks;
	}

	/**
	 * Returns the objects that only get another name: the identity that each has, and the
	 * one that it gets.
	 */
	Map<ObjectId, ObjectId> renamed() {
		return this.renamed;
	}

	/**
	 * Returns the objects that only the database has, and may keep.
	 */
	List<KeyObject> staying() {
		return this.staying;
	}

}
