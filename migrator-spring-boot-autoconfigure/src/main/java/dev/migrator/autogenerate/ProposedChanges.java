package dev.migrator.autogenerate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;

/**
 * What leads from one schema to another.
 *
 * @param changes what is done, in an order in which it runs
 * @param renameCandidates what may have been renamed; the changes know nothing of it
 */
public record ProposedChanges(List<Change> changes, List<RenameCandidate> renameCandidates) {

	public ProposedChanges {
		changes = List.copyOf(changes);
		renameCandidates = List.copyOf(renameCandidates);
	}

	/**
	 * Whether the two schemas are equal, as far as they are compared.
	 * @return whether there is nothing to do
	 */
	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/**
	 * What is done, without why.
	 * @return the operations in their order
	 */
	public List<Operation> operations() {
		return this.changes.stream().map(Change::operation).toList();
	}

	/**
	 * The lines for the log.
	 * @return the lines in the order of the operations
	 */
	public List<String> detected() {
		return this.changes.stream().map(Change::detected).filter(Objects::nonNull).toList();
	}

	/**
	 * The lines for the log, and what is done where there is none: by a customizer.
	 * @return a line for each difference
	 */
	public List<String> described() {
		List<String> detected = detected();
		return detected.isEmpty() ? this.changes.stream().map((change) -> change.operation().describe()).toList()
				: detected;
	}

	/**
	 * How to keep what would be dropped.
	 * @return a sentence, or empty if no table and no column is dropped
	 */
	public Optional<String> howToKeep() {
		List<String> tables = this.changes.stream()
			.flatMap((change) -> (change.operation() instanceof DropTable drop) ? Stream.of(drop.name().toString())
					: Stream.empty())
			.toList();
		if (tables.isEmpty()) {
			return this.changes.stream().anyMatch((change) -> change.operation() instanceof DropColumn) ? Optional
				.of("What is in use although the model does not have it stays where migrator.autogenerate.drop has no columns.")
					: Optional.empty();
		}
		return Optional
			.of("What is in use although the model does not have it stays with migrator.autogenerate.exclude-tables=%s, or where migrator.autogenerate.drop has no tables."
				.formatted(String.join(",", tables)));
	}

	/**
	 * What is to be filled in before it is applied.
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
		return Optional.of("What is written has open TODOs: " + where);
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
	 * What is destroyed.
	 * @return half a sentence for each
	 */
	public List<String> losses() {
		return this.changes.stream().map(Change::loss).filter(Objects::nonNull).toList();
	}

}
