package dev.migrator.internal.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Standard output that keeps the failure of a write, because a {@code PrintWriter} does
 * not report it.
 */
final class ResultStream extends FilterOutputStream {

	private @Nullable IOException failure;

	ResultStream(OutputStream out) {
		super(out);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			this.out.write(bytes, offset, length);
		}
		catch (IOException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/**
	 * Returns the reason why something could not be written.
	 * @return the last failure, or {@code null} if everything was written
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

}
