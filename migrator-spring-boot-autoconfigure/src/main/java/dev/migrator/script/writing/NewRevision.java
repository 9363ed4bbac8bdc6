package dev.migrator.script.writing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a new revision is to be.
 *
 * <pre class="code">
 * NewRevision.of("add exercises table").withHeads("billing@head").withType(ScriptType.JAVA)
 * </pre>
 *
 * @param message what it does. Its first line is the message of the revision; the others
 * become comments of a SQL script
 * @param heads targets of what it follows: ids, labels, {@code head}, {@code heads},
 * {@code billing@head}, {@code base} for none. Nothing: the one head there is
 * @param splice whether it may follow what others follow already
 * @param branchLabels names for the branch that it is on
 * @param dependsOn targets of what it depends on; labels stay labels, everything else
 * becomes a full id
 * @param revision its id, or {@code null} for a random one
 * @param location which of the configured locations it goes to, or {@code null} for that
 * of the first revision that it follows
 * @param type what it is written in
 * @param upgrade the body of its upgrade, SQL or Java, or empty
 * @param downgrade the body of its downgrade, or empty for nothing to do
 * @param imports what the bodies of a Java revision need: {@code java.util.List},
 * {@code static dev.migrator.schema.Types.bigint}
 * @param transaction whether it runs in a transaction
 */
@SuppressWarnings("InvalidParam") // head is the target here, not a slip of heads
public record NewRevision(String message, List<String> heads, boolean splice, List<String> branchLabels,
		List<String> dependsOn, @Nullable String revision, @Nullable String location, ScriptType type, String upgrade,
		String downgrade, List<String> imports, boolean transaction) {

	public NewRevision {
		heads = List.copyOf(heads);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
		imports = List.copyOf(imports);
	}

	/**
	 * An empty SQL revision on top of the one head.
	 * @param message what it does, or nothing
	 * @return the revision
	 */
	public static NewRevision of(String message) {
		return new NewRevision(message, List.of(), false, List.of(), List.of(), null, null, ScriptType.SQL, "", "",
				List.of(), true);
	}

	/**
	 * With other targets of what it follows.
	 * @param values the targets
	 * @return the changed revision
	 */
	public NewRevision withHeads(List<String> values) {
		return new NewRevision(this.message, values, this.splice, this.branchLabels, this.dependsOn, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * With other targets of what it follows.
	 * @param values the targets
	 * @return the changed revision
	 */
	public NewRevision withHeads(String... values) {
		return withHeads(List.of(values));
	}

	/**
	 * Allowed to follow what others follow already, which begins a branch, or not.
	 * @param value whether it is
	 * @return the changed revision
	 */
	public NewRevision withSplice(boolean value) {
		return new NewRevision(this.message, this.heads, value, this.branchLabels, this.dependsOn, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * With other branch labels.
	 * @param values the labels
	 * @return the changed revision
	 */
	public NewRevision withBranchLabels(List<String> values) {
		return new NewRevision(this.message, this.heads, this.splice, values, this.dependsOn, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * With other targets of what it depends on.
	 * @param values the targets
	 * @return the changed revision
	 */
	public NewRevision withDependsOn(List<String> values) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, values, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * With another id.
	 * @param value the id, or {@code null} for a random one
	 * @return the changed revision
	 */
	public NewRevision withRevision(@Nullable String value) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, value,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * In another location.
	 * @param value one of the configured locations, or the folder of one
	 * @return the changed revision
	 */
	public NewRevision withLocation(@Nullable String value) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, this.revision,
				value, this.type, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * Written in something else.
	 * @param value SQL or Java
	 * @return the changed revision
	 */
	public NewRevision withType(ScriptType value) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, this.revision,
				this.location, value, this.upgrade, this.downgrade, this.imports, this.transaction);
	}

	/**
	 * With something to do.
	 * @param up the body of the upgrade
	 * @param down the body of the downgrade, empty for nothing to do
	 * @return the changed revision
	 */
	public NewRevision withBodies(String up, String down) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, this.revision,
				this.location, this.type, up, down, this.imports, this.transaction);
	}

	/**
	 * With something that the bodies of a Java revision need.
	 * @param values names of types, or {@code static} and the name of a member
	 * @return the changed revision
	 */
	public NewRevision withImports(List<String> values) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, values, this.transaction);
	}

	/**
	 * In a transaction, or with each statement committed by itself.
	 * @param value whether it runs in a transaction
	 * @return the changed revision
	 */
	public NewRevision withTransaction(boolean value) {
		return new NewRevision(this.message, this.heads, this.splice, this.branchLabels, this.dependsOn, this.revision,
				this.location, this.type, this.upgrade, this.downgrade, this.imports, value);
	}

}
