package dev.migrator.internal.script.writing;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The form and the names of new scripts.
 */
public final class WritingSettings {

	/**
	 * The defaults of the configuration properties.
	 */
	public static final WritingSettings DEFAULTS = builder().build();

	private final Builder values;

	private WritingSettings(Builder values) {
		this.values = values;
	}

	/**
	 * Begins settings. Unset values have their defaults.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Begins with the values of this one.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns the path of a SQL script in its location, without {@code .sql}, of
	 * {@code {rev} {slug} {epoch} {year} {month} {day} {hour} {minute} {second}}.
	 */
	public String fileTemplate() {
		return this.values.fileTemplate;
	}

	/**
	 * Returns the time zone of dates in file names and scripts.
	 */
	public ZoneId zone() {
		return this.values.zone;
	}

	/**
	 * Returns the maximum number of characters of the message in a file name.
	 */
	public int slugLength() {
		return this.values.slugLength;
	}

	/**
	 * Returns the location of the template of SQL scripts, or {@code null} for the
	 * built-in one.
	 */
	public @Nullable String sqlTemplate() {
		return this.values.sqlTemplate;
	}

	/**
	 * Returns the location of the template of Java revisions, or {@code null} for the
	 * built-in one.
	 */
	public @Nullable String javaTemplate() {
		return this.values.javaTemplate;
	}

	/**
	 * Returns the commands that run after a script was written.
	 */
	public List<String> hooks() {
		return this.values.hooks;
	}

	/**
	 * Returns the package of new Java revisions, or {@code null} for that of the newest.
	 */
	public @Nullable String javaPackage() {
		return this.values.javaPackage;
	}

	/**
	 * Returns the package of the first Java revision, if no other setting or revision
	 * determines it.
	 */
	public @Nullable String firstPackage() {
		return this.values.firstPackage;
	}

	/**
	 * Returns the packages that are searched for Java revisions, with all packages inside
	 * them; empty if unknown.
	 */
	public List<String> packages() {
		return this.values.packages;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WritingSettings that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "WritingSettings" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.fileTemplate, this.values.zone, this.values.slugLength,
				this.values.sqlTemplate, this.values.javaTemplate, this.values.hooks, this.values.javaPackage,
				this.values.firstPackage, this.values.packages);
	}

	/**
	 * Builds settings.
	 */
	public static final class Builder implements Cloneable {

		private String fileTemplate = "{year}{month}{day}_{hour}{minute}_{rev}_{slug}";

		private ZoneId zone = ZoneOffset.UTC;

		private int slugLength = 40;

		private @Nullable String sqlTemplate;

		private @Nullable String javaTemplate;

		private List<String> hooks = List.of();

		private @Nullable String javaPackage;

		private @Nullable String firstPackage;

		private List<String> packages = List.of();

		private Builder() {
		}

		/**
		 * Sets the names of SQL scripts.
		 * @param value the path of a SQL script in its location, without {@code .sql}, of
		 * {@code {rev} {slug} {epoch} {year} {month} {day} {hour} {minute} {second}}
		 * @return this builder
		 */
		public Builder fileTemplate(String value) {
			this.fileTemplate = value;
			return this;
		}

		/**
		 * Sets the time zone of dates.
		 * @param value the time zone of dates in file names and scripts
		 * @return this builder
		 */
		public Builder zone(ZoneId value) {
			this.zone = value;
			return this;
		}

		/**
		 * Sets the length of the message in file names.
		 * @param value the maximum number of characters of the message in a file name
		 * @return this builder
		 */
		public Builder slugLength(int value) {
			this.slugLength = value;
			return this;
		}

		/**
		 * Sets the template of SQL scripts.
		 * @param value the location of the template of SQL scripts, or {@code null} for
		 * the built-in one
		 * @return this builder
		 */
		public Builder sqlTemplate(@Nullable String value) {
			this.sqlTemplate = value;
			return this;
		}

		/**
		 * Sets the template of Java revisions.
		 * @param value the location of the template of Java revisions, or {@code null}
		 * for the built-in one
		 * @return this builder
		 */
		public Builder javaTemplate(@Nullable String value) {
			this.javaTemplate = value;
			return this;
		}

		/**
		 * Sets the hooks.
		 * @param value the commands that run after a script was written
		 * @return this builder
		 */
		public Builder hooks(List<String> value) {
			this.hooks = List.copyOf(value);
			return this;
		}

		/**
		 * Sets the package of new Java revisions.
		 * @param value the package of new Java revisions, or {@code null} for that of the
		 * newest
		 * @return this builder
		 */
		public Builder javaPackage(@Nullable String value) {
			this.javaPackage = value;
			return this;
		}

		/**
		 * Sets the package of the first Java revision.
		 * @param value the package of the first Java revision, if no other setting or
		 * revision determines it
		 * @return this builder
		 */
		public Builder firstPackage(@Nullable String value) {
			this.firstPackage = value;
			return this;
		}

		/**
		 * Sets the packages of Java revisions.
		 * @param value the packages that are searched for Java revisions, with all
		 * packages inside them; empty if unknown
		 * @return this builder
		 */
		public Builder packages(List<String> value) {
			this.packages = List.copyOf(value);
			return this;
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public WritingSettings build() {
			return new WritingSettings(copy());
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
