package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.surroundings.TablesElsewhere;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;

/**
 * Tables that move, or may have moved, out of schemas that are not compared.
 *
 * @param renames the renames that were given
 * @param schemas the schemas of the database
 * @param compared the names of those that are compared
 * @param left the names of those that are read only because an object moves out of them
 */
record MovedTables(List<Rename> renames, ServerSchemas schemas, Collection<String> compared, Set<String> left) {

	static MovedTables of(List<Rename> renames, ServerSchemas schemas, Collection<String> compared) {
		Set<String> left = new TreeSet<>();
		renames.stream()
			.flatMap((rename) -> rename.object().stream())
			.map(ObjectName::schema)
			.filter((schema) -> schema != null && schemas.names().contains(schema) && !compared.contains(schema))
			.forEach(left::add);
		return new MovedTables(renames, schemas, compared, left);
	}

	/**
	 * Returns the schemas that are read.
	 */
	Set<String> read() {
		Set<String> read = new TreeSet<>(this.compared);
		read.addAll(this.left);
		return read;
	}

	/**
	 * Returns whether an object is compared: of a schema that is read only for moves,
	 * only the moved objects are.
	 */
	boolean looksAt(ObjectId root, SchemaObjects schema) {
		return root.in() == null || !this.left.contains(root.in().name()) || isRenamed(schema, root);
	}

	boolean looksAt(UncomparedObject object) {
		return object.relation() == null || object.relation().schema() == null
				|| !this.left.contains(object.relation().schema());
	}

	private boolean isRenamed(SchemaObjects schema, ObjectId root) {
		ColumnName owner = (schema.get(root) instanceof SequenceObject object) ? object.sequence().ownedBy() : null;
		Optional<ObjectName> name = Optional.of((owner != null) ? owner.table() : root.objectName());
		return this.renames.stream().anyMatch((rename) -> rename.object().equals(name));
	}

	/**
	 * Returns the rename candidates, and tables of other schemas that may be the added
	 * ones.
	 */
	List<RenameCandidate> candidates(ServerConnection connection, ProposedChanges found) {
		List<Table> added = found.operations()
			.stream()
			.flatMap((operation) -> (operation instanceof CreateTable create) ? Stream.of(create.table())
					: Stream.empty())
			.toList();
		Set<String> read = read();
		List<String> others = this.schemas.names().stream().filter((schema) -> !read.contains(schema)).toList();
		List<RenameCandidate> candidates = new ArrayList<>(found.renameCandidates());
		TablesElsewhere.read(connection, others, added)
			.forEach((from, to) -> candidates
				.add(new RenameCandidate("table", new Rename(from.toString(), to.toString()))));
		return candidates;
	}

}
