package dev.migrator.internal.autogenerate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.autogenerate.DowngradeChanges;
import dev.migrator.internal.dialect.value.HeldValues;
import dev.migrator.internal.dialect.value.SequencePositions;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * The values in a schema at one moment of a trial.
 *
 * @param schema the schema
 * @param held the values of its rows
 * @param positions the positions of its sequences
 * @param defaultSchema the schema of unqualified names, or {@code null} if there is none
 */
record TrialValues(SchemaObjects schema, HeldValues held, SequencePositions positions, @Nullable String defaultSchema) {

	/**
	 * Returns the values after the tables were emptied.
	 */
	TrialValues withoutRows() {
		return new TrialValues(this.schema, new HeldValues(Map.of()), this.positions, this.defaultSchema);
	}

	/**
	 * Returns a description of a value that is lost after the upgrades, although none of
	 * their changes declares it.
	 */
	Optional<String> lostUp(List<TriedRevision> revisions, TrialValues after) {
		Lineage lineage = new Lineage(this.schema, this.defaultSchema);
		revisions.forEach((revision) -> revision.changes().forEach(lineage::follow));
		Map<ColumnName, ColumnName> kept = lineage.kept();
		return kept.entrySet()
			.stream()
			.map((column) -> lost("upgrade", column.getKey(), column.getValue(), after, lineage))
			.flatMap(Optional::stream)
			.findFirst()
			.or(() -> restarted(lineage, kept, after));
	}

	/**
	 * Returns a description of a value that is lost after the downgrades, although no
	 * change in either direction declares it.
	 */
	Optional<String> lostBack(List<TriedRevision> revisions, TrialValues after) {
		Lineage lineage = new Lineage(this.schema, this.defaultSchema);
		revisions.forEach((revision) -> revision.changes().forEach(lineage::follow));
		List<TriedRevision> reversed = new ArrayList<>(revisions);
		Collections.reverse(reversed);
		reversed.forEach((revision) -> DowngradeChanges.of(revision.changes()).changes().forEach(lineage::follow));
		return lineage.kept()
			.entrySet()
			.stream()
			.map((column) -> lost("downgrade", column.getKey(), column.getValue(), after, lineage))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<String> lost(String direction, ColumnName was, ColumnName now, TrialValues after,
			Lineage lineage) {
		List<String> before = this.held.of(was);
		List<String> then = after.held.of(now);
		boolean computed = (then != null) ? after.isComputed(now) : isComputed(was);
		if (before == null || before.isEmpty() || before.equals(then) || computed) {
			return Optional.empty();
		}
		String column = "%s.%s".formatted(was.table(), was.column());
		if (then == null) {
			return Optional.of("After the %s the column %s does not exist. It had the values %s.".formatted(direction,
					column, String.join(", ", before)));
		}
		boolean renamed = lineage.renamesValues() && type(was).flatMap(DataType::userType).isPresent();
		boolean sameType = !renamed && !lineage.isMoved(ObjectId.column(now)) && type(was).equals(after.type(now));
		boolean fewer = then.size() < before.size() || new HashSet<>(then).size() < new HashSet<>(before).size();
		return (sameType || fewer)
				? Optional.of("After the %s the column %s contains %s. Before, it contained %s.".formatted(direction,
						column, then.isEmpty() ? "nothing" : String.join(", ", then), String.join(", ", before)))
				: Optional.empty();
	}

	private Optional<DataType> type(ColumnName name) {
		return column(name).map(Column::type);
	}

	private boolean isComputed(ColumnName name) {
		return column(name).filter((column) -> column.generated() != null).isPresent();
	}

	private Optional<Column> column(ColumnName name) {
		return this.schema.table(name.table())
			.flatMap((table) -> table.columns()
				.stream()
				.filter((column) -> column.name().equals(name.column()))
				.findFirst());
	}

	private Optional<String> restarted(Lineage lineage, Map<ColumnName, ColumnName> kept, TrialValues after) {
		for (Map.Entry<ObjectId, SequencePositions.Position> before : this.positions.all().entrySet()) {
			ObjectId id = now(before.getKey(), kept);
			if (id == null) {
				continue;
			}
			SequencePositions.Position then = after.positions.all().get(id);
			ObjectId sequence = ObjectId.sequence(before.getValue().sequence());
			boolean lost = lineage.isLost(sequence)
					|| (lineage.isMoved(sequence) && then != null && then.isFurther(before.getValue()));
			if (!lost && then != null && then.counting().equals(before.getValue().counting())
					&& !then.last().equals(before.getValue().last())) {
				return Optional.of("After the upgrade the numbers of %s continue after %s, but the last number was %s."
					.formatted(words(id), then.last().isEmpty() ? "nothing" : then.last(), before.getValue().last()));
			}
		}
		return Optional.empty();
	}

	private static @Nullable ObjectId now(ObjectId id, Map<ColumnName, ColumnName> kept) {
		if (id.kind() != ObjectId.Kind.COLUMN) {
			return id;
		}
		ColumnName column = kept.get(id.columnName());
		return (column != null) ? ObjectId.column(column) : null;
	}

	private static String words(ObjectId id) {
		return (id.kind() == ObjectId.Kind.COLUMN) ? id.columnName().table() + "." + id.name()
				: id.objectName().toString();
	}

}
