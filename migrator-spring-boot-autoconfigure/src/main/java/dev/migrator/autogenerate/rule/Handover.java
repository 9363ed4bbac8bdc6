package dev.migrator.autogenerate.rule;

import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.dialect.DefaultNames;
import dev.migrator.dialect.SequenceCount;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.object.IdentityObject;
import dev.migrator.schema.object.ObjectId;

/**
 * A column that has an identity where a sequence counted for its default, or the other
 * way round.
 *
 * @param identity the identity
 * @param sequence the sequence
 * @param shared whether other columns have numbers of the sequence too, so that it never
 * goes back
 * @param byApplication whether no default names the sequence: the application takes its
 * numbers from it, a block at once
 */
record Handover(IdentityObject identity, Sequence sequence, boolean shared, boolean byApplication) {

	/**
	 * The same of a sequence that other columns have numbers of too.
	 */
	Handover ofShared() {
		return new Handover(this.identity, this.sequence, true, this.byApplication);
	}

	/**
	 * Whether the sequence that PostgreSQL makes for the identity would have the same
	 * name.
	 */
	boolean needsName() {
		return this.sequence.name()
			.equals(DefaultNames.sequence(this.identity.column().table(), this.identity.column().column()));
	}

	/**
	 * Lets the identity go on where the sequence is.
	 * @param name the name that the sequence has then
	 */
	Proposed toIdentity(ObjectName name) {
		return proposed(Rank.COUNTS_TAKEN, toIdentitySql(name), toSequenceSql(name), Effects.NONE);
	}

	/**
	 * Lets the sequence go on where the identity is.
	 * @param name the name that the sequence has then
	 */
	Proposed toSequence(ObjectName name) {
		return proposed(Rank.COUNTS_LEFT, toSequenceSql(name), toIdentitySql(name),
				Effects.changing(Set.of(ObjectId.sequence(name))));
	}

	private String toIdentitySql(ObjectName name) {
		return this.byApplication
				? SequenceCount.toIdentityBehind(this.identity.column(), name, this.sequence.options().isDown())
				: SequenceCount.toIdentity(this.identity.column(), name);
	}

	private String toSequenceSql(ObjectName name) {
		if (this.byApplication) {
			return SequenceCount.behindRows(name, this.identity.column(), true, this.sequence.options());
		}
		boolean down = this.sequence.options().isDown();
		return this.shared ? SequenceCount.behind(name, this.identity.column(), down)
				: SequenceCount.toSequence(name, this.identity.column());
	}

	private Proposed proposed(Rank rank, String sql, String undo, Effects effects) {
		Change change = Change.of(new ExecuteSql(SqlSource.of(sql), SqlSource.of(undo), effects));
		return new Proposed(this.identity, change, rank, Effects.NONE);
	}

}
