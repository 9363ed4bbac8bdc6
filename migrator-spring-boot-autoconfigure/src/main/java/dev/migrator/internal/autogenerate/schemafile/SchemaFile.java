package dev.migrator.internal.autogenerate.schemafile;

import java.io.IOException;
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
import dev.migrator.internal.execution.run.BorrowedSession;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.execution.words.FailedStatement;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.FoundScripts;
import org.jspecify.annotations.Nullable;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

/**
 * Reads the wanted schema from a plain SQL file, or from all files of a folder, for
 * applications without entities. Only the server knows the meaning of the files: they are
 * run in a scratch database or a scratch schema, read back from the catalog, and nothing
 * is kept.
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
	 * @param name the configured name of the file, or of the folder
	 * @param resource the file or the folder
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
		SchemaParts parts = parts();
		DataSource source = this.dataSource.get();
		try (ServerConnection connection = ServerConnection.open(source, (notice) -> {
		});
				BorrowedSession session = BorrowedSession.of(connection, this.timeZone);
				StoppableWork work = new StoppableWork(connection)) {
			ScratchChoice choice = new ScratchChoice(this.name, connection, work, source.getClass());
			Optional<ServerLogin> login = this.logins.apply(source);
			try (ChosenScratch scratch = choice.open(login, parts)) {
				return read(scratch, parts);
			}
		}
	}

	private SchemaParts parts() {
		List<FoundScript> found = found(this.resource.get());
		if (found.isEmpty()) {
			throw new UnreadableModelException(
					"The folder that describes the schema, %s, has no file that ends in .sql.".formatted(this.name),
					"Write the schema there, or correct migrator.autogenerate.schema-file.", null);
		}
		return new SchemaParts(
				found.stream().map((file) -> SchemaText.read(file.description(), file.resource())).toList());
	}

	/**
	 * Returns the file, or all SQL files in the folder and in the folders in it, by path.
	 */
	private List<FoundScript> found(Resource resource) {
		String folder = folder(resource);
		if (folder == null) {
			return List.of(new FoundScript(resource, this.name, this.name));
		}
		String shown = StringUtils.trimTrailingCharacter(this.name, '/') + "/";
		return FoundScripts.in(List.of(folder), new DefaultResourceLoader())
			.files()
			.stream()
			.map((file) -> new FoundScript(file.resource(), shown + file.path(), file.path()))
			.toList();
	}

	private @Nullable String folder(Resource resource) {
		if (this.name.startsWith("classpath:") && this.name.endsWith("/")) {
			return this.name;
		}
		try {
			return (resource.isFile() && resource.getFile().isDirectory()) ? "file:" + resource.getFile() : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private WantedModel read(ChosenScratch scratch, SchemaParts parts) {
		Optional<SchemaParts.Failed> failed = parts.run(scratch);
		if (failed.isPresent()) {
			throw failed(failed.get(), scratch);
		}
		return model(scratch.read(), scratch.readObjects(), parts);
	}

	private UnreadableModelException failed(SchemaParts.Failed failed, ChosenScratch scratch) {
		FailedStatement statement = failed.statement();
		return new UnreadableModelException(
				"%s:%s: statement %s of %s of the file that describes the schema failed:%n%n%s%n%n%s".formatted(
						failed.part().name(), statement.line(), statement.number(), statement.of(), statement.excerpt(),
						statement.said()),
				statement.objectMissing() ? "Correct the file. " + scratch.whatIsThere() : "Correct the file.",
				statement.failure());
	}

	private WantedModel model(CatalogContents contents, List<OpaqueObject> objects, SchemaParts parts) {
		SchemaObjects schema = contents.schema();
		List<String> leftOut = parts.parts()
			.stream()
			.flatMap((part) -> part.script().unread().stream().map((unread) -> leftOut(part.name(), unread)))
			.toList();
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
			.objects(objects)
			.build();
	}

	private static String leftOut(String file, UnreadKind unread) {
		List<Integer> lines = unread.lines();
		String shown = lines.stream().limit(SHOWN_LINES).map(String::valueOf).collect(Collectors.joining(", "));
		return "%s (%s, %s %s%s)".formatted(unread.kind(), file, (lines.size() == 1) ? "line" : "lines", shown,
				(lines.size() > SHOWN_LINES) ? " and " + (lines.size() - SHOWN_LINES) + " more" : "");
	}

}
