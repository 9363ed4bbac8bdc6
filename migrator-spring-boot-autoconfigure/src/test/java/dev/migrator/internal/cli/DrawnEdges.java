package dev.migrator.internal.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a drawing back as an eye does: follows each line down, straight on where lines
 * cross.
 */
public final class DrawnEdges {

	private final Set<String> edges = new LinkedHashSet<>();

	private final Set<String> cut = new LinkedHashSet<>();

	private final List<String> revisions = new ArrayList<>();

	/**
	 * What arrives in each column at the upper edge of a row.
	 */
	private Map<Integer, Arrival> arrivals = new TreeMap<>();

	public static DrawnEdges in(List<String> drawing) {
		DrawnEdges edges = new DrawnEdges();
		drawing.forEach(edges::read);
		if (edges.arrivals.values().stream().anyMatch((arrival) -> !arrival.isOnlyARevision())) {
			throw new AssertionError("A line leads out of the drawing");
		}
		return edges;
	}

	/** All lines, as {@code upper-lower}. */
	public Set<String> edges() {
		return this.edges;
	}

	/** The revisions whose lines end in a {@code ~}. */
	public Set<String> cut() {
		return this.cut;
	}

	/** The revisions from top to bottom. */
	public List<String> revisions() {
		return this.revisions;
	}

	private void read(String row) {
		int text = 0;
		while (text < row.length() && "|*~_/\\ ".indexOf(row.charAt(text)) >= 0) {
			text++;
		}
		String lines = row.substring(0, text);
		Map<Integer, Arrival> next = new TreeMap<>();
		Set<Integer> used = new LinkedHashSet<>();
		for (int at = 0; at < lines.length(); at++) {
			switch (lines.charAt(at)) {
				case '*' -> {
					String id = row.substring(text).split(" ")[0];
					this.revisions.add(id);
					used.add(at / 2);
					take(at / 2).forEach((upper) -> this.edges.add(upper + "-" + id));
					arrive(next, at / 2, new Arrival()).revision.add(id);
				}
				case '~' -> {
					used.add(at / 2);
					this.cut.addAll(take(at / 2));
				}
				case '|' -> {
					used.add(at / 2);
					arrive(next, at / 2, new Arrival()).straight.addAll(straight(lines, at / 2));
				}
				case '/' -> {
					used.add((at + 1) / 2);
					arrive(next, passed(lines, at, -2) / 2, new Arrival()).left.addAll(aside(lines, (at + 1) / 2, '/'));
				}
				case '\\' -> {
					used.add(at / 2);
					arrive(next, (passed(lines, at, 2) + 1) / 2, new Arrival()).right
						.addAll(aside(lines, at / 2, '\\'));
				}
				default -> {
				}
			}
		}
		this.arrivals.forEach((column, arrival) -> {
			if (!used.contains(column) && !arrival.isOnlyARevision()) {
				throw new AssertionError("A line ends in nothing above: " + row);
			}
		});
		this.arrivals = next;
	}

	private static Arrival arrive(Map<Integer, Arrival> next, int column, Arrival arrival) {
		return next.computeIfAbsent(column, (key) -> arrival);
	}

	/**
	 * Where a slash ends that a line along the bottom of the row continues.
	 */
	private static int passed(String lines, int at, int step) {
		int end = at;
		char opposite = (step < 0) ? '\\' : '/';
		while (charAt(lines, end + step) == '_') {
			end += step;
		}
		if (charAt(lines, end + step) == opposite) {
			throw new AssertionError("A line along the bottom has two ends: " + lines);
		}
		return end;
	}

	private Set<String> take(int column) {
		return this.arrivals.getOrDefault(column, new Arrival()).all();
	}

	private Set<String> straight(String lines, int column) {
		Arrival arrival = this.arrivals.getOrDefault(column, new Arrival());
		Set<String> on = new LinkedHashSet<>(arrival.straight);
		on.addAll(arrival.revision);
		if (charAt(lines, 2 * column - 1) != '/') {
			on.addAll(arrival.left);
		}
		if (charAt(lines, 2 * column + 1) != '\\') {
			on.addAll(arrival.right);
		}
		if (on.isEmpty()) {
			throw new AssertionError("A line begins in nothing: " + lines);
		}
		return on;
	}

	private Set<String> aside(String lines, int column, char slash) {
		Arrival arrival = this.arrivals.getOrDefault(column, new Arrival());
		boolean goesOn = charAt(lines, 2 * column) == '|';
		Set<String> crossing = (slash == '/') ? arrival.left : arrival.right;
		Set<String> taken = !goesOn ? arrival.all() : !crossing.isEmpty() ? crossing : arrival.notAside();
		if (taken.isEmpty()) {
			throw new AssertionError("A line begins in nothing: " + lines);
		}
		return taken;
	}

	private static char charAt(String text, int index) {
		return (index >= 0 && index < text.length()) ? text.charAt(index) : ' ';
	}

	private static final class Arrival {

		private final Set<String> revision = new LinkedHashSet<>();

		private final Set<String> straight = new LinkedHashSet<>();

		private final Set<String> left = new LinkedHashSet<>();

		private final Set<String> right = new LinkedHashSet<>();

		Set<String> all() {
			Set<String> all = notAside();
			all.addAll(this.left);
			all.addAll(this.right);
			return all;
		}

		Set<String> notAside() {
			Set<String> all = new LinkedHashSet<>(this.revision);
			all.addAll(this.straight);
			return all;
		}

		boolean isOnlyARevision() {
			return this.straight.isEmpty() && this.left.isEmpty() && this.right.isEmpty();
		}

	}

}
