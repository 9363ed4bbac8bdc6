package dev.migrator.internal.cli.development;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrator.internal.autogenerate.baseline.SchemaExport;
import dev.migrator.internal.autogenerate.baseline.WrittenSchema;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Writes the schema of the database as files that describe it.
 */
@Command(name = "export",
		description = "Write the schema of the database as SQL that migrator.autogenerate.schema-file reads: a folder "
				+ "with a file for each table or other object, or one file. Owners and rights are left out.",
		footer = { "", "Examples:", "  migrator export", "  migrator export src/main/resources/db/schema",
				"  migrator export schema.sql" })
public final class ExportCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER|FILE", defaultValue = "db/schema",
			description = "The folder, or a file that ends in .sql. Default: ${DEFAULT-VALUE}.")
	Path target = Path.of("db/schema");

	@Option(names = "--force", description = "Replace an existing file, and remove .sql files of an earlier export "
			+ "whose object is gone.")
	boolean force;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public ExportCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public boolean readsDatabase() {
		return true;
	}

	@Override
	public Integer call() {
		WrittenSchema schema = this.invocation.migrator().internals().present().read();
		if (schema.isEmpty()) {
			this.invocation.report(this.report.format,
					this.invocation.named("Nothing to export: the database has no objects"), json(schema, 0));
			return ExitCode.DONE;
		}
		int files = new SchemaExport(this.target, this.force).write(schema);
		schema.unwritten().forEach((what) -> this.invocation.warn("Not exported: " + what));
		this.invocation.report(this.report.format,
				this.invocation.named(
						"Exported %s %s to %s%s".formatted(schema.size(), (schema.size() == 1) ? "object" : "objects",
								this.target, (files == 1) ? "" : " (%s files)".formatted(files))),
				json(schema, files));
		return ExitCode.DONE;
	}

	private Map<String, Object> json(WrittenSchema schema, int files) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("target", this.target.toString());
		json.put("files", files);
		json.put("objects", schema.size());
		json.put("notExported", schema.unwritten());
		return json;
	}

}
