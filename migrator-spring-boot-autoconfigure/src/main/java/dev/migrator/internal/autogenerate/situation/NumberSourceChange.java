package dev.migrator.internal.autogenerate.situation;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A column whose source of numbers changes.
 *
 * @param column the column
 * @param to the new source
 * @param left the possible old sources
 */
record NumberSourceChange(ColumnName column, NumberCounter to, List<NumberCounter> left) {

	NumberSourceChange {
		left = List.copyOf(left);
	}

	/**
	 * Returns whether the new source is a given sequence or identity.
	 */
	boolean isTo(ObjectId id) {
		return (this.to instanceof NumberCounter.OfSequence it && ObjectId.sequence(it.name()).equals(id))
				|| (this.to instanceof NumberCounter.OfIdentity && ObjectId.identityOf(this.column).equals(id));
	}

	/**
	 * Returns whether it had an identity.
	 */
	boolean isOfIdentity() {
		return this.left.stream().anyMatch(NumberCounter.OfIdentity.class::isInstance);
	}

	/**
	 * Returns the sequences among the possible old sources.
	 */
	Stream<ObjectName> sequences() {
		return this.left.stream()
			.filter(NumberCounter.OfSequence.class::isInstance)
			.map((counter) -> ((NumberCounter.OfSequence) counter).name());
	}

	/**
	 * Returns a copy with other names for the sequences.
	 */
	NumberSourceChange named(UnaryOperator<ObjectName> names) {
		return new NumberSourceChange(this.column, named(this.to, names),
				this.left.stream().map((counter) -> named(counter, names)).toList());
	}

	private static NumberCounter named(NumberCounter counter, UnaryOperator<ObjectName> names) {
		return (counter instanceof NumberCounter.OfSequence it)
				? new NumberCounter.OfSequence(names.apply(it.name()), it.options(), it.created()) : counter;
	}

	/**
	 * Returns the changes that let the new source continue, and in the downgrade the old
	 * ones. An identity continues after the rows by itself.
	 */
	List<UnorderedChange> proposed(Situation situation, @Nullable String detected, @Nullable String remark) {
		if (this.left.isEmpty() && this.to instanceof NumberCounter.OfIdentity) {
			return List.of();
		}
		List<Operation> undo = this.left.stream()
			.map((counter) -> execute(counter.goOn(this.column, List.of(this.to)), Effects.NONE))
			.toList();
		Change change = Change.builder(execute(this.to.goOn(this.column, this.left), moved()))
			.detected(detected)
			.remark(remark)
			.undo(undo)
			.build();
		return List.of(new UnorderedChange(object(situation), change, rank(), Effects.NONE));
	}

	/**
	 * Returns the effects of the moved sources.
	 */
	private Effects moved() {
		if (this.to instanceof NumberCounter.OfSequence sequence) {
			return Effects.changing(Set.of(ObjectId.sequence(sequence.name())));
		}
		return (this.to instanceof NumberCounter.OfRow row)
				? Effects.changing(Set.of(ObjectId.column(new ColumnName(row.table(), row.key())),
						ObjectId.column(new ColumnName(row.table(), row.number()))))
				: Effects.NONE;
	}

	private static Operation execute(String sql, Effects effects) {
		return new ExecuteSql(SqlSource.of(sql), null, effects);
	}

	private Rank rank() {
		if (this.to instanceof NumberCounter.OfSequence) {
			return isOfIdentity() ? Rank.COUNTS_LEFT : Rank.SEQUENCES;
		}
		return Rank.COUNTS_TAKEN;
	}

	/**
	 * Returns the object that the change belongs to: a sequence without a table, or the
	 * column.
	 */
	private @Nullable SchemaObject object(Situation situation) {
		SchemaObject sequence = (this.to instanceof NumberCounter.OfSequence it && !isOfIdentity())
				? situation.then().get(ObjectId.sequence(it.name())) : null;
		return (sequence != null) ? sequence : situation.then().get(ObjectId.column(this.column));
	}

}
