package dev.migrator.internal.script.writing;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request for a new revision.
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
	 * @param message its message, or an empty text. The first line is the message of the
	 * revision; the others become comments of a SQL script
	 * @return the builder
	 */
	public static Builder builder(String message) {
		return new Builder(message);
	}

	/**
	 * Begins with the values of this one.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns its message, or an empty text. The first line is the message of the
	 * revision; the others become comments of a SQL script.
	 */
	public String message() {
		return this.values.message;
	}

	/**
	 * Returns the targets that it follows: ids, labels, {@code head}, {@code heads},
	 * {@code billing@head}, {@code base} for none. Empty for the only head.
	 */
	public List<String> heads() {
		return this.values.heads;
	}

	/**
	 * Returns whether it may follow a revision that others follow already.
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
	 * Returns the targets that it depends on; labels stay labels, everything else becomes
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
	 * Returns its location: one of the configured locations, or the folder of one, or
	 * {@code null} for that of the first revision that it follows.
	 */
	public @Nullable String location() {
		return this.values.location;
	}

	/**
	 * Returns its type; the default is SQL.
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
	 * Returns the imports that the bodies of a Java revision need:
	 * {@code java.util.List}, {@code
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
	 * Creates an empty SQL revision on top of the only head.
	 * @param message its message, or an empty text
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
		 * Sets its message.
		 * @param value the message, or an empty text. The first line is the message of
		 * the revision; the others become comments of a SQL script
		 * @return this builder
		 */
		public Builder message(String value) {
			this.message = value;
			return this;
		}

		/**
		 * Sets the targets that it follows.
		 * @param value the targets: ids, labels, {@code head}, {@code
		 * heads}, {@code billing@head}, {@code base} for none. Empty for the only head
		 * @return this builder
		 */
		public Builder heads(List<String> value) {
			this.heads = List.copyOf(value);
			return this;
		}

		/**
		 * Sets the targets that it follows.
		 * @param values the targets: ids, labels, {@code head}, {@code
		 * heads}, {@code billing@head}, {@code base} for none. Empty for the only head
		 * @return this builder
		 */
		public Builder heads(String... values) {
			return heads(List.of(values));
		}

		/**
		 * Sets whether it may begin a branch.
		 * @param value whether it may follow a revision that others follow already
		 * @return this builder
		 */
		public Builder splice(boolean value) {
			this.splice = value;
			return this;
		}

		/**
		 * Sets the labels of its branch.
		 * @param value the labels of its branch
		 * @return this builder
		 */
		public Builder branchLabels(List<String> value) {
			this.branchLabels = List.copyOf(value);
			return this;
		}

		/**
		 * Sets the targets that it depends on.
		 * @param value the targets; labels stay labels, everything else becomes a full id
		 * @return this builder
		 */
		public Builder dependsOn(List<String> value) {
			this.dependsOn = List.copyOf(value);
			return this;
		}

		/**
		 * Sets its id.
		 * @param value its id, or {@code null} for a random one
		 * @return this builder
		 */
		public Builder revision(@Nullable String value) {
			this.revision = value;
			return this;
		}

		/**
		 * Sets its location.
		 * @param value one of the configured locations, or the folder of one, or
		 * {@code null} for that of the first revision that it follows
		 * @return this builder
		 */
		public Builder location(@Nullable String value) {
			this.location = value;
			return this;
		}

		/**
		 * Sets its type.
		 * @param value its type; the default is SQL
		 * @return this builder
		 */
		public Builder type(ScriptType value) {
			this.type = value;
			return this;
		}

		/**
		 * Sets the body of its upgrade.
		 * @param value the body of its upgrade, SQL or Java, or empty
		 * @return this builder
		 */
		public Builder upgrade(String value) {
			this.upgrade = value;
			return this;
		}

		/**
		 * Sets the body of its downgrade.
		 * @param value the body of its downgrade, or empty for nothing to do
		 * @return this builder
		 */
		public Builder downgrade(String value) {
			this.downgrade = value;
			return this;
		}

		/**
		 * Sets the imports of a Java revision.
		 * @param value the imports that the bodies need: {@code java.util.List},
		 * {@code static dev.migrator.schema.Types.bigint}
		 * @return this builder
		 */
		public Builder imports(List<String> value) {
			this.imports = List.copyOf(value);
			return this;
		}

		/**
		 * Sets whether it runs in a transaction. Otherwise each statement is committed
		 * separately.
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
