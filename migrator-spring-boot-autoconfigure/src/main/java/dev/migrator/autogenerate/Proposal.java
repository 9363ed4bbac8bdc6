package dev.migrator.autogenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.dialect.PrintedExpression;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameObject;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Renaming;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.IndexObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;

/**
 * Proposes what leads from one schema to another.
 */
final class Proposal {

	private static final ObjectComparison COMPARISON = new ObjectComparison(
			Renaming.spelling(PrintedExpression::settled));

	private static final Rules RULES = new Rules();

	private final SchemaObjects real;

	private final SchemaObjects compared;

	private final ComparisonSettings settings;

	private final Outcome outcome;

	/** What is there, under the names that it has. */
	private final SchemaObjects there;

	/** What is only called otherwise, by the name it gets. */
	private final Map<ObjectId, SchemaObject> renamed = new HashMap<>();

	private final Map<ObjectId, Difference> differences = new LinkedHashMap<>();

	private final SchemaObjects before;

	private final SchemaObjects then;

	private final Situation situation;

	private final List<Proposed> proposed = new ArrayList<>();

	/**
	 * What leads from one schema to another, in an order in which it runs.
	 * @param real what the database has
	 * @param wanted what it is to have
	 * @param compared what of both is compared
	 * @param settings what may go
	 */
	static List<Change> of(SchemaObjects real, SchemaObjects wanted, ComparedSchemas compared,
			ComparisonSettings settings) {
		Outcome outcome = Outcome.of(real, wanted, compared, settings);
		SchemaObjects then = outcome.schema();
		return then.equals(real) ? List.of() : new Proposal(real, wanted, compared, settings, outcome, then).changes();
	}

	private Proposal(SchemaObjects real, SchemaObjects wanted, ComparedSchemas compared, ComparisonSettings settings,
			Outcome outcome, SchemaObjects then) {
		this.real = real;
		this.compared = compared.wanted();
		this.settings = settings;
		this.outcome = outcome;
		this.there = real;
		this.then = then;
		this.before = withNewNames();
		COMPARISON.differences(this.before, this.then)
			.forEach((difference) -> this.differences.put(difference.id(), difference));
		this.situation = new Situation(this.before, this.then, this.outcome,
				new Enums(real, wanted, this.compared, settings), this.differences);
	}

	private SchemaObjects withNewNames() {
		Map<ObjectId, ObjectId> names = this.outcome.renamed();
		return names.isEmpty() ? this.there : SchemaObjects.of(this.there.all().stream().map((object) -> {
			ObjectId to = names.get(object.id());
			if (to == null) {
				return object;
			}
			this.renamed.put(to, object);
			return Objects.requireNonNull(this.then.get(to));
		}).toList());
	}

	private List<Change> changes() {
		Set<String> schemas = missingSchemas();
		if (this.differences.isEmpty() && schemas.isEmpty() && this.renamed.isEmpty()) {
			return List.of();
		}
		Needs needsBefore = Needs.of(this.before);
		disturb(needsBefore);
		schemas.forEach((schema) -> this.proposed
			.add(Proposed.of(null, new CreateSchema(schema, false), "Detected added schema '%s'".formatted(schema))));
		this.before.all().forEach(this::drop);
		this.then.all().forEach(this::create);
		List<Proposed> ordered = new Order(this.situation, needsBefore, Needs.of(this.then)).of(this.proposed);
		return new EnumUndo(this.there).of(ordered);
	}

	private Set<String> missingSchemas() {
		Set<String> there = new HashSet<>(this.settings.existingSchemas());
		names(this.real).forEach((name) -> there.add(String.valueOf(name.schema())));
		Set<String> missing = new TreeSet<>();
		names(SchemaObjects.of(this.compared.tables(), List.copyOf(this.situation.enums().wanted().values()),
				this.compared.sequences()))
			.flatMap((name) -> Stream.ofNullable(name.schema()))
			.filter((schema) -> !there.contains(schema))
			.forEach(missing::add);
		return missing;
	}

	private static Stream<ObjectName> names(SchemaObjects schema) {
		return Stream
			.of(schema.tables().stream().map(Table::name), schema.enums().stream().map(EnumType::name),
					schema.sequences().stream().map(Sequence::name))
			.flatMap((names) -> names);
	}

	/**
	 * Finds what cannot stay as it is because of what happens to something that it needs.
	 */
	private void disturb(Needs needs) {
		Deque<ObjectId> open = new ArrayDeque<>();
		this.differences.values().forEach((difference) -> {
			if (difference instanceof Difference.Removed) {
				disturb(difference.id(), Disturbance.DROPPED, open);
			}
			else if (difference instanceof Difference.Altered altered) {
				if (isReplaced(altered)) {
					disturb(difference.id(), Disturbance.DROPPED, open);
				}
				else {
					RULES.disturbs(altered.was(), altered.object(), this.situation)
						.ifPresent((disturbance) -> disturb(difference.id(), disturbance, open));
				}
			}
		});
		this.renamed.keySet().stream().filter(this::isTaken).forEach((id) -> disturb(id, Disturbance.DROPPED, open));
		while (!open.isEmpty()) {
			ObjectId id = open.remove();
			Disturbance disturbance = Objects.requireNonNull(this.situation.disturbance(id));
			Stream.concat(needs.partsOf(id).stream(), needs.dependantsOf(id).stream()).forEach((dependant) -> {
				SchemaObject object = this.before.get(dependant);
				if (object != null && this.then.has(dependant)) {
					RULES.suffers(object, id, disturbance).ifPresent((suffered) -> disturb(dependant, suffered, open));
				}
			});
		}
	}

	private void disturb(ObjectId id, Disturbance disturbance, Deque<ObjectId> open) {
		if (this.situation.disturb(id, disturbance)) {
			open.add(id);
		}
	}

	/**
	 * Whether something that is there has the name that another one is to get.
	 */
	private boolean isTaken(ObjectId to) {
		SchemaObject object = Objects.requireNonNull(this.then.get(to));
		return this.there.has(to) || object.relation().filter(this.outcome.relations()::contains).isPresent();
	}

	private void drop(SchemaObject object) {
		ObjectId id = object.id();
		Difference difference = this.differences.get(id);
		SchemaObject old = this.renamed.get(id);
		if (difference instanceof Difference.Removed || this.situation.isPutBack(id)) {
			if (old != null) {
				this.outcome.replaces(old, object);
			}
			this.proposed.addAll(RULES.drop((old != null) ? old : object, this.situation));
		}
		else if (difference instanceof Difference.Altered altered) {
			this.proposed.addAll(isReplaced(altered) ? RULES.drop(object, this.situation)
					: RULES.alter(altered.was(), altered.object(), this.situation));
		}
		else if (old != null) {
			this.proposed.add(rename(old, object));
		}
	}

	private void create(SchemaObject object) {
		ObjectId id = object.id();
		Difference difference = this.differences.get(id);
		boolean replaced = difference instanceof Difference.Altered altered && isReplaced(altered);
		if (difference instanceof Difference.Added || replaced || this.situation.isPutBack(id)) {
			this.proposed.addAll(RULES.create(object, this.situation));
		}
	}

	private boolean isReplaced(Difference.Altered altered) {
		return RULES.isReplaced(altered.was(), altered.object(), this.situation);
	}

	private static Proposed rename(SchemaObject was, SchemaObject to) {
		if (was instanceof IndexObject index) {
			return Proposed.of(to, new RenameObject(ObjectKind.INDEX, index.index().qualifiedName(), to.id().name()),
					"Detected renamed index '%s' to '%s' on '%s'".formatted(index.index().name(), to.id().name(),
							index.index().table()));
		}
		ObjectName table = ((ConstraintObject) was).table();
		return Proposed.of(to, new RenameConstraint(table, was.id().name(), to.id().name()),
				"Detected renamed constraint '%s' to '%s' on table '%s'".formatted(was.id().name(), to.id().name(),
						table));
	}

}
