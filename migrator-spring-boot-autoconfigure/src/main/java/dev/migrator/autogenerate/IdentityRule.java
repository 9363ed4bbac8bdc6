package dev.migrator.autogenerate;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.ChangeIdentity;
import dev.migrator.operation.Was;
import dev.migrator.schema.object.IdentityObject;
import dev.migrator.schema.object.ObjectId;

/**
 * Adds, changes and drops identities of columns.
 */
final class IdentityRule implements Rule<IdentityObject> {

	private static final String FROM_THE_START = "the numbers begin at the start; rows that are there may have them already";

	@Override
	public List<Proposed> create(IdentityObject identity, Situation situation) {
		boolean found = !situation.isAdded(identity.parent());
		return List.of(Proposed.of(identity,
				new Change(new ChangeIdentity(identity.column(), identity.identity(), Was.known(null)),
						found ? detected(identity) : null, null, found ? FROM_THE_START : null, null)));
	}

	@Override
	public List<Proposed> drop(IdentityObject identity, Situation situation) {
		boolean found = !situation.isRemoved(identity.parent());
		return List
			.of(Proposed.of(identity, new ChangeIdentity(identity.column(), null, Was.known(identity.identity())),
					found ? detected(identity) : null));
	}

	@Override
	public List<Proposed> alter(IdentityObject was, IdentityObject to, Situation situation) {
		return List.of(Proposed.of(to, new ChangeIdentity(to.column(), to.identity(), Was.known(was.identity())),
				detected(to)));
	}

	private static String detected(IdentityObject identity) {
		return Detected.column("server default on column", identity.column().table(), identity.column().column());
	}

	@Override
	public Optional<Disturbance> suffers(IdentityObject identity, ObjectId need, Disturbance disturbance) {
		return (disturbance == Disturbance.DROPPED) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
