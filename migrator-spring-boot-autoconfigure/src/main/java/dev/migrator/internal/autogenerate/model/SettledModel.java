package dev.migrator.internal.autogenerate.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.normalform.EqualDefaults;
import dev.migrator.internal.dialect.normalform.NormalForm;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes the wanted schema in PostgreSQL's words, where other words may mean the same.
 */
public final class SettledModel {

	private SettledModel() {
	}

	/**
	 * Asks PostgreSQL.
	 * @param connection the session, outside of a transaction
	 * @param schemas the schemas of the server
	 * @param actual the schema of the database
	 * @param renamed the same, with the names after the renames
	 * @param said the wanted schema
	 */
	public static SchemaObjects of(ServerConnection connection, ServerSchemas schemas, SchemaObjects actual,
			SchemaObjects renamed, SchemaObjects said) {
		Map<ObjectName, Table> there = new HashMap<>();
		renamed.tables().forEach((table) -> there.put(table.name(), table));
		Set<ObjectName> types = types(said, actual);
		Map<ObjectName, EquivalenceCheck> checks = new LinkedHashMap<>();
		List<Table> asked = new ArrayList<>();
		for (Table table : said.tables()) {
			Table real = there.get(table.name());
			EquivalenceCheck found = (real != null) ? new EquivalenceCheck(real, table, types) : null;
			if (found != null && !found.isEmpty()) {
				checks.put(table.name(), found);
				asked.add(found.table());
			}
			Table tried = (real == null) ? EquivalenceCheck.tried(table, types) : null;
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
		Stream<EqualDefaults.Pair> ofColumns = normal.tables()
			.stream()
			.filter((table) -> checks.containsKey(table.name()))
			.flatMap((table) -> Objects.requireNonNull(checks.get(table.name())).defaults(table));
		Stream<EqualDefaults.Pair> ofDomains = normal.all(DomainObject.class)
			.stream()
			.flatMap((domain) -> defaults(domain, renamed).stream());
		Set<EqualDefaults.Pair> equal = EqualDefaults.of(connection, Stream.concat(ofColumns, ofDomains).toList());
		List<DomainObject> domains = normal.all(DomainObject.class)
			.stream()
			.filter((domain) -> defaults(domain, renamed).filter(equal::contains).isPresent())
			.map((domain) -> new DomainObject(
					domain.domain()
						.withDefault(((DomainObject) Objects.requireNonNull(renamed.get(domain.id()))).domain()
							.defaultValue())))
			.toList();
		List<Table> settled = new ArrayList<>();
		for (Table table : normal.tables()) {
			EquivalenceCheck found = checks.get(table.name());
			if (found != null) {
				settled.add(found.settled(table, equal));
			}
		}
		SchemaObjects notTables = normal.only((root) -> root.kind() != ObjectId.Kind.TABLE)
			.only((root) -> said.has(root) || isOfSettled(normal.get(root), checks.keySet()));
		return said.saidAs(notTables.with(SchemaObjects.of(domains)).with(others.all(CommentObject.class)))
			.saidAs(SchemaObjects.of(settled, List.of(), List.of()));
	}

	private static Optional<EqualDefaults.Pair> defaults(DomainObject normal, SchemaObjects renamed) {
		Expression said = normal.domain().defaultValue();
		Expression there = (renamed.get(normal.id()) instanceof DomainObject real) ? real.domain().defaultValue()
				: null;
		return (said == null || there == null || said.equals(there)) ? Optional.empty()
				: Optional.of(new EqualDefaults.Pair(normal.domain().type(), there, said));
	}

	private static Set<ObjectName> types(SchemaObjects... schemas) {
		return Stream.of(schemas)
			.flatMap((schema) -> schema.roots().stream())
			.filter((root) -> root.kind() == ObjectId.Kind.TYPE)
			.map(ObjectId::objectName)
			.collect(Collectors.toSet());
	}

	/**
	 * Returns whether a part of a domain is a text that may have the same meaning in
	 * other words, or an unknown name.
	 */
	private static boolean isDoubtful(Domain domain, Set<ObjectName> types) {
		return domain.defaultValue() != null || !domain.checks().isEmpty() || domain.collation() != null
				|| domain.type().userType().filter((type) -> !types.contains(type)).isPresent();
	}

	/**
	 * Returns whether an object belongs to a table about which PostgreSQL was asked, and
	 * not to one that it only tried.
	 */
	private static boolean isOfSettled(@Nullable SchemaObject object, Set<ObjectName> settled) {
		return object instanceof SequenceObject sequence
				&& (sequence.sequence().ownedBy() == null || settled.contains(sequence.sequence().ownedBy().table()));
	}

}
