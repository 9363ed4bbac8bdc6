package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.migrator.operation.AddDomainCheck;
import dev.migrator.operation.ChangeDomainDefault;
import dev.migrator.operation.ChangeDomainNullability;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.DropDomain;
import dev.migrator.operation.DropDomainCheck;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Was;
import dev.migrator.schema.Check;
import dev.migrator.schema.Domain;
import dev.migrator.schema.object.DomainObject;

/**
 * Creates, alters and drops domains. PostgreSQL changes neither the type that one is over
 * nor its collation.
 */
final class DomainRule implements Rule<DomainObject> {

	@Override
	public List<Proposed> create(DomainObject object, Situation situation) {
		return List.of(Proposed.of(object, new CreateDomain(object.domain()), detected("added", object)));
	}

	@Override
	public List<Proposed> drop(DomainObject object, Situation situation) {
		Domain domain = object.domain();
		return List
			.of(Proposed.of(object, new DropDomain(domain.name(), domain, false, false), detected("removed", object)));
	}

	@Override
	public boolean isReplaced(DomainObject was, DomainObject to, Situation situation) {
		return !was.domain().type().plain().equals(to.domain().type().plain())
				|| !Objects.equals(was.domain().collation(), to.domain().collation());
	}

	@Override
	public List<Proposed> alter(DomainObject was, DomainObject to, Situation situation) {
		return changes(was.domain(), to.domain()).stream()
			.map((operation) -> Proposed.of(to, operation, detected("changed", to)))
			.toList();
	}

	private static List<Operation> changes(Domain was, Domain to) {
		List<Operation> changes = new ArrayList<>();
		for (Check check : was.checks()) {
			if (!to.checks().contains(check)) {
				changes.add(new DropDomainCheck(was.name(), check.name(), check, false, false));
			}
		}
		if (was.nullable() != to.nullable()) {
			changes.add(new ChangeDomainNullability(to.name(), to.nullable()));
		}
		if (!Objects.equals(was.defaultValue(), to.defaultValue())) {
			changes.add(new ChangeDomainDefault(to.name(), to.defaultValue(), Was.known(was.defaultValue())));
		}
		for (Check check : to.checks()) {
			if (!was.checks().contains(check)) {
				changes.add(new AddDomainCheck(to.name(), check));
			}
		}
		return changes;
	}

	private static String detected(String what, DomainObject object) {
		return "Detected %s domain '%s'".formatted(what, object.domain().name());
	}

}
