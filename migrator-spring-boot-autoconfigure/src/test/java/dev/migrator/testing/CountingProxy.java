package dev.migrator.testing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Stands between a client and the server, and reads the messages that the client sends.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 * Formats</a>
 */
public final class CountingProxy implements AutoCloseable {

	private final ServerSocket listener;

	private final PGSimpleDataSource server;

	private final List<Query> queries = new CopyOnWriteArrayList<>();

	private volatile Consumer<String> before = (query) -> {
	};

	private CountingProxy(PGSimpleDataSource server) throws IOException {
		this.server = server;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	/**
	 * Starts in front of a database.
	 * @param database the database
	 * @return the proxy
	 * @throws IOException if it cannot listen
	 */
	public static CountingProxy of(TestDatabase database) throws IOException {
		CountingProxy proxy = new CountingProxy(database.newDataSource());
		start(proxy::accept);
		return proxy;
	}

	/**
	 * A DataSource that leads through the proxy.
	 * @return the data source
	 */
	public PGSimpleDataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setServerNames(new String[] { "localhost" });
		dataSource.setPortNumbers(new int[] { this.listener.getLocalPort() });
		dataSource.setDatabaseName(this.server.getDatabaseName());
		dataSource.setUser(this.server.getUser());
		dataSource.setPassword(this.server.getPassword());
		dataSource.setSslMode("disable");
		dataSource.setGssEncMode("disable");
		return dataSource;
	}

	/**
	 * Does something before a simple-query message is sent on.
	 * @param action is given the text of the message
	 */
	public void before(Consumer<String> action) {
		this.before = action;
	}

	/**
	 * The texts of the simple-query messages that were sent.
	 * @return the texts, in order
	 */
	public List<String> queries() {
		return this.queries.stream().map(Query::text).toList();
	}

	/**
	 * The texts of the simple-query messages that were sent on one connection.
	 * @param text what one of its messages begins with; no other connection's does
	 * @return the texts, in order
	 */
	public List<String> queriesBeside(String text) {
		int connection = this.queries.stream()
			.filter((query) -> query.text().startsWith(text))
			.reduce((first, second) -> second)
			.orElseThrow()
			.connection();
		return this.queries.stream().filter((query) -> query.connection() == connection).map(Query::text).toList();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	private void accept() throws IOException {
		for (int number = 0;; number++) {
			int connection = number;
			Socket client = this.listener.accept();
			Socket target = new Socket(this.server.getServerNames()[0], this.server.getPortNumbers()[0]);
			start(() -> forward(connection, new DataInputStream(client.getInputStream()), target));
			start(() -> {
				try (client) {
					target.getInputStream().transferTo(client.getOutputStream());
				}
			});
		}
	}

	/**
	 * Only the first message has no type. A message is counted before it is sent on: who
	 * has its answer finds it counted.
	 */
	private void forward(int connection, DataInputStream from, Socket target) throws IOException {
		try (target) {
			OutputStream to = new BufferedOutputStream(target.getOutputStream());
			write(body(from), to);
			to.flush();
			while (true) {
				int type = from.readUnsignedByte();
				byte[] body = body(from);
				if (type == 'Q') {
					String text = new String(body, 0, body.length - 1, StandardCharsets.UTF_8);
					this.queries.add(new Query(connection, text));
					this.before.accept(text);
				}
				to.write(type);
				write(body, to);
				if (from.available() == 0) {
					to.flush();
				}
			}
		}
	}

	private static byte[] body(DataInputStream from) throws IOException {
		return from.readNBytes(from.readInt() - 4);
	}

	private static void write(byte[] body, OutputStream to) throws IOException {
		int length = body.length + 4;
		to.write(new byte[] { (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length });
		to.write(body);
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (SocketException | EOFException ex) {
				// one of the two has closed its connection
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}, "proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private record Query(int connection, String text) {

	}

	private interface Work {

		void run() throws IOException;

	}

}
