package dev.migrator.internal.autoconfigure.tool;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.cli.application.OtherTool.FirstRun;
import dev.migrator.internal.dialect.catalog.SchemaContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.StateReader;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Finds the other tools of a migrator's database, for a command. Uses the configuration,
 * and what the database has of the tools, only in their schemas: another application may
 * use another schema of the database.
 */
public final class ConfiguredTools {

	private final Migrator migrator;

	private final List<ToolConfiguration> tools;

	public ConfiguredTools(Migrator migrator, ConfigurableApplicationContext context) {
		this.migrator = migrator;
		this.tools = Stream.of(ToolKind.values()).map((kind) -> new ToolConfiguration(kind, context)).toList();
	}

	/**
	 * Returns the tools that the application runs first, according to its configuration.
	 * If there is none, the database is not asked.
	 */
	public List<OtherTool> comingFirst() {
		List<ToolConfiguration> first = first();
		if (first.isEmpty()) {
			return List.of();
		}
		try (ServerConnection connection = open(this.migrator.dataSource())) {
			return read(first, first, connection, state(connection));
		}
	}

	/**
	 * Returns the tools of {@link #comingFirst} that have not run, until the migrator has
	 * written something: after that it is too late for them.
	 */
	public List<OtherTool> awaited() {
		List<ToolConfiguration> first = first();
		if (first.isEmpty()) {
			return List.of();
		}
		try (ServerConnection connection = open(this.migrator.dataSource())) {
			DatabaseState state = state(connection);
			boolean written = state.tablesExist() || !state.rows().isEmpty();
			return written ? List.of()
					: read(first, first, connection, state).stream().filter((tool) -> !tool.hasRun()).toList();
		}
	}

	/**
	 * Returns the tools that come first, and all that have run in the schemas of the
	 * migrator.
	 */
	public List<OtherTool> all() {
		List<ToolConfiguration> first = first();
		try (ServerConnection connection = open(this.migrator.dataSource())) {
			return read(this.tools, first, connection, state(connection)).stream()
				.filter((tool) -> tool.comesFirst() || tool.hasRun())
				.toList();
		}
	}

	private List<ToolConfiguration> first() {
		DataSource migrated = this.migrator.dataSource();
		return this.tools.stream().filter((tool) -> tool.comesFirst(migrated)).toList();
	}

	private DatabaseState state(ServerConnection connection) {
		return new StateReader(this.migrator.internals().tables()).readUnfinished(connection);
	}

	private static ServerConnection open(DataSource dataSource) {
		return ServerConnection.open(dataSource, (notice) -> {
		});
	}

	private List<OtherTool> read(List<ToolConfiguration> asked, List<ToolConfiguration> first,
			ServerConnection connection, DatabaseState state) {
		Place place = Place.of(connection, state);
		return asked.stream()
			.map((tool) -> first.contains(tool) ? ofApplication(tool, connection, place)
					: fromElsewhere(tool, connection, place))
			.toList();
	}

	/**
	 * Returns a tool that, according to the configuration, has another database, or is
	 * not in the application. It counts if it has run in the schemas of the migrator. A
	 * tool of the application may use this database with another address.
	 */
	private OtherTool fromElsewhere(ToolConfiguration tool, ServerConnection connection, Place place) {
		Optional<String> found = tool.kind().shape().find(connection, place.schemas());
		boolean changesSchema = tool.isInApplication()
				&& tool.kind().shape().find(connection, List.of(place.ofTables())).isPresent();
		return new OtherTool(tool.kind().title(), found.orElse(tool.kind().table()), false, found.isPresent(),
				changesSchema, FirstRun.ANYWHERE);
	}

	private OtherTool ofApplication(ToolConfiguration tool, ServerConnection connection, Place place) {
		ToolSchemas schemas = schemas(tool, place);
		Optional<String> found = (schemas != null) ? tool.kind().shape().find(connection, List.of(schemas.history()))
				: tool.kind().shape().findAnywhere(connection);
		String table = found
			.orElseGet(() -> (schemas != null) ? schemas.history() + "." + tool.table() : tool.kind().table());
		return new OtherTool(tool.kind().title(), table, true, found.isPresent(),
				schemas == null || schemas.changed().contains(place.ofTables()),
				found.isPresent() ? FirstRun.ANYWHERE : firstRun(tool, schemas, connection, place));
	}

	/**
	 * Returns the schemas of a tool, or {@code null} if only the code of the application
	 * knows them.
	 */
	private @Nullable ToolSchemas schemas(ToolConfiguration tool, Place place) {
		return tool.ofSpringBoot() ? tool.schemas(current(tool, place)) : null;
	}

	/**
	 * Returns the schema of the tool's own connection, which may differ from that of the
	 * migrator's.
	 */
	private String current(ToolConfiguration tool, Place place) {
		DataSource used = tool.dataSource();
		if (used == null || used.equals(this.migrator.dataSource())) {
			return place.current();
		}
		try (ServerConnection connection = open(used)) {
			return Objects.requireNonNullElse(ServerSchemas.read(connection).defaultSchema(), place.current());
		}
		catch (MigratorException ex) {
			// The tool reports that itself when it runs.
			return place.current();
		}
	}

	/**
	 * Returns where a tool runs for the first time. Flyway refuses a database if one of
	 * its schemas is not empty.
	 */
	private static FirstRun firstRun(ToolConfiguration tool, @Nullable ToolSchemas schemas, ServerConnection connection,
			Place place) {
		List<String> changed = (schemas != null) ? schemas.changed() : place.schemas();
		if (tool.kind() != ToolKind.FLYWAY || Collections.disjoint(changed, place.schemas())
				|| !changed.stream().allMatch((schema) -> SchemaContents.isEmpty(connection, schema))) {
			return FirstRun.ANYWHERE;
		}
		if (tool.ofSpringBoot() && tool.startsBeforeItsFirst()) {
			return FirstRun.ANYWHERE;
		}
		return tool.runsAsCodeSays() ? FirstRun.UNKNOWN : FirstRun.WHERE_NOTHING_IS;
	}

	/**
	 * The schemas into which the migrator writes.
	 *
	 * @param ofTables the schema of its tables
	 * @param current the schema of names without a schema in scripts
	 */
	private record Place(String ofTables, String current) {

		static Place of(ServerConnection connection, DatabaseState state) {
			String tables = Objects.requireNonNull(state.tables().schema(), "The state has a schema");
			return new Place(tables,
					Objects.requireNonNullElse(ServerSchemas.read(connection).defaultSchema(), tables));
		}

		List<String> schemas() {
			return Stream.of(this.ofTables, this.current).distinct().toList();
		}

	}

}
