package dev.migrator.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import dev.migrator.script.Script;

/**
 * How far a revision without a transaction came, and the SHA-256 of what it has done:
 * each statement in UTF-8, followed by a zero byte.
 */
final class DoneStatements {

	private final MessageDigest digest;

	private int count;

	DoneStatements() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	int count() {
		return this.count;
	}

	void add(Unit unit) {
		this.digest.update(unit.text().getBytes(StandardCharsets.UTF_8));
		this.digest.update((byte) 0);
		this.count++;
	}

	String hash() {
		try {
			return HexFormat.of().formatHex(((MessageDigest) this.digest.clone()).digest());
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Goes to where an earlier run came.
	 * @throws PartialRevisionException if what that run has done is not what the script
	 * says now
	 */
	void resume(Script script, List<Unit> units, Trace trace) {
		if (trace.statementsDone() > units.size()) {
			throw new PartialRevisionException(script, trace);
		}
		units.subList(0, trace.statementsDone()).forEach(this::add);
		if (this.count > 0 && !hash().equals(trace.doneHash())) {
			throw new PartialRevisionException(script, trace);
		}
	}

}
