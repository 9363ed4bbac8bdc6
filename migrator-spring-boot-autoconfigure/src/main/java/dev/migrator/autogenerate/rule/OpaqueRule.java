package dev.migrator.autogenerate.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.autogenerate.Change;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.OpaqueObject;

/**
 * Drops what is not compared where it stands in the way, and puts it back in the server's
 * own words.
 */
final class OpaqueRule implements Rule<OpaqueObject> {

	@Override
	public List<Proposed> create(OpaqueObject object, Situation situation) {
		Change change = Change.of(new ExecuteSql(text(object), SqlSource.of(object.drop())));
		return List.of(new Proposed(object, change, Rank.DEPENDANTS_CREATED, Effects.making(List.of(object))));
	}

	@Override
	public List<Proposed> drop(OpaqueObject object, Situation situation) {
		Change change = Change.of(new ExecuteSql(SqlSource.of(object.drop()), text(object)))
			.withRemark("%s uses what changes here, and is created again below as it is in this database"
				.formatted(object.description()));
		return List.of(new Proposed(object, change, Rank.DEPENDANTS_DROPPED, Effects.removing(List.of(object))));
	}

	private static SqlSource text(OpaqueObject object) {
		return SqlSource.of(Objects.requireNonNull(object.create()));
	}

	/**
	 * PostgreSQL changes nothing that it would have to write such an object anew for.
	 */
	@Override
	public Optional<Disturbance> suffers(OpaqueObject object, ObjectId need, Disturbance disturbance) {
		return (need.kind() == ObjectId.Kind.TABLE && disturbance != Disturbance.DROPPED) ? Optional.empty()
				: Optional.of(Disturbance.DROPPED);
	}

}
