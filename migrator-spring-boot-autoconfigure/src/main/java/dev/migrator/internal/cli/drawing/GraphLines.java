package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines that run down a drawing, side by side, each to the revision that it leads to.
 * No two lead to the same one.
 *
 * <p>
 * Lane {@code n} is in column {@code 2n} of the text; lines from one lane to another are
 * in the columns between. A line that crosses others takes two rows at most, no matter
 * how many it crosses:
 *
 * <pre>
 * | |_|/
 * |/| |
 * </pre>
 */
final class GraphLines {

	private final List<Integer> awaited = new ArrayList<>();

	private final Consumer<String> out;

	private String last = "";

	GraphLines(Consumer<String> out) {
		this.out = out;
	}

	/**
	 * Returns the lane that leads to a revision, or {@code -1}.
	 */
	int of(int revision) {
		return this.awaited.indexOf(revision);
	}

	/**
	 * Begins a lane at the right.
	 */
	int open(int revision) {
		int lane = this.awaited.size();
		if (this.last.length() > 2 * lane && this.last.charAt(2 * lane) == '*') {
			// The line would seem to come from the base in that lane.
			print(straight(lane));
		}
		this.awaited.add(revision);
		return lane;
	}

	void redirect(int lane, int revision) {
		this.awaited.set(lane, revision);
	}

	/**
	 * Writes a row with another symbol than a line in one lane, and text after it.
	 */
	void write(int lane, char symbol, String text) {
		StringBuilder row = straight(this.awaited.size());
		row.setCharAt(2 * lane, symbol);
		this.last = row.toString();
		this.out.accept((row + " " + text).stripTrailing());
	}

	/**
	 * Begins another lane to the right of a lane, as its branch.
	 */
	void fork(int lane, int revision) {
		StringBuilder row = straight(lane + 1);
		for (int moved = lane; moved < this.awaited.size(); moved++) {
			set(row, 2 * moved + 1, '\\');
		}
		this.awaited.add(lane + 1, revision);
		print(row);
	}

	/**
	 * Draws a line from one lane into another; both continue.
	 */
	void lead(int from, int to) {
		StringBuilder row = straight(this.awaited.size());
		if (to > from) {
			set(row, 2 * from + 1, '\\');
			for (int passed = from + 1; passed < to - 1; passed++) {
				set(row, 2 * passed + 1, '_');
			}
		}
		else {
			leave(row, from, to);
		}
		print(row);
		if (Math.abs(to - from) > 1) {
			StringBuilder second = straight(this.awaited.size());
			set(second, (to > from) ? 2 * to - 1 : 2 * to + 1, (to > from) ? '\\' : '/');
			print(second);
		}
	}

	/**
	 * Ends a lane in another one to its left. The lanes to its right move left.
	 */
	void join(int from, int to) {
		StringBuilder row = straight(from);
		leave(row, from, to);
		moveUp(row, from + 1);
		this.awaited.remove(/* index */ from);
		print(row);
		if (from - to > 1) {
			StringBuilder second = straight(this.awaited.size());
			set(second, 2 * to + 1, '/');
			print(second);
		}
	}

	/**
	 * Ends a lane. The lanes to its right move left.
	 */
	void end(int lane) {
		StringBuilder row = straight(lane);
		moveUp(row, lane + 1);
		this.awaited.remove(/* index */ lane);
		if (lane < this.awaited.size()) {
			print(row);
		}
	}

	private static void leave(StringBuilder row, int from, int to) {
		for (int passed = to + 1; passed < from - 1; passed++) {
			set(row, 2 * passed + 1, '_');
		}
		set(row, 2 * from - 1, '/');
	}

	private void moveUp(StringBuilder row, int first) {
		for (int moved = first; moved < this.awaited.size(); moved++) {
			set(row, 2 * moved - 1, '/');
		}
	}

	private static StringBuilder straight(int lanes) {
		StringBuilder row = new StringBuilder();
		for (int lane = 0; lane < lanes; lane++) {
			set(row, 2 * lane, '|');
		}
		return row;
	}

	private static void set(StringBuilder row, int column, char symbol) {
		while (row.length() <= column) {
			row.append(' ');
		}
		row.setCharAt(column, symbol);
	}

	private void print(StringBuilder row) {
		this.last = row.toString();
		this.out.accept(this.last);
	}

}
