package dev.migrator.script;

import dev.migrator.schema.element.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Defines an extension.
 */
public final class ExtensionDefinition extends Definition {

	private final String name;

	private @Nullable String schema;

	private @Nullable String version;

	private boolean ifNotExists;

	ExtensionDefinition(String name) {
		this.name = name;
	}

	/**
	 * Puts its objects into a schema.
	 * @param schema the schema, which must exist
	 * @return this
	 */
	public ExtensionDefinition schema(String schema) {
		open();
		this.schema = schema;
		return this;
	}

	/**
	 * Uses another version than the default.
	 * @param version the version
	 * @return this
	 */
	public ExtensionDefinition version(String version) {
		open();
		this.version = version;
		return this;
	}

	/**
	 * Does nothing if it exists. Irreversible, because it is unknown who created it.
	 * @return this
	 */
	public ExtensionDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	Extension build() {
		return new Extension(this.name, this.schema, this.version);
	}

}
