package dev.migrator.internal.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a file as a whole: first to a temporary file beside it, then to its place. Only
 * its owner may read it, because SQL may have secrets in it, unless it existed with other
 * rights. A device or a pipe is written to directly.
 */
public final class OutputFile {

	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private final Path file;

	/**
	 * Creates it for a path. Follows a link, so that the link stays a link.
	 */
	public OutputFile(Path file) throws IOException {
		this.file = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		if (Files.isDirectory(this.file)) {
			throw new FileSystemException(file.toString(), null, "it is a folder");
		}
		Path folder = Objects.requireNonNull(this.file.getParent());
		if (!Files.isDirectory(folder)) {
			throw new FileSystemException(file.toString(), null, "the folder does not exist: " + folder);
		}
	}

	public void write(Consumer<Appendable> text) throws IOException {
		if (Files.exists(this.file) && !Files.isRegularFile(this.file)) {
			temporary(text, (reader) -> {
				try (BufferedWriter device = Files.newBufferedWriter(this.file, StandardOpenOption.WRITE)) {
					reader.transferTo(device);
				}
			});
			return;
		}
		Path beside = this.file.resolveSibling("." + this.file.getFileName() + "." + UUID.randomUUID());
		try {
			try (Writer writer = Channels.newWriter(create(beside), StandardCharsets.UTF_8)) {
				text.accept(writer);
			}
			keepMode(beside);
			Files.move(beside, this.file, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	private static SeekableByteChannel create(Path file) throws IOException {
		Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix ? Files.newByteChannel(file, options, OWNER_ONLY) : Files.newByteChannel(file, options);
	}

	private void keepMode(Path beside) throws IOException {
		PosixFileAttributeView mode = Files.getFileAttributeView(this.file, PosixFileAttributeView.class);
		if (mode != null && Files.exists(this.file)) {
			Files.setPosixFilePermissions(beside, mode.readAttributes().permissions());
		}
	}

	/**
	 * Writes a text into a temporary file, and passes the file on when it is complete.
	 */
	public static void temporary(Consumer<Appendable> text, Receiver receiver) throws IOException {
		Path whole = Files.createTempFile("migrator", ".sql");
		try {
			try (BufferedWriter writer = Files.newBufferedWriter(whole)) {
				text.accept(writer);
			}
			try (Reader reader = Files.newBufferedReader(whole)) {
				receiver.receive(reader);
			}
		}
		finally {
			Files.deleteIfExists(whole);
		}
	}

	/**
	 * Receives a text.
	 */
	public interface Receiver {

		void receive(Reader text) throws IOException;

	}

}
