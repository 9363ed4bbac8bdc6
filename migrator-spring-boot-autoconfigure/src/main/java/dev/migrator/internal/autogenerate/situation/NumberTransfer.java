package dev.migrator.internal.autogenerate.situation;

import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.dialect.value.SequenceCount;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Sequence;

/**
 * A column that changes from the sequence of its default to an identity, or the other way
 * round.
 *
 * @param identity the identity
 * @param sequence the sequence
 * @param numbers the columns that the sequence numbers
 */
public record NumberTransfer(IdentityObject identity, Sequence sequence, Numbers numbers) {

	/**
	 * The columns that a sequence numbers.
	 */
	enum Numbers {

		/** Only one column. The sequence is at the last number of this column. */
		OF_ONE_COLUMN,
		/** Several columns. The sequence must never go back. */
		OF_SEVERAL_COLUMNS

	}

	/**
	 * Returns a copy for a sequence that numbers other columns too.
	 */
	NumberTransfer ofShared() {
		return new NumberTransfer(this.identity, this.sequence, Numbers.OF_SEVERAL_COLUMNS);
	}

	/**
	 * Returns whether the sequence that PostgreSQL creates for the identity would have
	 * the same name.
	 */
	public boolean needsName() {
		return this.sequence.name()
			.equals(DefaultNames.sequence(this.identity.column().table(), this.identity.column().column()));
	}

	/**
	 * Lets the identity continue from the present number of the sequence.
	 * @param name the name of the sequence at that time
	 */
	public UnorderedChange toIdentity(ObjectName name) {
		return proposed(Rank.COUNTS_TAKEN, toIdentitySql(name), toSequenceSql(name), Effects.NONE);
	}

	/**
	 * Lets the sequence continue from the present number of the identity.
	 * @param name the name of the sequence at that time
	 */
	public UnorderedChange toSequence(ObjectName name) {
		return proposed(Rank.COUNTS_LEFT, toSequenceSql(name), toIdentitySql(name),
				Effects.changing(Set.of(ObjectId.sequence(name))));
	}

	private String toIdentitySql(ObjectName name) {
		return SequenceCount.toIdentity(this.identity.column(), this.identity.identity(), name);
	}

	private String toSequenceSql(ObjectName name) {
		return switch (this.numbers) {
			case OF_ONE_COLUMN -> SequenceCount.toSequence(name, this.identity.column());
			case OF_SEVERAL_COLUMNS -> SequenceCount.behind(name, this.sequence, this.identity.column());
		};
	}

	private UnorderedChange proposed(Rank rank, String sql, String undo, Effects effects) {
		Change change = Change.of(new ExecuteSql(SqlSource.of(sql), SqlSource.of(undo), effects));
		return new UnorderedChange(this.identity, change, rank, Effects.NONE);
	}

}
