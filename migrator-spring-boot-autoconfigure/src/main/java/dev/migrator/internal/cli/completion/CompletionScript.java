package dev.migrator.internal.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes a script with which a shell completes commands, options and targets, each with
 * what it is. Only the application knows its revisions, and asking it starts a JVM, which
 * takes seconds. So it is asked in the background, once a minute at most, and meanwhile
 * the previous list is completed. A list in the script itself would be as old as the
 * shell, and each new shell would have to wait for the JVM.
 */
public final class CompletionScript {

	private static final String HEADER = "# Completes the commands of {name}, their options and targets.\n\n";

	private CompletionScript() {
	}

	/**
	 * Returns the script.
	 * @param shell the shell, or {@code null} for a script that bash and zsh understand
	 * @param name the name of the program, function or alias
	 * @param root all commands
	 */
	public static String of(@Nullable Shell shell, String name, CommandSpec root) {
		List<CompletedCommand> commands = CompletedCommand.of(root);
		String posix = new PosixWords(name).of(commands) + template("posix.sh");
		String script = (shell == null)
				? HEADER + posix + template("bash.sh") + template("zsh.sh") + template("either.sh") : switch (shell) {
					case bash -> HEADER + posix + template("bash.sh") + template("bash-start.sh");
					case zsh -> "#compdef {name}\n" + HEADER + posix + template("zsh.sh") + template("zsh-start.sh");
					case fish -> HEADER + template("start.fish") + new FishWords(name).of(commands);
				};
		return script.replace("{global}", FishWords.takingValues(commands.get(0))).replace("{name}", name);
	}

	private static String template(String name) {
		String file = name + ".template";
		try (InputStream stream = Objects.requireNonNull(CompletionScript.class.getResourceAsStream(file), file)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
