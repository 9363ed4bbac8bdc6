package dev.migrator.internal.dialect.connection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.error.SqlFailure;
import org.postgresql.copy.CopyIn;
import org.postgresql.core.BaseConnection;

/**
 * Sends one {@code COPY ... FROM STDIN} with its data through the driver's copy API,
 * which takes part in a transaction that was begun in text.
 */
final class CopyMessage extends OutputStream {

	private static final int BUFFER = 65_536;

	private final CopyIn copy;

	private final PendingMessage pending;

	private CopyMessage(CopyIn copy, PendingMessage pending) {
		this.copy = copy;
		this.pending = pending;
	}

	/**
	 * Sends the statement and its data.
	 * @return the number of rows that the server took
	 */
	static long send(BaseConnection connection, String statement, CopyRows rows, Consumer<String> notices,
			PendingMessage pending) {
		try {
			CopyIn copy = connection.getCopyAPI().copyIn(statement);
			try {
				send(copy, rows, pending);
			}
			catch (SQLException | RuntimeException ex) {
				cancel(copy, ex);
				throw ex;
			}
			for (SQLWarning notice = connection.getWarnings(); notice != null; notice = notice.getNextWarning()) {
				new Notices(statement, notices).accept(notice, 0);
			}
			connection.clearWarnings();
			return copy.getHandledRowCount();
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, 0);
		}
	}

	private static void send(CopyIn copy, CopyRows rows, PendingMessage pending) throws SQLException {
		try {
			Writer writer = new OutputStreamWriter(new BufferedOutputStream(new CopyMessage(copy, pending), BUFFER),
					StandardCharsets.UTF_8);
			rows.writeTo(writer);
			writer.flush();
			copy.endCopy();
		}
		catch (IOException ex) {
			if (ex.getCause() instanceof SQLException cause) {
				throw cause;
			}
			throw new UncheckedIOException(ex);
		}
	}

	private static void cancel(CopyIn copy, Exception reason) {
		try {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
		}
		catch (SQLException ex) {
			reason.addSuppressed(ex);
		}
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			this.copy.writeToCopy(bytes, offset, length);
			this.pending.moved();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

}
