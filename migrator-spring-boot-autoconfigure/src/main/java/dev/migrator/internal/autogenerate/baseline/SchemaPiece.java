package dev.migrator.internal.autogenerate.baseline;

import dev.migrator.internal.dialect.definition.DefinedKind;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a schema that stand together.
 *
 * @param kind the kind of their object
 * @param file the kind of the object whose file they belong to
 * @param name the name of that object
 * @param identity what distinguishes it from others of its kind; empty for a part that
 * only changes its object
 * @param create the statements
 * @param drop the statement that drops the object; empty if it goes with another object
 * @param loss what is lost with it, half a sentence, or {@code null} for nothing
 */
record SchemaPiece(DefinedKind kind, DefinedKind file, ObjectName name, String identity, String create, String drop,
		@Nullable String loss) {

	/**
	 * Returns the object in words: {@code trigger touch on users}.
	 */
	String described() {
		String words = this.kind.words();
		return (this.kind.folder() != null || this.identity.isEmpty())
				? words + " " + (this.identity.isEmpty() ? this.name.toString() : named())
				: "%s %s on %s".formatted(words, this.identity, this.name);
	}

	private String named() {
		return (this.kind == DefinedKind.ROUTINE) ? this.identity : this.name.toString();
	}

}
