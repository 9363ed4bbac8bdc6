package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ColumnRemarks;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.internal.autogenerate.acceptance.Acceptance;
import dev.migrator.internal.autogenerate.acceptance.LeftOut;
import dev.migrator.internal.autogenerate.order.Needs;
import dev.migrator.internal.autogenerate.order.Order;
import dev.migrator.internal.autogenerate.rename.Renamed;
import dev.migrator.internal.autogenerate.rule.DetailUndo;
import dev.migrator.internal.autogenerate.rule.EnumUndo;
import dev.migrator.internal.autogenerate.rule.RebuiltIndexes;
import dev.migrator.internal.autogenerate.rule.Rules;
import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Enums;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * Proposes the changes that lead from one schema to another.
 */
final class Proposal {

	private static final ObjectComparison COMPARISON = new ObjectComparison(
			Renaming.spelling(PrintedExpression::settled));

	private static final Rules RULES = new Rules();

	private final SchemaObjects real;

	private final ComparedSchemas compared;

	private final ResultingSchema resulting;

	private final Dependants dependants;

	private final ComparisonSettings settings;

	/** The schema of the database, under the names that it has. */
	private final SchemaObjects there;

	private final Renamed renamed;

	private final SchemaObjects then;

	/** The schema of the database, as if all renames had run. */
	private final SchemaObjects before;

	private final Map<ObjectId, Difference> differences = new LinkedHashMap<>();

	private final Situation situation;

	private final List<UnorderedChange> proposed = new ArrayList<>();

	private @Nullable Needs needsBefore;

	/**
	 * Compares.
	 * @param real the schema of the database
	 * @param compared the compared parts of both sides
	 * @param settings what may be dropped
	 */
	static Proposal of(SchemaObjects real, ComparedSchemas compared, ComparisonSettings settings) {
		return new Proposal(real, compared, settings, ResultingSchema.of(real, compared, settings), Dependants.NONE);
	}

	private Proposal(SchemaObjects real, ComparedSchemas compared, ComparisonSettings settings,
			ResultingSchema resulting, Dependants dependants) {
		this.real = real;
		this.compared = compared;
		this.settings = settings;
		this.resulting = resulting;
		this.dependants = dependants;
		this.there = dependants.before(real);
		this.then = dependants.then(resulting.then());
		this.renamed = Renamed.of(resulting.matches().renamed(), this.there, this.then);
		this.before = this.renamed.before();
		COMPARISON.differences(this.before, this.then)
			.forEach((difference) -> this.differences.put(difference.id(), difference));
		this.situation = new Situation(this.before, this.then, compared.wanted(), resulting.matches(),
				new Enums(real, compared.real(), compared.wanted()), this.differences, settings.numberSources());
		this.renamed.madeAnew().forEach(this.situation::replaces);
	}

	/**
	 * Returns the changes without those that are accepted.
	 */
	WithoutAccepted without(AcceptedDifferences accepted) {
		if (accepted.lines().isEmpty()) {
			return new WithoutAccepted(this, List.of(), LeftOut.NOTHING);
		}
		Proposal all = new Proposal(this.real, this.compared, this.settings, this.resulting, Dependants.NONE);
		List<Change> changes = all.changes();
		LeftOut leftOut = Acceptance.of(all.there, all.before, all.then, all.differences, this.resulting.matches(),
				all.proposed, accepted);
		ComparedSchemas left = new ComparedSchemas(this.compared.real(), leftOut.in(this.compared.wanted()));
		return new WithoutAccepted(
				new Proposal(this.real, left, this.settings, this.resulting.without(leftOut, left), Dependants.NONE),
				changes, leftOut);
	}

	/**
	 * What is proposed without the accepted differences.
	 *
	 * @param proposal the proposal without them
	 * @param all the changes for all differences
	 * @param leftOut what is left out
	 */
	record WithoutAccepted(Proposal proposal, List<Change> all, LeftOut leftOut) {
	}

	/**
	 * Returns the objects that change, or are missing for some time, and that may be used
	 * by objects that are not compared.
	 */
	Set<ObjectId> touched() {
		if (this.differences.isEmpty()) {
			return Set.of();
		}
		needsBefore();
		return this.situation.disturbed()
			.stream()
			.filter((id) -> Dependants.USED.contains(id.kind()) && !this.situation.isRemoved(id.in()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Returns the same proposal, with the objects that are not compared and prevent a
	 * change.
	 */
	Proposal with(Dependants dependants) {
		return dependants.isNothingCompared() ? this
				: new Proposal(this.real, this.compared, this.settings, this.resulting, dependants);
	}

	/**
	 * Returns whether objects have to be dropped before the renames.
	 */
	boolean dropsBeforeRenames() {
		return this.dependants.isOfOldNames();
	}

	SchemaObjects then() {
		return this.resulting.then();
	}

	List<KeptObject> kept() {
		return this.resulting.kept();
	}

	ComparedSchemas compared() {
		return this.compared;
	}

	/**
	 * Returns the changes from one schema to the other, in an order in which they can
	 * run.
	 */
	List<Change> changes() {
		Set<String> schemas = missingSchemas();
		if (this.differences.isEmpty() && schemas.isEmpty() && this.renamed.isEmpty()
				&& this.settings.numberSources().repeating().isEmpty()) {
			return List.of();
		}
		Needs needsBefore = needsBefore();
		this.renamed.forEach((was, to) -> {
			if (this.situation.isPutBack(to.id())) {
				this.situation.replaces(was, to);
			}
		});
		schemas.forEach((schema) -> this.proposed.add(UnorderedChange.of(null, new CreateSchema(schema, false),
				"Detected added schema '%s'".formatted(schema))));
		this.before.all().forEach(this::drop);
		this.then.all().forEach(this::create);
		this.proposed.addAll(this.situation.sourceChanges().proposed());
		List<UnorderedChange> ordered = new Order(this.situation, needsBefore, needs(this.then)).of(this.proposed);
		List<Change> changes = new EnumUndo(this.there)
			.of(new DetailUndo(this.situation, this.renamed::was).of(ordered))
			.stream()
			.flatMap((change) -> ColumnRemarks.inSteps(change).stream())
			.map(new ReadableChecks(this.before, this.then)::of)
			.toList();
		return new RebuiltIndexes(this.before).in(changes);
	}

	private Set<String> missingSchemas() {
		Set<String> there = new HashSet<>(this.settings.existingSchemas());
		there.addAll(this.there.schemas());
		Set<String> missing = new TreeSet<>(this.compared.wanted().schemas());
		this.then.all(OpaqueObject.class).stream().flatMap((object) -> object.schema().stream()).forEach(missing::add);
		missing.removeAll(there);
		return missing;
	}

	/**
	 * Returns which object needs which other, after the objects are known that cannot
	 * stay because of that.
	 */
	private Needs needsBefore() {
		Needs needs = this.needsBefore;
		if (needs == null) {
			needs = needs(this.before);
			disturb(needs);
			this.needsBefore = needs;
		}
		return needs;
	}

	private Needs needs(SchemaObjects side) {
		Needs needs = Needs.of(side);
		boolean logs = this.differences.values()
			.stream()
			.anyMatch((difference) -> difference.object() instanceof SettingObject setting
					&& setting.setting().kind() == Setting.Kind.LOG);
		return logs ? needs.withLogs() : needs;
	}

	/**
	 * Finds the objects that cannot stay because an object that they need changes.
	 */
	private void disturb(Needs needs) {
		Deque<ObjectId> open = new ArrayDeque<>();
		this.differences.values().forEach((difference) -> {
			if (difference instanceof Difference.Removed) {
				disturb(difference.id(), Disturbance.DROPPED, open);
				RULES.remakes(difference.object(), this.situation)
					.ifPresent((made) -> disturb(made, Disturbance.DROPPED, open));
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

	private void drop(SchemaObject object) {
		ObjectId id = object.id();
		Difference difference = this.differences.get(id);
		KeyObject old = this.renamed.was(id);
		if (difference instanceof Difference.Removed || this.situation.isPutBack(id)) {
			boolean notRenamed = old != null || this.situation.isPutBack(object.parent());
			this.proposed.addAll(RULES.drop(notRenamed ? this.renamed.asItIs(object) : object, this.situation));
		}
		else if (difference instanceof Difference.Altered altered) {
			this.proposed.addAll(isReplaced(altered) ? RULES.drop(object, this.situation)
					: RULES.alter(altered.was(), altered.object(), this.situation));
		}
		if (old != null && !this.situation.isPutBack(id)) {
			this.proposed.addAll(this.renamed.steps(old, (KeyObject) object));
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

}
