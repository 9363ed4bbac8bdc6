package dev.migrator.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.TestDatabase;

/**
 * Compares a database with a schema, by what the catalog says.
 */
final class Comparing {

	/** Everything that the model does not have goes. */
	static final ComparisonSettings REMOVING_ALL = ComparisonSettings.builder()
		.removals(EnumSet.allOf(Droppable.class))
		.build();

	private Comparing() {
	}

	/**
	 * A model that says all there is to be.
	 */
	static WantedModel complete(SchemaObjects schema) {
		return WantedModel.builder(schema, new ModelSources(List.of(), List.of())).complete(true).build();
	}

	/**
	 * A model that does not say all, as entities do not.
	 */
	static WantedModel ofEntities(SchemaObjects schema) {
		return WantedModel.builder(schema, new ModelSources(List.of(), List.of())).build();
	}

	static ProposedChanges with(TestDatabase database, SchemaObjects wanted) {
		return with(database.dataSource(), wanted, REMOVING_ALL);
	}

	static ProposedChanges with(DataSource dataSource, SchemaObjects wanted, ComparisonSettings settings) {
		return model(dataSource, complete(wanted), settings).differences();
	}

	/**
	 * Compares as somebody who says what was renamed: {@code status.OPEN=NEW}.
	 */
	static ProposedChanges renaming(TestDatabase database, SchemaObjects wanted, String... renames) {
		return with(database.dataSource(), wanted,
				REMOVING_ALL.toBuilder().renames(Stream.of(renames).map(Rename::of).toList()).build());
	}

	static ModelDifferences model(TestDatabase database, WantedModel model, ComparisonSettings settings,
			ChangeCustomizer... customizers) {
		return model(database.dataSource(), model, settings, customizers);
	}

	private static ModelDifferences model(DataSource dataSource, WantedModel model, ComparisonSettings settings,
			ChangeCustomizer... customizers) {
		try (ServerConnection connection = ServerConnection.open(dataSource, (notice) -> {
		})) {
			return new ModelComparison(settings, List.of(customizers)).compare(connection, model, Set.of());
		}
	}

}
