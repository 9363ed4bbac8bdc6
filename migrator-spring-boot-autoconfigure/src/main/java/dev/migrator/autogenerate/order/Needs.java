package dev.migrator.autogenerate.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.dialect.NameSql;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.DefaultObject;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.KeyObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;

/**
 * Which objects of a schema need which others to be there: what they belong to, what
 * their attributes name, and what their SQL mentions.
 */
public final class Needs {

	private static final Pattern NEXTVAL = Pattern.compile("^nextval\\('((?:[^']|'')+)'::regclass\\)$");

	private final SchemaObjects objects;

	/** What is in a schema, and the bonds of sequences. */
	private final Map<ObjectId, List<ObjectId>> others = new HashMap<>();

	private final Map<ObjectId, Set<ObjectId>> dependants = new HashMap<>();

	private Needs(SchemaObjects objects) {
		this.objects = objects;
	}

	public static Needs of(SchemaObjects objects) {
		return new Reading(objects).needs();
	}

	/**
	 * What belongs to an object, and so cannot be there without it.
	 */
	public List<ObjectId> partsOf(ObjectId id) {
		List<ObjectId> ids = new ArrayList<>(this.others.getOrDefault(id, List.of()));
		this.objects.partsOf(id).forEach((part) -> ids.add(part.id()));
		return ids;
	}

	/**
	 * What is made for an object as it is, and so cannot be there without it either.
	 */
	public Set<ObjectId> dependantsOf(ObjectId id) {
		return this.dependants.getOrDefault(id, Set.of());
	}

	private void part(ObjectId part, ObjectId of) {
		this.others.computeIfAbsent(of, (id) -> new ArrayList<>()).add(part);
	}

	private void need(ObjectId need, ObjectId of) {
		if (!of.equals(need)) {
			this.dependants.computeIfAbsent(need, (id) -> new LinkedHashSet<>()).add(of);
		}
	}

	/**
	 * Reads the needs of the objects of a schema.
	 */
	private static final class Reading {

		private final Needs read;

		private final SchemaObjects objects;

		private final Map<ObjectName, Set<String>> columns = new HashMap<>();

		private final Map<Set<ColumnName>, List<ObjectId>> keys = new HashMap<>();

		private final Map<String, ObjectId> sequences = new HashMap<>();

		Reading(SchemaObjects objects) {
			this.read = new Needs(objects);
			this.objects = objects;
			for (SchemaObject object : objects.all()) {
				if (object instanceof SequenceObject sequence) {
					this.sequences.put(NameSql.of(sequence.sequence().name()), object.id());
				}
				else if (object instanceof ConstraintObject constraint) {
					key(constraint, constraint.constraint().keyColumns());
				}
				else if (object instanceof IndexObject index) {
					key(index, index.index().keyColumns());
				}
			}
		}

		private void key(KeyObject key, List<String> columns) {
			if (!columns.isEmpty()) {
				Set<ColumnName> over = new HashSet<>();
				columns.forEach((column) -> over.add(new ColumnName(key.table(), column)));
				this.keys.computeIfAbsent(over, (names) -> new ArrayList<>(1)).add(key.id());
			}
		}

		Needs needs() {
			for (SchemaObject object : this.objects.all()) {
				ObjectId id = object.id();
				if (id.in() != null && id.in().kind() == ObjectId.Kind.SCHEMA) {
					this.read.part(id, id.in());
				}
				object.needs().forEach((need) -> this.read.need(need, id));
				unnamed(object).forEach((need) -> this.read.need(need, id));
				if (object instanceof SequenceObject sequence && sequence.sequence().ownedBy() != null) {
					ObjectId owner = ObjectId.ownerOf(sequence.sequence().name());
					this.read.part(owner, id);
					this.read.part(owner, ObjectId.column(sequence.sequence().ownedBy()));
				}
			}
			return this.read;
		}

		/**
		 * What an object needs that its attributes do not name.
		 */
		private List<ObjectId> unnamed(SchemaObject object) {
			if (object instanceof KeyObject key) {
				List<ObjectId> needs = new ArrayList<>(0);
				key.what().expressions().forEach((sql) -> needs.addAll(mentioned(key.table(), sql)));
				if (object instanceof ConstraintObject constraint) {
					needs.addAll(referencedKeys(constraint.constraint()));
				}
				return needs;
			}
			if (object instanceof ColumnObject column && column.generated() != null) {
				return mentioned(column.name().table(), column.generated().expression());
			}
			return (object instanceof DefaultObject value && value.value() instanceof SqlExpression sql)
					? sequences(sql.sql()) : List.of();
		}

		private List<ObjectId> referencedKeys(Constraint constraint) {
			return this.keys.getOrDefault(constraint.references().collect(Collectors.toSet()), List.of());
		}

		private List<ObjectId> mentioned(ObjectName table, String sql) {
			return ExpressionColumns.mentioned(sql, this.columns.computeIfAbsent(table, this::columnsOf))
				.stream()
				.map((column) -> ObjectId.column(table, column))
				.toList();
		}

		private Set<String> columnsOf(ObjectName table) {
			Set<String> columns = new HashSet<>();
			this.objects.partsOf(ObjectId.table(table), ColumnObject.class)
				.forEach((column) -> columns.add(column.name().column()));
			return columns;
		}

		private List<ObjectId> sequences(String sql) {
			return NEXTVAL.matcher(sql)
				.results()
				.map((call) -> this.sequences.get(call.group(1).replace("''", "'")))
				.filter(Objects::nonNull)
				.map(Objects::requireNonNull)
				.toList();
		}

	}

}
