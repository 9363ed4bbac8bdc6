package dev.migrator.autogenerate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TableDirective.DropTable;

/**
 * The changes from one schema to another.
 *
 * @param changes the changes, in an order in which they can run
 * @param renameCandidates the possible renames, which the changes do not take into
 * account
 */
public record ProposedChanges(List<Change> changes, List<RenameCandidate> renameCandidates) {

	public ProposedChanges {
		changes = List.copyOf(changes);
		renameCandidates = List.copyOf(renameCandidates);
	}

	/**
	 * Returns whether the two schemas are equal, as far as they are compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/**
	 * Returns the operations only.
	 * @return the operations in their order
	 */
	public List<Operation> operations() {
		return this.changes.stream().map(Change::operation).toList();
	}

	/**
	 * Returns the lines for the log.
	 * @return the lines in the order of the operations
	 */
	public List<String> detected() {
		return this.changes.stream().map(Change::detected).filter(Objects::nonNull).toList();
	}

	/**
	 * Returns the lines for the log; for a change of a customizer without a line, the
	 * description of its operation.
	 * @return a line for each difference
	 */
	public List<String> described() {
		List<String> detected = detected();
		return detected.isEmpty() ? this.changes.stream().map((change) -> change.operation().describe()).toList()
				: detected;
	}

	/**
	 * Returns how to keep what would be dropped.
	 * @return a sentence, or empty if no table and no column is dropped
	 */
	public Optional<String> howToKeep() {
		List<String> tables = this.changes.stream()
			.flatMap((change) -> (change.operation() instanceof DropTable drop) ? Stream.of(drop.name().toString())
					: Stream.empty())
			.toList();
		if (tables.isEmpty()) {
			return this.changes.stream().anyMatch((change) -> change.operation() instanceof DropColumn)
					? Optional
						.of("To keep columns that are still in use, remove columns from migrator.autogenerate.drop.")
					: Optional.empty();
		}
		return Optional
			.of("To keep tables that are still in use, set migrator.autogenerate.exclude-tables=%s, or remove tables from migrator.autogenerate.drop."
				.formatted(String.join(",", tables)));
	}

	/**
	 * Returns what must be filled in before the revision is applied.
	 * @return a sentence, or empty if nothing is open
	 */
	public Optional<String> open() {
		long up = todos(this.changes);
		long down = todos(DowngradeChanges.of(this.changes).changes());
		if (up + down == 0) {
			return Optional.empty();
		}
		String where = Stream.of((up > 0) ? up + " in the upgrade" : "", (down > 0) ? down + " in the downgrade" : "")
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
		return Optional.of("The revision has open TODOs: " + where);
	}

	private static long todos(List<Change> changes) {
		return changes.stream()
			.map(Change::remark)
			.filter(Objects::nonNull)
			.flatMap(String::lines)
			.filter((line) -> line.startsWith("TODO"))
			.count();
	}

	/**
	 * Returns what is destroyed.
	 * @return half a sentence for each loss
	 */
	public List<String> losses() {
		return this.changes.stream().map(Change::loss).filter(Objects::nonNull).toList();
	}

}
