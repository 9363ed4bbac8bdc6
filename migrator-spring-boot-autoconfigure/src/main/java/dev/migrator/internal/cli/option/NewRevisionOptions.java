package dev.migrator.internal.cli.option;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a command that writes a script.
 */
public final class NewRevisionOptions {

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", defaultValue = "",
			description = "Its message: what it does.")
	String message = "";

	@Option(names = "--splice", description = "Allow it to follow a revision that others follow already: a new branch.")
	boolean splice;

	@Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for its branch. Repeatable.")
	List<String> branchLabels = new ArrayList<>();

	@Option(names = "--depends-on", paramLabel = "TARGET",
			description = "A revision that must be applied before it, although it does not follow it. Repeatable.")
	List<String> dependsOn = new ArrayList<>();

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id. Default: 12 random hex digits.")
	@Nullable String id;

	@Option(names = { "--location", "--version-path" }, paramLabel = "LOCATION",
			description = "The location (of migrator.locations) to write it to. Default: the location of the revision that it "
					+ "follows.")
	@Nullable String location;

	@Option(names = "--type", paramLabel = "TYPE", defaultValue = "sql",
			description = "The language of the script: sql, java.")
	Type type = Type.sql;

	public NewRevision revision() {
		return NewRevision.builder(this.message)
			.splice(this.splice)
			.branchLabels(this.branchLabels)
			.dependsOn(this.dependsOn)
			.revision(this.id)
			.location(this.location)
			.type(this.type.scriptType())
			.build();
	}

	/**
	 * The languages of a script. The names are what a user types.
	 */
	public enum Type {

		sql, java;

		public ScriptType scriptType() {
			return (this == java) ? ScriptType.JAVA : ScriptType.SQL;
		}

	}

}
