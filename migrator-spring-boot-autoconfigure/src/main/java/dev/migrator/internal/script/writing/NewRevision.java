package dev.migrator.internal.script.writing;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a new revision is to be.
 *
 * <pre class="code">
 * NewRevision.builder("add exercises table").heads("billing@head").type(ScriptType.JAVA).build()
 * </pre>
 */
public final class NewRevision {

	private final Builder values;

	private NewRevision(Builder values) {
		this.values = values;
	}

	/**
	 * Begins a new revision.
	 * @param message what it does, or nothing. Its first line is the message of the
	 * revision; the others become comments of a SQL script
	 * @return the builder
	 */
	public static Builder builder(String message) {
		return new Builder(message);
	}

	/**
	 * Begins with what this one says.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns what it does, or nothing. Its first line is the message of the revision;
	 * the others become comments of a SQL script.
	 */
	public String message() {
		return this.values.message;
	}

	/**
	 * Returns targets of what it follows: ids, labels, {@code head}, {@code heads},
	 * {@code billing@head}, {@code base} for none. Nothing: the one head there is.
	 */
	public List<String> heads() {
		return this.values.heads;
	}

	/**
	 * Returns whether it may follow what others follow already.
	 */
	public boolean splice() {
		return this.values.splice;
	}

	/**
	 * Returns names for the branch that it is on.
	 */
	public List<String> branchLabels() {
		return this.values.branchLabels;
	}

	/**
	 * Returns targets of what it depends on; labels stay labels, everything else becomes
	 * a full id.
	 */
	public List<String> dependsOn() {
		return this.values.dependsOn;
	}

	/**
	 * Returns its id, or {@code null} for a random one.
	 */
	public @Nullable String revision() {
		return this.values.revision;
	}

	/**
	 * Returns which of the configured locations, or the folder of one, it goes to, or
	 * {@code null} for that of the first revision that it follows.
	 */
	public @Nullable String location() {
		return this.values.location;
	}

	/**
	 * Returns what it is written in: SQL if not set.
	 */
	public ScriptType type() {
		return this.values.type;
	}

	/**
	 * Returns the body of its upgrade, SQL or Java, or empty.
	 */
	public String upgrade() {
		return this.values.upgrade;
	}

	/**
	 * Returns the body of its downgrade, or empty for nothing to do.
	 */
	public String downgrade() {
		return this.values.downgrade;
	}

	/**
	 * Returns what the bodies of a Java revision need: {@code java.util.List}, {@code
	 * static dev.migrator.schema.Types.bigint}.
	 */
	public List<String> imports() {
		return this.values.imports;
	}

	/**
	 * Returns whether it runs in a transaction.
	 */
	public boolean transaction() {
		return this.values.transaction;
	}

	/**
	 * An empty SQL revision on top of the one head.
	 * @param message what it does, or nothing
	 * @return the revision
	 */
	public static NewRevision of(String message) {
		return builder(message).build();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NewRevision that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "NewRevision" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.message, this.values.heads, this.values.splice, this.values.branchLabels,
				this.values.dependsOn, this.values.revision, this.values.location, this.values.type,
				this.values.upgrade, this.values.downgrade, this.values.imports, this.values.transaction);
	}

	/**
	 * Builds a new revision.
	 */
	public static final class Builder implements Cloneable {

		private String message;

		private List<String> heads = List.of();

		private boolean splice;

		private List<String> branchLabels = List.of();

		private List<String> dependsOn = List.of();

		private @Nullable String revision;

		private @Nullable String location;

		private ScriptType type = ScriptType.SQL;

		private String upgrade = "";

		private String downgrade = "";

		private List<String> imports = List.of();

		private boolean transaction = true;

		private Builder(String message) {
			this.message = message;
		}

		/**
		 * What it does.
		 * @param value what it does, or nothing. Its first line is the message of the
		 * revision; the others become comments of a SQL script
		 * @return this builder
		 */
		public Builder message(String value) {
			this.message = value;
			return this;
		}

		/**
		 * What it follows.
		 * @param value targets of what it follows: ids, labels, {@code head}, {@code
		 * heads}, {@code billing@head}, {@code base} for none. Nothing: the one head
		 * there is
		 * @return this builder
		 */
		public Builder heads(List<String> value) {
			this.heads = List.copyOf(value);
			return this;
		}

		/**
		 * What it follows.
		 * @param values targets of what it follows: ids, labels, {@code head}, {@code
		 * heads}, {@code billing@head}, {@code base} for none. Nothing: the one head
		 * there is
		 * @return this builder
		 */
		public Builder heads(String... values) {
			return heads(List.of(values));
		}

		/**
		 * Whether it may begin a branch.
		 * @param value whether it may follow what others follow already
		 * @return this builder
		 */
		public Builder splice(boolean value) {
			this.splice = value;
			return this;
		}

		/**
		 * Names for its branch.
		 * @param value names for the branch that it is on
		 * @return this builder
		 */
		public Builder branchLabels(List<String> value) {
			this.branchLabels = List.copyOf(value);
			return this;
		}

		/**
		 * What it depends on.
		 * @param value targets of what it depends on; labels stay labels, everything else
		 * becomes a full id
		 * @return this builder
		 */
		public Builder dependsOn(List<String> value) {
			this.dependsOn = List.copyOf(value);
			return this;
		}

		/**
		 * Its id.
		 * @param value its id, or {@code null} for a random one
		 * @return this builder
		 */
		public Builder revision(@Nullable String value) {
			this.revision = value;
			return this;
		}

		/**
		 * Where it goes to.
		 * @param value which of the configured locations, or the folder of one, it goes
		 * to, or {@code null} for that of the first revision that it follows
		 * @return this builder
		 */
		public Builder location(@Nullable String value) {
			this.location = value;
			return this;
		}

		/**
		 * What it is written in.
		 * @param value what it is written in: SQL if not set
		 * @return this builder
		 */
		public Builder type(ScriptType value) {
			this.type = value;
			return this;
		}

		/**
		 * What it does to upgrade.
		 * @param value the body of its upgrade, SQL or Java, or empty
		 * @return this builder
		 */
		public Builder upgrade(String value) {
			this.upgrade = value;
			return this;
		}

		/**
		 * What it does to downgrade.
		 * @param value the body of its downgrade, or empty for nothing to do
		 * @return this builder
		 */
		public Builder downgrade(String value) {
			this.downgrade = value;
			return this;
		}

		/**
		 * What a Java revision imports.
		 * @param value what the bodies of a Java revision need: {@code java.util.List},
		 * {@code static dev.migrator.schema.Types.bigint}
		 * @return this builder
		 */
		public Builder imports(List<String> value) {
			this.imports = List.copyOf(value);
			return this;
		}

		/**
		 * Whether it runs in a transaction, or with each statement committed by itself.
		 * @param value whether it runs in a transaction
		 * @return this builder
		 */
		public Builder transaction(boolean value) {
			this.transaction = value;
			return this;
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public NewRevision build() {
			return new NewRevision(copy());
		}

		private Builder copy() {
			try {
				return (Builder) clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
