package dev.migrator.internal.autoconfigure.model;

import java.util.Map;
import java.util.Optional;

import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.Action;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator.ActionGrouping;
import org.jspecify.annotations.Nullable;

/**
 * The way in which Hibernate changes a schema at its start.
 *
 * @param setting the setting that makes it do so, with its value
 * @param effect the effect, as a sentence with Hibernate as its subject
 */
public record SchemaAction(String setting, String effect) {

	/**
	 * Reads the settings as Hibernate does: the one of Jakarta Persistence takes
	 * precedence.
	 * @param settings all settings of Hibernate
	 * @return the action, or empty if it changes nothing
	 */
	static Optional<SchemaAction> of(Map<String, ?> settings) {
		Action action = ActionGrouping.interpret(settings).databaseAction();
		String effect = effect(action);
		if (effect == null) {
			return Optional.empty();
		}
		String name = settings.containsKey(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION)
				? SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION : SchemaToolingSettings.HBM2DDL_AUTO;
		return Optional.of(new SchemaAction(name + "=" + settings.get(name), effect));
	}

	String name() {
		return this.setting.substring(0, this.setting.indexOf('='));
	}

	SchemaAction by(String written) {
		return new SchemaAction(written, this.effect);
	}

	/**
	 * Returns the effect, by the name of the action: not every version of Hibernate has
	 * all of them.
	 */
	private static @Nullable String effect(Action action) {
		return switch (action.name()) {
			case "CREATE" ->
				"drops the tables of the entities with all their rows and creates them again at each start";
			case "CREATE_DROP" -> "drops the tables of the entities with all their rows and creates them again at "
					+ "each start, and drops them when the application ends";
			case "CREATE_ONLY" -> "creates the tables of the entities, so that a revision that is to create them fails "
					+ "with \"already exists\"";
			case "DROP" -> "drops the tables of the entities with all their rows at each start";
			case "TRUNCATE" -> "deletes all rows of the tables of the entities at each start";
			case "UPDATE" ->
				"adds to the database what it lacks of the entities, so that the revision that is to add it fails "
						+ "with \"already exists\"";
			default -> null;
		};
	}

}
