package dev.migrator.internal.autogenerate.comparison;

import dev.migrator.internal.autogenerate.model.ReferencedKeys;
import dev.migrator.internal.autogenerate.model.SettledModel;
import dev.migrator.internal.autogenerate.model.UntypedColumns;
import dev.migrator.internal.autogenerate.model.ExcludedColumns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.NumberSource;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.acceptance.AcceptedLines;
import dev.migrator.internal.autogenerate.acceptance.UncomparedKinds;
import dev.migrator.internal.autogenerate.convention.ArrangedColumns;
import dev.migrator.internal.autogenerate.convention.ConventionalNames;
import dev.migrator.internal.autogenerate.rename.RenamedSchema;
import dev.migrator.internal.autogenerate.rename.SchemaRenames;
import dev.migrator.internal.autogenerate.rule.Completion;
import dev.migrator.internal.autogenerate.rule.ForeignKeyIndexes;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.KindWords;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.ddl.CustomSql;
import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.internal.dialect.surroundings.DependantsReader;
import dev.migrator.internal.dialect.surroundings.OtherRelations;
import dev.migrator.internal.dialect.surroundings.TableCompanions;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;

/**
 * Compares a database with the schema that the application wants. If two parts differ as
 * text, PostgreSQL first rewrites the wanted one in its own words, so that only real
 * differences are found.
 */
public final class ModelComparison {

	private final ComparisonSettings settings;

	private final List<ChangeCustomizer> customizers;

	private final SourceReader sources;

	/**
	 * Creates a comparison.
	 * @param settings what is compared, and which changes may result
	 * @param customizers the customizers of the differences, in their order
	 */
	public ModelComparison(ComparisonSettings settings, List<ChangeCustomizer> customizers) {
		this(settings, customizers, RepeatingSources::of);
	}

	private ModelComparison(ComparisonSettings settings, List<ChangeCustomizer> customizers, SourceReader sources) {
		this.settings = settings;
		this.customizers = List.copyOf(customizers);
		this.sources = sources;
	}

	/**
	 * Returns the same comparison for a database whose rows do not belong to the
	 * application.
	 * @return a comparison that reads no row
	 */
	public ModelComparison ofCatalogAlone() {
		return new ModelComparison(this.settings, this.customizers,
				(connection, real, numbers) -> new NumberSources(numbers, Set.of()));
	}

	/**
	 * Compares. Changes nothing.
	 * @param connection a session with the database, outside of a transaction
	 * @param said the wanted schema
	 * @param migratorTables the tables of the migrator itself
	 * @return the differences
	 * @throws InvalidRenameException if a rename of the settings is not possible
	 * @throws dev.migrator.internal.dialect.normalform.DefinitionRefusedException if
	 * PostgreSQL refuses a part of the wanted schema
	 * @throws dev.migrator.schema.InvalidDefinitionException if an operation that a
	 * customizer added cannot be used
	 */
	public ModelDifferences compare(ServerConnection connection, WantedModel said, Set<ObjectName> migratorTables) {
		ServerSchemas schemas = ServerSchemas.read(connection);
		MovedTables moved = MovedTables.of(this.settings.renames(), schemas, read(schemas, said));
		Set<String> read = moved.read();
		CatalogContents contents = new CatalogReader(connection, migratorTables).readAll(schemas, read);
		WantedModel wanted = conventional(said, contents.schema());
		SchemaObjects real = contents.schema()
			.only((root) -> (root.kind() != ObjectId.Kind.TABLE || !wanted.others().containsKey(root.objectName()))
					&& moved.looksAt(root, contents.schema()));
		ComparisonSettings full = this.settings.toBuilder()
			.inventedNames(wanted.invented())
			.writtenColumns(wanted.written())
			.numberSources(this.sources.read(connection, real, wanted.numbers()))
			.existingSchemas(schemas.names())
			.defaultSchema(schemas.defaultSchema())
			.build();
		SchemaComparison comparison = new SchemaComparison(full);
		RenamedSchema then = SchemaRenames.of(real, wanted.schema(), full);
		SchemaObjects renamed = then.schema();
		WantedModel typed = UntypedColumns.typed(renamed,
				withoutViews(connection, schemas, renamed, named(wanted, contents.schema())));
		WantedModel model = ExcludedColumns.leftOut(renamed, typed, full);
		SchemaObjects completed = model.complete() ? model.schema()
				: new Completion(renamed, model.schema(), full).completed();
		SchemaObjects settled = settled(connection, schemas, real, renamed, completed, wanted);
		Proposal.WithoutAccepted without = comparison.proposal(then, UncomparedKinds.in(renamed, settled, full.kinds()))
			.without(full.accepted());
		Proposal proposal = without.proposal();
		ReferencedKeys.check(connection, proposal.then(), renamed, !wanted.sources().files().isEmpty());
		Set<ObjectId> used = then.before(proposal.touched());
		OtherObjects others = others(connection, schemas, read, wanted, contents.schema(), full);
		Dependants dependants = Dependants.of(DependantsReader.read(connection, schemas, used, read), others, then,
				proposal.then());
		ProposedChanges found = comparison.differences(then, proposal.with(dependants));
		List<Change> changes = found.changes();
		for (ChangeCustomizer customizer : this.customizers) {
			changes = customizer.customize(changes);
		}
		List<KeptObject> kept = kept(proposal, changes);
		AcceptedLines lines = new AcceptedLines(full.accepted(), without.all(), changes, kept, others.accepted());
		changes = lines.without(changes, found.changes());
		changes.forEach((change) -> CustomSql.check(change.operation()));
		Set<ObjectId> more = then.before(Dependants.used(changes));
		more.removeAll(used);
		Dependants all = dependants.andLeft(DependantsReader.read(connection, schemas, more, read), then);
		return new ModelDifferences(
				new ProposedChanges(withCompanions(connection, schemas, changes).stream().map(all::remarked).toList(),
						moved.candidates(connection, found)),
				model, real, lines.without(kept),
				contents.uncompared()
					.stream()
					.filter(full::looksAt)
					.filter(moved::looksAt)
					.filter((object) -> !dependants.compares(object))
					.toList(),
				lines.result(changes, without.leftOut()));
	}

	/**
	 * Returns the model with what conventions decide.
	 */
	private WantedModel conventional(WantedModel said, SchemaObjects real) {
		WantedModel arranged = ArrangedColumns.in(said, this.settings.columnOrder());
		WantedModel indexed = this.settings.foreignKeyIndexes() ? ForeignKeyIndexes.added(arranged, real) : arranged;
		return ConventionalNames.in(indexed, this.settings.names());
	}

	/**
	 * Returns the views, routines and other objects that are known by their SQL, if the
	 * model describes such objects. A view with the name of a table of the database is
	 * not among them.
	 */
	private static OtherObjects others(ServerConnection connection, ServerSchemas schemas, Collection<String> read,
			WantedModel wanted, SchemaObjects real, ComparisonSettings settings) {
		List<OpaqueObject> objects = wanted.objects();
		if (objects == null) {
			return OtherObjects.NONE;
		}
		return new OtherObjects(DependantsReader.all(connection, schemas, read), objects.stream()
			.filter((object) -> object.relation().isEmpty() || !real.has(ObjectId.table(object.relation().get())))
			.map(OpaqueObject::ofModel)
			.toList(), settings);
	}

	/**
	 * Returns the wanted schema in PostgreSQL's words. An error is reported with its
	 * place in the model. A model that describes routines too is in these words already,
	 * and may be refused only because one of them does not exist yet.
	 */
	private static SchemaObjects settled(ServerConnection connection, ServerSchemas schemas, SchemaObjects real,
			SchemaObjects renamed, SchemaObjects said, WantedModel model) {
		try {
			return SettledModel.of(connection, schemas, real, renamed, said);
		}
		catch (DefinitionRefusedException ex) {
			if (model.complete() && model.objects() != null) {
				return said;
			}
			for (Map.Entry<ColumnName, String> attribute : model.sources().attributes().entrySet()) {
				if (ex.isOf(attribute.getKey())) {
					throw ex.of(attribute.getValue());
				}
			}
			throw ex;
		}
	}

	/**
	 * Returns the same changes. A change that restores a table names the objects that
	 * were dropped with it.
	 */
	private static List<Change> withCompanions(ServerConnection connection, ServerSchemas schemas,
			List<Change> changes) {
		List<ObjectName> dropped = changes.stream()
			.flatMap((change) -> (change.operation() instanceof DropTable drop) ? Stream.of(drop.name())
					: Stream.empty())
			.toList();
		Map<ObjectName, List<String>> companions = TableCompanions.read(connection, schemas, dropped);
		return companions.isEmpty() ? changes : changes.stream().map((change) -> {
			List<String> lost = (change.operation() instanceof DropTable drop) ? companions.get(drop.name()) : null;
			return (lost == null) ? change
					: change.toBuilder()
						.lastUndoRemark("not restored with the table: " + String.join(", ", lost))
						.build();
		}).toList();
	}

	/**
	 * Returns the kept objects, except those that a customizer drops.
	 */
	private static List<KeptObject> kept(Proposal proposal, List<Change> changes) {
		Set<ObjectId> dropped = new HashSet<>();
		for (Change change : changes) {
			dropped.addAll(change.operation().effects().removes());
			dropped.removeAll(change.operation().effects().makes());
		}
		return proposal.kept().stream().filter((kept) -> !dropped.contains(kept.id())).toList();
	}

	/**
	 * Returns the model with a line for each table of the database that is another kind
	 * of object in the model.
	 */
	private static WantedModel named(WantedModel model, SchemaObjects real) {
		List<String> leftOut = new ArrayList<>(model.leftOut());
		model.others().forEach((name, kind) -> {
			if (real.has(ObjectId.table(name))) {
				leftOut.add("%s, which is a table in the database and %s in the model".formatted(name,
						KindWords.one(kind)));
			}
		});
		return model.with(model.schema(), leftOut);
	}

	/**
	 * Returns the model without tables that are another kind of object in the database,
	 * for example an entity that is mapped to a view.
	 */
	private static WantedModel withoutViews(ServerConnection connection, ServerSchemas schemas, SchemaObjects renamed,
			WantedModel model) {
		Set<ObjectName> there = renamed.tables().stream().map(Table::name).collect(Collectors.toSet());
		Map<ObjectName, String> others = OtherRelations.read(connection, schemas,
				model.schema().tables().stream().map(Table::name).filter((name) -> !there.contains(name)).toList());
		if (others.isEmpty()) {
			return model;
		}
		List<String> leftOut = new ArrayList<>(model.leftOut());
		others.forEach((name, kind) -> leftOut.add("%s, which is %s in the database".formatted(name, kind)));
		return model.with(
				model.schema()
					.only((root) -> root.kind() != ObjectId.Kind.TABLE || !others.containsKey(root.objectName())),
				leftOut);
	}

	/**
	 * Returns the schemas to read: those that the model uses, or those that were named.
	 */
	private Collection<String> read(ServerSchemas schemas, WantedModel model) {
		Set<String> read = new TreeSet<>();
		if (schemas.defaultSchema() != null) {
			read.add(schemas.defaultSchema());
		}
		Stream<String> others = this.settings.includesSchemas() ? schemas.names().stream()
				: model.schemas().stream().filter(schemas.names()::contains);
		others.filter((schema) -> this.settings.schemas().take(schema)).forEach(read::add);
		return read;
	}

	/**
	 * Reads the positions of the number sources of the application.
	 */
	private interface SourceReader {

		NumberSources read(ServerConnection connection, SchemaObjects real, Map<ColumnName, NumberSource> numbers);

	}

}
