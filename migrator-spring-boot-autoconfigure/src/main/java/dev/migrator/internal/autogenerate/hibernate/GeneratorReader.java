package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.NumberSource;
import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.schema.ColumnName;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources of Hibernate's key numbers: sequences, and rows of tables.
 */
final class GeneratorReader {

	private final Metadata metadata;

	private final Dialect dialect;

	private final PhysicalNames names;

	private final GeneratorSettings settings;

	GeneratorReader(Metadata metadata, Dialect dialect, PhysicalNames names, SqlStringGenerationContext context) {
		this.metadata = metadata;
		this.dialect = dialect;
		this.names = names;
		this.settings = new Settings(context);
	}

	Map<ColumnName, NumberSource> read() {
		Map<ColumnName, NumberSource> sources = new LinkedHashMap<>();
		for (PersistentClass entity : this.metadata.getEntityBindings()) {
			if (entity instanceof RootClass root && root.getIdentifier().getColumns().size() == 1) {
				NumberSource source = source(root);
				if (source != null) {
					tables(root).forEach((table) -> sources
						.put(new ColumnName(this.names.of(table.getQualifiedTableName()), key(root)), source));
				}
			}
		}
		return sources;
	}

	private String key(RootClass root) {
		return this.names.of(root.getIdentifier().getColumns().get(0));
	}

	/**
	 * Returns the tables whose rows have numbers of the generator: each class may have
	 * its own table.
	 */
	private static List<Table> tables(RootClass root) {
		List<Table> tables = new ArrayList<>(List.of(root.getTable()));
		root.getSubclasses()
			.stream()
			.filter(UnionSubclass.class::isInstance)
			.map(PersistentClass::getTable)
			.forEach(tables::add);
		return tables.stream().filter(Table::isPhysicalTable).toList();
	}

	private @Nullable NumberSource source(RootClass root) {
		Generator generator = generator(root);
		if (generator instanceof SequenceStyleGenerator sequence) {
			DatabaseStructure structure = sequence.getDatabaseStructure();
			return structure.isPhysicalSequence()
					? new NumberSource.OfSequence(this.names.of(structure.getPhysicalName())) : null;
		}
		if (!(generator instanceof TableGenerator counting)) {
			return null;
		}
		return this.metadata.collectTableMappings()
			.stream()
			.filter((table) -> counting.getTableName().equals(table.getQualifiedTableName().render()))
			.findFirst()
			.map((table) -> new NumberSource.OfRow(new NumberCounter.OfRow(this.names.of(table.getQualifiedTableName()),
					PhysicalNames.written(counting.getSegmentColumnName()), counting.getSegmentValue(),
					PhysicalNames.written(counting.getValueColumnName()), counting.getIncrementSize())))
			.orElse(null);
	}

	/**
	 * Returns the generator, or {@code null} if Hibernate cannot create it here. Then
	 * Hibernate cannot create it at start either, and reports the reason there.
	 */
	private @Nullable Generator generator(RootClass root) {
		try {
			return root.getIdentifier()
				.createGenerator(this.dialect, root, root.getIdentifierProperty(), this.settings);
		}
		catch (HibernateException ex) {
			return null;
		}
	}

	private record Settings(SqlStringGenerationContext context) implements GeneratorSettings {

		@Override
		public @Nullable String getDefaultCatalog() {
			return null;
		}

		@Override
		public @Nullable String getDefaultSchema() {
			return (this.context.getDefaultSchema() != null) ? this.context.getDefaultSchema().getText() : null;
		}

		@Override
		public SqlStringGenerationContext getSqlStringGenerationContext() {
			return this.context;
		}

	}

}
