package dev.migrator.internal.autogenerate.online;

import java.util.List;

import dev.migrator.autogenerate.Change;

/**
 * The online form of a change.
 *
 * @param parts its parts in their order, each with its undo
 * @param later the same parts if none of them can run before the second revision
 */
record OnlineAlternative(List<OnlinePart> parts, List<OnlinePart> later) {

	static OnlineAlternative of(List<OnlinePart> parts) {
		return new OnlineAlternative(parts, parts);
	}

	/**
	 * @param access the access of the change
	 * @param later the earliest rank in the second revision
	 */
	static OnlineAlternative asItIs(Change change, Access access, OnlineRank later) {
		return new OnlineAlternative(List.of(new OnlinePart(change, OnlineRank.IN_TRANSACTION, access)),
				List.of(new OnlinePart(change, later, access)));
	}

}
