package dev.migrator.internal.autoconfigure.model;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Reports that the schema of a migrator's DataSource is managed, so that Hibernate does
 * not create one by default.
 */
public class MigratorSchemaManagementProvider implements SchemaManagementProvider {

	private final ObjectProvider<Migrator> migrators;

	public MigratorSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
		this.migrators = migrators;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		boolean managed = this.migrators.stream().anyMatch((migrator) -> migrator.dataSource().equals(dataSource));
		return managed ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
	}

}
