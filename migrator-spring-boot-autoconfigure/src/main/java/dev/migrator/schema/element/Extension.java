package dev.migrator.schema.element;

import dev.migrator.schema.NameRule;
import org.jspecify.annotations.Nullable;

/**
 * An extension.
 *
 * @param name its name
 * @param schema the schema of its objects, or {@code null} for its default
 * @param version its version, or {@code null} for the default
 */
public record Extension(String name, @Nullable String schema, @Nullable String version) {

	public Extension {
		NameRule.check("extension", name);
		NameRule.check("schema", (schema != null) ? schema : "public");
		NameRule.check("version", (version != null) ? version : "1");
	}

}
