package dev.migrator.internal.script.writing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.error.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs on a new script: formatters, licence headers, {@code git add}. Runs them
 * one after the other, without a shell.
 */
final class Hooks {

	private static final int LAST_LINES = 20;

	private final List<String> hooks;

	private final @Nullable Path directory;

	/**
	 * Creates hooks.
	 * @param hooks the commands
	 * @param directory the folder in which they run, or {@code null} for the working
	 * directory
	 */
	Hooks(List<String> hooks, @Nullable Path directory) {
		this.hooks = hooks;
		this.directory = directory;
	}

	/**
	 * Runs the hooks.
	 * @throws HookFailedException if one fails; the later ones do not run
	 */
	List<HookOutput> run(Path script) {
		List<HookOutput> outputs = new ArrayList<>();
		for (String hook : this.hooks) {
			outputs.add(run(new HookCommand(hook), script));
		}
		return outputs;
	}

	private HookOutput run(HookCommand command, Path script) {
		String hook = Secrets.mask(command.text());
		ProcessBuilder builder = new ProcessBuilder(command.words(script)).redirectErrorStream(true);
		if (this.directory != null) {
			builder.directory(new File(this.directory.toString()));
		}
		try {
			Process process = builder.start();
			return finish(hook, script, process);
		}
		catch (IOException ex) {
			throw HookFailedException.notStarted(hook, script, ex);
		}
	}

	private static HookOutput finish(String hook, Path script, Process process) throws IOException {
		try {
			process.getOutputStream().close();
			String output = Secrets
				.mask(new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).stripTrailing());
			int exitCode = process.waitFor();
			if (exitCode != 0) {
				throw HookFailedException.exited(hook, script, exitCode, last(output));
			}
			return new HookOutput(hook, output);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw HookFailedException.notStarted(hook, script, ex);
		}
		finally {
			process.destroy();
		}
	}

	private static String last(String output) {
		List<String> lines = output.lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
	}

}
