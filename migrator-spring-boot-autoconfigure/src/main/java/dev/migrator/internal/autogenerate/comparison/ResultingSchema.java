package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.internal.autogenerate.acceptance.LeftOut;
import dev.migrator.internal.autogenerate.rule.Rules;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.KeyDropReason;
import dev.migrator.internal.autogenerate.situation.KeyMatches;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.element.ForeignKey;

/**
 * The schema that the database is to have in the end: all wanted objects, and those
 * objects of the database that stay. Only the differences from it are changed.
 */
final class ResultingSchema {

	private static final Rules RULES = new Rules();

	private final ComparisonSettings settings;

	private final SchemaObjects real;

	private final ComparedSchemas compared;

	private SchemaObjects then = SchemaObjects.none();

	private final Map<ObjectId, KeyDropReason> going = new HashMap<>();

	private final Map<ObjectId, String> remarks = new HashMap<>();

	/** The objects that only the database has, and keeps. */
	private final Set<ObjectId> kept = new HashSet<>();

	/** The objects that only get another name, by the name that they have. */
	private final Map<ObjectId, ObjectId> renamed = new LinkedHashMap<>();

	private ResultingSchema(SchemaObjects real, ComparedSchemas compared, ComparisonSettings settings) {
		this.real = real;
		this.compared = compared;
		this.settings = settings;
	}

	/**
	 * @param real the schema of the database, with the names after the renames
	 * @param compared the compared parts of both sides
	 * @param settings what may be dropped
	 */
	static ResultingSchema of(SchemaObjects real, ComparedSchemas compared, ComparisonSettings settings) {
		ResultingSchema outcome = new ResultingSchema(real, compared, settings);
		outcome.then = new LostReferences(real, outcome.going, outcome.renamed)
			.without(outcome.tables().with(compared.wanted().only(ResultingSchema::isNoTable)));
		outcome.then = outcome.staying(outcome.then);
		return outcome;
	}

	/**
	 * Returns the schema without the differences that are left out.
	 * @param left the compared parts of both sides without them
	 */
	ResultingSchema without(LeftOut leftOut, ComparedSchemas left) {
		ResultingSchema outcome = new ResultingSchema(this.real, left, this.settings);
		outcome.then = leftOut.in(this.then);
		outcome.going.putAll(this.going);
		outcome.remarks.putAll(this.remarks);
		outcome.kept.addAll(this.kept);
		outcome.renamed.putAll(leftOut.in(this.renamed));
		return outcome;
	}

	private static boolean isNoTable(ObjectId root) {
		return root.kind() != ObjectId.Kind.TABLE;
	}

	/**
	 * Returns all tables that exist in the end.
	 */
	private SchemaObjects tables() {
		SchemaObjects wanted = this.compared.wanted().only((root) -> !isNoTable(root));
		SchemaObjects staying = this.real.only((root) -> !isNoTable(root) && !isRemovedTable(root));
		FreeNames names = new FreeNames(this.settings, this.real.only((root) -> !isRemovedTable(root)),
				this.compared.wanted());
		Map<ObjectId, MatchedTable> matched = new LinkedHashMap<>();
		ReferencedColumns referenced = new ReferencedColumns(this.real, this.compared.wanted(), this.settings.names());
		for (ObjectId root : wanted.roots()) {
			if (this.real.has(root) && !wanted.isSame(root, this.real)) {
				MatchedTable both = new MatchedTable(root.objectName(), this.real.family(root), wanted.family(root),
						this.settings, referenced);
				both.release(names);
				matched.put(root, both);
			}
		}
		List<SchemaObject> objects = new ArrayList<>();
		matched.forEach((root, both) -> objects.addAll(merged(root, both, names)));
		SchemaObjects added = wanted.only((root) -> !this.real.has(root));
		added.roots().forEach((root) -> objects.addAll(named(added.family(root), names)));
		return staying.with(added).with(SchemaObjects.of(objects));
	}

	/**
	 * Returns the objects of a table that is added, if one of them needs another name.
	 */
	private static List<SchemaObject> named(List<SchemaObject> table, FreeNames names) {
		List<SchemaObject> named = new ArrayList<>();
		Map<ObjectId, ObjectId> now = new HashMap<>();
		for (SchemaObject object : table) {
			if (object instanceof KeyObject key) {
				KeyObject free = names.of(key);
				now.put(key.id(), free.id());
				named.add(free);
			}
			else if (object instanceof SettingObject setting && setting.key() != null) {
				named.add(setting.of(now.getOrDefault(setting.key(), setting.key())));
			}
			else {
				named.add((object instanceof CommentObject comment)
						? comment.on(now.getOrDefault(comment.of(), comment.of())) : object);
			}
		}
		return named.equals(table) ? List.of() : named;
	}

	private boolean isRemovedTable(ObjectId root) {
		return root.kind() == ObjectId.Kind.TABLE && this.settings.removes(Droppable.TABLES)
				&& this.compared.real().has(root) && !this.compared.wanted().has(root);
	}

	private List<SchemaObject> merged(ObjectId root, MatchedTable both, FreeNames names) {
		List<SchemaObject> there = this.real.family(root);
		List<SchemaObject> merged = new ArrayList<>(List.of(there.get(0)));
		Set<ObjectId> columns = new HashSet<>();
		for (SchemaObject object : this.compared.wanted().family(root)) {
			if (object instanceof ColumnObject) {
				columns.add(object.id());
			}
			if (!(object instanceof TableObject || object instanceof KeyObject || isOnKey(object))) {
				merged.add(object);
			}
		}
		Set<String> gone = new HashSet<>();
		for (SchemaObject object : there) {
			ObjectId column = (object instanceof ColumnObject) ? object.id() : object.parent();
			if (column != null && column.kind() == ObjectId.Kind.COLUMN && !columns.contains(column)) {
				if (!this.settings.removes(Droppable.COLUMNS)) {
					merged.add(object);
				}
				else if (object instanceof ColumnObject) {
					gone.add(object.id().name());
				}
			}
		}
		List<KeyObject> keys = both.keys(names);
		both.staying().stream().filter((key) -> stays(key, there, gone)).forEach((key) -> {
			keys.add(key);
			both.names().there().put(key.id(), key.id());
			both.names().staying().add(key.id());
		});
		keys.sort(Comparator.comparingInt(KeyObject::rank).thenComparing((key) -> key.id().name()));
		KeySettings settings = new KeySettings(there, this.compared.wanted().family(root), both.names());
		boolean partitioned = there.get(0) instanceof TableObject table && table.partitionBy() != null;
		keys.forEach((key) -> merged.add(partitioned ? key : settings.with(key)));
		merged.addAll(settings.all());
		merged.addAll(comments(root, both, keys));
		this.going.putAll(both.going());
		this.remarks.putAll(both.remarks());
		this.renamed.putAll(both.renamed());
		return merged;
	}

	private static boolean isOnKey(SchemaObject object) {
		return (object instanceof CommentObject comment && comment.isOnKey())
				|| (object instanceof SettingObject setting && setting.key() != null);
	}

	/**
	 * Returns the comments on constraints and indexes: those of the model, and those on
	 * objects that only the database has and keeps.
	 */
	private Collection<CommentObject> comments(ObjectId root, MatchedTable both, List<KeyObject> keys) {
		Map<ObjectId, CommentObject> comments = new LinkedHashMap<>();
		for (SchemaObject object : this.compared.wanted().family(root)) {
			if (object instanceof CommentObject comment && comment.isOnKey()) {
				both.placed(comment).ifPresent((placed) -> comments.putIfAbsent(placed.id(), placed));
			}
		}
		Set<ObjectId> staying = both.staying().stream().map(KeyObject::id).collect(Collectors.toSet());
		keys.stream().map(KeyObject::id).filter(staying::contains).forEach((id) -> {
			if (this.real.get(ObjectId.commentOn(id)) instanceof CommentObject comment) {
				comments.putIfAbsent(comment.id(), comment);
			}
		});
		return comments.values();
	}

	/**
	 * Returns whether a key stays. A key over a dropped column is dropped with it.
	 */
	private boolean stays(KeyObject key, List<SchemaObject> table, Set<String> gone) {
		if (!ExpressionColumns.isOver(key.what(), gone)) {
			this.kept.add(key.id());
			return true;
		}
		List<String> left = left(table, gone, (columns) -> ExpressionColumns.isOver(key.what(), columns));
		String loss = (key.what() instanceof ForeignKey foreignKey) ? LostReferences.loss(key, foreignKey)
				: "drops the %s %s, which also uses %s".formatted(key.word(), key.id().name(), String.join(", ", left));
		this.going.put(key.id(),
				left.isEmpty() ? KeyDropReason.ALONG : new KeyDropReason(DetectedText.removed(key), loss, null));
		return false;
	}

	private static List<String> left(List<SchemaObject> table, Set<String> gone, Predicate<Set<String>> over) {
		return table.stream()
			.filter(ColumnObject.class::isInstance)
			.map((column) -> column.id().name())
			.filter((name) -> !gone.contains(name) && over.test(Set.of(name)))
			.toList();
	}

	/**
	 * Returns the wanted objects, and the other objects of the database that stay.
	 */
	private SchemaObjects staying(SchemaObjects wanted) {
		RemainingSchema remaining = new RemainingSchema(this.real, wanted, this.compared.wanted(), this.settings);
		return wanted.with(this.real.only((root) -> isNoTable(root) && !wanted.has(root)
				&& !(this.compared.real().has(root) && RULES.goes(this.real.family(root).get(0), remaining))));
	}

	/**
	 * Returns the whole schema.
	 */
	SchemaObjects then() {
		return this.then;
	}

	/**
	 * Returns the objects that only the database has and keeps, and that refuse what the
	 * model allows.
	 */
	List<KeptObject> kept() {
		return new KeptObjects(this.then, this.compared.real(), this.compared.wanted(), this.settings).of(this.kept);
	}

	/**
	 * Returns the matches of the constraints and indexes.
	 */
	KeyMatches matches() {
		return new KeyMatches(this.going, this.remarks, this.kept, this.renamed);
	}

}
