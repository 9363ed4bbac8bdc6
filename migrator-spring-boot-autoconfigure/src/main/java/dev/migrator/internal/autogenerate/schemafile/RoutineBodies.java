package dev.migrator.internal.autogenerate.schemafile;

import java.util.List;
import java.util.OptionalInt;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.scratch.RoutineBody;
import org.jspecify.annotations.Nullable;

/**
 * Checks the bodies of the functions and procedures that files have created, after all of
 * them were run.
 */
final class RoutineBodies {

	private final ServerConnection connection;

	private final List<SchemaPart> parts;

	RoutineBodies(ServerConnection connection, List<SchemaPart> parts) {
		this.connection = connection;
		this.parts = parts;
	}

	/**
	 * Checks all bodies.
	 * @throws UnreadableModelException if one is refused
	 */
	void check() {
		for (RoutineBody body : RoutineBody.created(this.connection)) {
			SqlFailure refused = refusal(body);
			if (refused != null) {
				throw new UnreadableModelException("%s: the body of %s is refused:%n%n  %s"
					.formatted(place(body.name()), body.signature(), refused.error().describe()), "Correct the file.",
						refused);
			}
		}
	}

	/**
	 * Returns why a body is refused. The settings with which it is right may be those of
	 * its file.
	 */
	private @Nullable SqlFailure refusal(RoutineBody body) {
		SqlFailure refused = body.refusal(this.connection, "");
		for (int i = 0; refused != null && i < this.parts.size(); i++) {
			SchemaPart part = this.parts.get(i);
			if (part.lineOfRoutine(body.name()).isPresent() && body.refusal(this.connection, part.settings()) == null) {
				return null;
			}
		}
		return refused;
	}

	private String place(String routine) {
		for (SchemaPart part : this.parts) {
			OptionalInt line = part.lineOfRoutine(routine);
			if (line.isPresent()) {
				return part.name() + ":" + line.getAsInt();
			}
		}
		return this.parts.get(0).name();
	}

}
