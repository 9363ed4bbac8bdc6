package dev.migrator.internal.dialect.definition;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of what is written, in the order of a script where nothing else orders them.
 */
public enum DefinedKind {

	SCHEMA("schemas"), EXTENSION("extensions"), TYPE("types"), SEQUENCE("sequences"), TABLE("tables"),
	ROUTINE("functions"), VIEW("views"), MATERIALIZED_VIEW("materialized-views"), CONSTRAINT(null), STATISTICS(null),
	TRIGGER(null), RULE(null), POLICY(null);

	private final @Nullable String folder;

	DefinedKind(@Nullable String folder) {
		this.folder = folder;
	}

	/**
	 * Returns the folder of its files.
	 * @return the name of the folder; {@code null} if such an object is written to the
	 * file of its table or view
	 */
	public @Nullable String folder() {
		return this.folder;
	}

	/**
	 * Returns the kind in words.
	 * @return {@code materialized view}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Returns whether it is around the objects of an application: a schema or an
	 * extension.
	 */
	public boolean isSurrounding() {
		return this == SCHEMA || this == EXTENSION;
	}

}
