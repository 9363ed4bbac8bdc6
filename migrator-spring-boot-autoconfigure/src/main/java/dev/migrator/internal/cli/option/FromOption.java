package dev.migrator.internal.cli.option;

import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.cli.application.OtherToolFirstException;
import dev.migrator.internal.command.development.ComparedWith;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option for what the model is compared with.
 */
public final class FromOption {

	@Option(names = "--from", paramLabel = "WHAT",
			description = "Compare the model with the database (database), or with what the revisions make of an empty "
					+ "one, in a scratch database on the same server (scratch).")
	public @Nullable ComparedWith with;

	public boolean isSet() {
		return this.with != null;
	}

	/**
	 * Returns what the model is compared with. If another tool runs before the revisions,
	 * a scratch database would not have what that makes.
	 * @return the choice, or {@code null} if the migrator chooses
	 */
	public @Nullable ComparedWith in(Invocation invocation) {
		if (this.with == ComparedWith.DATABASE) {
			return this.with;
		}
		OtherTool first = invocation.otherTools().stream().filter(OtherTool::comesFirst).findFirst().orElse(null);
		if (first == null) {
			return this.with;
		}
		if (this.with == ComparedWith.SCRATCH) {
			throw OtherToolFirstException.inScratch(first);
		}
		return ComparedWith.DATABASE;
	}

}
