package dev.migrator.internal.dialect.store;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.problem.Sha256;

/**
 * The scripts as the history records them when all are applied as they are now. If the
 * server finds the same digest in its history, it need not send thousands of checksums to
 * be compared one by one.
 *
 * @param count the number of scripts
 * @param digest the SHA-256 over the id, the version of the checksum and the checksum of
 * each, in the order of their ids
 */
public record RecordedScripts(int count, String digest) {

	/** The expression for which {@link #digest} is the value, over entries. */
	static final String DIGEST = """
			encode(sha256(convert_to(coalesce(string_agg(
			    revision || ' ' || coalesce(checksum_version || ' ' || checksum, '-'), ',' order by revision collate "C"),
			    ''), 'UTF8')), 'hex')""";

	/**
	 * Creates the digest.
	 * @param scripts the scripts
	 */
	public static RecordedScripts of(List<RecordedScript> scripts) {
		// For ids beyond ASCII the server may sort otherwise. Then it sends the
		// checksums.
		String text = scripts.stream()
			.sorted(Comparator.comparing(RecordedScript::revision))
			.map(RecordedScripts::line)
			.collect(Collectors.joining(","));
		return new RecordedScripts(scripts.size(), Sha256.of(text));
	}

	private static String line(RecordedScript script) {
		return script.revision() + " "
				+ ((script.checksum() != null) ? script.checksumVersion() + " " + script.checksum() : "-");
	}

}
