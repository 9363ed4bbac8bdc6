package dev.migrator.sample.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A second process on the folder of an embedded server.
 */
final class ServerProcess implements AutoCloseable {

	private static final String READY = "ready";

	private final Process process;

	private final BufferedReader output;

	private ServerProcess(Process process) {
		this.process = process;
		this.output = process.inputReader();
	}

	/** What runs in the other process: until it is told to end. */
	public static void main(String[] args) throws IOException {
		EmbeddedServer server = EmbeddedServer.in(Path.of(args[0]));
		System.out.println(String.join(" ", READY, String.valueOf(server.isOwner()), String.valueOf(server.port())));
		System.in.read();
		server.close();
	}

	static ServerProcess on(Path folder) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		List<String> command = List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path"), ServerProcess.class.getName(), folder.toString());
		return new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
	}

	Ready awaitReady() throws IOException {
		StringBuilder all = new StringBuilder();
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(READY)) {
				String[] words = line.split(" ");
				return new Ready(Boolean.parseBoolean(words[1]), Integer.parseInt(words[2]));
			}
			all.append(line).append('\n');
		}
		throw new AssertionError("The other process ended:\n" + all);
	}

	/** Lets the process end as it would by itself, and waits for that. */
	@Override
	public void close() throws IOException {
		this.process.getOutputStream().close();
		this.process.onExit().join();
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	record Ready(boolean owner, int port) {

	}

}
