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
 * A column that has an identity where a sequence counted for its default, or the other
 * way round.
 *
 * @param identity the identity
 * @param sequence the sequence
 * @param numbers whose numbers the sequence gives
 */
public record NumberTransfer(IdentityObject identity, Sequence sequence, Numbers numbers) {

	/**
	 * Whose numbers a sequence gives.
	 */
	enum Numbers {

		/** It stands where that column is. */
		OF_ONE_COLUMN,
		/** It never goes back: others have numbers of it too. */
		OF_SEVERAL_COLUMNS

	}

	/**
	 * The same of a sequence that other columns have numbers of too.
	 */
	NumberTransfer ofShared() {
		return new NumberTransfer(this.identity, this.sequence, Numbers.OF_SEVERAL_COLUMNS);
	}

	/**
	 * Whether the sequence that PostgreSQL makes for the identity would have the same
	 * name.
	 */
	public boolean needsName() {
		return this.sequence.name()
			.equals(DefaultNames.sequence(this.identity.column().table(), this.identity.column().column()));
	}

	/**
	 * Lets the identity go on where the sequence is.
	 * @param name the name that the sequence has then
	 */
	public UnorderedChange toIdentity(ObjectName name) {
		return proposed(Rank.COUNTS_TAKEN, toIdentitySql(name), toSequenceSql(name), Effects.NONE);
	}

	/**
	 * Lets the sequence go on where the identity is.
	 * @param name the name that the sequence has then
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
