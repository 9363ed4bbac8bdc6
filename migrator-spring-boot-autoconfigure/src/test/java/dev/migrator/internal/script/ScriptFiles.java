package dev.migrator.internal.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.springframework.core.io.DefaultResourceLoader;

/**
 * A folder with scripts that a test writes and reads.
 */
public record ScriptFiles(Path folder) {

	public ScriptFiles write(String path, String content) {
		return write(path, content.getBytes(StandardCharsets.UTF_8));
	}

	public ScriptFiles write(String path, byte[] content) {
		try {
			Path file = this.folder.resolve(path);
			Files.createDirectories(file.getParent());
			Files.write(file, content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public SqlScript readOne(String content) {
		write("x.sql", content);
		return read().get(0);
	}

	public List<SqlScript> read() {
		return new SqlScriptReader(new DefaultResourceLoader()).read(List.of("file:" + this.folder)).scripts();
	}

}
