package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.definition.DefinedKind;
import dev.migrator.internal.dialect.definition.Definition;
import dev.migrator.internal.dialect.definition.Dependencies;
import dev.migrator.internal.dialect.definition.ObjectKey;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pieces of a schema: of the operations that autogenerate would write into an
 * empty database, and of the definitions of all other objects.
 */
final class Pieces {

	private static final Comparator<Definition> DEFINITIONS = Comparator.comparing(Definition::kind)
		.thenComparing((definition) -> (definition.schema() != null) ? definition.schema() : "")
		.thenComparing(Definition::name)
		.thenComparing(Definition::identity);

	private final Dependencies dependencies;

	private final PieceOrder order = new PieceOrder();

	/** The last piece of each object, by the number of its first one. */
	private final Map<Integer, Integer> last = new HashMap<>();

	/** The schemas whose comment is in their definition. */
	private final Set<String> defined = new HashSet<>();

	/** The tables of the indexes. */
	private final Map<ObjectId, ObjectName> indexed = new HashMap<>();

	Pieces(Dependencies dependencies) {
		this.dependencies = dependencies;
	}

	/**
	 * Makes the pieces.
	 * @param compared the objects that comparisons know
	 * @param definitions the definitions of the others
	 * @param schemas the names of the existing schemas
	 * @return the pieces, each after what it needs
	 */
	List<SchemaPiece> of(SchemaObjects compared, List<Definition> definitions, Collection<String> schemas) {
		definitions.stream()
			.filter((definition) -> definition.kind() == DefinedKind.SCHEMA)
			.forEach((definition) -> this.defined.add(definition.name()));
		ComparisonSettings settings = ComparisonSettings.builder().existingSchemas(Set.copyOf(schemas)).build();
		SchemaObjects first = withoutForeignKeysAndIndexes(compared);
		add(new SchemaComparison(settings).compare(SchemaObjects.none(), first));
		add(new SchemaComparison(settings).compare(first, compared));
		Map<ObjectKey, DefinedKind> relations = new HashMap<>();
		definitions.forEach((definition) -> relations.put(definition.key(), definition.kind()));
		definitions.stream()
			.sorted(DEFINITIONS)
			.forEach((definition) -> add(definition, (definition.of() != null)
					? relations.getOrDefault(definition.of(), DefinedKind.TABLE) : definition.kind()));
		return this.order.ordered();
	}

	/**
	 * Returns the objects that are made first. A foreign key may need a table that needs
	 * its table, and an index may need a function that needs its table.
	 */
	private static SchemaObjects withoutForeignKeysAndIndexes(SchemaObjects all) {
		Set<ObjectId> later = new HashSet<>();
		for (SchemaObject object : all.all()) {
			if (object instanceof IndexObject || (object instanceof ConstraintObject constraint
					&& constraint.constraint() instanceof ForeignKey)) {
				later.add(object.id());
			}
		}
		return SchemaObjects.of(all.all().stream().filter((object) -> {
			ObjectId id = object.id();
			while (id != null && !later.contains(id)) {
				id = id.in();
			}
			return id == null;
		}).toList());
	}

	private void add(ProposedChanges changes) {
		changes.changes().forEach((change) -> add(change.operation()));
	}

	private void add(Definition definition, DefinedKind file) {
		SchemaPiece piece = new SchemaPiece(definition.kind(), file,
				new ObjectName(definition.schema(), definition.name()), definition.identity(), definition.create(),
				definition.drop(), definition.kind() == DefinedKind.TABLE
						? lossOfTable(new ObjectName(definition.schema(), definition.name())) : null);
		Set<ObjectKey> needs = new HashSet<>(this.dependencies.needs(definition.key()));
		if (definition.of() != null) {
			needs.add(definition.of());
		}
		this.order.add(piece, definition.key(), needs, null);
	}

	private void add(Operation operation) {
		ObjectId made = made(operation);
		if (made.kind() == ObjectId.Kind.SCHEMA && this.defined.contains(made.name())) {
			return;
		}
		ObjectKey key = this.dependencies.key(made);
		if (operation instanceof CreateIndex create) {
			this.indexed.put(made, create.index().table());
		}
		boolean creates = isMade(operation);
		ObjectName name = name(made);
		DefinedKind file = kind(made);
		DefinedKind kind = (key != null && made.kind() == ObjectId.Kind.CONSTRAINT) ? DefinedKind.CONSTRAINT : file;
		SchemaPiece piece = new SchemaPiece(kind, file, name, creates ? made.name() : "", sql(operation),
				(creates || operation instanceof AlterOwningColumn) ? operation.reverse().map(Pieces::sql).orElse("")
						: "",
				loss(operation));
		Set<ObjectKey> needs = new HashSet<>();
		if (creates && key != null) {
			needs.addAll(this.dependencies.needs(key));
		}
		operation.effects().needs().forEach((id) -> addKey(needs, id));
		if (operation instanceof AlterOwningColumn owned && owned.to() != null) {
			addKey(needs, ObjectId.table(owned.to().table()));
		}
		Integer chain = chain(made, key, creates);
		Integer number = this.order.add(piece, creates ? key : null, needs,
				(chain != null) ? this.last.get(chain) : null);
		this.last.put((chain != null) ? chain : number, number);
	}

	/**
	 * Returns the number of the first piece of the object that an operation belongs to.
	 */
	private @Nullable Integer chain(ObjectId made, @Nullable ObjectKey key, boolean creates) {
		if (key != null && made.kind() == ObjectId.Kind.CONSTRAINT) {
			return creates ? null : this.order.place(key);
		}
		ObjectId object = (made.kind() == ObjectId.Kind.INDEX && this.indexed.containsKey(made))
				? ObjectId.table(this.indexed.get(made)) : root(made);
		ObjectKey of = this.dependencies.key(object);
		return (of != null) ? this.order.place(of) : null;
	}

	private void addKey(Set<ObjectKey> keys, ObjectId id) {
		ObjectKey key = this.dependencies.key(root(id));
		if (key != null) {
			keys.add(key);
		}
	}

	private static @Nullable String loss(Operation operation) {
		if (operation instanceof CreateTable create) {
			return lossOfTable(create.table().name());
		}
		return (operation instanceof CreateSequence create)
				? "drops the sequence %s and its position".formatted(create.sequence().name()) : null;
	}

	private static String lossOfTable(ObjectName table) {
		return "drops the table %s with its rows".formatted(table);
	}

	private static boolean isMade(Operation operation) {
		return operation instanceof CreateTable || operation instanceof CreateSequence
				|| operation instanceof CreateEnum || operation instanceof CreateDomain
				|| operation instanceof CreateIndex || operation instanceof AddConstraint;
	}

	/**
	 * Returns the object that an operation makes or changes: a table, a sequence, a type,
	 * an index, or a foreign key that is added to a table.
	 */
	private ObjectId made(Operation operation) {
		List<ObjectId> made = new ArrayList<>(operation.effects().makes());
		made.sort(ObjectId.ORDER);
		for (ObjectId id : made) {
			if (id.equals(root(id)) || id.kind() == ObjectId.Kind.INDEX) {
				return id;
			}
		}
		ObjectId id = made.get(0);
		while (!id.equals(root(id)) && this.dependencies.key(id) == null) {
			id = Objects.requireNonNull(id.in());
		}
		return id;
	}

	private static ObjectId root(ObjectId id) {
		ObjectId root = id;
		while (root.in() != null
				&& (root.in().kind() != ObjectId.Kind.SCHEMA || root.kind() == ObjectId.Kind.COMMENT)) {
			root = root.in();
		}
		return root;
	}

	private DefinedKind kind(ObjectId id) {
		return switch (root(id).kind()) {
			case TYPE -> DefinedKind.TYPE;
			case SEQUENCE -> DefinedKind.SEQUENCE;
			case SCHEMA -> DefinedKind.SCHEMA;
			default -> DefinedKind.TABLE;
		};
	}

	private ObjectName name(ObjectId id) {
		ObjectName table = this.indexed.get(id);
		return (table != null) ? table : root(id).objectName();
	}

	private static String sql(Operation operation) {
		return SqlRevisionBody.of(List.of(Change.of(operation)), List.of()).upgrade();
	}

}
