package dev.migrator.result;

import java.util.List;

import dev.migrator.problem.MigratorException;

/**
 * Thrown when a schema may not be reset. Nothing has been dropped.
 */
public class ResetRefusedException extends MigratorException {

	private static final int SHOWN = 20;

	private final List<String> objects;

	private ResetRefusedException(String description, String action, List<String> objects) {
		super(description, action + "\nNothing has been dropped.");
		this.objects = List.copyOf(objects);
	}

	public static ResetRefusedException notAllowed() {
		return new ResetRefusedException(
				"A reset drops every object of the schema with all data, and it is not allowed here: "
						+ "migrator.reset-allowed is false, which is the default.",
				"Set migrator.reset-allowed=true in the development profile, never in one with data to keep.",
				List.of());
	}

	public static ResetRefusedException systemSchema(String schema) {
		return new ResetRefusedException("The schema %s belongs to the server.".formatted(schema),
				"Set migrator.schema to the schema of the application.", List.of());
	}

	public static ResetRefusedException elsewhere(ResetPlan plan) {
		return new ResetRefusedException(
				"Objects outside of schema %s depend on it and would be dropped with it:\n\n%s".formatted(plan.schema(),
						lines(plan.elsewhere())),
				"Drop them yourself first, or remove what in them depends on the schema. A reset changes nothing "
						+ "outside of it.",
				plan.elsewhere());
	}

	public static ResetRefusedException notOwned(ResetPlan plan) {
		return new ResetRefusedException(
				"The schema %s has objects of other roles, which this one may not drop:\n\n%s".formatted(plan.schema(),
						lines(plan.notOwned())),
				"Reset as their owner, as the owner of the schema or as a superuser (migrator.username), or ask the "
						+ "owner to drop them.",
				plan.notOwned());
	}

	private static String lines(List<String> objects) {
		String lines = String.join("\n", objects.stream().limit(SHOWN).map((object) -> "  " + object).toList());
		return (objects.size() > SHOWN) ? lines + "\n  and %s more".formatted(objects.size() - SHOWN) : lines;
	}

	/**
	 * Returns the objects that prevent the reset.
	 * @return the objects; empty if it was refused for another reason
	 */
	public List<String> objects() {
		return this.objects;
	}

}
