package dev.migrator.internal.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The editor of the person at the terminal.
 *
 * @param command the program with its arguments
 */
public record Editor(List<String> command) {

	/**
	 * Returns the editor that the environment names, in the order of git: VISUAL, then
	 * EDITOR. The value may have arguments, such as {@code code --wait}.
	 * @throws EditorException if it names none
	 */
	public static Editor ofEnvironment(Map<String, String> environment) {
		return Stream.of("VISUAL", "EDITOR")
			.map((name) -> environment.getOrDefault(name, ""))
			.filter((value) -> !value.isBlank())
			.findFirst()
			.map((value) -> new Editor(List.of(value.strip().split("\\s+"))))
			.orElseThrow(EditorException::none);
	}

	public int edit(Path file) throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(this.command);
		line.add(file.toString());
		return new ProcessBuilder(line).inheritIO().start().waitFor();
	}

	@Override
	public String toString() {
		return String.join(" ", this.command);
	}

}
