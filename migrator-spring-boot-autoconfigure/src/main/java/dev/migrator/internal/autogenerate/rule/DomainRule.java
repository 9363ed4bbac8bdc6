package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ColumnRemarks;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.StructuralKey;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.DomainDirective.AddDomainCheck;
import dev.migrator.operation.DomainDirective.AlterDomainDefault;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.DomainDirective.DropDomain;
import dev.migrator.operation.DomainDirective.DropDomainCheck;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;

/**
 * Creates, alters and drops domains. PostgreSQL cannot change the base type or the
 * collation of a domain: if it has columns, a new domain takes them over.
 */
final class DomainRule implements Rule<DomainObject> {

	@Override
	public boolean goes(DomainObject there, RemainingSchema remaining) {
		return remaining.losesUse(there.domain().name(), Droppable.DOMAINS);
	}

	@Override
	public List<UnorderedChange> create(DomainObject object, Situation situation) {
		return List.of(UnorderedChange.of(object, new CreateDomain(object.domain()),
				situation.isAdded(object.id()) ? detected("added", object) : null));
	}

	@Override
	public List<UnorderedChange> drop(DomainObject object, Situation situation) {
		String what = situation.isRemoved(object.id()) ? "removed" : "changed";
		Change drop = Change.of(removal(object.domain()), detected(what, object));
		return List.of(UnorderedChange.of(object, situation.uses().remarked(object.domain().name(), drop)));
	}

	private static DropDomain removal(Domain domain) {
		return new DropDomain(domain.name(), domain, false, false);
	}

	@Override
	public boolean isReplaced(DomainObject was, DomainObject to, Situation situation) {
		return isAnother(was, to) && situation.uses().isFree(to.domain().name());
	}

	/**
	 * Returns whether a domain must be created again. PostgreSQL cannot add a check or
	 * NOT NULL to a domain that is used in an array.
	 */
	private static boolean isMadeAnew(DomainObject was, DomainObject to, Situation situation) {
		boolean otherRules = was.domain().nullable() != to.domain().nullable()
				|| !settled(was).checks().equals(settled(to).checks());
		return isAnother(was, to) || (otherRules && situation.uses()
			.columns(to.domain().name())
			.stream()
			.anyMatch((column) -> column.type() instanceof ArrayType));
	}

	/**
	 * Returns the form that is compared.
	 */
	private static Domain settled(DomainObject object) {
		return object.renamed(StructuralKey.SETTLED).domain();
	}

	private static boolean isAnother(DomainObject was, DomainObject to) {
		return !was.domain().type().plain().equals(to.domain().type().plain())
				|| !Objects.equals(was.domain().collation(), to.domain().collation());
	}

	@Override
	public List<UnorderedChange> alter(DomainObject was, DomainObject to, Situation situation) {
		if (isMadeAnew(was, to, situation)) {
			return takeOver(was, to, situation);
		}
		List<Change> changes = changes(was, to);
		if (!changes.isEmpty()) {
			String what = String.join(", ",
					was.renamed(StructuralKey.SETTLED).differences(to.renamed(StructuralKey.SETTLED)));
			changes.set(0, changes.get(0).toBuilder().detected(detected("changed", to) + ": " + what).build());
		}
		return changes.stream().map((change) -> UnorderedChange.of(to, change)).toList();
	}

	/**
	 * Returns a remark asks the author whether the values fit, because only the author
	 * can know.
	 */
	private static List<UnorderedChange> takeOver(DomainObject was, DomainObject to, Situation situation) {
		ObjectName name = to.domain().name();
		ObjectName third = situation.thirdName(name);
		Domain old = was.domain().named(third);
		List<Change> changes = new ArrayList<>();
		changes.add(situation.uses()
			.remarkedByUses(name, Change.of(new RenameObject(ObjectKind.DOMAIN, name, third.name()))));
		changes.add(Change.of(new CreateDomain(to.domain()), detected("changed", to)));
		List<ColumnObject> columns = situation.uses().columns(name);
		for (ColumnObject column : columns) {
			DataType from = (column.type() instanceof ArrayType) ? Types.array(new NamedType(old.name()))
					: new NamedType(old.name());
			String is = column.name().column();
			changes.add(Change
				.builder(new AlterColumnType(column.name(), column.type(), column.collation(),
						new TypeConversion(from, column.type()).using(is), from, column.collation(),
						new TypeConversion(column.type(), from).using(is)))
				.remark("TODO: the values of the column become values of the new domain %s; check that they fit"
					.formatted(name))
				.build());
		}
		changes.add(Change.of(removal(old)));
		Set<ObjectId> changed = new LinkedHashSet<>(Set.of(to.id()));
		columns.forEach((column) -> changed.add(column.id()));
		return changes.stream()
			.map((change) -> new UnorderedChange(to, change, Rank.TYPES_REBUILT, Effects.changing(changed)))
			.toList();
	}

	/**
	 * Objects that use the moved columns do not survive the change.
	 */
	@Override
	public Optional<Disturbance> disturbs(DomainObject was, DomainObject to, Situation situation) {
		return isMadeAnew(was, to, situation) ? Optional.of(Disturbance.REBUILT) : Optional.empty();
	}

	private static List<Change> changes(DomainObject wasObject, DomainObject toObject) {
		Domain was = wasObject.domain();
		Domain to = toObject.domain();
		Set<Check> staying = new HashSet<>(settled(wasObject).checks());
		staying.retainAll(settled(toObject).checks());
		Set<String> names = staying.stream().map(Check::name).collect(Collectors.toSet());
		List<Change> changes = new ArrayList<>();
		for (Check check : was.checks()) {
			if (!names.contains(check.name())) {
				changes.add(Change.of(new DropDomainCheck(was.name(), check.name(), check, false, false)));
			}
		}
		if (was.nullable() != to.nullable()) {
			changes.add(ColumnRemarks.judged(new AlterDomainNullability(to.name(), to.nullable())));
		}
		if (!Objects.equals(settled(wasObject).defaultValue(), settled(toObject).defaultValue())) {
			changes.add(Change
				.of(new AlterDomainDefault(to.name(), to.defaultValue(), Existing.known(was.defaultValue()))));
		}
		for (Check check : to.checks()) {
			if (!names.contains(check.name())) {
				changes.add(Change.of(new AddDomainCheck(to.name(), check)));
			}
		}
		return changes;
	}

	private static String detected(String what, DomainObject object) {
		return "Detected %s domain '%s'".formatted(what, object.domain().name());
	}

}
