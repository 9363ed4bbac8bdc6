package dev.migrator.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server, and does to a connection what networks do.
 */
final class TcpProxy implements AutoCloseable {

	/** So many characters of what a client sent are remembered. */
	private static final int MEMORY = 10_000;

	private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final String host;

	private final int port;

	private final List<Link> links = new CopyOnWriteArrayList<>();

	private volatile @Nullable Trap trap;

	private volatile int bytesPerSecond = Integer.MAX_VALUE;

	private TcpProxy(String host, int port) throws IOException {
		this.host = host;
		this.port = port;
		// What a client has sent is on its way, and not in a buffer here.
		this.listener.setReceiveBufferSize(16_384);
		start(this::accept);
	}

	/**
	 * Stands before the server of a database.
	 */
	static TcpProxy before(TestDatabase database) {
		try {
			return new TcpProxy(database.host(), database.port());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Waits for a client that sends a text, and does something to its connection, once.
	 */
	void when(String text, Fault fault) {
		this.trap = new Trap(text, fault);
	}

	/**
	 * Lets data pass slowly, in either direction.
	 */
	void slow(int bytes) {
		this.bytesPerSecond = bytes;
	}

	/**
	 * Whether the client was there.
	 */
	boolean sprung() {
		return this.trap == null;
	}

	/**
	 * Resets all connections.
	 */
	void cut() {
		this.links.forEach(Link::cut);
		this.links.clear();
	}

	/**
	 * Resets the connections whose clients sent a text lately.
	 */
	void cut(String text) {
		this.links.stream().filter((link) -> link.sent(text)).forEach(Link::cut);
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.listener.accept();
				Link link = new Link(client, new Socket(this.host, this.port));
				this.links.add(link);
				start(link::up);
				start(link::down);
			}
		}
		catch (IOException ex) {
			// The proxy was closed.
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		cut();
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What happens to a connection.
	 */
	enum Fault {

		/** Reset; the server never sees what was sent. */
		CUT_BEFORE,

		/** Reset as soon as the server answers; the client never sees the answer. */
		CUT_ON_ANSWER,

		/** The server sees what was sent; nothing arrives anywhere any more. */
		SILENCE,

		/** The server sees all that is sent; nothing arrives at the client any more. */
		LOST_ANSWER

	}

	private record Trap(String text, Fault fault) {

	}

	private final class Link {

		private final Socket client;

		private final Socket server;

		private final StringBuffer seen = new StringBuffer();

		private volatile @Nullable Fault fault;

		Link(Socket client, Socket server) {
			this.client = client;
			this.server = server;
		}

		void up() {
			copy(this.client, this.server, true);
		}

		void down() {
			copy(this.server, this.client, false);
		}

		private void copy(Socket from, Socket to, boolean up) {
			byte[] buffer = new byte[8192];
			try {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
					Thread.sleep(1000L * count / TcpProxy.this.bytesPerSecond);
					if (up ? passesUp(buffer, count) : passesDown()) {
						out.write(buffer, 0, count);
						out.flush();
					}
				}
				to.shutdownOutput();
			}
			catch (IOException ex) {
				cut();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private boolean passesUp(byte[] buffer, int count) {
			if (this.fault != null) {
				return this.fault == Fault.LOST_ANSWER;
			}
			Trap set = TcpProxy.this.trap;
			this.seen.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
			if (set == null || this.seen.indexOf(set.text()) < 0) {
				this.seen.delete(0, Math.max(0, this.seen.length() - MEMORY));
				return true;
			}
			TcpProxy.this.trap = null;
			if (set.fault() == Fault.CUT_BEFORE) {
				cut();
				return false;
			}
			this.fault = set.fault();
			return true;
		}

		private boolean passesDown() {
			if (this.fault == Fault.CUT_ON_ANSWER) {
				cut();
			}
			return this.fault == null;
		}

		boolean sent(String text) {
			return this.seen.indexOf(text) >= 0;
		}

		void cut() {
			reset(this.client);
			reset(this.server);
		}

		private static void reset(Socket socket) {
			try {
				// Closed without lingering, a socket sends RST instead of FIN.
				socket.setSoLinger(true, 0);
				socket.close();
			}
			catch (IOException ex) {
				// It is gone already.
			}
		}

	}

}
