package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * A PgBouncer before the server of a test, from the package of the operating system.
 */
public final class Pooler implements AutoCloseable {

	private final Process process;

	private final int port;

	private final Path folder;

	private Pooler(Process process, int port, Path folder) {
		this.process = process;
		this.port = port;
		this.folder = folder;
	}

	/**
	 * Where it is installed.
	 * @return the program, or nothing if it is not installed
	 */
	public static Optional<Path> binary() {
		return Stream
			.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Starts one.
	 * @param database the database that it leads to
	 * @param mode {@code session}, {@code transaction} or {@code statement}
	 * @param size how many sessions of the server it keeps
	 * @return the pooler, to be closed
	 */
	public static Pooler start(TestDatabase database, String mode, int size) {
		try {
			int port = freePort();
			Path folder = Files.createTempDirectory("pgbouncer",
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
			Path configuration = folder.resolve("pgbouncer.ini");
			String password = database.password().isEmpty() ? "" : " password=" + database.password();
			Files.writeString(configuration, """
					[databases]
					* = host=%s port=%d user=%s%s
					[pgbouncer]
					listen_addr = 127.0.0.1
					listen_port = %d
					unix_socket_dir =
					auth_type = any
					pool_mode = %s
					default_pool_size = %d
					ignore_startup_parameters = extra_float_digits
					""".formatted(address(database), database.port(), database.user(), password, port, mode, size));
			List<String> command = new ArrayList<>(List.of(binary().orElseThrow().toString()));
			if ("root".equals(System.getProperty("user.name"))) {
				// It refuses to run as root.
				command.addAll(List.of("-u", "nobody"));
			}
			command.add(configuration.toString());
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			await().until(() -> listens(port));
			return new Pooler(process, port, folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String address(TestDatabase database) throws IOException {
		return InetAddress.getByName(database.host()).getHostAddress();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * The URL of a database, by way of the pooler.
	 * @param database the database
	 * @return the JDBC URL
	 */
	public String url(TestDatabase database) {
		return database.fullUrl().replaceFirst("//[^/]*/", "//127.0.0.1:" + this.port + "/");
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(60, TimeUnit.SECONDS);
			Files.deleteIfExists(this.folder.resolve("pgbouncer.ini"));
			Files.deleteIfExists(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
