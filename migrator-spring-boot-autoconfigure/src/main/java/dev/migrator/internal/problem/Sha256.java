package dev.migrator.internal.problem;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of the migrator, which every Java platform has.
 */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * Begins a digest.
	 * @return an empty one
	 */
	public static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Ends a digest.
	 * @param digest the digest
	 * @return its value in hex digits
	 */
	public static String end(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/**
	 * Digests a text.
	 * @param text the text, digested as UTF-8
	 * @return the value in hex digits
	 */
	public static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Digests bytes.
	 * @param bytes the bytes
	 * @return the value in hex digits
	 */
	public static String of(byte[] bytes) {
		return HexFormat.of().formatHex(begin().digest(bytes));
	}

}
