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
import dev.migrator.internal.schema.SchemaObjects;

/**
 * Compares what a database has with what it is to have. Both sides have to be written as
 * PostgreSQL writes them; what differs as text differs.
 *
 * <pre class="code">
 * ProposedChanges differences = new SchemaComparison(ComparisonSettings.DEFAULT).compare(real, wanted);
 * </pre>
 *
 * Compared are tables, columns with all that they have, constraints, indexes, sequences,
 * enum types, domains, comments, and how all of them are kept. Where an index is stored
 * and how a table is partitioned are not. What only the database has stays where
 * {@link Droppable} does not say otherwise. Time and memory grow linearly with both
 * sides.
 */
public final class SchemaComparison {

	private final ComparisonSettings settings;

	/**
	 * A comparison.
	 * @param settings what is compared, and what may come of it
	 */
	public SchemaComparison(ComparisonSettings settings) {
		this.settings = settings;
	}

	/**
	 * Compares two schemas.
	 * @param real what the database has
	 * @param wanted what it is to have
	 * @return what leads from one to the other; the same for the same schemas
	 * @throws InvalidRenameException if a rename of the settings cannot be
	 */
	public ProposedChanges compare(SchemaObjects real, SchemaObjects wanted) {
		RenamedSchema renamed = SchemaRenames.of(real, wanted, this.settings);
		return differences(renamed, proposal(renamed, wanted));
	}

	/**
	 * What leads from what a database has when the renames have run to what is wanted.
	 */
	Proposal proposal(RenamedSchema real, SchemaObjects wanted) {
		NotNulls notNulls = NotNulls.of(real, wanted);
		return Proposal.of(notNulls.real(), ComparedSchemas.of(notNulls.real(), notNulls.wanted(), this.settings),
				this.settings);
	}

	ProposedChanges differences(RenamedSchema real, Proposal proposal) {
		List<Change> changes = new ArrayList<>(real.changes());
		changes.addAll(proposal.changes());
		return new ProposedChanges(changes,
				CandidateSearch.of(proposal.compared().real(), proposal.compared().wanted()));
	}

}
