package dev.migrator.internal.autogenerate.schemafile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.WantedSchema;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.dialect.catalog.UnreadKind;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.scratch.SchemaScript;
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.internal.execution.seed.StatementRun;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.execution.words.FailedStatement;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import org.springframework.core.io.Resource;

/**
 * Reads the wanted schema from a plain SQL file, for applications without entities. Only
 * the server knows the meaning of the file: it is run in a scratch database or a scratch
 * schema, read back from the catalog, and nothing is kept.
 */
public final class SchemaFile implements WantedSchema {

	/** The maximum number of lines that are shown for a kind that is not compared. */
	private static final int SHOWN_LINES = 5;

	private final String name;

	private final Supplier<Resource> resource;

	private final Supplier<DataSource> dataSource;

	private final Function<DataSource, Optional<ServerLogin>> logins;

	private final String timeZone;

	/**
	 * Creates the reader of a file.
	 * @param name the configured name of the file
	 * @param resource the file
	 * @param dataSource the DataSource of the migrator; one connection is taken from it
	 * @param logins the login that opens other databases of a DataSource's server, if it
	 * is known
	 * @param timeZone the time zone if neither role nor database has one
	 */
	public SchemaFile(String name, Supplier<Resource> resource, Supplier<DataSource> dataSource,
			Function<DataSource, Optional<ServerLogin>> logins, String timeZone) {
		this.name = name;
		this.resource = resource;
		this.dataSource = dataSource;
		this.logins = logins;
		this.timeZone = timeZone;
	}

	@Override
	public WantedModel read(TargetServer server) {
		SchemaScript script = SchemaText.read(this.name, this.resource.get());
		DataSource source = this.dataSource.get();
		try (ServerConnection connection = ServerConnection.open(source, (notice) -> {
		});
				BorrowedSession session = BorrowedSession.of(connection, this.timeZone);
				StoppableWork work = new StoppableWork(connection)) {
			ScratchChoice choice = new ScratchChoice(this.name, connection, work, source.getClass());
			Optional<ServerLogin> login = this.logins.apply(source);
			try (ChosenScratch scratch = choice.open(login, script)) {
				return read(scratch, script);
			}
		}
	}

	private WantedModel read(ChosenScratch scratch, SchemaScript script) {
		Optional<FailedStatement> failed = StatementRun.of(scratch.connection(), script.sql());
		if (failed.isPresent()) {
			throw failed(failed.get(), scratch);
		}
		return model(scratch.read(), script);
	}

	private UnreadableModelException failed(FailedStatement failed, ChosenScratch scratch) {
		return new UnreadableModelException(
				"%s:%s: statement %s of %s of the file that describes the schema failed:%n%n%s%n%n%s"
					.formatted(this.name, failed.line(), failed.number(), failed.of(), failed.excerpt(), failed.said()),
				failed.objectMissing() ? "Correct the file. " + scratch.whatIsThere() : "Correct the file.",
				failed.failure());
	}

	private WantedModel model(CatalogContents contents, SchemaScript script) {
		SchemaObjects schema = contents.schema();
		List<String> leftOut = script.unread().stream().map(this::leftOut).toList();
		Map<ObjectName, String> others = new LinkedHashMap<>();
		for (UncomparedObject object : contents.uncompared()) {
			if (object.relation() != null && object.name() == null) {
				others.put(object.relation(), object.kind());
			}
		}
		return WantedModel.builder(schema, ModelSources.file(this.name))
			.invented(UnchosenNames.in(schema))
			.complete(true)
			.leftOut(leftOut)
			.others(others)
			.build();
	}

	private String leftOut(UnreadKind unread) {
		List<Integer> lines = unread.lines();
		String shown = lines.stream().limit(SHOWN_LINES).map(String::valueOf).collect(Collectors.joining(", "));
		return "%s (%s, %s %s%s)".formatted(unread.kind(), this.name, (lines.size() == 1) ? "line" : "lines", shown,
				(lines.size() > SHOWN_LINES) ? " and " + (lines.size() - SHOWN_LINES) + " more" : "");
	}

}
