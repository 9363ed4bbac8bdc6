package dev.migrator.internal.cli.development;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.OnlyMigrator;
import dev.migrator.internal.cli.option.TargetConverter;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.Editor;
import dev.migrator.internal.cli.report.EditorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Opens the source of a revision.
 */
@Command(name = "edit", description = "Open the source of a revision in the editor of VISUAL or EDITOR.",
		footer = { "", "Example:", "  EDITOR=nano migrator edit head" })
public final class EditCommand implements Callable<Integer>, OnlyMigrator {

	private final Invocation invocation;

	@Parameters(index = "0", paramLabel = "REVISION", converter = TargetConverter.class,
			description = "An id or the beginning of one, head, current, ...")
	String revision = "";

	public EditCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public boolean readsDatabase() {
		return this.revision.equals("current");
	}

	@Override
	public Integer call() throws InterruptedException {
		Migrator migrator = this.invocation.migratorOfSources();
		Path source = migrator.internals().project().sourceOf(this.revision, () -> migrator.status().current());
		Editor editor = Editor.ofEnvironment(System.getenv());
		try {
			int exitCode = editor.edit(source);
			if (exitCode != 0) {
				throw EditorException.failed(editor, exitCode);
			}
		}
		catch (IOException ex) {
			throw EditorException.notStarted(editor, ex);
		}
		return ExitCode.DONE;
	}

}
