package dev.migrator.internal.cli.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.cli.option.Invocation;

/**
 * Asks a person what was renamed. Tables come before columns: the common columns of two
 * tables are known only after that.
 */
public final class RenameQuestions {

	private final Invocation invocation;

	private final Set<Rename> asked = new HashSet<>();

	public RenameQuestions(Invocation invocation) {
		this.invocation = invocation;
	}

	/**
	 * Asks about the candidates that were not asked about before.
	 * @param found the differences so far
	 * @return the renames
	 */
	public List<Rename> ask(ModelDifferences found) {
		List<Rename> renames = new ArrayList<>();
		Set<String> settled = new HashSet<>();
		for (RenameCandidate candidate : found.differences().renameCandidates()) {
			Rename rename = candidate.rename();
			if (settled.contains(rename.from()) || settled.contains(candidate.to()) || !this.asked.add(rename)) {
				continue;
			}
			if (this.invocation
				.confirm("Was the %s %s renamed to %s?".formatted(candidate.kind(), rename.from(), candidate.to()))) {
				settled.add(rename.from());
				settled.add(candidate.to());
				renames.add(rename);
			}
		}
		return renames;
	}

}
