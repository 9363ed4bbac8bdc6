package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.internal.autogenerate.rename.CandidateSearch;
import dev.migrator.internal.autogenerate.rename.RenamedSchema;
import dev.migrator.internal.autogenerate.rename.SchemaRenames;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.Effects;

/**
 * Compares the schema of a database with the one that it is to have. Both sides have to
 * be in PostgreSQL's words; parts that differ as text are different.
 *
 * <pre class="code">
 * ProposedChanges differences = new SchemaComparison(ComparisonSettings.DEFAULT).compare(real, wanted);
 * </pre>
 *
 * Compares tables, columns with all their attributes, constraints, indexes, sequences,
 * enum types, domains, comments, and the storage of all of them. Does not compare the
 * tablespace of an index and the partitioning of a table. Objects that only the database
 * has stay, unless {@link Droppable} allows dropping them. Time and memory grow linearly
 * with both sides.
 */
public final class SchemaComparison {

	private final ComparisonSettings settings;

	/**
	 * Creates a comparison.
	 * @param settings what is compared, and which changes may result
	 */
	public SchemaComparison(ComparisonSettings settings) {
		this.settings = settings;
	}

	/**
	 * Compares two schemas.
	 * @param real the schema of the database
	 * @param wanted the schema that it is to have
	 * @return the changes from one to the other; the same for the same schemas
	 * @throws InvalidRenameException if a rename of the settings is not possible
	 */
	public ProposedChanges compare(SchemaObjects real, SchemaObjects wanted) {
		RenamedSchema renamed = SchemaRenames.of(real, wanted, this.settings);
		return differences(renamed, proposal(renamed, wanted));
	}

	/**
	 * Returns the changes from the schema after the renames to the wanted one.
	 */
	Proposal proposal(RenamedSchema real, SchemaObjects wanted) {
		NotNulls notNulls = NotNulls.of(real, wanted);
		return Proposal.of(notNulls.real(), ComparedSchemas.of(notNulls.real(), notNulls.wanted(), this.settings),
				this.settings);
	}

	ProposedChanges differences(RenamedSchema real, Proposal proposal) {
		List<Change> changes = new ArrayList<>(real.changes());
		List<Change> proposed = new ArrayList<>(proposal.changes());
		if (proposal.dropsBeforeRenames()) {
			List<Change> first = proposed.stream().filter(SchemaComparison::dropsOpaque).toList();
			proposed.removeAll(first);
			changes.addAll(0, first);
		}
		changes.addAll(proposed);
		return new ProposedChanges(changes,
				CandidateSearch.of(proposal.compared().real(), proposal.compared().wanted()));
	}

	private static boolean dropsOpaque(Change change) {
		Effects effects = change.operation().effects();
		return effects.makes().isEmpty() && !effects.known().isEmpty()
				&& effects.known().stream().allMatch(OpaqueObject.class::isInstance);
	}

}
