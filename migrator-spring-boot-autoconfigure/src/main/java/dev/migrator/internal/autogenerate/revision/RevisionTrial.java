package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.scratch.ScratchDatabase;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.dialect.surroundings.PresentObject;
import dev.migrator.internal.dialect.surroundings.PresentObjects;
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.DataMigration;

/**
 * Tries a generated revision before it is written, in a scratch database that has the
 * schema of the real one and a few rows in each table: the upgrade has to run and lead to
 * the wanted schema, the downgrade back to the old one, and no value may be lost that the
 * revision does not declare as lost. Only the catalog of the real database is read.
 */
public final class RevisionTrial {

	/** The number of objects that are named, if they could not be created. */
	private static final int SHOWN = 3;

	/**
	 * The kinds that are created in the scratch database, or together with another
	 * object.
	 */
	private static final Set<String> MADE = Set.of("view", "materialized view", "function", "procedure", "trigger",
			"rule", "policy", "composite type", "partition", "inheriting table", "extension");

	private final Function<DataSource, Optional<ServerLogin>> logins;

	private final String timeZone;

	private final ModelComparison comparison;

	/**
	 * Creates a trial.
	 * @param logins opens other databases of a DataSource's server, if that server is
	 * known
	 * @param timeZone the time zone if neither role nor database has one
	 * @param comparison the comparison with which the revision was generated, without its
	 * renames
	 */
	public RevisionTrial(Function<DataSource, Optional<ServerLogin>> logins, String timeZone,
			ModelComparison comparison) {
		this.logins = logins;
		this.timeZone = timeZone;
		this.comparison = comparison.ofCatalogAlone();
	}

	/**
	 * Tries revisions one after the other, and back.
	 * @param dataSource the source of the connection to the real database; one is taken
	 * @param revisions the revisions
	 * @param found the differences from which they were generated
	 * @return the report of what was tried and what was not
	 * @throws TrialFailedException if one does not have the wanted result
	 */
	public TrialReport of(DataSource dataSource, List<TriedRevision> revisions, ModelDifferences found) {
		if (revisions.stream()
			.flatMap((revision) -> revision.changes().stream())
			.anyMatch((change) -> change.operation() instanceof DataMigration)) {
			return TrialReport.notTried("the revision has code over live data.");
		}
		Optional<ServerLogin> login = this.logins.apply(dataSource);
		try (ServerConnection connection = ServerConnection.open(dataSource, (notice) -> {
		});
				BorrowedSession session = BorrowedSession.of(connection, this.timeZone);
				StoppableWork work = new StoppableWork(connection)) {
			Optional<String> obstacle = ScratchDatabase.obstacle(connection, login, dataSource.getClass());
			if (obstacle.isPresent()) {
				return TrialReport.notTried(obstacle.get() + (login.isPresent()
						? " To allow it: ALTER ROLE %s CREATEDB".formatted(connection.role()) : ""));
			}
			return tried(connection, login.orElseThrow(), work, revisions, found);
		}
	}

	private TrialReport tried(ServerConnection connection, ServerLogin login, StoppableWork work,
			List<TriedRevision> revisions, ModelDifferences found) {
		ServerSchemas server = ServerSchemas.read(connection);
		Set<String> schemas = new TreeSet<>(found.real().schemas());
		schemas.addAll(found.model().schemas());
		if (server.defaultSchema() != null) {
			schemas.add(server.defaultSchema());
		}
		List<PresentObject> others = PresentObjects.read(connection, schemas);
		try (ScratchDatabase scratch = ScratchDatabase.create(connection, login)) {
			work.also(scratch.connection());
			List<String> missing = new ArrayList<>();
			scratch.prepare().forEach((extension) -> missing.add("extension " + extension));
			schemas.stream().filter(server.names()::contains).forEach(scratch::createSchema);
			missing.addAll(present(scratch.connection(), found.real(), others));
			TrialRun run = new TrialRun(scratch.connection(), schemas, revisions, missing.isEmpty());
			missing.addAll(uncompared(found.uncompared()));
			List<String> lines = new ArrayList<>(run.run(this.comparison, found.model(), missing.isEmpty()));
			if (!missing.isEmpty()) {
				lines.add("Missing in the trial: " + shown(missing));
			}
			return new TrialReport(lines);
		}
		catch (SqlFailure | ConnectionRefusedException ex) {
			return TrialReport.notTried(ex.descriptionInOneLine());
		}
	}

	private static List<String> present(ServerConnection scratch, SchemaObjects real, List<PresentObject> others) {
		scratch.send(TransactionSql.BEGIN + TransactionSql.WITHOUT_BODIES);
		List<String> missing = PresentSchema.make(scratch, ServerSchemas.read(scratch).names(), real, others);
		scratch.send(TransactionSql.COMMIT);
		return missing;
	}

	private static List<String> uncompared(List<UncomparedObject> uncompared) {
		return uncompared.stream()
			.filter((object) -> !MADE.contains(object.kind()))
			.map((object) -> object.kind() + " " + object.identity())
			.toList();
	}

	private static String shown(List<String> names) {
		String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
		return (names.size() > SHOWN) ? "%s and %s more".formatted(first, names.size() - SHOWN) : first;
	}

}
