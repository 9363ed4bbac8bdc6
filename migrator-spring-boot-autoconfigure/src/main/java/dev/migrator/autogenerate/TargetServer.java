package dev.migrator.autogenerate;

import dev.migrator.schema.NameRule;

/**
 * What has to be known of a server to tell how a schema looks there.
 *
 * @param majorVersion its version: 18
 * @param minorVersion its minor version: 6
 * @param defaultSchema the schema that unqualified names mean there
 */
public record TargetServer(int majorVersion, int minorVersion, String defaultSchema) {

	public TargetServer {
		NameRule.check("schema", defaultSchema);
	}

}
