package dev.migrator.internal.autogenerate.online;

import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.Rewrites;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.Directive;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Creates the online form of each change, which lets other sessions read and write.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 */
final class OnlineAlternatives {

	private final AccessReader access;

	private final OnlineKeys keys;

	/**
	 * @param tables the tables in use
	 * @param access the reader of accesses
	 * @param postponed the indexes that stay until their replacements are built
	 */
	OnlineAlternatives(TablesInUse tables, AccessReader access, Set<ObjectName> postponed) {
		this.access = access;
		this.keys = new OnlineKeys(tables, access, postponed);
	}

	OnlineAlternative of(Change change) {
		Operation operation = change.operation();
		if (operation instanceof CreateIndex create) {
			return this.keys.create(change, create);
		}
		if (operation instanceof DropIndex drop) {
			return this.keys.drop(change, drop);
		}
		if (operation instanceof RebuildIndex rebuild) {
			return this.keys.rebuild(change, rebuild);
		}
		if (operation instanceof AddConstraint add) {
			return this.keys.add(change, add);
		}
		if (operation instanceof ValidateConstraint) {
			return this.keys.validate(change);
		}
		if (operation instanceof SetNotNull) {
			return outside((change.remark() == null) ? change : change.toBuilder()
				.remark(change.remark()
						+ "\nIf VALIDATE fails, fill the column after the ADD CONSTRAINT, which is already done.")
				.build());
		}
		return (operation instanceof Directive directive && directive.outsideTransaction()) ? outside(change)
				: OnlineAlternative.asItIs(remarked(change, rewriting(operation)), this.access.of(change),
						OnlineRank.COLUMNS);
	}

	boolean isPostponable(DropIndex drop) {
		return this.keys.isPostponable(drop);
	}

	private OnlineAlternative outside(Change change) {
		return OnlineAlternative.of(List.of(new OnlinePart(change, OnlineRank.COLUMNS, this.access.of(change))));
	}

	/**
	 * Returns a remark for operations about which no other remark says it.
	 */
	private static @Nullable String rewriting(Operation operation) {
		return (operation instanceof AlterSetting || Rewrites.of(operation).isEmpty()) ? null
				: "PostgreSQL rewrites the table here; no other session can read or write it meanwhile";
	}

	static Change remarked(Change change, @Nullable String remark) {
		if (remark == null) {
			return change;
		}
		return change.toBuilder().remark((change.remark() != null) ? change.remark() + "\n" + remark : remark).build();
	}

}
