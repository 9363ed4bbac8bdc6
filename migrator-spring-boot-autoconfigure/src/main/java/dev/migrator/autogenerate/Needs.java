package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.dialect.NameSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Generated;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.OverColumns;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.DefaultObject;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;

/**
 * Which objects of a schema need which others to be there: what they belong to, what
 * their attributes name, and what their SQL mentions.
 */
final class Needs {

	private static final Pattern NEXTVAL = Pattern.compile("^nextval\\('((?:[^']|'')+)'::regclass\\)$");

	private final Map<ObjectId, Set<ObjectId>> parts = new HashMap<>();

	private final Map<ObjectId, Set<ObjectId>> dependants = new HashMap<>();

	private Needs() {
	}

	static Needs of(SchemaObjects objects) {
		return new Reading(objects).needs();
	}

	/**
	 * What belongs to an object, and so cannot be there without it.
	 */
	Set<ObjectId> partsOf(ObjectId id) {
		return this.parts.getOrDefault(id, Set.of());
	}

	/**
	 * What is made for an object as it is, and so cannot be there without it either.
	 */
	Set<ObjectId> dependantsOf(ObjectId id) {
		return this.dependants.getOrDefault(id, Set.of());
	}

	private static void add(Map<ObjectId, Set<ObjectId>> to, ObjectId of, ObjectId need) {
		if (!of.equals(need)) {
			to.computeIfAbsent(need, (id) -> new LinkedHashSet<>()).add(of);
		}
	}

	/**
	 * Reads the needs of the objects of a schema.
	 */
	private static final class Reading {

		private final Needs read = new Needs();

		private final SchemaObjects objects;

		private final Map<ObjectId, Set<String>> columns = new HashMap<>();

		private final Map<Set<ObjectId>, List<ObjectId>> keys = new HashMap<>();

		private final Map<String, ObjectId> sequences = new HashMap<>();

		Reading(SchemaObjects objects) {
			this.objects = objects;
			for (SchemaObject object : objects.all()) {
				if (object instanceof ColumnObject column) {
					this.columns.computeIfAbsent(column.parent(), (id) -> new HashSet<>()).add(column.name().column());
				}
				else if (object instanceof SequenceObject sequence) {
					this.sequences.put(NameSql.of(sequence.sequence().name()), object.id());
				}
				else if (object instanceof ConstraintObject constraint) {
					key(object.id(), constraint.table(), constraint.constraint().keyColumns());
				}
				else if (object instanceof IndexObject index) {
					key(object.id(), index.index().table(), index.index().keyColumns());
				}
			}
		}

		private void key(ObjectId id, ObjectName table, Collection<String> key) {
			if (!key.isEmpty()) {
				Set<ObjectId> over = key.stream()
					.map((column) -> ObjectId.column(table, column))
					.collect(Collectors.toSet());
				this.keys.computeIfAbsent(over, (columns) -> new ArrayList<>()).add(id);
			}
		}

		Needs needs() {
			for (SchemaObject object : this.objects.all()) {
				ObjectId id = object.id();
				Stream.of(object.parent(), id.in())
					.filter(Objects::nonNull)
					.forEach((whole) -> add(this.read.parts, id, Objects.requireNonNull(whole)));
				Stream.concat(object.needs(), sql(object)).forEach((need) -> add(this.read.dependants, id, need));
				if (object instanceof SequenceObject sequence && sequence.sequence().ownedBy() != null) {
					ObjectId owner = ObjectId.ownerOf(sequence.sequence().name());
					add(this.read.parts, owner, id);
					add(this.read.parts, owner, ObjectId.column(sequence.sequence().ownedBy()));
				}
			}
			return this.read;
		}

		private Stream<ObjectId> sql(SchemaObject object) {
			if (object instanceof ConstraintObject constraint) {
				Set<ObjectId> referenced = constraint.constraint()
					.references()
					.map(ObjectId::column)
					.collect(Collectors.toSet());
				return Stream.concat(mentioned(constraint.table(), constraint.constraint()),
						this.keys.getOrDefault(referenced, List.of()).stream());
			}
			if (object instanceof IndexObject index) {
				return mentioned(index.index().table(), index.index());
			}
			if (object instanceof ColumnObject column) {
				Generated generated = column.generated();
				return (generated != null) ? mentioned(column.name().table(), generated.expression()) : Stream.empty();
			}
			return (object instanceof DefaultObject value && value.value() instanceof SqlExpression sql)
					? sequences(sql.sql()) : Stream.empty();
		}

		private Stream<ObjectId> mentioned(ObjectName table, OverColumns what) {
			return what.expressions().flatMap((sql) -> mentioned(table, sql));
		}

		private Stream<ObjectId> mentioned(ObjectName table, String sql) {
			return ExpressionColumns.mentioned(sql, this.columns.getOrDefault(ObjectId.table(table), Set.of()))
				.stream()
				.map((column) -> ObjectId.column(new ColumnName(table, column)));
		}

		private Stream<ObjectId> sequences(String sql) {
			return NEXTVAL.matcher(sql)
				.results()
				.map((call) -> this.sequences.get(call.group(1).replace("''", "'")))
				.filter(Objects::nonNull)
				.map(Objects::requireNonNull);
		}

	}

}
