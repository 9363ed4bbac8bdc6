package dev.migrator.internal.script.writing;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How new scripts look and what they are called.
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
	 * Begins settings. What is not said has its default.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Begins with what this one says.
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
	 * Returns how many characters of the message a file name has, at most.
	 */
	public int slugLength() {
		return this.values.slugLength;
	}

	/**
	 * Returns where the template of SQL scripts is, or {@code null} for the built-in one.
	 */
	public @Nullable String sqlTemplate() {
		return this.values.sqlTemplate;
	}

	/**
	 * Returns where the template of Java revisions is, or {@code null} for the built-in
	 * one.
	 */
	public @Nullable String javaTemplate() {
		return this.values.javaTemplate;
	}

	/**
	 * Returns commands to run after a script was written.
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
	 * Returns the package of the first Java revision, if nothing else says it.
	 */
	public @Nullable String firstPackage() {
		return this.values.firstPackage;
	}

	/**
	 * Returns where Java revisions are looked for, with all packages inside, or nothing
	 * if that is not known.
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
		 * What SQL scripts are called.
		 * @param value the path of a SQL script in its location, without {@code .sql}, of
		 * {@code {rev} {slug} {epoch} {year} {month} {day} {hour} {minute} {second}}
		 * @return this builder
		 */
		public Builder fileTemplate(String value) {
			this.fileTemplate = value;
			return this;
		}

		/**
		 * The time zone of dates.
		 * @param value the time zone of dates in file names and scripts
		 * @return this builder
		 */
		public Builder zone(ZoneId value) {
			this.zone = value;
			return this;
		}

		/**
		 * How much of the message is in a file name.
		 * @param value how many characters of the message a file name has, at most
		 * @return this builder
		 */
		public Builder slugLength(int value) {
			this.slugLength = value;
			return this;
		}

		/**
		 * The template of SQL scripts.
		 * @param value where the template of SQL scripts is, or {@code null} for the
		 * built-in one
		 * @return this builder
		 */
		public Builder sqlTemplate(@Nullable String value) {
			this.sqlTemplate = value;
			return this;
		}

		/**
		 * The template of Java revisions.
		 * @param value where the template of Java revisions is, or {@code null} for the
		 * built-in one
		 * @return this builder
		 */
		public Builder javaTemplate(@Nullable String value) {
			this.javaTemplate = value;
			return this;
		}

		/**
		 * Commands to run.
		 * @param value commands to run after a script was written
		 * @return this builder
		 */
		public Builder hooks(List<String> value) {
			this.hooks = List.copyOf(value);
			return this;
		}

		/**
		 * The package of new Java revisions.
		 * @param value the package of new Java revisions, or {@code null} for that of the
		 * newest
		 * @return this builder
		 */
		public Builder javaPackage(@Nullable String value) {
			this.javaPackage = value;
			return this;
		}

		/**
		 * The package of the first Java revision.
		 * @param value the package of the first Java revision, if nothing else says it
		 * @return this builder
		 */
		public Builder firstPackage(@Nullable String value) {
			this.firstPackage = value;
			return this;
		}

		/**
		 * Where Java revisions are.
		 * @param value where Java revisions are looked for, with all packages inside, or
		 * nothing if that is not known
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
