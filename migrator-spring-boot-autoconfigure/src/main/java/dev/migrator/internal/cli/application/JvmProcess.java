package dev.migrator.internal.cli.application;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The process of this JVM, even if {@code System.out} was replaced.
 */
public final class JvmProcess implements CommandProcess {

	@Override
	public InputStream in() {
		return new FileInputStream(FileDescriptor.in);
	}

	@Override
	public OutputStream out() {
		return new FileOutputStream(FileDescriptor.out);
	}

	@Override
	public OutputStream err() {
		return new FileOutputStream(FileDescriptor.err);
	}

	@Override
	public boolean terminal() {
		return Terminal.OUT.isThere();
	}

	@Override
	public boolean interactive() {
		return Terminal.IN.isThere() && Terminal.ERR.isThere();
	}

	@Override
	public void exit(int exitCode) {
		System.exit(exitCode);
	}

}
