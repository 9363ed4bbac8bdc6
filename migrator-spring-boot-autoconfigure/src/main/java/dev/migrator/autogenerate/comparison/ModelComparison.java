package dev.migrator.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.rule.Completion;
import dev.migrator.dialect.CatalogContents;
import dev.migrator.dialect.CatalogReader;
import dev.migrator.dialect.CustomSql;
import dev.migrator.dialect.DependantsReader;
import dev.migrator.dialect.KindWords;
import dev.migrator.dialect.OtherRelations;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerSchemas;
import dev.migrator.dialect.TablesElsewhere;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;

/**
 * Compares what a database has with what the application wants. What differs as text is
 * said by PostgreSQL itself first, so that only what really differs is found.
 */
public final class ModelComparison {

	private final ComparisonSettings settings;

	private final List<ChangeCustomizer> customizers;

	/**
	 * A comparison.
	 * @param settings what is compared, and what may come of it
	 * @param customizers see what was found, in this order
	 */
	public ModelComparison(ComparisonSettings settings, List<ChangeCustomizer> customizers) {
		this.settings = settings;
		this.customizers = List.copyOf(customizers);
	}

	/**
	 * Compares. Changes nothing.
	 * @param connection a session with the database, outside of a transaction
	 * @param wanted what is wanted
	 * @param migratorTables the tables of the migrator itself
	 * @return what was found
	 * @throws InvalidRenameException if a rename of the settings cannot be
	 * @throws dev.migrator.dialect.DefinitionRefusedException if PostgreSQL refuses
	 * something that is wanted
	 * @throws dev.migrator.schema.InvalidDefinitionException if an operation that a
	 * customizer added cannot be used
	 */
	public ModelDifferences compare(ServerConnection connection, WantedModel wanted, Set<ObjectName> migratorTables) {
		ServerSchemas schemas = ServerSchemas.read(connection);
		ComparisonSettings full = this.settings.withInventedNames(wanted.invented())
			.withExistingSchemas(schemas.names())
			.withDefaultSchema(schemas.defaultSchema());
		Collection<String> compared = read(schemas, wanted.schema());
		Set<String> left = left(schemas, compared);
		Set<String> read = new TreeSet<>(compared);
		read.addAll(left);
		CatalogContents contents = new CatalogReader(connection, migratorTables).readAll(schemas, read);
		SchemaObjects real = contents.schema()
			.only((root) -> (root.kind() != ObjectId.Kind.TABLE || !wanted.others().containsKey(root.objectName()))
					&& (!isIn(root, left) || isRenamed(contents.schema(), root)));
		SchemaComparison comparison = new SchemaComparison(full);
		RenamedSchema then = SchemaRenames.of(real, wanted.schema(), full);
		SchemaObjects renamed = then.schema();
		WantedModel model = UntypedColumns.typed(renamed,
				withoutViews(connection, schemas, renamed, named(wanted, contents.schema())));
		SchemaObjects said = model.complete() ? model.schema()
				: new Completion(renamed, model.schema(), full).completed();
		SchemaObjects settled = SettledModel.of(connection, schemas, real, renamed, said);
		Proposal proposal = comparison.proposal(then, settled);
		Set<ObjectId> used = then.before(proposal.touched());
		Dependants dependants = Dependants.of(DependantsReader.read(connection, schemas, used, read), then,
				proposal.then());
		ProposedChanges found = comparison.differences(then, proposal.with(dependants));
		List<Change> changes = found.changes();
		for (ChangeCustomizer customizer : this.customizers) {
			changes = customizer.customize(changes);
		}
		changes.forEach((change) -> CustomSql.check(change.operation()));
		Set<ObjectId> more = then.before(Dependants.used(changes));
		more.removeAll(used);
		Dependants all = dependants.andLeft(DependantsReader.read(connection, schemas, more, read), then);
		return new ModelDifferences(
				new ProposedChanges(
						changes.stream().map(all::remarked).toList(), candidates(connection, schemas, read, found)),
				model, real,
				contents.uncompared()
					.stream()
					.filter(full::looksAt)
					.filter((object) -> object.relation() == null || object.relation().schema() == null
							|| !left.contains(object.relation().schema()))
					.toList());
	}

	/**
	 * What may have been renamed, and tables that may have moved here from a schema that
	 * is not compared.
	 */
	private static List<RenameCandidate> candidates(ServerConnection connection, ServerSchemas schemas,
			Set<String> read, ProposedChanges found) {
		List<Table> added = found.operations()
			.stream()
			.flatMap((operation) -> (operation instanceof CreateTable create) ? Stream.of(create.table())
					: Stream.empty())
			.toList();
		List<String> others = schemas.names().stream().filter((schema) -> !read.contains(schema)).toList();
		List<RenameCandidate> candidates = new ArrayList<>(found.renameCandidates());
		TablesElsewhere.read(connection, others, added)
			.forEach((from, to) -> candidates
				.add(new RenameCandidate("table", new Rename(from.toString(), to.toString()))));
		return candidates;
	}

	/**
	 * The schemas that are looked at only because something moves out of them.
	 */
	private Set<String> left(ServerSchemas schemas, Collection<String> compared) {
		Set<String> left = new TreeSet<>();
		this.settings.renames()
			.stream()
			.flatMap((rename) -> rename.object().stream())
			.map(ObjectName::schema)
			.filter((schema) -> schema != null && schemas.names().contains(schema) && !compared.contains(schema))
			.forEach(left::add);
		return left;
	}

	private static boolean isIn(ObjectId root, Set<String> schemas) {
		return root.in() != null && schemas.contains(root.in().name());
	}

	private boolean isRenamed(SchemaObjects schema, ObjectId root) {
		ColumnName owner = (schema.get(root) instanceof SequenceObject object) ? object.sequence().ownedBy() : null;
		Optional<ObjectName> name = Optional.of((owner != null) ? owner.table() : root.objectName());
		return this.settings.renames().stream().anyMatch((rename) -> rename.object().equals(name));
	}

	/**
	 * The model with a line for each table of the database that is something else there.
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
	 * The model without what is no table in the database, an entity that is mapped to a
	 * view for one.
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
	 * The schemas to look at: those that the model uses, or those that were named.
	 */
	private Collection<String> read(ServerSchemas schemas, SchemaObjects model) {
		Set<String> read = new TreeSet<>();
		if (schemas.defaultSchema() != null) {
			read.add(schemas.defaultSchema());
		}
		Stream<String> others = this.settings.includesSchemas() ? schemas.names().stream()
				: model.schemas().stream().filter(schemas.names()::contains);
		others.filter((schema) -> this.settings.schemas().take(schema)).forEach(read::add);
		return read;
	}

}
