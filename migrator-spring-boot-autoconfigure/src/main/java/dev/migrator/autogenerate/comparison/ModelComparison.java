package dev.migrator.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.autogenerate.rule.Completion;
import dev.migrator.dialect.CatalogContents;
import dev.migrator.dialect.CatalogReader;
import dev.migrator.dialect.CustomSql;
import dev.migrator.dialect.DependantsReader;
import dev.migrator.dialect.NormalForm;
import dev.migrator.dialect.OtherRelations;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.dialect.ServerSchemas;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.schema.object.CommentObject;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObject;
import dev.migrator.schema.object.SchemaObjects;
import dev.migrator.schema.object.SequenceObject;
import org.jspecify.annotations.Nullable;

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
		Collection<String> read = read(schemas, wanted.schema());
		CatalogContents contents = new CatalogReader(connection, migratorTables).readAll(schemas, read);
		SchemaObjects real = contents.schema();
		SchemaComparison comparison = new SchemaComparison(full);
		RenamedSchema then = SchemaRenames.of(real, wanted.schema(), full.renames());
		SchemaObjects renamed = then.schema();
		WantedModel model = UntypedColumns.typed(renamed, withoutViews(connection, schemas, renamed, wanted));
		SchemaObjects said = model.complete() ? model.schema()
				: new Completion(renamed, model.schema(), full).completed();
		SchemaObjects settled = settled(connection, schemas, real, renamed, said);
		Proposal proposal = comparison.proposal(then, settled);
		ReferencedKeys.check(connection, proposal.then(), renamed);
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
				new ProposedChanges(changes.stream().map(all::remarked).toList(), found.renameCandidates()), model,
				real, contents.uncompared().stream().filter(full::looksAt).toList());
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
		return new WantedModel(
				model.schema()
					.only((root) -> root.kind() != ObjectId.Kind.TABLE || !others.containsKey(root.objectName())),
				model.invented(), model.complete(), model.sources(), leftOut, model.untyped());
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

	/**
	 * What is wanted, in PostgreSQL's words where others may mean the same.
	 */
	private static SchemaObjects settled(ServerConnection connection, ServerSchemas schemas, SchemaObjects actual,
			SchemaObjects renamed, SchemaObjects said) {
		Map<ObjectName, Table> there = new HashMap<>();
		renamed.tables().forEach((table) -> there.put(table.name(), table));
		Set<ObjectName> types = types(said, actual);
		Map<ObjectName, Doubts> doubts = new LinkedHashMap<>();
		List<Table> asked = new ArrayList<>();
		for (Table table : said.tables()) {
			Table real = there.get(table.name());
			Doubts found = (real != null) ? new Doubts(real, table, types) : null;
			if (found != null && !found.isEmpty()) {
				doubts.put(table.name(), found);
				asked.add(found.table());
			}
			Table tried = (real == null) ? Doubts.tried(table, types) : null;
			if (tried != null) {
				asked.add(tried);
			}
		}
		boolean inDoubt = said.all(DomainObject.class)
			.stream()
			.anyMatch((object) -> isDoubtful(object.domain(), types) && !said.isSame(object.id(), renamed));
		if (asked.isEmpty() && !inDoubt) {
			return said;
		}
		SchemaObjects others = said.only((root) -> root.kind() != ObjectId.Kind.TABLE);
		SchemaObjects normal = new NormalForm(connection, schemas, actual)
			.of(others.with(SchemaObjects.of(asked, List.of(), List.of())));
		List<Table> settled = new ArrayList<>();
		for (Table table : normal.tables()) {
			Doubts found = doubts.get(table.name());
			if (found != null) {
				settled.add(found.settled(table));
			}
		}
		SchemaObjects notTables = normal.only((root) -> root.kind() != ObjectId.Kind.TABLE)
			.only((root) -> said.has(root) || isOfSettled(normal.get(root), doubts.keySet()));
		return said.saidAs(notTables.with(others.all(CommentObject.class)))
			.saidAs(SchemaObjects.of(settled, List.of(), List.of()));
	}

	private static Set<ObjectName> types(SchemaObjects... schemas) {
		return Stream.of(schemas)
			.flatMap((schema) -> schema.roots().stream())
			.filter((root) -> root.kind() == ObjectId.Kind.TYPE)
			.map(ObjectId::objectName)
			.collect(Collectors.toSet());
	}

	/**
	 * Whether something of a domain is a text, which others may mean the same by, or a
	 * name that nobody knows.
	 */
	private static boolean isDoubtful(Domain domain, Set<ObjectName> types) {
		return domain.defaultValue() != null || !domain.checks().isEmpty() || domain.collation() != null
				|| domain.type().userType().filter((type) -> !types.contains(type)).isPresent();
	}

	/**
	 * Whether something came up with a table that PostgreSQL was asked about, and is no
	 * part of one that it was only asked to try.
	 */
	private static boolean isOfSettled(@Nullable SchemaObject object, Set<ObjectName> settled) {
		return object instanceof SequenceObject sequence
				&& (sequence.sequence().ownedBy() == null || settled.contains(sequence.sequence().ownedBy().table()));
	}

}
