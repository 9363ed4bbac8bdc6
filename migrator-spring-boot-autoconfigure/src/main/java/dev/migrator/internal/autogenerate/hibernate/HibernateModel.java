package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.UniqueKey;

/**
 * Converts the metadata that Hibernate has bound into a schema. It is the schema that
 * Hibernate's own export would create, with one difference. Hibernate sorts the columns
 * of tables by the sizes of their types when it creates tables, but not when it validates
 * them. Here the columns of tables are in the order in which they were bound: the key
 * first, then the order of the entities. Within keys and indexes they are in Hibernate's
 * order.
 */
public final class HibernateModel {

	private final Metadata metadata;

	private final Database database;

	private final PhysicalNames names;

	private final KeyColumns keys;

	private final ImplicitNames implicitNames = new ImplicitNames();

	private final EnumReader enums = new EnumReader();

	private final List<String> leftOut = new ArrayList<>();

	private HibernateModel(MetadataImplementor metadata, TargetServer server) {
		this.metadata = metadata;
		this.database = metadata.getDatabase();
		this.names = new PhysicalNames(context().getDefaultSchema(), server.defaultSchema());
		this.keys = new KeyColumns(metadata);
	}

	/**
	 * Reads a model.
	 * @param metadata the metadata that Hibernate has bound
	 * @param server the server that the schema is for
	 * @param packages the packages that were searched for entities
	 * @return the model
	 * @throws UnreadableModelException if it is bound for another database
	 */
	public static WantedModel read(MetadataImplementor metadata, TargetServer server, List<String> packages) {
		Dialect dialect = metadata.getDatabase().getDialect();
		if (!(dialect instanceof PostgreSQLDialect)) {
			throw new UnreadableModelException(
					"Hibernate's dialect is %s, which is not a dialect for PostgreSQL: its tables and types would be different."
						.formatted(dialect.getClass().getName()),
					"Remove hibernate.dialect and spring.jpa.database-platform from the configuration: Hibernate "
							+ "finds the dialect without them.",
					null);
		}
		TimestampRules.apply(metadata);
		ValidationRules.apply(metadata);
		return new HibernateModel(metadata, server).read(packages);
	}

	private WantedModel read(List<String> packages) {
		AuxiliaryReader auxiliary = auxiliaryObjects();
		List<Sequence> sequences = sequences();
		auxiliary.sequences().stream().filter((sequence) -> !has(sequences, sequence.name())).forEach(sequences::add);
		takeChosenNames(sequences);
		auxiliary.tableNames().forEach(this.implicitNames::take);
		List<Table> tables = new ArrayList<>();
		ColumnReader columns = new ColumnReader(this.metadata, this.names, this.enums, this.leftOut);
		ConstraintReader constraints = new ConstraintReader(this.names, new ModelNames(this.metadata, context()),
				this.keys, this.implicitNames, columns, new AggregateChecks(this.database.getDialect()), primaryKeys(),
				this.leftOut);
		IndexReader indexes = new IndexReader(this.names, this.implicitNames, this.leftOut);
		for (org.hibernate.mapping.Table table : physicalTables()) {
			ObjectName name = nameOf(table);
			tables.add(new Table(name, table.getColumns().stream().map((column) -> columns.read(name, column)).toList(),
					constraints.read(name, table), indexes.read(name, table), false, null, table.getComment()));
			leaveFirstRowsOut(name, table);
			if (table.getOptions() != null && !table.getOptions().isBlank()) {
				this.leftOut.add("options of the table %s: %s".formatted(name, table.getOptions().strip()));
			}
		}
		auxiliary.tables(this.implicitNames)
			.stream()
			.filter((table) -> tables.stream().noneMatch((other) -> other.name().equals(table.name())))
			.forEach(tables::add);
		List<String> entities = this.metadata.getEntityBindings().stream().map(PersistentClass::getEntityName).toList();
		return WantedModel
			.builder(SchemaObjects.of(tables, this.enums.wanted(), sequences),
					new ModelSources(entities, packages, List.of(), AttributeReader.read(this.metadata, this.names)))
			.invented(this.implicitNames.all())
			.leftOut(this.leftOut)
			.untyped(columns.untyped())
			.written(columns.written())
			.declared(DeclaredColumns.read(this.metadata, this.names))
			.numbers(new GeneratorReader(this.metadata, this.database.getDialect(), this.names, context()).read())
			.build();
	}

	private List<org.hibernate.mapping.Table> physicalTables() {
		List<org.hibernate.mapping.Table> tables = new ArrayList<>();
		for (Namespace namespace : this.database.getNamespaces()) {
			namespace.getTables().stream().filter(org.hibernate.mapping.Table::isPhysicalTable).forEach((table) -> {
				if (!table.isView()) {
					tables.add(table);
				}
			});
		}
		return tables;
	}

	private Map<ObjectName, List<String>> primaryKeys() {
		Map<ObjectName, List<String>> keys = new HashMap<>();
		physicalTables().stream()
			.filter(org.hibernate.mapping.Table::hasPrimaryKey)
			.forEach((table) -> keys.put(nameOf(table), this.names.of(this.keys.of(table.getPrimaryKey()))));
		return keys;
	}

	private ObjectName nameOf(org.hibernate.mapping.Table table) {
		return this.names.of(table.getQualifiedTableName());
	}

	private void takeChosenNames(List<Sequence> sequences) {
		sequences.forEach((sequence) -> this.implicitNames.take(sequence.name()));
		for (org.hibernate.mapping.Table table : physicalTables()) {
			ObjectName name = nameOf(table);
			this.implicitNames.take(name);
			table.getUniqueKeys()
				.values()
				.stream()
				.filter(UniqueKey::isNameExplicit)
				.forEach((key) -> this.implicitNames.take(name.sibling(PhysicalNames.written(key.getName()))));
			for (Index index : table.getIndexes().values()) {
				if (!ModelNames.isInvented(index)) {
					this.implicitNames.take(name.sibling(ModelNames.of(index)));
				}
			}
		}
	}

	private List<Sequence> sequences() {
		List<Sequence> sequences = new ArrayList<>();
		for (Namespace namespace : this.database.getNamespaces()) {
			for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
				ObjectName name = this.names.of(sequence.getName());
				sequences.add(new Sequence(name, null, options(sequence.getInitialValue(), sequence.getIncrementSize()),
						null));
				if (sequence.getOptions() != null && !sequence.getOptions().isBlank()) {
					this.leftOut.add("options of the sequence %s: %s".formatted(name, sequence.getOptions().strip()));
				}
			}
		}
		return sequences;
	}

	private static boolean has(List<Sequence> sequences, ObjectName name) {
		return sequences.stream().anyMatch((sequence) -> sequence.name().equals(name));
	}

	/**
	 * Returns the options of a sequence. A first number beyond the default bounds moves
	 * the bounds, as in Hibernate.
	 */
	private static SequenceOptions options(long start, long increment) {
		boolean up = increment > 0;
		Long min = (up && start <= 0) ? Long.valueOf(start) : null;
		Long max = (!up && start >= 0) ? Long.valueOf(start) : null;
		return new SequenceOptions((start != (up ? 1 : -1)) ? Long.valueOf(start) : null,
				(increment != 1) ? Long.valueOf(increment) : null, min, max, null, null);
	}

	/**
	 * Reports the first rows. A generator that counts in a table without a key finds its
	 * number there. A generator with several numbers in a table, each with its key,
	 * writes the first rows itself.
	 */
	private void leaveFirstRowsOut(ObjectName name, org.hibernate.mapping.Table table) {
		if (!table.hasPrimaryKey()) {
			table.getInitCommands(context())
				.forEach((command) -> this.leftOut
					.add("first row of the table %s: %s".formatted(name, String.join("; ", command.initCommands()))));
		}
	}

	private AuxiliaryReader auxiliaryObjects() {
		AuxiliaryReader reader = new AuxiliaryReader(this.names, this.enums, this.leftOut);
		for (AuxiliaryDatabaseObject object : this.database.getAuxiliaryDatabaseObjects()) {
			if (object.appliesToDialect(this.database.getDialect())) {
				reader.read(object.sqlCreateStrings(context()));
			}
		}
		for (Namespace namespace : this.database.getNamespaces()) {
			namespace.getUserDefinedTypes().forEach((type) -> this.leftOut.add("composite type " + type.getName()));
			namespace.getTables()
				.stream()
				.filter(org.hibernate.mapping.Table::isView)
				.forEach((view) -> this.leftOut.add("view " + nameOf(view)));
		}
		return reader;
	}

	private SqlStringGenerationContext context() {
		Object schema = this.database.getServiceRegistry()
			.requireService(ConfigurationService.class)
			.getSettings()
			.get(MappingSettings.DEFAULT_SCHEMA);
		return SqlStringGenerationContextImpl.fromExplicit(this.database.getJdbcEnvironment(), this.database, null,
				(schema != null) ? schema.toString() : null);
	}

}
